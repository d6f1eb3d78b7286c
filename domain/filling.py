"""The form, led through question by question: where somebody is in it, and what they have filled in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from domain.forms import Form
from domain.numbers import exact, exact_values, plain, plain_values


@dataclass(frozen=True)
class Filling:
    """A form half filled in.

    order     the indicators in the order in which they are asked
    at        which of them is asked now; len(order) is the end
    doubtful  a figure over the usual that waits to be confirmed
    done      the summary is shown, before it is sent
    """

    unit_id: int
    day: date
    order: tuple[str, ...]
    at: int = 0
    values: Mapping[str, Decimal] = field(default_factory=dict)
    doubtful: Decimal | None = None
    done: bool = False

    @property
    def asked(self) -> str | None:
        """The indicator that is asked now; None when the summary is shown."""
        return None if self.done or self.at >= len(self.order) else self.order[self.at]

    @property
    def left(self) -> int:
        """How many indicators have not been asked yet."""
        return max(0, len(self.order) - self.at)

    def answered(self, value: Decimal) -> "Filling":
        """The figure stands, the next one is asked."""
        code = self.order[self.at]
        return self._moved(self.at + 1, {**self.values, code: value})

    def skipped(self) -> "Filling":
        """Nothing is said of this one, the next is asked."""
        code = self.order[self.at]
        return self._moved(self.at + 1, {c: value for c, value in self.values.items() if c != code})

    def back(self) -> "Filling":
        """The one before is asked again."""
        return self._moved(max(0, self.at - 1), self.values)

    def doubting(self, value: Decimal) -> "Filling":
        """The figure is over the usual: it is asked once more."""
        return replace(self, doubtful=value)

    def asking_anew(self) -> "Filling":
        """The doubtful figure was a slip: the same one is asked again."""
        return replace(self, doubtful=None)

    def reviewed(self) -> "Filling":
        """Far enough: the summary is shown."""
        return replace(self, done=True, doubtful=None)

    def resumed(self) -> "Filling":
        """On with those that were not asked yet."""
        return replace(self, done=self.at >= len(self.order))

    def _moved(self, at: int, values: Mapping[str, Decimal]) -> "Filling":
        return replace(self, at=at, values=values, doubtful=None, done=at >= len(self.order))

    def as_state(self) -> dict[str, object]:
        """As plain JSON, to be kept between two messages."""
        return {
            "unit": self.unit_id,
            "day": self.day.isoformat(),
            "order": list(self.order),
            "at": self.at,
            "values": plain_values(self.values),
            "doubtful": None if self.doubtful is None else plain(self.doubtful),
            "done": self.done,
        }

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> "Filling":
        """What `as_state` kept."""
        doubtful = state["doubtful"]
        return cls(
            state["unit"],
            date.fromisoformat(state["day"]),
            tuple(state["order"]),
            state["at"],
            exact_values(state["values"]),
            None if doubtful is None else exact(doubtful),
            state["done"],
        )


def order_of(form: Form, usual: Iterable[str], given: Iterable[str]) -> tuple[str, ...]:
    """Which indicators are asked, and in which order: what the unit usually reports first; not what it has reported.

    usual: what it reported last; given: what it has reported of this day.
    """
    known, first = frozenset(given), frozenset(usual)
    codes = [indicator.code for indicator in form.indicators if indicator.code not in known]
    return tuple(sorted(codes, key=lambda code: code not in first))
