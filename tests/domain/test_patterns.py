"""Patterns are compiled when they are first used, or by who goes through them while nobody waits."""

import re
import subprocess
import sys

import pytest

from domain import patterns
from domain.patterns import any_of, compiling, regex


def test_a_pattern_answers_as_a_compiled_one_does() -> None:
    ours, theirs = regex(r"(?P<figure>\d+)户", re.IGNORECASE), re.compile(r"(?P<figure>\d+)户", re.IGNORECASE)
    text = "入户120户，排查30户"
    assert ours.findall(text) == theirs.findall(text)
    assert [m["figure"] for m in ours.finditer(text, 3)] == [m["figure"] for m in theirs.finditer(text, 3)]
    assert ours.sub("", text) == theirs.sub("", text)
    assert ours.pattern == theirs.pattern


def test_a_wrong_pattern_is_told_at_its_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_ALL", [])  # who compiles all that there are is to be spared this one
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


LOADED = "import bot.commands.run; from domain.patterns import compiling; "


def test_every_pattern_of_the_program_can_be_compiled_and_none_is_at_its_start() -> None:
    """In a process of its own: here others were before us."""
    counting = LOADED + "print(len([*compiling()]), len([*compiling()]))"
    told = subprocess.run([sys.executable, "-c", counting], capture_output=True, text=True, check=True, timeout=60)
    first, second = map(int, told.stdout.split())
    assert first > 250
    assert second == 0


def test_going_through_them_leaves_out_what_was_used() -> None:
    list(compiling())
    used, unused = regex("一"), regex("二")
    assert used.search("一")
    assert list(compiling()) == [unused.pattern]


def test_words_told_sign_by_sign_match_the_longest_that_stands_there() -> None:
    words = ["入户", "入村", "入户排查", "测温", "户"]
    either = re.compile(any_of(dict.fromkeys(words, "")))
    assert either.findall("入户排查，入户测，入村户，温") == ["入户排查", "入户", "入村", "户"]


def test_a_word_whose_further_condition_fails_gives_way_to_a_shorter_one() -> None:
    either = re.compile(any_of({"测": "", "测温": "(?<!不测温)"}))
    assert either.findall("测温，不测温") == ["测温", "测"]


def test_signs_of_patterns_in_words_stand_for_themselves() -> None:
    assert re.fullmatch(any_of({"a+": "", "a.b": ""}), "a.b")
    assert not re.fullmatch(any_of({"a+": "", "a.b": ""}), "aab")
