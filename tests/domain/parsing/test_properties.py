"""Properties of the reader: what holds for any report, any chatter around it, any script, any input."""

import os
import re
import time
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from domain.forms import Form, Indicator, shipped, shipped_names
from domain.parsing import Parse, parse, parse_answer, parse_number, shown
from tests.domain.parsing.scoring import REFERENCE, cases, form_of
from tests.domain.parsing.test_corpus import OPEN

EPIDEMIC = shipped("epidemic")
MESSAGES = [c.message for path in OPEN if form_of(path) == "epidemic" for c in cases(path)]
# more of them when asked: PROPERTY_EXAMPLES=5000 python -m pytest tests/domain/parsing/test_properties.py
FEW = settings(
    max_examples=int(os.environ.get("PROPERTY_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TO_TRADITIONAL = OpenCC("s2t")

# Chatter that says nothing of any indicator, one of each kind of number that is nobody's.
CHATTER = [
    "联系电话13800001234",
    "值班手机139-0000-5678",
    "车牌川RA1234",
    "走的G318国道",
    "坐K9482次火车",
    "最高36.9℃",
    "体温36.5度",
    "上午8点到下午6点",
    "18:00",
    "轮流守24小时",
    "3号楼2单元",
    "2组和5组",
    "82岁的王大爷",
    "完成率98%",
    "花了120元",
    "群众都很配合",
    "请领导放心",
    "辛苦大家了",
    "一直守到天黑",
]


def reads(message: str, form: Form = EPIDEMIC) -> Parse:
    return parse(message, form, day=REFERENCE)


def told(parse_: Parse) -> tuple[dict[str, Decimal], list[tuple[str | None, str]]]:
    """All values and questions of a parse, whoever they are of."""
    values = {code: value for report in parse_.reports for code, value in report.values.items()}
    return values, [(q.indicator, q.reason) for report in parse_.reports for q in report.questions]


def han(number: int) -> str:
    """A number under 10000 in Chinese words."""
    if number == 0:
        return "零"
    words, zero = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if zero and words else "") + "零一二三四五六七八九"[digit] + sign
            zero = False
        else:
            zero = True
    return words


FIGURES = [
    str,
    lambda n: f"{n:,}",
    lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    han,
]


@st.composite
def reports(draw: st.DrawFn, form: Form = EPIDEMIC) -> tuple[str, dict[str, Decimal]]:
    """A rendering of some values in one of the notations, and the values."""
    chosen = draw(st.lists(st.sampled_from(form.indicators), min_size=1, max_size=6, unique_by=lambda i: i.code))
    values = {i.code: draw(st.integers(0, min(int(i.asks or 900), 900))) for i in chosen}
    for rule in form.rules:
        if rule.left in values and rule.right in values and values[rule.left] > values[rule.right]:
            values[rule.left] = values[rule.right]
    figure = draw(st.sampled_from(FIGURES))
    shape = draw(
        st.sampled_from(["{name}：{n}{m}", "{name}{n}{m}", "{name} {n} {m}", "{name}（{m}）：{n}", "{n}{m}{name}"])
    )
    parted = draw(st.sampled_from(["\n", "，", "；", "、"]))
    parts = [shape.format(name=_word(draw, i), n=figure(values[i.code]), m=i.measure) for i in chosen]
    return parted.join(parts), {code: Decimal(v) for code, v in values.items()}


def _word(draw: st.DrawFn, indicator: Indicator) -> str:
    """One of the indicator's own words, but for those whose sense hangs on what stands before."""
    return draw(st.sampled_from([w for w in (indicator.name, *indicator.words) if w not in indicator.alone]))


@FEW
@given(reports())
def test_a_report_in_any_notation_is_read_back(drawn: tuple[str, dict[str, Decimal]]) -> None:
    message, values = drawn
    # `一起` is "together" before a name: 一起检查商户18家
    assume("一起" not in message)
    assert told(reads(message)) == (values, [])


@pytest.mark.parametrize("form", [name for name in shipped_names() if name != "epidemic"])
@FEW
@given(data=st.data())
def test_a_report_of_another_form_is_read_back(form: str, data: st.DataObject) -> None:
    message, values = data.draw(reports(shipped(form)))
    assume("一起" not in message)
    assert told(reads(message, shipped(form))) == (values, [])


@FEW
@given(reports(), st.lists(st.sampled_from(CHATTER), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_chatter_between_the_lines_never_changes_a_value(
    drawn: tuple[str, dict[str, Decimal]], chatter: list[str], rng: object
) -> None:
    message, values = drawn
    assume("一起" not in message)
    lines = message.split("\n")
    for n, words in enumerate(chatter):
        lines.insert(n * 2 % (len(lines) + 1), words)
    assert told(reads("\n".join(lines))) == (values, [])


@FEW
@given(st.sampled_from(MESSAGES))
def test_traditional_script_is_read_like_simplified(message: str) -> None:
    assert told(reads(TO_TRADITIONAL.convert(message))) == told(reads(message))


@FEW
@given(st.sampled_from(MESSAGES))
def test_full_width_figures_are_read_like_half_width(message: str) -> None:
    wide = message.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert told(reads(wide)) == told(reads(message))


@FEW
@given(st.sampled_from(MESSAGES), st.sampled_from(MESSAGES), st.integers(0, 200), st.integers(0, 40))
def test_messages_run_together_or_cut_short_never_raise_nor_invent(one: str, other: str, at: int, cut: int) -> None:
    message = one[:at] + other[cut:] + one[at:]
    result = reads(message)
    shown(result)
    _nothing_invented(message, result)


@FEW
@given(st.text(max_size=300))
def test_no_text_raises_or_takes_long(text: str) -> None:
    started = time.process_time()
    shown(reads(text))
    parse_answer(text, EPIDEMIC)
    parse_number(text)
    assert time.process_time() - started < 0.25


@pytest.mark.parametrize(
    "text",
    ["1" * 4096, "一" * 4096, "入户1户" * 1000, "(" * 4096, "每" * 4096, "入户\t1\n" * 800, "\n" * 4096, "村" * 4096],
)
def test_hostile_repetition_is_read_in_time(text: str) -> None:
    started = time.process_time()
    shown(reads(text))
    assert time.process_time() - started < 0.25


@FEW
@given(st.sampled_from(MESSAGES))
def test_every_accepted_value_stands_in_the_text(message: str) -> None:
    _nothing_invented(message, reads(message))


def _nothing_invented(message: str, result: Parse) -> None:
    """Each value's stretch of the message holds a numeral, or a word for none where the value is zero."""
    for trace in result.trace:
        stretch = message[trace.start : trace.end]
        if trace.value:
            assert re.search(r"[\d０-９零〇一二两兩三四五六七八九十百千万萬廿卅壹贰叁几幾半]", stretch), (
                stretch,
                trace,
            )
        assert stretch, (message, trace)


# Sentences that say nothing of any indicator, whatever stands in them; they may follow any report on a line of its own.
TAILS = [
    "气温零下3℃。",
    "王书记2月1日来看过我们。",
    "这里距县城18公里。",
    "下一次消杀在2月10日。",
    "路上堵了2个小时。",
    "镇上送来的姜汤每人一碗。",
    "一个都不能少！",
    "一次都没漏。",
    "一户都不落下。",
    "没有其他情况。",
    "隔壁村2月5日已解封。",
    "共3页。",
    "村里路滑大家小心。",
    "明天预计返乡2人。",
    "双柏村的数据他们自己报。",
    "收到请回复。",
]
# Names that are made of words of the form, of marks, of figures.
NAMES = ["共和村", "喇叭沟村", "无量寺村", "登记桥村", "五户坪村", "二月山村", "卡口村", "零口镇", "半山社区", "约溪村"]
OPENINGS = ["{unit}2月6日：", "【{unit}】", "{unit}今日", "补报2月5日：{unit}", "紧急报告：{unit}今日", "{unit}：\n"]


def plain_report(values: dict[str, int]) -> str:
    return "，".join(f"{EPIDEMIC.indicator(c).name}{n}{EPIDEMIC.indicator(c).measure}" for c, n in values.items())


@st.composite
def figures_of_the_day(draw: st.DrawFn) -> dict[str, int]:
    """Some values that no limit and no rule puts in doubt."""
    ruled = {rule.left for rule in EPIDEMIC.rules}
    codes = [i.code for i in EPIDEMIC.indicators if i.code not in ruled]
    chosen = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=5, unique=True))
    return {code: draw(st.integers(0, min(int(EPIDEMIC.indicator(code).asks or 90), 90))) for code in chosen}


@FEW
@given(figures_of_the_day(), st.sampled_from(TAILS), st.sampled_from(["\n", "。\n"]))
def test_a_sentence_of_something_else_below_a_report_changes_no_value(
    values: dict[str, int], tail: str, end: str
) -> None:
    assert told(reads(plain_report(values) + end + tail)) == ({c: Decimal(v) for c, v in values.items()}, [])


@FEW
@given(figures_of_the_day(), st.sampled_from(NAMES), st.sampled_from(OPENINGS))
def test_a_unit_is_known_whatever_its_name_is_made_of(values: dict[str, int], unit: str, opening: str) -> None:
    (report,) = reads(opening.format(unit=unit) + plain_report(values)).reports
    assert report.unit == unit
    assert dict(report.values) == {c: Decimal(v) for c, v in values.items()}


@FEW
@given(figures_of_the_day(), st.sampled_from(["l", "O", "I", "o"]), st.integers(1, 9))
def test_a_figure_with_a_letter_in_it_is_never_taken_nor_passed_over(
    values: dict[str, int], letter: str, digit: int
) -> None:
    code = next(iter(values))
    indicator = EPIDEMIC.indicator(code)
    rest = {c: v for c, v in values.items() if c != code}
    for written in (f"{letter}{digit}", f"{digit}{letter}"):
        message = "，".join(filter(None, [plain_report(rest), f"{indicator.name}{written}{indicator.measure}"]))
        taken, asked = told(reads(message))
        assert taken == {c: Decimal(v) for c, v in rest.items()}
        assert [of for of, _ in asked] == [code]


@FEW
@given(
    figures_of_the_day(),
    st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True),
    st.sampled_from(["\n", "\n\n"]),
)
def test_paragraphs_of_units_are_a_report_each(values: dict[str, int], units: list[str], parted: str) -> None:
    paragraph = plain_report(values).replace("，", "\n")
    found = reads(parted.join(f"【{unit}】\n{paragraph}" for unit in units)).reports
    assert [r.unit for r in found] == units
    assert all(dict(r.values) == {c: Decimal(v) for c, v in values.items()} for r in found)


@FEW
@given(figures_of_the_day(), st.sampled_from(["\t", " ", " | "]))
def test_a_table_that_lost_its_line_ends_is_read_where_it_comes_out(values: dict[str, int], parted: str) -> None:
    assume(len(values) > 1)
    names = parted.join(["单位", *(EPIDEMIC.indicator(code).name for code in values)])
    rows = [parted.join(["甲子村", *map(str, values.values())]), parted.join(["乙丑村", *("0" for _ in values)])]
    found = {report.unit: dict(report.values) for report in reads(f"{names} {rows[0]} {rows[1]}").reports}
    assert found == {"甲子村": {c: Decimal(v) for c, v in values.items()}, "乙丑村": dict.fromkeys(values, Decimal(0))}


@FEW
@given(figures_of_the_day(), st.sampled_from(["\t", " "]))
def test_a_table_that_lost_its_line_ends_and_a_figure_is_never_taken_as_it_stands(
    values: dict[str, int], parted: str
) -> None:
    assume(len(values) > 1)
    names = parted.join(["单位", *(EPIDEMIC.indicator(code).name for code in values)])
    rows = [parted.join(["甲子村", *map(str, values.values())]), parted.join(["乙丑村", *("7" for _ in values)][:-1])]
    taken, _ = told(reads(f"{names} {rows[0]} {rows[1]}"))
    assert taken == {}
