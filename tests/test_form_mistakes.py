"""Whatever is wrong with a town's form file is told in words, in every language."""

import ast
from pathlib import Path

import pytest

from bot.cli import line_of
from domain import forms
from domain.errors import Mistake
from domain.forms import read
from texts.catalogue import Words, languages

GOOD = """
code = "small"
name = "小报表"
[measures]
"户" = { same = ["家"] }
[[indicator]]
code = "visited"
name = "入户"
measure = "户"
kind = "flow"
[[indicator]]
code = "present"
name = "在岗"
measure = "人"
kind = "stock"
[[rule]]
left = "visited"
right = "present"
"""

# What is written -> what is written instead, and the reason that is then told.
BROKEN = (
    ('code = "small"', 'code = "small"\ncolour = "red"', "unknown_key"),
    ('name = "小报表"', "", "missing"),
    ('name = "小报表"', "name = 3", "not_text"),
    ('name = "小报表"', 'name = "小报表"\nnames = "Small"', "not_names"),
    ('"户" = { same = ["家"] }', '"户" = { same = "家" }', "not_words"),
    ('"户" = { same = ["家"] }', '"户" = { same = ["家", "家"] }', "word_twice"),
    ('"户" = { same = ["家"] }', '"户" = 3', "not_tables"),
    ('"户" = { same = ["家"] }', '"户" = { converts = 2 }', "not_factors"),
    ('"户" = { same = ["家"] }', '"户" = { converts = { "家" = -1 } }', "bad_number"),
    ('"户" = { same = ["家"] }', '"户" = { decimal = "no" }', "not_yes_or_no"),
    ('kind = "flow"', 'kind = "flwo"', "unknown_kind"),
    ('code = "visited"', 'code = "入户"', "bad_code"),
    ('code = "visited"', 'hxl = "reached"\ncode = "visited"', "bad_hashtag"),
    ('code = "visited"', 'code = "present"', "code_twice"),
    ('name = "在岗"', 'name = "入户"\nalso = ["户"]', "word_shared"),
    ('left = "visited"', 'left = "absent"', "unknown_code"),
    ('left = "visited"', 'left = "present"', "rule_of_itself"),
    ('left = "visited"', 'left = "visited"\nkind = "sum"', "unknown_rule"),
    ('left = "visited"', 'left = "visited"\nright_day = "later"', "unknown_day"),
    (GOOD, 'code = "small"\nname = "小报表"\n', "no_indicators"),
    (GOOD, "code = ", "not_toml"),
)


def _mistakes(text: str) -> list[Mistake]:
    found = read(text)
    return list(found) if isinstance(found, tuple) else []


def test_the_form_that_the_others_are_broken_from_is_right() -> None:
    assert _mistakes(GOOD) == []


@pytest.mark.parametrize(("good", "bad", "reason"), BROKEN, ids=[reason for _, _, reason in BROKEN])
def test_a_broken_form_is_told_by_key_and_reason_in_every_language(good: str, bad: str, reason: str) -> None:
    assert good in GOOD
    found = [mistake for mistake in _mistakes(GOOD.replace(good, bad, 1)) if mistake.reason == reason]
    assert found, _mistakes(GOOD.replace(good, bad, 1))
    for language in languages():
        line = line_of(Words(language), Mistake(found[0].key, reason, found[0].fields, "form.toml"))
        assert line.startswith("form.toml: ")
        assert "{$" not in line.replace(" ", "")


def test_every_reason_that_the_check_may_give_is_tried_here() -> None:
    tree = ast.parse(Path(forms.__file__).with_name("check.py").read_text("utf-8"))
    told = [call for call in ast.walk(tree) if isinstance(call, ast.Call) and len(call.args) >= 2]
    named = [call.args[1] for call in told if _name(call) in ("tell", "Mistake")]
    words = {node.value for arg in named for node in _said(arg) if isinstance(node, ast.Constant)}
    assert words == {reason for _, _, reason in BROKEN}


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _said(arg: ast.expr) -> list[ast.expr]:
    """The reason, or both of `one if ... else other`."""
    return [arg.body, arg.orelse] if isinstance(arg, ast.IfExp) else [arg]
