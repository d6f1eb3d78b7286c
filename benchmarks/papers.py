"""How long the printed brief takes, with the limits beside it: 58 units and 1,100, as PDF and as pictures.

Run as `python -m benchmarks.papers`; exits non-zero where a limit is passed. The first print of a process, which loads
the typesetter and its fonts, is a line of its own.
"""

import json
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any, Literal

from domain.forms import shipped
from texts.catalogue import Words
from texts.printed import print_paper
from texts.render import Voice

DRILL_DAY = Path(__file__).parents[1] / "tests" / "texts" / "printed" / "brief.json"
TOWN, COUNTY = 0.5, 3.0  # seconds
ROUNDS = 5


def brief(units: int) -> dict[str, Any]:
    """The brief of the drill's day, with so many units in villages of five."""
    body: dict[str, Any] = json.loads(DRILL_DAY.read_text("utf-8"))
    cells = [cell for group in body["groups"] for cell in group["cells"]]
    villages = [
        {**body["groups"][0], "node": f"第{n}村", "cells": [cells[(n * 5 + at) % len(cells)] for at in range(5)]}
        for n in range(units // 5)
    ]
    return body if units <= len(cells) else {**body, "groups": villages}


def seconds(body: dict[str, Any], form: Literal["pdf", "png"], round_: int = 0) -> float:
    """One print of it; every round another one, since the typesetter remembers what it has laid out."""
    groups = [
        {**group, "cells": [{**cell, "at": f"{9 + round_}:{at:02}"} for at, cell in enumerate(group["cells"])]}
        for group in body["groups"]
    ]
    fields = {"body": {**body, "groups": groups, "made_at": f"17:{round_}"}, "day": "2026-02-06", "node": "东观镇"}
    started = time.perf_counter()
    print_paper(Voice(Words("zh-Hans"), shipped("epidemic")), "brief", fields, form)
    return time.perf_counter() - started


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    town, county = brief(58), brief(1100)
    rows = [("58 units, the first print of a process", seconds(town, "pdf"), TOWN)]
    for name, body, limit in (("58 units", town, TOWN), ("1,100 units", county, COUNTY)):
        pdf = median(seconds(body, "pdf", n) for n in range(ROUNDS))
        pictures = median(seconds(body, "png", n) for n in range(ROUNDS, 2 * ROUNDS))
        rows += [(f"{name}, PDF", pdf, limit), (f"{name}, pictures", pictures, limit)]
    for name, figure, limit in rows:
        print(f"{name:<44}{figure:8.3f} s   limit {limit:4.1f} s   {'ok' if figure <= limit else 'OVER'}")
    return int(any(figure > limit for _, figure, limit in rows))


if __name__ == "__main__":
    sys.exit(main())
