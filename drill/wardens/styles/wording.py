"""The smallest pieces of a message: an item (a name with its number), a header, a line of noise."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from drill.wardens import numerals
from drill.wardens.said import Said
from drill.wardens.sheet import Field, Sheet
from drill.wardens.styles import phrases
from drill.wardens.truth import Facts

Pair = tuple[Field, Decimal]
Number = Callable[[Decimal], str]


@dataclass(frozen=True)
class Scene:
    """What a message is about: the form, the unit's true day, the unit's name as its people write it.

    `code` is the unit's code; `named` is whether the message must say whose report it is.
    """

    sheet: Sheet
    facts: Facts
    name: str
    code: str
    named: bool = True

    def pairs(self) -> list[Pair]:
        """Indicators and true values, in the form's order."""
        return [(self.sheet.field(code), value) for code, value in self.facts.values.items()]

    def told(
        self, text: str, rng: random.Random, texts: bool = True, cumulative: Mapping[str, Decimal] | None = None
    ) -> Said:
        """The message as a plain report of all the facts; free texts are put at its end."""
        added, kept = text_lines(self, rng) if texts else ("", {})
        return Said(
            text=text + added,
            truth=dict(self.facts.values),
            cumulative=dict(cumulative or {}),
            texts=kept,
        )


def text_lines(scene: Scene, rng: random.Random) -> tuple[str, dict[str, str]]:
    """The free texts as closing lines, and what they say by field."""
    kept = dict(scene.facts.texts)
    lines = [f"\n{rng.choice(scene.sheet.texts[code])}：{text}" for code, text in kept.items()]
    return "".join(lines), kept


def day_words(day: date, rng: random.Random) -> str:
    """`2月6日`, `2.6`, `2/6`."""
    return rng.choice((f"{day.month}月{day.day}日", f"{day.month}.{day.day}", f"{day.month}/{day.day}"))


def header(scene: Scene, rng: random.Random) -> str:
    """The first line: unit and day as far as they are told, empty when neither is."""
    day = f"{scene.facts.day.month}月{scene.facts.day.day}日"
    if not scene.named:
        return rng.choice(("", f"{day}日报", "今日情况：", f"{day}疫情日报", "今天的数据："))
    return rng.choice(
        (
            f"【{scene.name}】{day}日报",
            f"【{scene.name}】{day}疫情防控日报",
            f"{scene.name}{day}日报",
            f"{scene.name}日报({scene.facts.day.month}.{scene.facts.day.day})",
            f"{scene.name} {day}",
            f"报告单位：{scene.name}\n日期：{scene.facts.day.year}年{day}",
            f"单元:{scene.code} {day}",
        )
    )


def short_header(scene: Scene, rng: random.Random) -> str:
    """A header for a message of one line, with its gap; empty when neither unit nor day is told."""
    day = day_words(scene.facts.day, rng)
    if not scene.named:
        return rng.choice(("", "", "今日："))
    month, at = scene.facts.day.month, scene.facts.day.day
    return rng.choice((f"{scene.name}日报({month}.{at}) ", f"【{scene.name}】{month}月{at}日 ", f"{scene.name} {day} "))


def any_name(field: Field, rng: random.Random) -> str:
    """The formal name, or one of the other words, which are only plain beside a measure; none with a total in it."""
    words = [word for word in field.words if not any(mark in word for mark in phrases.TOTAL_MARKS)]
    return rng.choice(words) if words and rng.random() < 0.4 else field.name


def label(field: Field, value: Decimal, rng: random.Random, number: Number = numerals.plain) -> str:
    """`入户排查：120户`; for none one of the ways to write it."""
    colon = rng.choice(("：", ":"))
    if value == 0:
        return f"{field.name}{colon}{rng.choice(('0', '无', '零', '没有', '0' + field.measure))}"
    return f"{any_name(field, rng)}{colon}{number(value)}{field.measure}"


def short(field: Field, value: Decimal, rng: random.Random, number: Number = numerals.plain) -> str:
    """`入户86户`; for none `无返乡`, `发热0`."""
    if value == 0:
        return nothing(field, rng)
    return f"{any_name(field, rng)}{number(value)}{field.measure}"


def saying(field: Field, value: Decimal, rng: random.Random, number: Number = numerals.plain) -> str:
    """The pair as it is said in a sentence: `入户走访了86户群众`."""
    if value == 0:
        return nothing(field, rng)
    ways = _known(field, phrases.SAYINGS.get(field.code, ())) or [f"{field.name}{{n}}{field.measure}"]
    return rng.choice(ways).format(n=number(value))


def nothing(field: Field, rng: random.Random) -> str:
    """None of it, in words or with a 0."""
    return rng.choice([f"{field.name}0", *_known(field, phrases.NONE_OF.get(field.code, ()))])


def _known(field: Field, ways: Sequence[str]) -> list[str]:
    """Those of the ways whose words this form knows: another form may have an indicator of the same code."""
    return [way for way in ways if any(word in way for word in (field.name, *field.words))]


def noise(rng: random.Random) -> str:
    """A line whose numbers are nobody's value."""
    return rng.choice(phrases.NOISE_LINES).format(
        phone=f"138{rng.randrange(10**8):08d}", four=f"{rng.randrange(1000, 10000)}"
    )


def lines(*parts: str) -> str:
    """The parts that say something, one a line."""
    return "\n".join(part for part in parts if part)


def joined(parts: Sequence[str], rng: random.Random) -> str:
    """The items in one line, by a joiner that somebody keeps to."""
    return rng.choice((" ", "，", "、", "；", ", ")).join(parts)
