"""Every language says everything: no key is missing, no words need a field that the others do not know."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

import texts
from bot.routes import COMMANDS
from domain.script import simplified
from texts.catalogue import DEFAULT, Words, keys, languages
from texts.traditional import TRADITIONAL, pairs

FOLDER = Path(texts.__file__).parent


def _fields(language: str) -> dict[str, set[str]]:
    """The fields that each key's words need."""
    found: dict[str, set[str]] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path.name} does not read: {entry.content[:80]}"
            if isinstance(entry, ast.Message):
                found[entry.id.name] = _variables(entry.to_json())
    return found


def _variables(tree: object) -> set[str]:
    """The names of all variables in a message's syntax tree."""
    if isinstance(tree, list):
        return set().union(*map(_variables, tree))
    if not isinstance(tree, dict):
        return set()
    if tree.get("type") == "VariableReference":
        return {tree["id"]["name"]}
    return set().union(*map(_variables, tree.values()))


def test_there_are_the_three_languages_that_we_promise() -> None:
    assert set(languages()) >= {"zh-Hans", "zh-Hant", "en"}


@pytest.mark.parametrize("language", languages())
def test_each_language_has_words_for_every_key(language: str) -> None:
    assert keys(language) == keys(DEFAULT)


@pytest.mark.parametrize("language", languages())
def test_every_key_is_said_without_a_gap(language: str) -> None:
    words, wanted = Words(language), _fields(DEFAULT)
    for key in sorted(keys(language)):
        said = words.say(key, **dict.fromkeys(wanted[key], 7))
        assert said.strip(), key
        assert not re.search(r"\{\s*[$\-A-Z]", said), f"{key}: {said}"


@pytest.mark.parametrize("language", languages())
def test_no_language_needs_a_field_that_the_first_does_not(language: str) -> None:
    wanted = _fields(DEFAULT)
    unknown = {key: own - wanted[key] for key, own in _fields(language).items() if own - wanted.get(key, set())}
    assert unknown == {}


_QUOTED = re.compile("「([^」]*)」")
_NAMED_BY_OTHERS = {"传送我的名片", "置顶讯息", "贴上为数值"}
"""Quoted, and not to be typed: our own button, Telegram's right, the spreadsheet's order."""
_COMMANDS = {word: command.words[0] for command in COMMANDS for word in command.words}


@pytest.mark.parametrize("path", sorted((FOLDER / DEFAULT).glob("*.ftl")), ids=lambda path: path.stem)
def test_what_a_reader_of_traditional_script_is_told_to_type_is_what_the_program_reads(path: Path) -> None:
    typed = [simplified(quoted) for quoted in _QUOTED.findall((FOLDER / TRADITIONAL / path.name).read_text("utf-8"))]
    read = _QUOTED.findall(path.read_text("utf-8"))
    assert len(typed) == len(read)
    assert [pair for pair in zip(typed, read, strict=True) if not _means(*pair)] == []


def _means(typed: str, read: str) -> bool:
    """Whether both are read as the same: letter by letter, or as two words of one command."""
    (word, *rest), (other, *others) = typed.split(" "), read.split(" ")
    same = word == other or (word in _COMMANDS and _COMMANDS[word] == _COMMANDS.get(other))
    return typed in _NAMED_BY_OTHERS or (same and rest == others)


def test_no_entry_refers_to_another_since_each_is_parsed_alone() -> None:
    for path in sorted(FOLDER.glob("*/*.ftl")):
        tree = FluentParser(with_spans=False).parse(path.read_text("utf-8"))
        assert not re.search(r'"(?:Message|Term)Reference"', json.dumps(tree.to_json())), path.name


def test_no_key_is_written_twice() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted((FOLDER / DEFAULT).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Message):
                places[entry.id.name].append(path.name)
    assert {key: where for key, where in places.items() if len(where) > 1} == {}


def test_the_traditional_texts_are_those_made_from_the_simplified_ones() -> None:
    stale = [path.name for path, text in pairs(FOLDER) if not path.exists() or path.read_text("utf-8") != text]
    assert stale == [], "run python -m texts.traditional"
