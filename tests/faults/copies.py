"""Messages that stand in a chat and of which the program knows no row: why they are there, each held to its own key.

A call that was in flight at a kill may have left one message, and so may a call that was done and whose answer was cut:
by the protocol nobody can know, and an order or an answer goes again. As many as there were such calls are explained,
and not one more.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

FRESH = frozenset({"board", "circular", "practice", "circular-draft", "circular-live"})
"""What shows another hour each time that it is sent, by how its keys begin."""
CUT, IN_FLIGHT = "its answer was cut", "in flight at a kill"
Place = tuple[int, int]
"""Chat and number of a message."""


@dataclass(frozen=True)
class Row:
    """What the program noted of a message: where it stands (None: nobody told us) and how often it was handed over."""

    key: str
    chat: int
    message: int | None
    tries: int


@dataclass(frozen=True)
class Stray:
    """A message of the bot's of which the program knows no row; `cut`: the server posted it and cut the answer."""

    chat: int
    text: str
    cut: bool
    told: str = ""

    @property
    def why(self) -> str:
        """The reason that it may have."""
        return CUT if self.cut else IN_FLIGHT


@dataclass(frozen=True)
class Copy:
    """Such a message with its row's key and why it is there."""

    key: str
    why: str
    text: str


@dataclass
class Copies:
    """The strays, sorted out."""

    doubled: list[Copy] = field(default_factory=list)
    """Each stands beside the one that the program knows of, for a call whose fate was unknown."""
    unsure: list[Copy] = field(default_factory=list)
    """Each stands once: the program never heard so, and did not send it again."""
    beyond: list[Copy] = field(default_factory=list)
    """More copies of a key than it had such calls."""
    unexplained: list[Stray] = field(default_factory=list)
    """No key is theirs, or its calls were answered and the program lived."""


def sort_out(
    strays: Collection[Stray], rows: Sequence[Row], shown: Mapping[Place, str], in_flight: Mapping[str, int]
) -> Copies:
    """Why each stray stands. `shown`: what stands where; `in_flight`: at how many kills each key was."""
    calls = _Calls(rows, shown, in_flight)
    found = Copies()
    # Who may be any row's goes last: a board, whatever it shows; and after a kill's, which needs one, what was cut.
    for stray in sorted(strays, key=lambda one: (not calls.same(one), one.cut)):
        keys, given_up = calls.sent_again(stray), calls.given_up(stray)
        if key := calls.take(keys, stray):
            found.doubled.append(Copy(key, stray.why, stray.told))
        elif key := calls.take(given_up, stray):
            twice = any(copy.key == key for copy in found.unsure)
            (found.doubled if twice else found.unsure).append(Copy(key, stray.why, stray.told))
        elif reasons := [key for key in (*keys, *given_up) if stray.cut or key in in_flight]:
            found.beyond.append(Copy(reasons[0], stray.why, stray.told))
        else:
            found.unexplained.append(stray)
    return found


class _Calls:
    """The calls of each key that may have left a message unknown to the program, and which of them are spent."""

    def __init__(self, rows: Sequence[Row], shown: Mapping[Place, str], in_flight: Mapping[str, int]) -> None:
        self._flights = Counter(in_flight)
        self._unheard = {row.key: row.tries - (row.message is not None) for row in rows}
        self._same: dict[tuple[int, str], list[str]] = {}
        self._fresh: dict[int, list[str]] = {}
        self._given_up: dict[int, list[str]] = {}
        for row in rows:
            if row.message is None and row.tries > 0:
                self._given_up.setdefault(row.chat, []).append(row.key)
            elif row.message is not None and row.tries > 1:
                self._note_again(row, shown.get((row.chat, row.message)))

    def _note_again(self, row: Row, text: str | None) -> None:
        if text is not None:
            self._same.setdefault((row.chat, text), []).append(row.key)
        if row.key.split("/")[0] in FRESH:
            self._fresh.setdefault(row.chat, []).append(row.key)

    def same(self, stray: Stray) -> list[str]:
        """Rows of its chat that were handed over again, and say the same."""
        return self._same.get((stray.chat, stray.text), [])

    def sent_again(self, stray: Stray) -> list[str]:
        """Those of which it may be a copy, the likeliest first."""
        return list(dict.fromkeys([*self.same(stray), *self._fresh.get(stray.chat, [])]))

    def given_up(self, stray: Stray) -> list[str]:
        """Rows of its chat of which the program does not know whether they stand."""
        return self._given_up.get(stray.chat, [])

    def take(self, keys: Sequence[str], stray: Stray) -> str | None:
        """The first of the keys that has such a call left; that one is spent."""
        key = next((key for key in keys if self._left(key, stray)), None)
        if key is not None:
            self._unheard[key] -= 1
            self._flights[key] -= not stray.cut
        return key

    def _left(self, key: str, stray: Stray) -> bool:
        return self._unheard[key] > 0 and (stray.cut or self._flights[key] > 0)
