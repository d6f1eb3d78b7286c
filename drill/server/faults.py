"""Faults that a test or a rehearsal switches on: what a network and Telegram's own bad days do."""

import random
from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "5xx",  # 500 before anything was done
    "502",  # the gateway's HTML page, before anything was done
    "delay",  # done after `seconds` of wall time
    "timeout",  # done, and then no answer: held for `seconds` of wall time, then closed
    "half",  # done, and half of the answer sent
    "drop",  # closed before anything was done
    "403",  # refused: blocked or kicked
    "429",  # refused for `seconds`, whatever the limits say
    "duplicate",  # getUpdates and webhook: updates that were confirmed come once more
    "reorder",  # getUpdates: the batch comes shuffled
]


@dataclass
class Switch:
    """One fault that is on: for a method ("*": all) and a chat (None: all), `times` more (None: for ever)."""

    method: str
    kind: Kind
    chat_id: int | None
    times: int | None
    probability: float
    seconds: float

    def fits(self, method: str, chat_id: int | None) -> bool:
        """Whether this call is one that it is about."""
        named = self.method == "*" or self.method.lower() == method.lower()
        return named and self.chat_id in (None, chat_id) and self.times != 0


class Faults:
    """The switchboard. Chance comes from the seed alone, so a run can be repeated."""

    def __init__(self, seed: int = 0) -> None:
        self.chance = random.Random(seed)
        self.switches: list[Switch] = []
        self.fired: Counter[tuple[str, str]] = Counter()
        self.latency_ms: tuple[float, float] = (0.0, 0.0)

    def next(
        self, method: str, kind: Kind, times: int = 1, *, chat_id: int | None = None, seconds: float = 30.0
    ) -> None:
        """The next `times` calls of the method (in that chat) meet the fault."""
        self._switch(Switch(method, kind, chat_id, times, 1.0, seconds))

    def sometimes(
        self, method: str, kind: Kind, probability: float, *, chat_id: int | None = None, seconds: float = 30.0
    ) -> None:
        """From now on every call of the method (in that chat) meets the fault with this probability."""
        self._switch(Switch(method, kind, chat_id, None, probability, seconds))

    def _switch(self, switch: Switch) -> None:
        if switch.kind not in get_args(Kind):
            raise ValueError(f"no such fault: {switch.kind}")
        self.switches.append(switch)

    def clear(self) -> None:
        """All faults off."""
        self.switches.clear()
        self.latency_ms = (0.0, 0.0)

    def draw(self, method: str, chat_id: int | None, among: tuple[Kind, ...] | None = None) -> Switch | None:
        """The fault that this call meets, if any: the first switch that fits and whose dice say so."""
        for switch in self.switches:
            if among is not None and switch.kind not in among:
                continue
            if switch.fits(method, chat_id) and self._falls(switch):
                self.fired[method, switch.kind] += 1
                return switch
        return None

    def _falls(self, switch: Switch) -> bool:
        if switch.probability < 1.0 and self.chance.random() >= switch.probability:
            return False
        if switch.times is not None:
            switch.times -= 1
        return True

    def latency(self) -> float:
        """Wall seconds that this call takes on top."""
        low, high = self.latency_ms
        return self.chance.uniform(low, high) / 1000 if high else 0.0
