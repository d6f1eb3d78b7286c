"""Instants as they are kept: whole milliseconds since 1970, in UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970 of an aware instant."""
    return (instant - _EPOCH) // timedelta(milliseconds=1)


def from_ms(milliseconds: int) -> datetime:
    """The instant, in UTC, of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


def maybe_ms(instant: datetime | None) -> int | None:
    """`to_ms` where there is an instant."""
    return None if instant is None else to_ms(instant)


def maybe_instant(milliseconds: int | None) -> datetime | None:
    """`from_ms` where there is a number."""
    return None if milliseconds is None else from_ms(milliseconds)
