"""The signs with which a regular expression can begin, found by walking through it."""

import importlib
from collections.abc import Iterable
from typing import Any

_parser: Any = importlib.import_module("re._parser")
_PASSED_OVER = {"ASSERT", "ASSERT_NOT", "AT"}


def first_signs(pattern: str) -> set[str]:
    """Every sign that a match can begin with; raises where a class is open-ended."""
    found, empty = _of_sequence(_parser.parse(pattern))
    if empty:
        raise ValueError("it can match nothing at all")
    return found


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """The signs, and whether all of it can be left out."""
    found: set[str] = set()
    for operation, argument in items:
        signs, empty = _of_one(str(operation), argument)
        found |= signs
        if not empty:
            return found, False
    return found, True


def _of_one(operation: str, argument: Any) -> tuple[set[str], bool]:
    if operation in _PASSED_OVER:
        return set(), True
    if operation == "LITERAL":
        return {chr(argument)}, False
    if operation == "IN":
        return {sign for kind, value in argument for sign in _of_class(str(kind), value)}, False
    if operation == "BRANCH":
        ways = [_of_sequence(way) for way in argument[1]]
        return set().union(*(signs for signs, _ in ways)), any(empty for _, empty in ways)
    if operation == "SUBPATTERN":
        return _of_sequence(argument[3])
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        signs, empty = _of_sequence(argument[2])
        return signs, empty or argument[0] == 0
    raise ValueError(operation)


def _of_class(kind: str, value: Any) -> set[str]:
    if kind == "LITERAL":
        return {chr(value)}
    if kind == "RANGE":
        return {chr(c) for c in range(value[0], value[1] + 1)}
    if kind == "CATEGORY":
        return set("0123456789")
    raise ValueError(kind)
