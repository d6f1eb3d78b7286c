"""Instants as they are kept: whole milliseconds since 1970, in UTC."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 24 * 60 * 60


def to_ms(instant: datetime) -> int:
    """Milliseconds since 1970 of an aware instant."""
    since = instant - _EPOCH  # by its parts, for a division of spans takes three times as long
    return (since.days * _DAY + since.seconds) * 1000 + since.microseconds // 1000


def from_ms(milliseconds: int) -> datetime:
    """The instant, in UTC, of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=milliseconds)


def maybe_ms(instant: datetime | None) -> int | None:
    """`to_ms` where there is an instant."""
    return None if instant is None else to_ms(instant)


def maybe_instant(milliseconds: int | None) -> datetime | None:
    """`from_ms` where there is a number."""
    return None if milliseconds is None else from_ms(milliseconds)
