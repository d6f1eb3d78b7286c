"""What the county's wardens do on the day: who says what, when, and what is true by it."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import partial
from zoneinfo import ZoneInfo

from drill.county.tree import ROOT, County, Node
from drill.county.truth import Figures, UnitDay
from drill.server.model import Chat, Message, Person
from drill.server.telegram import Telegram
from drill.wardens.sheet import Sheet
from drill.wardens.styles import Scene, doubtful, render, zero_report
from drill.wardens.truth import true_day

_STEADY = ("labelled", "bracketed_measures", "one_liner", "number_first", "keycaps", "table", "sections", "prose")
"""Ways to write that leave nothing to ask: this drill is about the tree; how people write is the other one's matter."""

_SLIP = "households_visited"


class Way(StrEnum):
    """What a unit's warden does."""

    PLAIN = "plain"
    LATE = "late"
    EDITED = "edited"
    ZERO = "zero"
    OPEN = "open"
    SILENT = "silent"
    EXCUSED = "excused"


_SHARES = {
    Way.PLAIN: 66,
    Way.LATE: 8,
    Way.EDITED: 7,
    Way.ZERO: 4,
    Way.OPEN: 5,
    Way.SILENT: 7,
    Way.EXCUSED: 3,
}


@dataclass(frozen=True)
class Act:
    """Something that somebody does at an instant."""

    at: datetime
    do: Callable[[], object]


class CountyDay:
    """The day under way. `truth` holds what has truly been said by now, by the code of the unit."""

    def __init__(self, county: County, sheet: Sheet, telegram: Telegram, day: date, zone: ZoneInfo, seed: int) -> None:
        self.county = county
        self.truth = {node.code: UnitDay() for node in county.reporting()}
        self._sheet = sheet
        self._telegram = telegram
        self._day = day
        self._zone = zone
        self._chance = random.Random(f"county/{seed}")
        self._people = {
            one.telegram_id: telegram.person(one.name, phone=one.phone, user_id=one.telegram_id)
            for one in county.people
        }
        self._said: dict[str, Message] = {}
        self._flows = [one.code for one in sheet.fields if not one.stock]
        self.desks = {code: self._desk(code) for code in self._watched()}

    def closes(self, node: Node) -> datetime:
        """The instant at which the node closes."""
        return datetime.combine(self._day, self.county.closes(node), self._zone)

    def _watched(self) -> list[str]:
        """The nodes with a command chat: the county, a town, a village that has a leader of its own."""
        return [ROOT, "T00", "V000"]

    def _desk(self, code: str) -> Chat:
        people = [self._person(ROOT, "operator"), self._person(code, "leader")]
        return self._telegram.group(f"{self.county.by_code[code].name}指挥群", people)

    def _person(self, code: str, role: str) -> Person:
        return self._people[self.county.posts[code, role].telegram_id]

    def acts(self, start: datetime) -> list[Act]:
        """Everything that is done from that instant on, in order."""
        found = [*self._founding(start)]
        ways = self._chance.choices(list(_SHARES), list(_SHARES.values()), k=len(self.truth))
        for code, way in zip(self.truth, ways, strict=True):
            found += self._of_unit(self.county.by_code[code], way, start + timedelta(minutes=10))
        return sorted(found, key=lambda act: act.at)

    def _founding(self, start: datetime) -> Iterator[Act]:
        """Everybody presses Start; the operator says whose groups these are."""
        for person in self._people.values():
            yield Act(start + timedelta(seconds=self._chance.uniform(1, 300)), partial(self._start, person))
        for number, (code, chat) in enumerate(self.desks.items()):
            words = "/bind 指挥部" if code == ROOT else f"/bind {code} 指挥部"
            at = start + timedelta(minutes=6, seconds=20 * number)
            yield Act(at, partial(self._say, self._person(ROOT, "operator"), words, chat))

    def _start(self, person: Person) -> None:
        self._telegram.start_link(person)

    def _say(self, person: Person, text: str, chat: Chat | None = None) -> Message:
        said = self._telegram.say(person, chat or self._telegram.private(person), text)
        assert said is not None, "nobody here blocks the bot"
        return said

    def _of_unit(self, node: Node, way: Way, start: datetime) -> Iterator[Act]:
        """What is done about the unit's report."""
        close = self.closes(node)
        at = start + (close - timedelta(minutes=2) - start) * self._chance.triangular(0, 1, 0.9)
        scene = self._scene(node)
        match way:
            case Way.SILENT:
                return
            case Way.EXCUSED:
                yield Act(start, partial(self._excuse, node))
            case Way.ZERO:
                values = dict.fromkeys(self._flows, Decimal(0))
                yield Act(at, partial(self._report, node, zero_report(scene, self._chance).text, values))
            case Way.OPEN:
                said = doubtful(scene, self._chance, "approximate")
                yield Act(at, partial(self._report, node, said.text, said.truth, asked=True))
            case Way.EDITED:
                yield from self._edited(node, scene, at)
            case Way.PLAIN:
                yield Act(at, partial(self._report, node, self._typed(scene), scene.facts.values))
            case Way.LATE:
                late = close + timedelta(minutes=self._chance.uniform(2, 50))
                yield Act(late, partial(self._report, node, self._typed(scene), scene.facts.values))

    def _scene(self, node: Node) -> Scene:
        facts = true_day(self._chance, self._sheet, node.code, self._day)
        plain = replace(facts, cumulative={}, texts={})
        return Scene(self._sheet, plain, node.name, node.code, named=self._chance.random() < 0.5)

    def _typed(self, scene: Scene) -> str:
        return render(scene, self._chance, self._chance.choice(_STEADY)).text

    def _edited(self, node: Node, scene: Scene, at: datetime) -> Iterator[Act]:
        """A slip of one household that its writer mends some minutes later, after the close perhaps."""
        style, chance = self._chance.choice(_STEADY), self._chance.getrandbits(40)
        wrong = {**scene.facts.values, _SLIP: scene.facts.values[_SLIP] - 1}
        slipped = replace(scene, facts=replace(scene.facts, values=wrong))
        before, after = (render(one, random.Random(chance), style).text for one in (slipped, scene))
        yield Act(at, partial(self._report, node, before, wrong))
        later = at + timedelta(minutes=self._chance.uniform(1, 30))
        yield Act(later, partial(self._mend, node, after, scene.facts.values))

    def _report(self, node: Node, text: str, values: Figures, *, asked: bool = False) -> None:
        said = self._say(self._person(node.code, "warden"), text)
        self._said[node.code] = said
        self.truth[node.code] = UnitDay(values, datetime.fromtimestamp(said.date, self._zone), asked)

    def _mend(self, node: Node, text: str, values: Figures) -> None:
        self._telegram.edit(self._person(node.code, "warden"), self._said[node.code], text)
        self.truth[node.code].values = values

    def _excuse(self, node: Node) -> None:
        self._say(self._person(ROOT, "operator"), f"/excuse {node.code} 道路中断")
        self.truth[node.code].excused = True
