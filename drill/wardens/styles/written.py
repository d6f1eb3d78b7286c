"""Reports that somebody lays out: lists, tables, sections, one-liners."""

import random
from decimal import Decimal

from drill.wardens import numerals
from drill.wardens.said import Said
from drill.wardens.sheet import Field
from drill.wardens.styles import phrases
from drill.wardens.styles.wording import (
    Number,
    Pair,
    Scene,
    day_words,
    header,
    joined,
    label,
    lines,
    noise,
    nothing,
    short,
    short_header,
)


def labelled(scene: Scene, rng: random.Random) -> Said:
    """A header, then `名称：数` a line."""
    number = rng.choice((numerals.plain, numerals.plain, numerals.commas, numerals.rounded_words))
    body = [label(field, value, rng, number) for field, value in scene.pairs()]
    return scene.told(lines(header(scene, rng), *body), rng)


def bracketed_measures(scene: Scene, rng: random.Random) -> Said:
    """`入户（户）：１２０`, the measure with the name and the digits full-width."""
    body = [
        f"{field.name}（{field.measure}）：{numerals.wide(numerals.commas(value))}" for field, value in scene.pairs()
    ]
    return scene.told(lines(header(scene, rng), *body), rng)


def one_liner(scene: Scene, rng: random.Random) -> Said:
    """Everything in a line: `黄溪村日报(2.6) 入户86户 排查241人 无返乡 发热0`."""
    items = [short(field, value, rng) for field, value in scene.pairs()]
    return scene.told(short_header(scene, rng) + joined(items, rng), rng)


def number_first(scene: Scene, rng: random.Random) -> Said:
    """`120户入户、356人排查、12人次劝返`."""
    items = [
        nothing(field, rng) if value == 0 else f"{numerals.plain(value)}{field.measure}{_brief(field)}"
        for field, value in scene.pairs()
    ]
    return scene.told(short_header(scene, rng) + "、".join(items), rng)


def _brief(field: Field) -> str:
    """The word that comes first to mind, mostly the shortest."""
    return field.words[0] if field.words else field.name


def keycaps(scene: Scene, rng: random.Random) -> Said:
    """An emoji list: `1️⃣入户 74 户`."""
    house = f"🏠{scene.name} {day_words(scene.facts.day, rng)}" if scene.named else "今日🌡️"
    body = [f"{numerals.keycap(place)}{_spaced(pair, rng)}" for place, pair in enumerate(scene.pairs(), start=1)]
    return scene.told(lines(house, *body), rng)


def _spaced(pair: Pair, rng: random.Random) -> str:
    field, value = pair
    if value == 0:
        return f"{field.name} {rng.choice(('无', '0'))}"
    return f"{field.name} {numerals.plain(value)} {field.measure}"


def slashes(scene: Scene, rng: random.Random) -> Said:
    """Bare numbers behind formal names, a slash or a dash for none."""
    none = rng.choice(("/", "—", "无", "0"))
    body = [f"{field.name} {numerals.plain(value) if value else none}" for field, value in scene.pairs()]
    return scene.told(lines(header(scene, rng), *body), rng)


def table(scene: Scene, rng: random.Random) -> Said:
    """Cells pasted from a sheet of paper, a row an indicator."""
    gap = rng.choice(("\t", " | ", "｜"))
    body = [gap.join((field.name, numerals.plain(value), field.measure)) for field, value in scene.pairs()]
    return scene.told(lines(header(scene, rng), *body), rng)


def chinese_numerals(scene: Scene, rng: random.Random) -> Said:
    """`入户：一百二十户`, the date in numerals too."""
    day = numerals.han_date(scene.facts.day.month, scene.facts.day.day)
    first = f"{scene.name}{day}" if scene.named else f"{day}日报"
    body = [
        f"{field.name}：{numerals.counted(value)}{field.measure}" if value else f"{field.name}：零"
        for field, value in scene.pairs()
    ]
    return scene.told(lines(first, *body), rng)


def sections(scene: Scene, rng: random.Random) -> Said:
    """`一、排查：入户120户，排查356人`, a numbered paragraph a field of work."""
    left = {field.code: (field, value) for field, value in scene.pairs()}
    paragraphs: list[str] = []
    for title, codes in phrases.SECTIONS.items():
        own = [left.pop(code) for code in codes if code in left]
        if own:
            paragraphs.append(f"{title}：{'，'.join(_formal(*pair) for pair in own)}")
    paragraphs += [_formal(*pair) for pair in left.values()]
    body = [f"{numerals.han(Decimal(at))}、{text}" for at, text in enumerate(paragraphs, start=1)]
    return scene.told(lines(header(scene, rng), *body), rng)


def _formal(field: Field, value: Decimal, number: Number = numerals.plain) -> str:
    return f"{field.name}{number(value)}{field.measure}"


def today_and_total(scene: Scene, rng: random.Random) -> Said:
    """A line for today, a line for the total since the work began."""
    today = "，".join(_formal(*pair) for pair in scene.pairs())
    running = scene.facts.cumulative
    word = rng.choice(("累计", "合计至今", "总计至今"))
    total = "，".join(_formal(scene.sheet.field(code), value) for code, value in running.items())
    text = lines(header(scene, rng), f"今日：{today}", f"{word}：{total}" if total else "")
    return scene.told(text, rng, cumulative=running)


def side_by_side(scene: Scene, rng: random.Random) -> Said:
    """`今日排查356人，累计2890人；检查车辆今日54台次`."""
    running = scene.facts.cumulative
    items = [_formal(*pair) for pair in scene.pairs() if pair[0].code not in running]
    both = [
        f"{field.name}今日{numerals.plain(value)}{field.measure}，"
        f"{rng.choice(('累计', '合计至今', '总计至今'))}{numerals.plain(running[field.code])}{field.measure}"
        for field, value in scene.pairs()
        if field.code in running
    ]
    text = short_header(scene, rng) + "；".join(items + both)
    return scene.told(text, rng, cumulative=running)


def noisy(scene: Scene, rng: random.Random) -> Said:
    """A list with phone numbers, temperatures and thanks between header and end."""
    body = [label(field, value, rng) for field, value in scene.pairs()]
    for _ in range(rng.randint(1, 3)):
        body.insert(rng.randint(0, len(body)), noise(rng))
    return scene.told(lines(header(scene, rng), *body), rng)


def stray_spaces(scene: Scene, rng: random.Random) -> Said:
    """`入 户 86 户 排查 241人`, as thick thumbs type it."""
    items = [
        f"{_loose(field.name, rng)} {numerals.plain(value)}{rng.choice(('', ' '))}{field.measure}"
        for field, value in scene.pairs()
    ]
    return scene.told(short_header(scene, rng) + rng.choice((" ", "  ", "　")).join(items), rng)


def _loose(name: str, rng: random.Random) -> str:
    at = rng.randint(1, len(name) - 1) if len(name) > 1 else 0
    return f"{name[:at]} {name[at:]}" if at and rng.random() < 0.5 else name
