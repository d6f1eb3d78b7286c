"""Words said by plain functions are the words that Fluent says: every entry of every language, whatever fills it."""

from collections.abc import Iterator

import pytest
from fluent.runtime.resolver import Identifier, VariableReference, Variant
from fluent.syntax.ast import BaseNode

from texts import catalogue
from texts.wording import LeftToFluent, wording

VALUES = ("", "黄溪村", "one", 0, 1, 2, 999, 1000, 1234567, -3, 2.5)


def _nodes(node: object) -> Iterator[object]:
    """All that a pattern is made of."""
    if isinstance(node, list):
        for one in node:
            yield from _nodes(one)
    elif isinstance(node, BaseNode):
        yield node
        yield from _nodes(list(vars(node).values()))


@pytest.mark.parametrize("language", catalogue.languages())
def test_every_entry_is_said_as_fluent_says_it(language: str) -> None:
    said = left = 0
    for key in sorted(catalogue.keys(language)):
        pattern = catalogue._pattern(language, key)
        nodes = list(_nodes(pattern))
        names = sorted({node.id.name for node in nodes if isinstance(node, VariableReference)})
        words = {node.key.name for node in nodes if isinstance(node, Variant) and isinstance(node.key, Identifier)}
        say = wording(pattern)
        for value in (*VALUES, *sorted(words)):
            for fields in (
                dict.fromkeys(names, value),
                *(dict.fromkeys(names, "甲") | {name: value} for name in names),
            ):
                try:
                    words_said = say(fields)
                except LeftToFluent:
                    left += 1
                    continue
                said += 1
                assert words_said == catalogue.fluently(language, key, fields), (key, fields)
    assert said > 2 * left


def test_figures_from_a_thousand_on_are_marked_as_the_language_marks_them() -> None:
    assert catalogue.Words("en").say("figure", name="Visits", value=12345, measure="in all") == "Visits 12,345 in all"


def test_what_is_missing_shows_that_it_is() -> None:
    assert catalogue.Words("en").say("figure", name="Visits", measure="in all") == "Visits value in all"
