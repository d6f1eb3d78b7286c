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
