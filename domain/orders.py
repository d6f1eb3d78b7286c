"""Urgent orders: how often and when one is sent again to the units that have not answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

APART = timedelta(minutes=5)
ROUNDS = 3


class Next(StrEnum):
    """What is due of an order."""

    AGAIN = "again"
    LIST = "list"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Turn:
    """What is done now, as which round, and when the next turn comes (None: this was the last)."""

    what: Next
    rounds: int
    next_at: datetime | None = None


def turn(rounds: int, silent: int, now: datetime) -> Turn:
    """The turn of an order that was sent again so often and to which so many units have not answered.

    The next one is counted from this one, not from the hour at which it was due: after an outage nobody gets three in
    a row.
    """
    if not silent:
        return Turn(Next.NOTHING, rounds)
    if rounds < ROUNDS:
        return Turn(Next.AGAIN, rounds + 1, now + APART)
    return Turn(Next.LIST, rounds)
