"""The signs with which a regular expression can begin or end, and those that it cannot do without: found by walking
through it."""

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


def last_signs(pattern: str) -> set[str]:
    """Every sign that a match can end with; raises where a class is open-ended."""
    found, empty = _of_sequence(_turned(_parser.parse(pattern)))
    if empty:
        raise ValueError("it can match nothing at all")
    return found


def signs_behind(pattern: str, sign: str) -> set[str]:
    """Every sign that can stand behind this one where a match begins with it; raises where a match can end there."""
    ways = [_of_sequence(_opened(way)) for way in _after(_parser.parse(pattern), sign)]
    if any(empty for _, empty in ways):
        raise ValueError("it can be all of a match")
    return set().union(*(found for found, _ in ways))


def needs(pattern: str, signs: Iterable[str]) -> bool:
    """Whether no text can match that holds none of these signs."""
    return _needs(_parser.parse(pattern), frozenset(signs))


def _after(items: Iterable[tuple[Any, Any]], sign: str) -> list[list[tuple[Any, Any]]]:
    """What may be left of a sequence once this sign has been met."""
    found = []
    given = list(items)
    for place, (operation, argument) in enumerate(given):
        found += [way + given[place + 1 :] for way in _one_after(operation, argument, sign)]
        if str(operation) not in _PASSED_OVER and not _of_one(str(operation), argument)[1]:
            break
    return found


def _one_after(operation: Any, argument: Any, sign: str) -> list[list[tuple[Any, Any]]]:
    if str(operation) in ("LITERAL", "IN"):
        return [[]] if sign in _of_one(str(operation), argument)[0] else []
    if str(operation) == "BRANCH":
        return [left for way in argument[1] for left in _after(way, sign)]
    if str(operation) == "SUBPATTERN":
        return _after(argument[3], sign)
    if str(operation) in ("MAX_REPEAT", "MIN_REPEAT"):
        again = (operation, (0, *argument[1:]))
        return [[*left, again] for left in _after(argument[2], sign)]
    return []


def _opened(items: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The sequence with what is only looked ahead for told as if it were taken."""
    return [each for item in items for each in (item[1][1] if str(item[0]) == "ASSERT" and item[1][0] == 1 else [item])]


def _needs(items: Iterable[tuple[Any, Any]], signs: frozenset[str]) -> bool:
    return any(_one_needs(str(operation), argument, signs) for operation, argument in items)


def _one_needs(operation: str, argument: Any, signs: frozenset[str]) -> bool:
    if operation == "LITERAL":
        return chr(argument) in signs
    if operation == "IN":
        return all(kind in ("LITERAL", "RANGE") and _of_class(kind, value) <= signs for kind, value in _named(argument))
    if operation == "BRANCH":
        return all(_needs(way, signs) for way in argument[1])
    if operation == "SUBPATTERN":
        return _needs(argument[3], signs)
    if operation == "ASSERT":
        return _needs(argument[1], signs)
    return operation in ("MAX_REPEAT", "MIN_REPEAT") and argument[0] > 0 and _needs(argument[2], signs)


def _named(classes: Iterable[tuple[Any, Any]]) -> list[tuple[str, Any]]:
    return [(str(kind), value) for kind, value in classes]


def _turned(items: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The sequence from its end to its beginning, and so all sequences in it."""
    return [(operation, _turned_inside(str(operation), argument)) for operation, argument in reversed(list(items))]


def _turned_inside(operation: str, argument: Any) -> Any:
    if operation == "BRANCH":
        return argument[0], [_turned(way) for way in argument[1]]
    if operation == "SUBPATTERN":
        return *argument[:3], _turned(argument[3])
    if operation in ("MAX_REPEAT", "MIN_REPEAT"):
        return *argument[:2], _turned(argument[2])
    return argument


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
