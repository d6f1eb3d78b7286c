"""A whole day of the town as a plan: who does what when, and what they do when the bot speaks. Pure and seeded."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo
from decimal import Decimal

from domain.town import CycleTimes
from drill.wardens import cues, ordering, reporting
from drill.wardens.acts import (
    COMMAND,
    TOWN,
    Act,
    Asking,
    Deed,
    Excused,
    Plan,
    Reaction,
    Reported,
    Spot,
    SpotKind,
    private,
)
from drill.wardens.parts import Frame, Part, cast, home_spot
from drill.wardens.roster import Home, Person, Role, Town, Unit
from drill.wardens.sheet import Sheet
from drill.wardens.styles import chatter, relay, signed
from drill.wardens.styles.wording import Scene
from drill.wardens.truth import true_day

CHATTING = 14


def plan_day(town: Town, sheet: Sheet, day: date, zone: tzinfo, times: CycleTimes, seed: int) -> Plan:
    """The day of that seed. Acts are in the order of their instants; all instants bear the town's zone."""
    frame = Frame(town, sheet, day, zone, times, random.Random(f"day/{seed}/{day.isoformat()}"))
    parts = cast(frame)
    acts, rules = _reports(frame, parts)
    orders, answers = ordering.evening(frame)
    acts += [
        *_arrivals(frame),
        *_excusing(frame, parts),
        *_roll_call(frame, parts),
        *_chatting(frame),
        *_looking(frame),
    ]
    alarm, alarmed = ordering.alarm(frame)
    return Plan(
        founding=tuple(_founding(frame)),
        acts=tuple(sorted([*acts, *orders, *alarm], key=lambda act: (act.at, act.person))),
        rules=(*rules, *answers, *alarmed),
        notes=_notes(parts),
    )


def _reports(frame: Frame, parts: Mapping[str, Part]) -> tuple[list[Act], list[Reaction | Asking]]:
    acts: list[Act] = []
    rules: list[Reaction | Asking] = []
    for unit in frame.town.reporting():
        done, answers = reporting.perform(frame, unit, parts[unit.code])
        acts += done
        rules += answers
    return acts, rules


def _founding(frame: Frame) -> Iterable[Act]:
    """The operator meets the bot and binds every group, a few seconds apart, before anybody else is there."""
    operator = frame.town.having(Role.OPERATOR)[0]
    start = frame.at(frame.times.morning, -40)
    yield Act(start, operator.telegram_id, private(operator.telegram_id), Deed.START)
    own = [unit for unit in frame.town.reporting() if unit.home is Home.OWN_GROUP]
    bindings = [(COMMAND, "command"), (TOWN, "town")]
    bindings += [(Spot(SpotKind.UNIT, unit.code), unit.code) for unit in own]
    for at, (spot, words) in enumerate(bindings, start=1):
        yield _says(operator, frame.at(frame.times.morning, -40 + at / 6), spot, f"/bind {words}", f"bind/{words}")


def _arrivals(frame: Frame) -> Iterable[Act]:
    """Everybody presses Start before the morning call; whom the people file does not know by id shares a card."""
    for one in frame.town.people:
        if one.role is Role.OPERATOR:
            continue
        at = frame.at(frame.times.morning, -frame.rng.uniform(6, 28))
        spot = private(one.telegram_id)
        yield Act(at, one.telegram_id, spot, Deed.START)
        if not one.introduced:
            yield Act(at + frame.between(0.5, 4), one.telegram_id, spot, Deed.CARD)


def _excusing(frame: Frame, parts: Mapping[str, Part]) -> Iterable[Act]:
    """The town's leader lets one unit off in the morning."""
    for unit in _playing(frame, parts, Part.EXCUSED):
        at = frame.at(frame.times.morning, frame.rng.uniform(60, 240))
        words = cues.excuse(unit, "山路塌方，全员抢修")
        leader = frame.town.town_leader()
        yield replace(_says(leader, at, COMMAND, words, f"excuse/{unit.code}"), means=(Excused(unit.code),))


def _roll_call(frame: Frame, parts: Mapping[str, Part]) -> Iterable[Act]:
    """One list for several units in the town's group, the last of them with nothing to report."""
    units = _playing(frame, parts, Part.RELAYED)
    if not units:
        return
    scenes = [_share(frame, unit, at == len(units) - 1) for at, unit in enumerate(units)]
    said = relay(scenes, frame.rng)
    means = tuple(
        Reported(code, signed(part, scene, "relay"), "relay")
        for scene, (code, part) in zip(scenes, said.parts.items(), strict=True)
    )
    sender = frame.teller(units[0])
    yield replace(_says(sender, reporting.afternoon(frame), TOWN, said.text, "relay"), means=means)


def _share(frame: Frame, unit: Unit, nothing: bool) -> Scene:
    """What the list says of the unit: the first few figures of its day."""
    facts = true_day(frame.rng, frame.sheet, unit.code, frame.day)
    few: dict[str, Decimal] = {} if nothing else dict(list(facts.values.items())[:4])
    return Scene(frame.sheet, facts.only(few), unit.name, unit.code)


def _chatting(frame: Frame) -> Iterable[Act]:
    """Talk that is no report, in groups, between the morning call and the brief."""
    units = [unit for unit in frame.town.reporting() if home_spot(unit)]
    for at in range(CHATTING if units else 0):
        unit = frame.rng.choice(units)
        spot = home_spot(unit)
        if spot is None:
            continue
        instant = frame.at(frame.times.morning) + frame.rng.random() * (
            frame.at(frame.times.brief) - frame.at(frame.times.morning)
        )
        person = frame.rng.choice(frame.town.staff(unit.code))
        yield _says(person, instant.replace(microsecond=0), spot, chatter(frame.rng).text, f"chatter/{at}")


def _looking(frame: Frame) -> Iterable[Act]:
    """The town's leader looks at the board before the close, at the tasks when they are out."""
    leader = frame.town.town_leader()
    yield _says(leader, frame.at(frame.times.collect, -18), COMMAND, "/board", "look/board")
    yield _says(leader, frame.at(frame.times.tasks, 66), COMMAND, "/tasks", "look/tasks")


def _says(person: Person, at: datetime, spot: Spot, text: str, key: str) -> Act:
    return Act(at, person.telegram_id, spot, Deed.SAY, text, key=key)


def _playing(frame: Frame, parts: Mapping[str, Part], part: Part) -> Sequence[Unit]:
    return [unit for unit in frame.town.reporting() if parts[unit.code] is part]


def _notes(parts: Mapping[str, Part]) -> dict[str, tuple[str, ...]]:
    return {part.value: tuple(sorted(code for code, own in parts.items() if own is part)) for part in Part}
