"""Messages that are no plain report: zero reports, additions, corrections, roll-call lists, chatter."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from drill.wardens import numerals
from drill.wardens.said import Relay, Said
from drill.wardens.styles import phrases
from drill.wardens.styles.spoken import in_traditional
from drill.wardens.styles.wording import Scene, joined, short

_PASTED = 0.25


def zero_report(scene: Scene, rng: random.Random) -> Said:
    """Nothing happened today: every flow is 0, every stock as it was."""
    day = f"{scene.facts.day.month}月{scene.facts.day.day}日"
    named = (
        f"【{scene.name}】{day} 零报告",
        f"{scene.name}今日零报告",
        f"报告镇防控办，{scene.name}今日无新增，一切正常。",
        in_traditional(f"【{scene.name}】{day}零报告"),
    )
    bare = ("今日零报告", "今日零報告🙏", "零报告", "今日无新增", f"{day}零报告")
    return Said(rng.choice(named if scene.named else bare), zero=True)


def addition(scene: Scene, more: Mapping[str, Decimal], rng: random.Random) -> Said:
    """What was left out is added to what was said before."""
    items = _items(scene, more, rng)
    unit = scene.name if scene.named else ""
    text = rng.choice(
        (
            f"追加：{unit} {items}" if unit else f"追加：{items}",
            f"补充：{unit} {items}" if unit else f"补充：{items}",
            f"刚才漏了，{unit}另外又{items}。",
        )
    )
    return Said(text, truth=dict(more), mode="add")


def correction(scene: Scene, code: str, wrong: Decimal, right: Decimal, rng: random.Random) -> Said:
    """One figure was wrong; the message names the right one, sometimes the wrong one too."""
    field = scene.sheet.field(code)
    unit = scene.name if scene.named else ""
    old, new = (f"{numerals.plain(value)}{field.measure}" for value in (wrong, right))
    text = rng.choice(
        (
            f"更正：{unit}{field.name}应为{new}，不是{old}",
            f"更正：{unit}{field.name}{new}",
            f"不好意思打错字了，{unit}今天{field.name}应为{new}，不是{old}，其他不变。",
            f"{unit}{field.name}{old}改为{new}",
        )
    )
    return Said(text, truth={code: right})


def _items(scene: Scene, values: Mapping[str, Decimal], rng: random.Random) -> str:
    return joined([short(scene.sheet.field(code), value, rng) for code, value in values.items()], rng)


def relay(scenes: Sequence[Scene], rng: random.Random) -> Relay:
    """A roll-call list for several units: `#接龙`, or a numbered line or paragraph a unit."""
    day = f"{scenes[0].facts.day.month}月{scenes[0].facts.day.day}日"
    if all(scene.facts.values for scene in scenes) and rng.random() < _PASTED:
        return _pasted(scenes, day, rng)
    heading, place = rng.choice(
        (
            (f"#接龙\n{day}各村疫情日报，请按格式接", _dotted),
            (f"#接龙 {day}日报", _listed),
            (f"各村情况汇总（{day}）", _lettered),
        )
    )
    rows: list[str] = []
    parts: dict[str, Said] = {}
    for at, scene in enumerate(scenes, start=1):
        said = _row(scene, rng)
        rows.append(place(at, scene.name, said.text))
        parts[scene.code] = said
    text = "\n".join([heading, *rows])
    return Relay(text, {code: replace(said, text=text) for code, said in parts.items()})


def _pasted(scenes: Sequence[Scene], day: str, rng: random.Random) -> Relay:
    """A clerk's table, a row a unit: what a unit did not tell is an empty cell."""
    codes = list(dict.fromkeys(code for scene in scenes for code in scene.facts.values))
    fields = [scenes[0].sheet.field(code) for code in codes]
    names = [f"{field.name}（{field.measure}）" if rng.random() < 0.5 else field.name for field in fields]
    rows = [
        "\t".join([scene.name, *(_cell(scene.facts.values.get(code)) for code in codes)]).rstrip("\t")
        for scene in scenes
    ]
    text = "\n".join([f"各村数据汇总 {day}", "\t".join(["单位", *names]), *rows])
    return Relay(text, {scene.code: Said(text, truth=scene.facts.values) for scene in scenes})


def _cell(value: Decimal | None) -> str:
    return "" if value is None else numerals.plain(value)


def _row(scene: Scene, rng: random.Random) -> Said:
    """One unit's share of the list; a unit without facts reports zero."""
    if not scene.facts.values:
        return Said("零报告", zero=True)
    return Said(" ".join(short(field, value, rng) for field, value in scene.pairs()), truth=scene.facts.values)


def _dotted(at: int, name: str, words: str) -> str:
    return f"{at}. {name} {words}"


def _listed(at: int, name: str, words: str) -> str:
    return f"{at}、{name} {words}"


def _lettered(at: int, name: str, words: str) -> str:
    return f"{numerals.han(Decimal(at))}、{name}：{'，'.join(words.split())}。"


def chatter(rng: random.Random) -> Said:
    """Talk that is no report; sometimes in traditional script."""
    text = rng.choice(phrases.CHATTER)
    return Said(in_traditional(text) if rng.random() < 0.15 else text, is_report=False)


Rendering = Callable[[Scene, random.Random], Said]
