"""Who plays which part in a day, and the day's frame: town, form, clock hours, chance."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from domain.town import CycleTimes
from drill.wardens.acts import TOWN, Spot, SpotKind, private
from drill.wardens.roster import Home, Person, Town, Unit
from drill.wardens.sheet import Sheet
from drill.wardens.styles.wording import Scene
from drill.wardens.truth import Facts


class Part(StrEnum):
    """What a unit is like today; whoever plays none of the others just reports in time."""

    NEVER = "never reports"
    EXCUSED = "excused"
    LEAVES_OPEN = "leaves a question open"
    ZERO = "zero report"
    FEVER = "alert in the morning"
    KEY_AREA = "alert in its report"
    DOUBTFUL_BUTTON = "doubtful, answers by button"
    DOUBTFUL_TEXT = "doubtful, answers by text"
    UNKNOWN = "names what the form does not know"
    LATE = "late"
    CHASED = "late, when chased"
    FORGETS_ONE = "at the first reminder"
    FORGETS_TWO = "at the second reminder"
    FORGETS_THREE = "at the third reminder"
    EDITS = "edits its message"
    CORRECTS = "corrects by a message"
    CORRECTS_LATE = "corrects after the close"
    ADDS = "adds to its report"
    CATCHES_UP = "reports for yesterday too"
    CAPTION = "reports under a picture"
    PICTURES = "sends pictures afterwards"
    VOICE = "speaks first, then writes"
    RELAYED = "stands in a roll-call list"
    PLAIN = "plain"


# Of 58 units; a smaller town plays each part at least once as long as there are units.
CASTING: Mapping[Part, int] = {
    Part.NEVER: 2,
    Part.EXCUSED: 1,
    Part.LEAVES_OPEN: 1,
    Part.ZERO: 3,
    Part.FEVER: 1,
    Part.KEY_AREA: 1,
    Part.DOUBTFUL_BUTTON: 2,
    Part.DOUBTFUL_TEXT: 2,
    Part.UNKNOWN: 1,
    Part.LATE: 3,
    Part.CHASED: 2,
    Part.FORGETS_ONE: 3,
    Part.FORGETS_TWO: 3,
    Part.FORGETS_THREE: 2,
    Part.EDITS: 2,
    Part.CORRECTS: 1,
    Part.CORRECTS_LATE: 1,
    Part.ADDS: 1,
    Part.CATCHES_UP: 1,
    Part.CAPTION: 2,
    Part.PICTURES: 5,
    Part.VOICE: 2,
}
RELAY_SIZE = 4
FULL_TOWN = 58


@dataclass(frozen=True)
class Frame:
    """A day to be played: its town, form, date, hours and zone, and the one source of chance."""

    town: Town
    sheet: Sheet
    day: date
    zone: tzinfo
    times: CycleTimes
    rng: random.Random

    def at(self, hour: time, minutes: float = 0) -> datetime:
        """The instant so many minutes after that hour of the day, to the second."""
        seconds = round(minutes * 60)
        return datetime.combine(self.day, hour, self.zone) + timedelta(seconds=seconds)

    def between(self, low: float, high: float) -> timedelta:
        """Some minutes between the two."""
        return timedelta(seconds=round(self.rng.uniform(low, high) * 60))

    def scene(self, unit: Unit, facts: Facts, spot: Spot) -> Scene:
        """The unit's day, to be told in that chat; where all share a chat its name is mostly told."""
        named = self.rng.random() < (0.75 if spot == TOWN else 0.5)
        name = unit.aliases[0] if self.rng.random() < 0.06 else unit.name
        return Scene(self.sheet, facts, name, unit.code, named)

    def teller(self, unit: Unit) -> Person:
        """Who types today's report: mostly a warden, sometimes the lead."""
        staff = self.town.staff(unit.code)
        return staff[0] if len(staff) == 1 or self.rng.random() < 0.12 else self.rng.choice(staff[1:])

    def spot(self, unit: Unit, person: Person) -> Spot:
        """Where that person reports for the unit: mostly its home, now and then in private."""
        home = home_spot(unit)
        return private(person.telegram_id) if home is None or self.rng.random() < 0.15 else home


def home_spot(unit: Unit) -> Spot | None:
    """The group in which the unit talks; None when it talks in private."""
    if unit.home is Home.OWN_GROUP:
        return Spot(SpotKind.UNIT, unit.code)
    return TOWN if unit.home is Home.SHARED_GROUP else None


def spots_of(town: Town, unit: Unit) -> frozenset[Spot]:
    """Every chat in which the bot can reach the unit's people."""
    chats = {private(one.telegram_id) for one in town.staff(unit.code)}
    home = home_spot(unit)
    return frozenset(chats | {home} if home else chats)


def members(town: Town, spot: Spot) -> tuple[Person, ...]:
    """Who is in that chat. The operator is in every group, for it is the operator who binds them."""
    operator = [one for one in town.people if one.role.value == "operator"]
    if spot.kind is SpotKind.PRIVATE:
        return tuple(one for one in town.people if str(one.telegram_id) == spot.of)
    if spot.kind is SpotKind.UNIT:
        return (*operator, *town.staff(spot.of))
    if spot.kind is SpotKind.TOWN:
        sharing = [unit.code for unit in town.reporting() if unit.home is Home.SHARED_GROUP]
        return (*operator, *(one for code in sharing for one in town.staff(code)))
    return (*operator, *(one for one in town.people if one.role.value in ("leader", "inspector")))


def cast(frame: Frame) -> dict[str, Part]:
    """A part for each reporting unit, by its code. The units of the roll-call list share the town's group."""
    units = list(frame.town.reporting())
    frame.rng.shuffle(units)
    relayed = [unit for unit in units if unit.home is Home.SHARED_GROUP][:RELAY_SIZE]
    parts = {unit.code: Part.RELAYED for unit in relayed} if len(relayed) == RELAY_SIZE else {}
    others = [unit for unit in units if unit.code not in parts]
    queue = [part for part, count in CASTING.items() for _ in range(_scaled(count, len(units)))]
    for at, unit in enumerate(others):
        parts[unit.code] = queue[at] if at < len(queue) else Part.PLAIN
    return parts


def _scaled(count: int, size: int) -> int:
    return max(1, round(count * size / FULL_TOWN))
