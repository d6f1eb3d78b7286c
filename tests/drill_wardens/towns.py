"""A town, its form and a planned day, for the tests of this folder."""

import random
from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from domain.forms import shipped
from domain.town import CycleTimes
from drill.wardens.acts import Plan
from drill.wardens.behaviour import plan_day
from drill.wardens.roster import Town, found_town
from drill.wardens.sheet import Sheet, sheet_of
from drill.wardens.styles.wording import Scene
from drill.wardens.truth import true_day

DAY = date(2026, 2, 6)
ZONE = ZoneInfo("Asia/Shanghai")
TIMES = CycleTimes()
SEEDS = (1, 2, 3, 4, 5)


@cache
def sheet(form: str = "epidemic") -> Sheet:
    return sheet_of(shipped(form))


@cache
def town(seed: int) -> Town:
    return found_town(seed)


@cache
def plan(seed: int) -> Plan:
    return plan_day(town(seed), sheet(), DAY, ZONE, TIMES, seed)


def scene(rng: random.Random, seed: int = 1, form: str = "epidemic", named: bool = True) -> Scene:
    """Some unit's true day, to be told."""
    unit = rng.choice(town(seed).reporting())
    facts = true_day(rng, sheet(form), unit.code, DAY)
    return Scene(sheet(form), facts, unit.name, unit.code, named)
