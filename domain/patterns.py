"""Regular expressions that are compiled when they are first used: there are hundreds of them, and compiling them all is
a quarter of a start. Once nobody waits, `compiling` gets those ready that are not yet."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Pattern:
    """Stands in for a compiled pattern; from its first use on, its methods are the compiled one's own."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self.flags = flags
        self.ready = False
        for method in _METHODS:
            setattr(self, method, partial(self._first, method))

    def _first(self, method: str, *told: Any, **named: Any) -> Any:
        return getattr(self.prepare(), method)(*told, **named)

    def prepare(self) -> "re.Pattern[str]":
        """Compile it, and take over its methods."""
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        self.ready = True
        return compiled


_ALL: list[_Pattern] = []


def regex(text: str, flags: int = 0) -> "re.Pattern[str]":
    """For a pattern that stands in a module: what `re.compile` gives, or its re.error, at the first use."""
    _ALL.append(_Pattern(text, flags))
    return cast("re.Pattern[str]", _ALL[-1])


def any_of(words: Mapping[str, str]) -> str:
    """A pattern of any of these words, the longest that stands there; with each what must hold at its end besides.

    It is told sign by sign (入户|入村|测温 is 入(?:户|村)|测温), so that no sign of a text is compared with every word.
    """
    following: dict[str, dict[str, str]] = {}
    for word, besides in words.items():
        if word:
            following.setdefault(word[0], {})[word[1:]] = besides
    ways = [re.escape(sign) + any_of(rests) for sign, rests in following.items()]
    if "" in words:
        ways.append(words[""])
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def compiling() -> Iterator[str]:
    """Compile all that were not used yet, one a step, some milliseconds each: whoever goes along may pause. What was
    compiled is told."""
    for each in _ALL:
        if not each.ready:
            yield each.prepare().pattern
