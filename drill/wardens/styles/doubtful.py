"""Reports with one part that a careful reader must ask about; what the sender will answer stands beside it."""

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from drill.wardens import numerals
from drill.wardens.said import Doubt, Said
from drill.wardens.sheet import Field
from drill.wardens.styles import phrases
from drill.wardens.styles.wording import Pair, Scene, header, joined, label, lines, short, short_header

# A doubtful part: the words for it, and the doubt that they raise.
Slip = tuple[str, Doubt]


def doubtful(scene: Scene, rng: random.Random, reason: str | None = None) -> Said:
    """A list or a line with one doubt of that reason, or of one that fits; the rest of it is plain.

    Where no value of the day fits the wanted reason, an unknown name is put in, for that always fits.
    """
    wanted = [reason] if reason else rng.sample(list(_SLIPS), len(_SLIPS))
    for one in wanted:
        for pair in rng.sample(scene.pairs(), len(scene.pairs())):
            slip = _SLIPS[one](scene, pair, rng)
            if slip is not None:
                return _told(scene, pair[0], slip, rng)
    return _told(scene, None, _unknown(rng), rng)


def _told(scene: Scene, of: Field | None, slip: Slip, rng: random.Random) -> Said:
    """The message with the slip in the place of its indicator, or at the end."""
    words, doubt = slip
    listed = rng.random() < 0.5
    write = label if listed else short
    items = [words if field is of else write(field, value, rng) for field, value in scene.pairs()]
    if of is None:
        items.append(words)
    text = lines(header(scene, rng), *items) if listed else short_header(scene, rng) + joined(items, rng)
    truth = {code: value for code, value in scene.facts.values.items() if of is None or code != of.code}
    return Said(text, truth=truth, doubts=(doubt,))


def _about(scene: Scene, pair: Pair, rng: random.Random) -> Slip | None:
    """`劝返约300人次`, `入户400余户`: the sender knows or finds out the figure."""
    field, value = pair
    if value < 20 or not field.whole:
        return None
    step = Decimal(100 if value >= 200 else 10)
    guess = (value / step).to_integral_value() * step
    truth = rng.choice((guess, value))
    words = f"{field.name}{_vaguely(guess, truth, field.measure, rng)}"
    return words, Doubt(field.code, "approximate", guess, truth, words)


def _vaguely(guess: Decimal, truth: Decimal, measure: str, rng: random.Random) -> str:
    """An about-number that an honest person would write for that truth."""
    number = numerals.plain(guess)
    ways = [f"约{number}{measure}", f"大概{number}{measure}"]
    if truth > guess:
        ways += [f"{number}余{measure}", f"{number}多{measure}"]
    if truth < guess:
        ways += [f"近{number}{measure}", f"将近{number}{measure}"]
    return rng.choice(ways)


def _twice(scene: Scene, pair: Pair, rng: random.Random) -> Slip | None:
    """Two figures for one indicator in one message; one of them is right."""
    field, value = pair
    if value < 12 or field.code in _held_by_rules(scene):
        return None
    other = value + rng.choice((-9, -3, 6, 18))
    first, second = rng.sample((value, other), 2)
    words = "，".join(f"{field.name}{numerals.plain(one)}{field.measure}" for one in (first, second))
    return words, Doubt(field.code, "conflict", None, value, words)


def _too_large(scene: Scene, pair: Pair, rng: random.Random) -> Slip | None:
    """Zeros typed too many: more than one unit can do in a day."""
    field, value = pair
    typed = value
    while 0 < typed <= field.limit:
        typed *= 10
    if value < 10 or typed == value or field.code in _held_by_rules(scene):
        return None
    words = f"{field.name}{numerals.plain(typed)}{field.measure}"
    return words, Doubt(field.code, "too_large", typed, value, words)


def _half(scene: Scene, pair: Pair, rng: random.Random) -> Slip | None:
    """A decimal where only whole ones are counted."""
    field, value = pair
    if not field.whole or value < 10 or field.code in _held_by_rules(scene):
        return None
    typed = value + Decimal("0.5")
    words = f"{field.name}{numerals.plain(typed)}{field.measure}"
    return words, Doubt(field.code, "impossible", None, value, words)


def _tops(scene: Scene, pair: Pair, rng: random.Random) -> Slip | None:
    """The smaller side of a rule written larger than its whole."""
    field, value = pair
    wholes = [scene.facts.values[code] for code in scene.sheet.limits_of(field.code) if code in scene.facts.values]
    if not wholes or field.alert or value == 0:
        return None
    typed = min(wholes) + value
    if typed > field.limit:
        return None
    words = f"{field.name}{numerals.plain(typed)}{field.measure}"
    return words, Doubt(field.code, "rule", typed, value, words)


def _held_by_rules(scene: Scene) -> set[str]:
    """Indicators whose doubt would leave a rule between fields unchecked or broken."""
    return {code for pair in scene.sheet.below for code in pair}


def _unknown(rng: random.Random) -> Slip:
    count = Decimal(rng.randint(2, 40))
    words = rng.choice(phrases.UNKNOWN_THINGS).format(n=numerals.plain(count))
    return words, Doubt(None, "unknown_name", count, None, words)


_SLIPS: dict[str, Callable[[Scene, Pair, random.Random], Slip | None]] = {
    "approximate": _about,
    "conflict": _twice,
    "too_large": _too_large,
    "impossible": _half,
    "rule": _tops,
}


def with_unknown(scene: Scene, rng: random.Random) -> Said:
    """A report with a number of something that the form does not know."""
    return replace(_told(scene, None, _unknown(rng), rng), texts={})
