"""Circulars and good practice are said whole in every language, whatever state they are in."""

from typing import Any

import pytest

from domain.forms import shipped
from texts.catalogue import Words, languages
from texts.render import Voice, render

FIELDS: dict[str, Any] = {
    "circular": 3,
    "number": "3",
    "unit": "黄溪村",
    "town": "东观镇",
    "text": "每组配一个喇叭，{ $unit } 边走边喊\n" + "一" * 3000,
    "files": [["photo", "a"], ["photo", "b"]],
    "audience": [],
    "nodes": ["东片"],
    "units": 58,
    "read": 50,
    "unread": [f"村{n}" for n in range(8)],
    "day": "2026-02-06",
    "at": "16:02",
}
STATES = ("waiting", "sent", "dropped")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", ["circular", "practice"])
def test_every_message_of_it_is_said_and_the_units_words_stay_theirs(kind: str, language: str) -> None:
    voice = Voice(Words(language), shipped("epidemic"))
    said = [render(voice, kind, FIELDS), render(voice, "circular-draft", {**FIELDS, "kind": kind})]
    said += [render(voice, "circular-live", {**FIELDS, "kind": kind, "state": state}) for state in STATES[1:]]
    assert all("每组配一个喇叭，{ $unit } 边走边喊" in text for text in said)
    assert all(len(text) < 4096 and "\n\n" not in text for text in said)
    rows = {"kind": kind, "rows": [FIELDS], "waiting": [FIELDS]}
    assert render(voice, "circulars", rows).count("黄溪村" if kind == "practice" else "每组配一个喇叭") >= 2
    assert render(voice, "circulars", {"kind": kind, "rows": [], "waiting": []})


def test_those_who_have_not_read_are_named_where_they_are_few() -> None:
    voice = Voice(Words("zh-Hans"), shipped("epidemic"))
    sent = {**FIELDS, "kind": "circular", "state": "sent"}
    assert "还没点已阅：村0、村1" in render(voice, "circular-live", sent)
    many = {**sent, "unread": [f"村{n}" for n in range(40)], "read": 18}
    assert "村0" not in render(voice, "circular-live", many)
