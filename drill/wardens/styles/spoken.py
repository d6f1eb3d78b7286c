"""Reports that somebody tells: sentences, dictation, traditional script."""

import random
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

import opencc

from drill.wardens import numerals
from drill.wardens.said import Said
from drill.wardens.sheet import Field
from drill.wardens.styles import phrases, written
from drill.wardens.styles.wording import Number, Pair, Scene, saying


def prose(scene: Scene, rng: random.Random) -> Said:
    """A sentence or two: `各位领导，黄溪村今天入户走访了86户群众，排查241人，没有发热人员。`"""
    clauses = _clauses(scene, rng)
    if rng.random() < 0.5:
        clauses.insert(rng.randint(1, len(clauses)), rng.choice(phrases.ASIDES))
    text = rng.choice(phrases.OPENINGS) + _subject(scene, rng) + _sentences(clauses, rng)
    return scene.told(text + rng.choice(phrases.CLOSINGS), rng)


def _subject(scene: Scene, rng: random.Random) -> str:
    today = rng.choice(("今天", "今日"))
    return f"{scene.name}{today}" if scene.named else rng.choice((today, f"我们{today}", f"{today}咱们这边"))


def _clauses(scene: Scene, rng: random.Random) -> list[str]:
    """A clause an indicator; the part of a whole right behind it may say so."""
    clauses: list[str] = []
    before: Pair | None = None
    for field, value in scene.pairs():
        part = before is not None and before[0].code in scene.sheet.limits_of(field.code) and value > 0
        mark = "其中" if part and field.code == "key_area_returnees" else ""
        clauses.append(mark + saying(field, value, rng))
        before = (field, value)
    return clauses


def _sentences(clauses: Sequence[str], rng: random.Random) -> str:
    """Clauses joined by commas, sometimes with a full stop half-way."""
    if len(clauses) < 5 or rng.random() < 0.6:
        return "，".join(clauses)
    at = len(clauses) // 2
    if clauses[at].startswith("其中"):
        at += 1
    return "，".join(clauses[:at]) + "。" + "，".join(clauses[at:])


def dictated(scene: Scene, rng: random.Random) -> Said:
    """No punctuation, Chinese numerals: as the phone writes down what it hears."""
    words = "".join(_heard(*pair, rng) for pair in scene.pairs())
    unit = f"{scene.name}今天" if scene.named else "今天"
    start = unit if scene.named else rng.choice(phrases.SPOKEN_OPENINGS) + unit
    return scene.told(start + words + rng.choice(phrases.SPOKEN_CLOSINGS), rng, texts=False)


def _heard(field: Field, value: Decimal, rng: random.Random) -> str:
    """None is said behind the name: 无居家隔离期满解除一人 without punctuation could be none of either."""
    return f"{field.name}0" if value == 0 else saying(field, value, rng, _heard_number(field, value))


def _heard_number(field: Field, value: Decimal) -> Number:
    """Numerals, but one case as a figure: 一起 without punctuation could as well be "together"."""
    return numerals.plain if field.measure == "起" and value == 1 else numerals.counted


def one_two_three(scene: Scene, rng: random.Random) -> Said:
    """`一是入户93户，排查268人；二是检查人员154人次；三是发放明白纸300份。`"""
    clauses = _clauses(scene, rng)
    size = -(-len(clauses) // 3)
    parts: list[list[str]] = []
    for clause in clauses:
        if not parts or (len(parts[-1]) >= size and not clause.startswith("其中")):
            parts.append([])
        parts[-1].append(clause)
    body = "；".join(f"{numerals.han(Decimal(at))}是{'，'.join(part)}" for at, part in enumerate(parts, start=1))
    return scene.told(f"{_subject(scene, rng)}：{body}。", rng)


def corrects_itself(scene: Scene, rng: random.Random) -> Said:
    """A slip that its writer mends on the spot: `检查人员145人次，不对，是154人次`."""
    slips = [at for at, (_, value) in enumerate(scene.pairs()) if value > 0]
    wrong = rng.choice(slips) if slips else -1
    clauses = [
        _mended(field, value, rng) if at == wrong else saying(field, value, rng)
        for at, (field, value) in enumerate(scene.pairs())
    ]
    return scene.told(f"{_subject(scene, rng)}{'，'.join(clauses)}。", rng)


def _mended(field: Field, value: Decimal, rng: random.Random) -> str:
    before = numerals.plain(value + rng.randint(1, 9))
    mending = rng.choice(("不对，是", "，不对，应为", "，哦不对，是", "，更正，应为"))
    return f"{field.name}{before}{field.measure}{mending}{numerals.plain(value)}{field.measure}"


def none_of_these(scene: Scene, rng: random.Random) -> Said:
    """What there is, then what there is not: `入户86户，排查241人，无返乡、无发热、无密接。`"""
    there = [saying(field, value, rng) for field, value in scene.pairs() if value > 0]
    absent = "、".join(f"无{field.name}" for field, value in scene.pairs() if value == 0)
    clauses = "，".join([*there, absent] if absent else there)
    return scene.told(f"{_subject(scene, rng)}{clauses}。", rng)


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


def in_traditional(text: str) -> str:
    """The same words in traditional script, as it is commonly written (群眾, not 羣衆)."""
    return str(_converter().convert(text))


def traditional(scene: Scene, rng: random.Random) -> Said:
    """A list, a line or a sentence in traditional script; free texts are kept as they are written."""
    said = rng.choice((written.labelled, written.one_liner, prose))(scene, rng)
    texts = {code: in_traditional(text) for code, text in said.texts.items()}
    return replace(said, text=in_traditional(said.text), texts=texts)


def traditional_wide(scene: Scene, rng: random.Random) -> Said:
    """Traditional script with full-width figures."""
    said = traditional(replace(scene, facts=replace(scene.facts, texts={})), rng)
    return replace(said, text=numerals.wide(said.text))


def mixed_scripts(scene: Scene, rng: random.Random) -> Said:
    """Clauses of one sentence in one script or the other."""
    clauses = [in_traditional(one) if rng.random() < 0.5 else one for one in _clauses(scene, rng)]
    return scene.told(f"{_subject(scene, rng)}{'，'.join(clauses)}。", rng)
