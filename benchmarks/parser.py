"""How long the reader takes for a message: median, 99th hundredth and worst, with the limits beside them.

Run as `python -m benchmarks.parser`, or by `make bench-parser`; exits non-zero where a limit is passed. The form has 28
indicators, the town 1,100 units with an alias each, those of the corpus among them. Each message is read five times and
its fastest reading counts, in processor time, so that what else the machine does stays out of it.
"""

import gc
import json
import sys
import time
from datetime import date
from pathlib import Path
from random import Random
from statistics import median

from domain.forms import Form, shipped, shipped_names
from domain.parsing import UnitIndex, parse

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
DAY = date(2026, 2, 6)
ROUNDS = 5
UNITS = 1100
MEDIAN, NINETY_NINTH, WORST = 0.5, 2.0, 50.0  # milliseconds
SHORT = 300  # signs
Message = tuple[str, Form]

# Each repeated to the length of a message: what once took long, found by trying pairs of the grammar's signs and words.
REPEATED = (
    *"1一(每村组零无.、，,:#【*_@A半",
    *("入户1户", "入户", "1户", "入户\t1\n", "3组", "今日", "累计", "2月6日", "黄溪村", "1.", "一个都没有"),
    *("#接龙\n1.黄溪村 1\n", "(入户1", "入户1+1=2", "入户1/", "138****1234", "A1", "返乡、", "没有返乡", "发热无"),
    *("共1户今日1户", "问题：1", "2组问题：", "(无新增|排查1户", "3号楼\n>1️⃣>", "1_", "1 ", "2.6，", "返乡8点"),
    *("返乡/x", "号武汉返乡1人", "⒈合计村【黄溪村】武汉返乡1人", "1.黄溪村：", "1.号口罩约跑了；", "。一", "排查一"),
    *(
        "口罩\n零报告入户约3人",
        "跑了\n约3人返乡",
        "3号楼⑴问题：各村",
        "返乡应入户无新增",
        "#接龙返乡几3人G318【黄溪村】",
    ),
    *("\ufdfa", "\u337f", "½*", "单位 入户 返乡 黄溪村 1 1 ", "单位\t入户\t返乡\n黄溪村\t1\t1\n"),
)
HOSTILE = tuple((piece * 4096)[:4096] for piece in REPEATED)


def messages() -> list[Message]:
    """Every message of the corpus with its form."""
    forms = {name: shipped(name) for name in shipped_names()}
    found = []
    for path in sorted(CORPUS.glob("*.jsonl")):
        form = next((f for name, f in forms.items() if path.name.startswith(name)), forms["epidemic"])
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [(json.loads(line)["message"], form) for line in lines if line.strip()]
    return found


def roll_call() -> Message:
    """A list of 150 lines, a unit each."""
    lines = [f"{n}. {name} 入户{n}户 返乡{n % 3}人" for n, name in enumerate(town_names(150), 1)]
    return "#接龙\n" + "\n".join(lines), shipped("epidemic")


def town_names(count: int) -> list[str]:
    """Made-up names of villages, all different."""
    rng = Random(1)
    names: dict[str, None] = {}
    while len(names) < count:
        names["".join(rng.choice(signs) for signs in ("青白石金云花", "山溪河桥坪湾", "坝岭沟坡塘井庙街")) + "村"] = (
            None
        )
        names["".join(rng.choice("东西南北上下大小高黄龙凤清水平安家") for _ in range(3)) + "村"] = None
    return list(names)[:count]


def town() -> UnitIndex:
    """1,100 units with aliases, those that the corpus speaks of among them."""
    spoken = {
        report["unit"]
        for path in sorted(CORPUS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
        for report in json.loads(line)["expect"].get("reports", [])
        if report["unit"]
    }
    names = list(dict.fromkeys([*sorted(spoken), *town_names(UNITS)]))[:UNITS]
    return UnitIndex((f"{n:04d}", name, [f"{name[:-1]}{n}"]) for n, name in enumerate(names))


def timed(found: list[Message], units: UnitIndex) -> list[float]:
    """The fastest of some readings of each, in milliseconds."""
    best = [float("inf")] * len(found)
    for _ in range(ROUNDS):
        for place, (text, form) in enumerate(found):
            started = time.process_time()
            parse(text, form, day=DAY, units=units)
            best[place] = min(best[place], (time.process_time() - started) * 1000)
    return best


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    units, corpus = town(), messages()
    gc.collect()
    gc.freeze()  # what the benchmark itself holds is not gone through again and again
    times = timed(corpus, units)
    short = sorted(t for t, (text, _) in zip(times, corpus, strict=True) if len(text) < SHORT)
    heavy = timed([roll_call(), *((text, shipped("epidemic")) for text in HOSTILE)], units)
    rows = [
        (f"median of {len(corpus)} messages", median(times), MEDIAN),
        (f"99 in 100 of {len(short)} under {SHORT} signs", short[int(len(short) * 0.99)], NINETY_NINTH),
        ("worst of the corpus", max(times), WORST),
        ("a roll-call of 150 lines", heavy[0], WORST),
        (f"worst of {len(HOSTILE)} hostile inputs of 4,096 signs", max(heavy[1:]), WORST),
    ]
    for name, figure, limit in rows:
        print(f"{name:<52}{figure:9.3f} ms   limit {limit:6.1f} ms   {'ok' if figure <= limit else 'OVER'}")
    if "-v" in sys.argv:
        for text, figure in zip(HOSTILE, heavy[1:], strict=True):
            print(f"{figure:9.1f} ms  {text[:12]!r}")
    return int(any(figure > limit for _, figure, limit in rows))


if __name__ == "__main__":
    sys.exit(main())
