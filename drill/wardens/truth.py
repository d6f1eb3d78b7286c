"""What is true for a unit and a day, before anybody has typed a word of it. Obeys the form's limits and rules."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from drill.wardens.sheet import Field, Sheet

# What a unit of some 300 households does in a day, lowest and highest; other indicators follow from their limit.
USUAL: Mapping[str, tuple[int, int]] = {
    "households_visited": (22, 160),
    "people_screened": (170, 480),
    "returnees": (0, 6),
    "home_isolation": (0, 21),
    "isolation_released": (0, 4),
    "temperature_checks": (90, 900),
    "checkpoints": (1, 4),
    "checkpoint_people": (40, 620),
    "people_turned_back": (0, 26),
    "vehicles_checked": (18, 240),
    "vehicles_turned_back": (0, 14),
    "disinfected_sites": (2, 26),
    "disinfected_area": (300, 5200),
    "leaflets": (40, 520),
    "slogans": (2, 34),
    "broadcasts": (1, 12),
    "gatherings_stopped": (0, 6),
    "premises_inspected": (3, 40),
    "pcr_samples": (60, 1300),
    "tips_received": (0, 3),
    "staff_on_duty": (5, 34),
    "masks": (40, 3200),
    "alcohol": (3, 60),
    "disinfectant": (4, 120),
    "thermometers": (2, 12),
}

# Fields of work: a unit reports some of them, and whole.
DUTIES: tuple[tuple[str, ...], ...] = (
    ("households_visited", "people_screened"),
    ("returnees", "key_area_returnees"),
    ("close_contacts", "fever_cases"),
    ("home_isolation", "isolation_released"),
    ("temperature_checks",),
    ("checkpoints", "checkpoint_people", "people_turned_back"),
    ("vehicles_checked", "vehicles_turned_back"),
    ("disinfected_sites", "disinfected_area"),
    ("leaflets", "slogans", "broadcasts"),
    ("gatherings_stopped", "premises_inspected", "tips_received"),
    ("pcr_samples",),
    ("staff_on_duty",),
    ("masks", "alcohol", "disinfectant", "thermometers"),
)

PROBLEMS = (
    "隔离户垃圾清运不及时",
    "卡点夜间照明不足",
    "口罩500只，酒精20升",
    "喷雾器电池只剩2块",
    "3户老人独居，买菜不便",
    "夜班取暖炭火不够",
    "外省车辆绕小路进村，人手不足",
    "测温枪遇冷读数不准",
    "部分群众不愿登记，需派出所支持",
)

REMARKS = (
    "党员志愿队轮班送菜上门",
    "村医每天上门两次",
    "返乡大学生帮忙写板报",
    "用流动小喇叭讲方言，老人听得懂",
)


@dataclass(frozen=True)
class Facts:
    """The true figures of one unit and day, in the form's order; `cumulative` only of what the unit keeps a book of."""

    unit: str
    day: date
    values: Mapping[str, Decimal]
    cumulative: Mapping[str, Decimal] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def only(self, codes: Iterable[str]) -> "Facts":
        """The same day seen through these indicators alone, without texts and totals."""
        wanted = set(codes)
        return Facts(self.unit, self.day, {code: x for code, x in self.values.items() if code in wanted})


def true_day(rng: random.Random, sheet: Sheet, unit: str, day: date, alerts: Mapping[str, int] | None = None) -> Facts:
    """One unit's day: 4 to 16 indicators; an alert indicator is 0 unless `alerts` says otherwise."""
    alerted = set(alerts or {})
    wanted = _chosen_codes(rng, sheet) | alerted | {whole for code in alerted for whole in sheet.limits_of(code)}
    values = {one.code: _drawn(rng, one) for one in sheet.fields if one.code in wanted}
    values |= {code: Decimal(count) for code, count in (alerts or {}).items()}
    _obey(sheet, values)
    ordered = {one.code: values[one.code] for one in sheet.fields if one.code in values}
    return Facts(unit, day, ordered, _running(rng, sheet, ordered), _texts(rng, sheet))


def _chosen_codes(rng: random.Random, sheet: Sheet) -> set[str]:
    """Whole duties of the epidemic form, or a random half of another form's indicators."""
    duties = [[code for code in duty if sheet.has(code)] for duty in DUTIES]
    known = [duty for duty in duties if duty]
    if len(known) < 6:
        codes = [one.code for one in sheet.fields]
        return set(rng.sample(codes, k=max(1, len(codes) // 2)))
    first, others = known[0], known[1:]
    return {code for duty in (first, *rng.sample(others, rng.randint(2, 6))) for code in duty}


def _drawn(rng: random.Random, one: Field) -> Decimal:
    if one.alert:
        return Decimal(0)
    low, high = _span(one)
    value = Decimal(rng.randint(low, high))
    return value + Decimal("0.5") if not one.whole and one.stock and rng.random() < 0.3 else value


def _span(one: Field) -> tuple[int, int]:
    """The usual span, kept a tenth below the limit above which the sender is asked."""
    reach = int(one.limit.sqrt())
    low, high = USUAL.get(one.code, (reach // 5, reach * 3 // 2))
    ceiling = max(1, int(one.limit * 9 / 10))
    return min(low, ceiling), min(high, ceiling)


def _obey(sheet: Sheet, values: dict[str, Decimal]) -> None:
    """Nothing tops what it may not top: the larger side is raised, unless it is an alert, which nobody may invent."""
    for _ in sheet.below:
        for smaller, larger in sheet.below:
            if smaller in values and larger in values and values[smaller] > values[larger]:
                if sheet.field(larger).alert:
                    values[smaller] = values[larger]
                else:
                    values[larger] = values[smaller]


def _running(rng: random.Random, sheet: Sheet, values: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Totals since the work began, for one to three of the flows that happened today."""
    flows = [code for code, x in values.items() if x > 0 and x == int(x) and not sheet.field(code).stock]
    kept = rng.sample(flows, min(len(flows), rng.randint(1, 3)))
    return {code: values[code] * rng.randint(4, 15) + rng.randint(1, 40) for code in values if code in kept}


def _texts(rng: random.Random, sheet: Sheet) -> dict[str, str]:
    texts = {}
    if "problems" in sheet.texts and rng.random() < 0.35:
        texts["problems"] = rng.choice(PROBLEMS)
    if "remarks" in sheet.texts and rng.random() < 0.2:
        texts["remarks"] = rng.choice(REMARKS)
    return texts
