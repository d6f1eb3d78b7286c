"""Pictures for the phone: a figure's days, the ranking; each with its words in every language."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from domain.forms import shipped
from texts.catalogue import Words, languages
from texts.printed import print_paper
from texts.render import Voice, render

FORM = shipped("epidemic")
DAYS = [f"2026-02-{day:02d}" for day in range(1, 15)]
TREND: dict[str, Any] = {
    "paper": ["trend"],
    "day": DAYS[-1],
    "node": "东观镇",
    "code": "disinfected_area",
    "span": len(DAYS),
    "at": "14:01",
    "days": DAYS,
    "values": [None, *(1000.5 * n for n in range(1, 14))],
    "usual": 6503.3,
}
ROW = {"points": 93, "days": 6, "on_time": 6, "complete": 96, "response": 12, "tasks": 5, "due": 5, "done": 4}
RANKING: dict[str, Any] = {
    "paper": ["ranking"],
    "day": DAYS[-1],
    "node": "东观镇",
    "span": "week",
    "n": 6,
    "at": "17:45",
    "units": 70,
    "left_out": ["双河村"],
    "rows": [{"place": n, "unit": f"单元{n}", **ROW} for n in range(1, 59)],
}


def _voice(language: str) -> Voice:
    return Voice(Words(language), FORM)


def _words(language: str, kind: str, fields: dict[str, Any]) -> str:
    [page] = PdfReader(io.BytesIO(print_paper(_voice(language), kind, fields, "pdf").pages[0])).pages
    return page.extract_text()


@pytest.mark.parametrize(("language", "large"), [("zh-Hans", "1.3万"), ("zh-Hant", "1.3萬"), ("en", "13.0k")])
def test_a_figures_days_stand_in_a_picture_with_what_was_usual(language: str, large: str) -> None:
    said = _words(language, "trend", TREND)
    assert large in said
    assert "6,503.3" in said
    assert FORM.indicator("disinfected_area").shown(language) in said
    assert said.count("2/") == len(DAYS)


@pytest.mark.parametrize("language", languages())
def test_the_ranking_of_a_town_is_one_picture_that_a_chat_takes(language: str) -> None:
    said = _words(language, "ranking", RANKING)
    assert all(f"单元{n}" in said for n in range(1, 59))
    assert said.count("6/6") == said.count("4/5") == 58
    assert "12 " in said.replace("12分", "12 ")
    pages = print_paper(_voice(language), "ranking", RANKING, "png").pages
    width, height = (int.from_bytes(pages[0][at : at + 4]) for at in (16, 20))
    assert len(pages) == 1
    assert width + height < 10_000
    assert height < 20 * width


@pytest.mark.parametrize("language", languages())
def test_the_words_under_it_fit_a_caption(language: str) -> None:
    assert (
        len(render(_voice(language), "rank-picture", {**RANKING, "left_out": [f"单元{n}" for n in range(40)]})) < 1024
    )
