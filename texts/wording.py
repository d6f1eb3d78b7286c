"""Fluent's patterns made into plain functions, where they hold no more than places to fill and choices by a field.

Nearly every entry is such a one, and is said several times as fast so; nor is a locale loaded for it. What a function
cannot tell as Fluent does (fractions, plural forms, missing fields) it leaves to Fluent. Figures from 1,000 on have a
comma in all of our languages, as in texts/render.py; a test would tell of one where they have not.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from fluent.runtime.resolver import (
    BaseResolver,
    Identifier,
    NumberLiteral,
    Pattern,
    SelectExpression,
    StringLiteral,
    TextElement,
    VariableReference,
)
from fluent.syntax.ast import Placeable

Fields = Mapping[str, object]
Wording = Callable[[Fields], str]

_FIRST_MARKED = 1000


class LeftToFluent(Exception):
    """The words for these fields are Fluent's to say."""


def wording(pattern: BaseResolver) -> Wording:
    """The function that says a pattern, or its one element; it raises LeftToFluent where it cannot."""
    parts: list[Wording] = []
    line: list[str | _Place] = []
    for element in pattern.elements if isinstance(pattern, Pattern) else [pattern]:
        part = _part(element)
        if isinstance(part, str | _Place):
            line.append(part)
        else:
            parts += [_line(line), part] if line else [part]
            line = []
    parts += [_line(line)] if line else []
    return parts[0] if len(parts) == 1 else lambda fields: "".join([part(fields) for part in parts])


class _Place(NamedTuple):
    """Where a field is filled in."""

    name: str


def _line(parts: Sequence[str | _Place]) -> Wording:
    """Words, and between them nothing but places."""
    names = [part.name for part in parts if isinstance(part, _Place)]
    shape = "".join(part.replace("%", "%%") if isinstance(part, str) else f"%({part.name})s" for part in parts)

    def fill(fields: Fields) -> str:
        marked: dict[str, object] = {}
        for name in names:
            value = fields.get(name)
            if isinstance(value, str):
                continue
            if not isinstance(value, int) or value < 0:
                raise LeftToFluent
            if value >= _FIRST_MARKED:
                marked[name] = f"{value:,}"
        return shape % ({**fields, **marked} if marked else fields)

    return fill


def _part(element: object) -> str | _Place | Wording:
    if isinstance(element, TextElement):
        return element.value
    match element.expression if isinstance(element, Placeable) else element:
        case StringLiteral() as literal:
            return str(literal.parse()["value"])
        case VariableReference() as variable:
            return _Place(variable.id.name)
        case SelectExpression() as choice:
            return _choice(choice)
    return _left


def _left(fields: Fields) -> str:
    raise LeftToFluent


def _choice(choice: SelectExpression) -> Wording:
    """By a word, or by a whole number where no variant but the last one, the default, is a plural form."""
    *others, last = choice.variants
    if not isinstance(choice.selector, VariableReference) or not last.default:
        return _left
    name, default = choice.selector.id.name, wording(last.value)
    words = {other.key.name: wording(other.value) for other in others if isinstance(other.key, Identifier)}
    figures = {float(other.key.value): wording(other.value) for other in others if isinstance(other.key, NumberLiteral)}

    def choose(fields: Fields) -> str:
        value = fields.get(name)
        if isinstance(value, str) and not figures:
            return words.get(value, default)(fields)
        if isinstance(value, int) and not words:
            return figures.get(value, default)(fields)
        raise LeftToFluent

    return choose
