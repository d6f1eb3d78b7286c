"""How each unit's report comes about today: in time, late, when reminded, doubtful, corrected, with pictures."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from drill.wardens import cues
from drill.wardens.acts import (
    Act,
    Asking,
    Deed,
    Meaning,
    Pictured,
    Reaction,
    Reported,
    Spot,
    Step,
    private,
)
from drill.wardens.parts import Frame, Part, spots_of
from drill.wardens.roster import Person, Unit
from drill.wardens.said import Said
from drill.wardens.styles import addition, correction, doubtful, render, signed, with_unknown, zero_report
from drill.wardens.styles.wording import Scene, short
from drill.wardens.truth import Facts, true_day

Done = tuple[list[Act], list[Reaction | Asking]]


@dataclass(frozen=True)
class Teller:
    """One unit's report of today: who tells it, where, of which facts, and the name of its message."""

    unit: Unit
    person: Person
    spot: Spot
    scene: Scene
    key: str

    def says(self, at: datetime, said: Said) -> Act:
        """The report as a message."""
        return self._act(at, Deed.SAY, said, self.key)

    def edits(self, at: datetime, said: Said) -> Act:
        """The report's message turned into this one."""
        return replace(self._act(at, Deed.EDIT, said, ""), of=self.key)

    def says_more(self, at: datetime, said: Said, what: str) -> Act:
        """A further message of the same day, named after `what` it does."""
        return self._act(at, Deed.SAY, said, f"{self.key}/{what}")

    def _act(self, at: datetime, deed: Deed, said: Said, key: str) -> Act:
        means = (Reported(self.unit.code, said, key or self.key),)
        return Act(at, self.person.telegram_id, self.spot, deed, said.text, key=key, means=means)


def teller_of(frame: Frame, unit: Unit, alerts: Mapping[str, int] | None = None) -> Teller:
    """Somebody of the unit with the unit's true day before them."""
    person = frame.teller(unit)
    spot = frame.spot(unit, person)
    facts = true_day(frame.rng, frame.sheet, unit.code, frame.day, alerts)
    return Teller(unit, person, spot, frame.scene(unit, facts, spot), f"report/{unit.code}")


def afternoon(frame: Frame) -> datetime:
    """An instant in the two and a half hours before the close; more of them towards its end."""
    before = frame.rng.triangular(6, 150, 25)
    return frame.at(frame.times.collect, -before)


def perform(frame: Frame, unit: Unit, part: Part) -> Done:
    """What the unit does about its report, by its part; nothing when it never reports or is excused."""
    match part:
        case Part.NEVER | Part.EXCUSED | Part.RELAYED:
            return [], []
        case Part.ZERO:
            return _zero(frame, unit)
        case Part.LEAVES_OPEN | Part.DOUBTFUL_BUTTON | Part.DOUBTFUL_TEXT | Part.UNKNOWN:
            return _doubtful(frame, unit, part)
        case Part.CHASED | Part.FORGETS_ONE | Part.FORGETS_TWO | Part.FORGETS_THREE:
            return _reminded(frame, unit, part)
        case Part.EDITS | Part.CORRECTS | Part.CORRECTS_LATE | Part.ADDS:
            return _corrected(frame, unit, part), []
        case Part.FEVER | Part.KEY_AREA:
            return _alerting(frame, unit, part), []
        case Part.CAPTION | Part.PICTURES:
            return _pictured(frame, unit, part), []
        case Part.VOICE:
            return _spoken_first(frame, unit), []
        case Part.LATE:
            return [_plain(frame, unit, frame.at(frame.times.collect, frame.rng.uniform(5, 80)))], []
        case Part.CATCHES_UP:
            return [_yesterday(frame, unit), _plain(frame, unit, afternoon(frame))], []
        case Part.PLAIN:
            return [_plain(frame, unit, afternoon(frame))], []


def _plain(frame: Frame, unit: Unit, at: datetime) -> Act:
    teller = teller_of(frame, unit)
    return teller.says(at, render(teller.scene, frame.rng))


def _zero(frame: Frame, unit: Unit) -> Done:
    teller = teller_of(frame, unit)
    said = signed(zero_report(teller.scene, frame.rng), teller.scene, "zero_report")
    return [teller.says(afternoon(frame), said)], []


def _doubtful(frame: Frame, unit: Unit, part: Part) -> Done:
    """The report and the rule by which its sender answers; nobody answers when the question is left open."""
    teller = teller_of(frame, unit)
    if part is Part.UNKNOWN:
        said = with_unknown(teller.scene, frame.rng)
    else:
        said = doubtful(teller.scene, frame.rng, "approximate" if part is Part.DOUBTFUL_BUTTON else None)
    at = frame.at(frame.times.collect, -frame.rng.uniform(30, 130))
    acts = [teller.says(at, signed(said, teller.scene, "doubtful"))]
    if part is Part.LEAVES_OPEN:
        return acts, []
    rule = Asking(
        person=teller.person.telegram_id,
        unit=unit.code,
        cue=cues.question(unit, spots_of(frame.town, unit), at),
        said=said,
        after=frame.between(1, 9),
        by_button=part is not Part.DOUBTFUL_TEXT,
    )
    return acts, [rule]


def _reminded(frame: Frame, unit: Unit, part: Part) -> Done:
    """Nothing until the reminder of the unit's part; then the report, in the chat where it is usually told."""
    hours = {
        Part.FORGETS_ONE: frame.times.remind[:1],
        Part.FORGETS_TWO: frame.times.remind[1:2],
        Part.FORGETS_THREE: frame.times.remind[2:3],
        Part.CHASED: frame.times.chase[:1],
    }[part]
    if not hours:
        return [_plain(frame, unit, afternoon(frame))], []
    teller = teller_of(frame, unit)
    said = render(teller.scene, frame.rng)
    step = Step(
        after=frame.between(1, 3) if part is Part.FORGETS_THREE else frame.between(3, 12),
        deed=Deed.SAY,
        text=said.text,
        means=(Reported(unit.code, said, teller.key),),
        key=teller.key,
        spot=teller.spot,
    )
    cue = cues.reminder(unit, spots_of(frame.town, unit), frame.at(hours[0]))
    return [], [Reaction(teller.person.telegram_id, cue, (step,))]


def _corrected(frame: Frame, unit: Unit, part: Part) -> list[Act]:
    teller = teller_of(frame, unit)
    first, later = afternoon(frame), frame.between(4, 40)
    if part is Part.ADDS:
        more = _more(frame, teller.scene.facts)
        said = signed(addition(teller.scene, more, frame.rng), teller.scene, "addition")
        report = render(teller.scene, frame.rng)
        return [teller.says(first, report), teller.says_more(first + later, said, "addition")]
    if not _free(frame, teller.scene.facts, 12):
        return [_plain(frame, unit, first)]
    code, wrong = _slip(frame, teller.scene.facts)
    right = teller.scene.facts.values[code]
    chance = frame.rng.getrandbits(40)
    before = render(_with(teller.scene, code, wrong), random.Random(chance))
    if part is Part.EDITS:
        after = render(teller.scene, random.Random(chance))
        return [teller.says(first, before), teller.edits(first + later, after)]
    said = signed(correction(teller.scene, code, wrong, right, frame.rng), teller.scene, "correction")
    at = first + later
    if part is Part.CORRECTS_LATE:
        at = frame.at(frame.times.collect, frame.rng.uniform(12, 60))
    return [teller.says(first, before), teller.says_more(at, said, "correction")]


def _slip(frame: Frame, facts: Facts) -> tuple[str, Decimal]:
    """An indicator that no rule binds, and a wrong figure for it."""
    code = frame.rng.choice(_free(frame, facts, 12))
    return code, facts.values[code] + frame.rng.choice((-9, -2, 3, 18))


def _more(frame: Frame, facts: Facts) -> dict[str, Decimal]:
    """One or two flows of which there was more than the report said."""
    free = [code for code in _free(frame, facts, 1) if not frame.sheet.field(code).stock]
    chosen = frame.rng.sample(free, min(2, len(free)))
    return {code: Decimal(frame.rng.randint(2, 30)) for code in chosen}


def _free(frame: Frame, facts: Facts, least: int) -> list[str]:
    bound = {code for pair in frame.sheet.below for code in pair}
    return [
        code
        for code, value in facts.values.items()
        if code not in bound and code not in facts.cumulative and value >= least and frame.sheet.field(code).whole
    ]


def _with(scene: Scene, code: str, value: Decimal) -> Scene:
    return replace(scene, facts=replace(scene.facts, values={**scene.facts.values, code: value}))


def _alerting(frame: Frame, unit: Unit, part: Part) -> list[Act]:
    """A fever is told at once and again in the day's report; people back from a key area stand in the report."""
    codes = [one.code for one in frame.sheet.fields if one.alert]
    if not codes:
        return [_plain(frame, unit, afternoon(frame))]
    code = "fever_cases" if "fever_cases" in codes and part is Part.FEVER else codes[0]
    teller = teller_of(frame, unit, {code: 1 if part is Part.FEVER else 2})
    acts = [teller.says_more(afternoon(frame), render(teller.scene, frame.rng), "day")]
    if part is Part.FEVER:
        scene = replace(teller.scene, facts=teller.scene.facts.only([code]), named=True)
        field, value = scene.pairs()[0]
        text = f"【{unit.name}】{short(field, value, frame.rng)}，已送卫生院"
        said = signed(Said(text, truth=dict(scene.facts.values)), scene, "alert")
        acts.insert(0, teller.says(frame.at(frame.times.morning, frame.rng.uniform(100, 260)), said))
    return acts


def _pictured(frame: Frame, unit: Unit, part: Part) -> list[Act]:
    """The report as a picture's caption, or pictures a few minutes behind it."""
    teller = teller_of(frame, unit)
    at = afternoon(frame)
    said = render(teller.scene, frame.rng)
    count = frame.rng.choice((1, 2, 3))
    seen: Meaning = Pictured(unit.code, count)
    if part is Part.CAPTION and len(said.text) <= cues.LONGEST_CAPTION:
        act = teller.says(at, said)
        return [replace(act, deed=Deed.PHOTO, photos=count, means=(*act.means, seen))]
    later = at + frame.between(1, 8)
    caption = frame.rng.choice(("", "现场照片", "消毒现场"))
    pictures = Act(
        later, teller.person.telegram_id, teller.spot, Deed.PHOTO, caption, f"{teller.key}/pictures", "", count, (seen,)
    )
    return [teller.says(at, said), pictures]


def _spoken_first(frame: Frame, unit: Unit) -> list[Act]:
    """A voice message, and the same written down some minutes later, since nobody can read a voice."""
    teller = teller_of(frame, unit)
    at = afternoon(frame)
    said = render(teller.scene, frame.rng)
    voice = Act(at - frame.between(2, 9), teller.person.telegram_id, teller.spot, Deed.VOICE, "", f"{teller.key}/voice")
    return [voice, teller.says(at, said)]


def _yesterday(frame: Frame, unit: Unit) -> Act:
    """Yesterday's report, sent this morning: it says nothing of today."""
    day = frame.day - timedelta(days=1)
    person = frame.teller(unit)
    facts = true_day(frame.rng, frame.sheet, unit.code, day)
    pairs = [(frame.sheet.field(code), value) for code, value in list(facts.values.items())[:2]]
    items = "，".join(short(field, value, frame.rng) for field, value in pairs)
    text = f"补报{day.month}月{day.day}日 {unit.name}：{items}"
    at = frame.at(frame.times.morning, frame.rng.uniform(20, 120))
    return Act(at, person.telegram_id, private(person.telegram_id), Deed.SAY, text, key=f"yesterday/{unit.code}")
