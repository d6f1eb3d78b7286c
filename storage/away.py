"""A database that takes nothing for now: said in one word, whatever its driver calls it."""

import sqlite3

_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
    }
)
_PRIMARY = 0xFF


class DatabaseAway(Exception):
    """Locked by another process, its disk full or failing, its server gone: nothing of this unit of work stands, and
    the same may be done again later."""


class OffDuty(DatabaseAway):
    """Another process has the duty at the line now; nothing of this unit of work stands."""


def tell_passing(error: sqlite3.OperationalError) -> None:
    """DatabaseAway where the driver says that it cannot for now; nothing where it is wrong for ever."""
    if (error.sqlite_errorcode & _PRIMARY) in _PASSING:
        raise DatabaseAway(f"{error} ({error.sqlite_errorname})") from error


class PassingTroubles:
    """`with PASSING_TROUBLES:` says DatabaseAway where the driver says that it cannot for now; what is wrong for ever
    is raised as it is."""

    __slots__ = ()

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.OperationalError):
            tell_passing(error)


PASSING_TROUBLES = PassingTroubles()
