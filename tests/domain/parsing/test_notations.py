"""Properties of the reader over every notation: numerals, the shapes of a clause, lists, tables, chatter between."""

from collections.abc import Callable
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from domain.forms import Indicator
from domain.parsing import parse_number
from tests.domain.parsing.test_properties import CHATTER, EPIDEMIC, FEW, han, reads, told

WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def spoken(number: int) -> str:
    """A number under a hundred million in Chinese words, as people say it (两百零五, 一万二千)."""
    if number < 10_000:
        words = han(number)
    else:
        rest = number % 10_000
        words = han(number // 10_000) + "万" + (("零" if rest < 1000 else "") + han(rest) if rest else "")
    words = words.removeprefix("一") if 10 <= number < 20 else words
    for unit in "百千万":
        words = words.replace(f"二{unit}", f"两{unit}")
    return words


# How people write a number: what it is, and the numbers that can be written so.
NOTATIONS: dict[str, tuple[Callable[[int], str], Callable[[int], bool]]] = {
    "figures": (str, lambda n: True),
    "commas": (lambda n: f"{n:,}", lambda n: True),
    "wide figures": (lambda n: str(n).translate(WIDE), lambda n: True),
    "wide commas": (lambda n: f"{n:,}".translate(WIDE), lambda n: n >= 1000),
    "words": (han, lambda n: n < 10_000),
    "as spoken": (spoken, lambda n: True),
    "formal words": (lambda n: han(n).translate(FORMAL), lambda n: 0 < n < 10_000),
    "廿": (lambda n: "廿" + (han(n % 10) if n % 10 else ""), lambda n: 20 <= n < 30),
    "〇": (lambda n: "〇", lambda n: n == 0),
    "ten thousands": (lambda n: f"{Decimal(n) / 10_000:f}万", lambda n: n >= 10_000 and n % 100 == 0),
    "thousands": (lambda n: f"{n // 1000}千", lambda n: 1000 <= n < 10_000 and n % 1000 == 0),
    "spoken short": (
        lambda n: spoken(n // 100 * 100) + han(n % 100 // 10),
        lambda n: 100 < n < 1000 and n % 10 == 0 and n % 100 != 0,
    ),
}
NUMBERS = st.one_of(
    st.integers(0, 40),
    st.integers(0, 9999),
    st.integers(1, 99).map(lambda n: n * 100),
    st.integers(10, 90).map(lambda n: n * 1000),
)


@st.composite
def written(draw: st.DrawFn, number: int) -> str:
    """The number in one of the notations that can write it."""
    ways = [write for write, fits in NOTATIONS.values() if fits(number)]
    return draw(st.sampled_from(ways))(number)


@FEW
@given(NUMBERS, st.data())
def test_a_number_in_any_notation_has_its_value(number: int, data: st.DataObject) -> None:
    assert parse_number(data.draw(written(number))) == number


# A clause for one figure: label and value, one-liners, measures in brackets, prose.
CLAUSES = [
    "{name}：{n}{m}",
    "{name}:{n}",
    "{name}={n}{m}",
    "{name}{n}{m}",
    "{name} {n} {m}",
    "{name}（{m}）：{n}",
    "{name}({m}){n}",
    "{n}{m}{name}",
    "今天{name}{n}{m}",
    "今日{name}共{n}{m}",
    "{name}一共有{n}{m}",
    "{name}达到了{n}{m}",
    "我村{name}{n}{m}",
    "{name}总数为{n}{m}",
    "{name}—{n}{m}",
]

# Words whose sense hangs on what stands before them, and measures that begin a word, are no fault of a notation.
Drawn = tuple[dict[str, int], list[Indicator]]


@st.composite
def figures(draw: st.DrawFn, most: int = 5) -> Drawn:
    """Some values that no limit and no rule puts in doubt, and their indicators in order."""
    ruled = {rule.left for rule in EPIDEMIC.rules}
    free = [i for i in EPIDEMIC.indicators if i.code not in ruled]
    chosen = draw(st.lists(st.sampled_from(free), min_size=1, max_size=most, unique_by=lambda i: i.code))
    return {i.code: min(draw(NUMBERS), int(i.asks or 900)) for i in chosen}, chosen


def words_of(indicator: Indicator) -> list[str]:
    return [w for w in (indicator.name, *indicator.words) if w not in indicator.alone]


def as_values(values: dict[str, int]) -> dict[str, Decimal]:
    return {code: Decimal(value) for code, value in values.items()}


@st.composite
def clauses(draw: st.DrawFn) -> tuple[dict[str, int], list[str]]:
    """A clause for each of some values, every one in its own shape and notation."""
    values, chosen = draw(figures())
    told_so = [
        draw(st.sampled_from(CLAUSES)).format(
            name=draw(st.sampled_from(words_of(i))), n=draw(written(values[i.code])), m=i.measure
        )
        for i in chosen
    ]
    assume(not any("一起" in clause for clause in told_so))  # together, before a name
    return values, told_so


@FEW
@given(clauses(), st.sampled_from(["\n", "，", "；", "。"]))
def test_clauses_of_any_shape_and_notation_are_read_back(drawn: tuple[dict[str, int], list[str]], parted: str) -> None:
    values, told_so = drawn
    assert told(reads(parted.join(told_so))) == (as_values(values), [])


@FEW
@given(
    clauses(),
    st.lists(st.tuples(st.integers(0, 6), st.sampled_from(CHATTER)), min_size=1, max_size=3),
    st.sampled_from(["\n", "，", "；", "。"]),
)
def test_chatter_at_any_boundary_of_clauses_changes_no_value(
    drawn: tuple[dict[str, int], list[str]], chatter: list[tuple[int, str]], parted: str
) -> None:
    values, told_so = drawn
    pieces = list(told_so)
    for place, words in chatter:
        pieces.insert(min(place, len(pieces)), words)
    taken, _ = told(reads(parted.join(pieces)))
    assert {c: taken.get(c) for c in values} == as_values(values)
    assert taken == as_values(values)


UNITS = ["黄溪村", "东观社区", "共和村", "北门卡点", "双柏村"]
ROWS = {"tabs": "\t", "bars": " | ", "commas": ",", "blanks": " "}


@FEW
@given(
    figures(),
    st.lists(st.sampled_from(UNITS), min_size=2, max_size=4, unique=True),
    st.sampled_from(sorted(ROWS)),
    st.sampled_from(["\n", " "]),
    st.booleans(),
)
def test_a_table_is_read_back_by_column(drawn: Drawn, units: list[str], sign: str, end: str, summed: bool) -> None:
    values, chosen = drawn
    assume(len(values) > 1 and not (sign == "commas" and end == " "))
    parted = ROWS[sign]
    head = parted.join(["单位", *(i.name for i in chosen)])
    rows = [parted.join([unit, *(str(values[i.code]) for i in chosen)]) for unit in units]
    rows += [parted.join(["合计", *(str(values[i.code] * len(units)) for i in chosen)])] if summed else []
    found = {r.unit: dict(r.values) for r in reads(end.join([head, *rows])).reports}
    assert found == {unit: as_values(values) for unit in units}


@FEW
@given(
    clauses(),
    st.lists(st.sampled_from(UNITS), min_size=2, max_size=4, unique=True),
    st.sampled_from(["{n}. ", "{n}、", "{n} "]),
    st.sampled_from(["：", " "]),
)
def test_a_roll_call_is_read_back_line_by_line(
    drawn: tuple[dict[str, int], list[str]], units: list[str], number: str, behind: str
) -> None:
    values, told_so = drawn
    lines = [f"{number.format(n=n)}{unit}{behind}{'，'.join(told_so)}" for n, unit in enumerate(units, 1)]
    found = {r.unit: dict(r.values) for r in reads("#接龙\n" + "\n".join(lines)).reports}
    assert found == {unit: as_values(values) for unit in units}
