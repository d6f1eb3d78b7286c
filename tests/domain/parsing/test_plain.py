"""The short way of plain messages says what the long way says, and is taken where nothing can be weighed."""

from datetime import date
from random import Random

import pytest

from benchmarks.county import reports
from domain.forms import shipped, shipped_names
from domain.parsing import Parse, parse, reading
from domain.parsing.fold import fold
from domain.parsing.names import lexicon
from domain.parsing.numbers import asides
from domain.parsing.plain import told_plainly
from tests.domain.parsing.scoring import REFERENCE, cases, form_of
from tests.domain.parsing.test_corpus import OPEN

EPIDEMIC = shipped("epidemic")
READY = lexicon(EPIDEMIC)


def plainly(text: str) -> bool:
    """Whether a message goes the short way."""
    folded = fold(text)
    return told_plainly(folded, asides(folded, READY.measures), READY) is not None


def both_ways(messages: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Parse, Parse]]:
    """Each message as it is read, and as it is read where none is plain. messages: form and text."""
    short = [parse(text, shipped(form), day=REFERENCE) for form, text in messages]
    monkeypatch.setattr(reading, "told_plainly", lambda *_: None)
    long = [parse(text, shipped(form), day=REFERENCE) for form, text in messages]
    return [(text, *ways) for (_, text), *ways in zip(messages, short, long, strict=True)]


def made_up(count: int) -> list[tuple[str, str]]:
    """Messages of every word of every form, with and without its measure, in all the ways of a plain message."""
    chance = Random("plain")
    found = []
    for number in range(count):
        name = shipped_names()[number % len(shipped_names())]
        form = shipped(name)
        clauses = []
        for indicator in chance.sample(form.indicators, chance.randint(1, 5)):
            measure = chance.choice([indicator.measure, indicator.measure, "", "人", "个", *indicator.also])
            word = chance.choice(indicator.spoken)
            colon = chance.choice(["", "", "：", " "])
            figure = f"{chance.choice([0, 1, 2, 17, 130, 1206, 20260])}{measure}"
            clauses.append(f"{word}{colon}{chance.choice([figure, figure, figure, '无', '没有'])}")
        heading = chance.choice(
            ["", "黄溪村2月6日 ", "【东观社区】2月6日日报\n", "各位领导晚上好，", "收到", "1月30日", "今天"]
        )
        stop = chance.choice(["，", "；", "\n", "。", "、", " "])
        found.append((name, heading + stop.join(clauses) + chance.choice(["", "。", "，请领导放心", "，明天再报"])))
    return found


def test_the_short_way_says_of_each_open_message_what_the_long_way_says(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = [(form_of(path), case.message) for path in OPEN for case in cases(path)]
    for text, short, long in both_ways(messages, monkeypatch):
        assert short == long, text


def test_the_short_way_says_of_every_word_of_a_form_what_the_long_way_says(monkeypatch: pytest.MonkeyPatch) -> None:
    messages = made_up(1500)
    assert sum(plainly(text) for form, text in messages if form == "epidemic") > 60
    for text, short, long in both_ways(messages, monkeypatch):
        assert short == long, text


def test_what_wardens_write_on_an_ordinary_day_goes_the_short_way() -> None:
    assert all(
        plainly(report.text.partition("日")[2]) for report in reports(date(2026, 2, 6), 40) if "日" in report.text
    )


@pytest.mark.parametrize(
    "text", ["今天入户120户，返乡3人", "黄溪村：今日排查12人\n口罩：20", "1、入户5户；\n2、返乡0人；"]
)
def test_days_colons_and_list_numbers_say_nothing_else_of_a_figure(text: str) -> None:
    assert plainly(text.removeprefix("黄溪村"))


@pytest.mark.parametrize(
    "text",
    [
        "入户约120户，返乡3人",
        "入户120户、返乡3人",
        "入户120多户，返乡3人",
        "今天新增居家隔离3人",
        "累计入户120户，返乡3人",
        "入户120户，返乡零",
        "入户120户，无返乡",
        "入户120户，返乡没有了",
        "没有困难，入户120户",
        "入户120户，昨天返乡3人",
        "发放口罩200只",
        "入户五十户",
        "入户120户，其中返乡3人",
        "入户5千克",
        "入户120户，返乡3人吗",
        "8点开会，入户120户",
        "村里的事，都办好了",
    ],
)
def test_whatever_says_more_of_a_figure_goes_the_long_way(text: str) -> None:
    assert not plainly(text)
