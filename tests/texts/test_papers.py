"""The printed brief and minutes of a fixed drill day, in every language: the words on the page, and how many pages.

`pytest tests/texts/test_papers.py --update` writes the golden texts anew: look at the pages before you commit them.
"""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from domain.forms import shipped
from texts.catalogue import Words, languages
from texts.printed import Printed, print_paper
from texts.render import Voice

FOLDER = Path(__file__).parent / "printed"
FORM = shipped("epidemic")


def _printed(kind: str, language: str, body: dict[str, Any] | None = None, form: Any = "pdf") -> Printed:
    said = body or json.loads((FOLDER / f"{kind}.json").read_text("utf-8"))
    fields = {"body": said, "day": "2026-02-06", "node": "东观镇"}
    return print_paper(Voice(Words(language), FORM), kind, fields, form)


def _words(printed: Printed) -> str:
    pages = PdfReader(io.BytesIO(printed.pages[0])).pages
    return "\n\f\n".join(page.extract_text().strip() for page in pages) + "\n"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", ["brief", "minutes"])
def test_the_page_says_what_it_said(kind: str, language: str, request: pytest.FixtureRequest) -> None:
    said, golden = _words(_printed(kind, language)), FOLDER / f"{kind}-{language}.txt"
    if request.config.getoption("--update"):
        golden.write_text(said, "utf-8")
    assert said == golden.read_text("utf-8")


def test_the_brief_of_a_town_of_58_is_one_page_in_chinese() -> None:
    assert [len(_printed("brief", language, form="png").pages) for language in ("zh-Hans", "zh-Hant")] == [1, 1]


def test_a_picture_is_sharp_enough_to_read_and_small_enough_to_send() -> None:
    [page] = _printed("brief", "zh-Hans", form="png").pages
    width, height = (int.from_bytes(page[at : at + 4]) for at in (16, 20))
    assert (width, height) == (909, 1286)
    assert len(page) < 1_000_000


@pytest.mark.parametrize("language", languages())
def test_the_brief_of_1100_units_has_three_pages_at_most(language: str) -> None:
    body = json.loads((FOLDER / "brief.json").read_text("utf-8"))
    cells = [cell for group in body["groups"] for cell in group["cells"]]
    groups = [
        {**body["groups"][0], "node": f"第{n}村", "cells": [cells[(n * 5 + at) % 58] for at in range(5)]}
        for n in range(220)
    ]
    assert len(_printed("brief", language, {**body, "groups": groups}, "png").pages) <= 3


def test_signs_that_mean_something_to_a_typesetter_are_printed_as_they_were_written() -> None:
    body = json.loads((FOLDER / "minutes.json").read_text("utf-8"))
    said = '#let x = 1 *粗* _斜_ $a$ <b> @c `d` \\ " [e] = - + // /*'
    text = _words(_printed("minutes", "zh-Hans", {**body, "decisions": [{"text": said, "by": "王", "at": "18:05"}]}))
    assert said.replace(" ", "") in text.replace(" ", "").replace("\n", "")


@pytest.mark.parametrize("language", languages())
def test_good_practice_of_the_day_is_on_the_page(language: str) -> None:
    body = json.loads((FOLDER / "brief.json").read_text("utf-8"))
    told = {"number": "3", "unit": "黄溪村", "text": "每组配一个喇叭", "sent": False}
    messages = [*body["messages"], ["brief-practices", {"practices": [told, {**told, "sent": True}]}]]
    words = _words(_printed("brief", language, {**body, "messages": messages})).replace(" ", "")
    assert words.count("每组配一个喇叭") == 2
    assert len(re.findall(r"[发發]3|send3", words)) == 1


def test_a_file_is_named_so_that_every_system_takes_it() -> None:
    fields = {
        "body": json.loads((FOLDER / "minutes.json").read_text("utf-8")),
        "day": "2026-02-06",
        "node": '东/西:"片"',
    }
    assert (
        print_paper(Voice(Words("zh-Hans"), FORM), "minutes", fields, "pdf").name == "2026-02-06 东-西--片-会议纪要.pdf"
    )
