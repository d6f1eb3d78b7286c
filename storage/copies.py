"""Copies of a database file: consistent while others write, whole or not there at all, their owner alone reads them."""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from domain.errors import NotPossible
from storage.away import PASSING_TROUBLES, DatabaseAway

_PATIENCE = 10.0


@dataclass(frozen=True)
class Copy:
    """A database's file that was looked through: its size in bytes and its schema version."""

    path: Path
    size: int
    version: int


def copied(source: Path, target: Path, *, replacing: bool = False) -> Copy:
    """Copy a database that others may be writing to. It stands under its name only once it is whole, checked, on disk.

    NotPossible when there is something of that name (unless `replacing`) or the database is broken, DatabaseAway when
    there is no room.
    """
    partial = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with PASSING_TROUBLES:
            os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            with closing(_reading(source)) as one, closing(sqlite3.connect(partial)) as other:
                one.backup(other)
                other.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        copy = examined(partial)
        _to_disk(partial)
        if replacing:
            os.replace(partial, target)
        else:
            os.link(partial, target)
        _to_disk(target.parent)
        return Copy(target, copy.size, copy.version)
    except FileExistsError:
        raise NotPossible("cli-file-there", path=str(target)) from None
    except OSError as error:
        raise DatabaseAway(f"{target} cannot be written: {error.strerror}") from error
    finally:
        partial.unlink(missing_ok=True)


def examined(path: Path) -> Copy:
    """Look through a file from end to end; NotPossible when it is not there, broken or none of ours."""
    if not path.is_file():
        raise NotPossible("cli-no-file", path=str(path))
    try:
        with closing(_reading(path)) as file:
            [[said]] = file.execute("PRAGMA integrity_check(1)")
            [[version]] = file.execute("PRAGMA user_version")
            ours = file.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('inbox', 'outbox')").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise NotPossible("database-broken", path=str(path), reason=str(error)) from None
    if said != "ok":
        raise NotPossible("database-broken", path=str(path), reason=said)
    if ours != 2:
        raise NotPossible("database-broken", path=str(path), reason="no gridwarden")
    return Copy(path, path.stat().st_size, version)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
