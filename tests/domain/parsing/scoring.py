"""How near a parse is to what a message must become. Run as a module it prints the figures of every corpus, or of the
files named (-v: with the messages that are not exact), and exits non-zero where they are below the limits.

Classes, worst first: wrong (something is accepted that is not so), dropped (something expected is neither accepted nor
asked), asked (right, with a needless, missing or differing question), exact.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from domain.forms import Form, shipped, shipped_names
from domain.parsing import parse, shown

REFERENCE = date(2026, 2, 6)
_EDGES = " \t\n,.;:，。；：、!！"


@dataclass(frozen=True)
class Case:
    """One message of a corpus with what it must become."""

    id: str
    message: str
    expect: Mapping[str, Any]


def cases(path: Path) -> list[Case]:
    """The messages of a corpus file, one JSON object a line."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Case(row["id"], row["message"], row["expect"]) for row in lines]


def read(case: Case, form: Form) -> dict[str, Any]:
    """What the parser makes of it, in the shape for programs."""
    return json.loads(json.dumps(shown(parse(case.message, form, day=REFERENCE))))


def judge(expected: Mapping[str, Any], got: Mapping[str, Any], form: Form) -> str:
    """The class of a parse."""
    wanted = [_plain(r, form) for r in expected["reports"]] if expected["is_report"] else []
    given = [_plain(r, form) for r in got["reports"]] if got["is_report"] else []
    if not wanted or not given:
        return _one_side(wanted, given)
    worst, left = "exact", list(given)
    for want in wanted:
        same = [g for g in left if g["unit"] == want["unit"]]
        best = next((g for g in same if g["mode"] == want["mode"]), same[0] if same else None)
        if best is None and len(wanted) == 1 and left:
            best = left[0]
        if best is None:
            worst = _worse(worst, "dropped")
            continue
        left.remove(best)
        worst = _worse(worst, _pair(want, best))
    for extra in left:
        worst = _worse(worst, "wrong" if extra["values"] or extra["zero"] else "asked")
    return worst


def figures(paths: Iterable[Path], form: Form) -> Counter[str]:
    """How many messages of these files fall in each class."""
    return Counter(judge(c.expect, read(c, form), form) for path in paths for c in cases(path))


_ORDER = ("exact", "asked", "dropped", "wrong")


def _worse(one: str, other: str) -> str:
    return max(one, other, key=_ORDER.index)


def _one_side(wanted: list[dict[str, Any]], given: list[dict[str, Any]]) -> str:
    if wanted:
        return "dropped"
    if not given:
        return "exact"
    return "wrong" if any(g["values"] or g["cumulative"] or g["zero"] for g in given) else "asked"


def _plain(report: Mapping[str, Any], form: Form) -> dict[str, Any]:
    flows = {i.code for i in form.indicators if i.kind == "flow"}
    values = {k: float(v) for k, v in report["values"].items()}
    if report["zero_report"]:
        values = {k: v for k, v in values.items() if v or k not in flows}
    return {
        "unit": report["unit"],
        "day": report["day"] or REFERENCE.isoformat(),
        "values": values,
        "cumulative": {k: float(v) for k, v in report["cumulative"].items()},
        "texts": {k: v.strip(_EDGES) for k, v in report["texts"].items() if v.strip(_EDGES)},
        "mode": report["mode"],
        "zero": report["zero_report"],
        "asked": Counter((q["indicator"], q["reason"]) for q in report["questions"]),
    }


def _pair(want: dict[str, Any], got: dict[str, Any]) -> str:
    codes = {code for code, _ in got["asked"]}
    reasons = {reason for _, reason in got["asked"]}
    worst = "exact"
    if got["unit"] != want["unit"]:
        worst = _worse(worst, "asked" if "unit_unclear" in reasons else "wrong")
    if got["day"] != want["day"]:
        worst = _worse(worst, "asked" if "day_refused" in reasons else "wrong")
    if got["mode"] != want["mode"] or (got["zero"] and not want["zero"]):
        worst = "wrong"
    if want["zero"] and not got["zero"]:
        worst = _worse(worst, "dropped")
    for field in ("values", "cumulative"):
        if any(want[field].get(k) != v for k, v in got[field].items()):
            worst = "wrong"
        for code in want[field].keys() - got[field].keys():
            worst = _worse(worst, "asked" if codes & {code, None} else "dropped")
    if got["texts"] != want["texts"]:
        worst = _worse(worst, "dropped" if want["texts"].keys() - got["texts"].keys() else "asked")
    lost = [q for q in want["asked"] - got["asked"] if q[0] not in codes and not (q[0] is None and codes)]
    if lost:
        worst = _worse(worst, "dropped")
    return _worse(worst, "exact" if got["asked"] == want["asked"] else "asked")


CORPUS = Path(__file__).parents[2] / "corpus"
EXAMPLES = Path(__file__).parents[4] / "shared" / "report-examples.jsonl"
EXACT_OPEN, EXACT_HELDOUT, WRONG = 0.97, 0.90, 0.005
# What was read exactly, and what was read wrong, when each held-out set was read for the first time, before anybody had
# looked into it. These are the honest figures; each set was looked into after the next one had been written.
FIRST_READINGS = (
    ("first", "lists, prose, silence, structured: 166 messages", 0.934, 0.030),
    ("second", "60 messages made to mislead by somebody who knew the reader", 0.833, 0.067),
    ("third", "174 messages of a writer who had not seen the reader", 0.977, 0.011),
    ("fourth", "200 messages of another such writer", 0.950, 0.030),
    ("fifth", "140 messages of a third such writer, after all that was mended", 0.986, 0.007),
    ("sixth", "200 messages of a fourth such writer", 0.950, 0.005),
    ("seventh", "300 messages of a fifth such writer, who went for what is told beside a report", 0.927, 0.043),
    ("eighth", "200 messages of a sixth such writer, after what the seventh showed was mended", 0.955, 0.010),
    ("ninth", "200 messages of a seventh such writer, after what the eighth showed was mended", 0.980, 0.005),
)


def form_of(path: Path) -> str:
    """The form that a corpus is written for: the one its file's name begins with, else the epidemic's."""
    return next((name for name in shipped_names() if path.name.startswith(name)), "epidemic")


def corpora() -> tuple[list[Path], list[Path]]:
    """The corpus files that anybody may tune on, and those kept aside."""
    return sorted(CORPUS.glob("*-open.jsonl")), sorted(CORPUS.glob("*-heldout.jsonl"))


def _row(name: str, counts: Counter[str]) -> str:
    n = counts.total() or 1
    return f"{name:<28}{counts.total():>6}" + "".join(f"{counts[level] / n:>10.4f}" for level in _ORDER)


def table(paths: Iterable[Path], name: str) -> Counter[str]:
    """Print a line for each file and one for all of them; their counts together."""
    every: Counter[str] = Counter()
    for path in paths:
        counts = figures([path], shipped(form_of(path)))
        every += counts
        print(_row(path.stem, counts))
    print(_row(name, every), end="\n\n")
    return every


def show(path: Path) -> None:
    """Print the messages of a file that are not exact."""
    form = shipped(form_of(path))
    for case in cases(path):
        level = judge(case.expect, read(case, form), form)
        if level != "exact":
            print("  ", level, case.id, case.message.replace("\n", "|")[:120])


def main() -> int:
    """Print the figures; 1 where the whole corpus is below the limits."""
    named = [Path(a) for a in sys.argv[1:] if a != "-v"]
    print(f"{'':<28}{'n':>6}" + "".join(f"{level:>10}" for level in _ORDER))
    if named:
        table(named, "together")
        for path in named if "-v" in sys.argv else ():
            show(path)
        return 0
    seen, aside = corpora()
    opened, kept = table(seen, "OPEN"), table(aside, "HELD OUT")
    print("held-out sets as they were first read:")
    for name, what, exact, wrong in FIRST_READINGS:
        print(f"  {name:<8}exact {exact:.3f}  wrong {wrong:.3f}   {what}")
    print()
    checks = [
        ("exact, open", opened["exact"] / opened.total(), ">=", EXACT_OPEN),
        ("exact, held out", kept["exact"] / kept.total(), ">=", EXACT_HELDOUT),
        ("wrong, open", opened["wrong"] / opened.total(), "<=", 0),
        ("wrong, held out", kept["wrong"] / kept.total(), "<=", WRONG),
        *_examples(),
    ]
    met = [figure >= limit if sign == ">=" else figure <= limit for _, figure, sign, limit in checks]
    for (name, figure, sign, limit), good in zip(checks, met, strict=True):
        print(f"{name:<28}{figure:.4f}  limit {sign} {limit}  {'ok' if good else 'NOT MET'}")
    return int(not all(met))


def _examples() -> list[tuple[str, float, str, float]]:
    """The limits for the contract's own examples, where they lie beside this repository."""
    if not EXAMPLES.exists():
        return []
    counts = figures([EXAMPLES], shipped("epidemic"))
    return [
        ("exact, examples", counts["exact"] / counts.total(), ">=", EXACT_OPEN),
        ("wrong, examples", counts["wrong"] / counts.total(), "<=", 0),
        ("dropped, examples", counts["dropped"] / counts.total(), "<=", 0),
    ]


if __name__ == "__main__":
    sys.exit(main())
