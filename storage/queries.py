"""The SQL of every question, from storage/sql/, in the words of one database.

A question that both databases understand stands there once. Where they differ, the other wording stands below it under
the same name with `_postgres` at its end. What is asked on a server only has no other wording.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import aiosql

POSTGRES = "_postgres"


@dataclass(frozen=True)
class Statement:
    """SQL with numbered places, and the names of the fields that fill them, in order."""

    sql: str
    fields: tuple[str, ...]


@cache
def for_sqlite(question: str) -> str:
    """The SQL of `subject.question` with its fields by name."""
    subject, name = question.split(".")
    return str(getattr(_sqlite(subject), name).sql)


@cache
def for_postgres(question: str) -> Statement:
    """The SQL of `subject.question` as PostgreSQL takes it."""
    subject, name = question.split(".")
    queries = _postgres(subject)
    name = name + POSTGRES if hasattr(queries, name + POSTGRES) else name
    return Statement(str(getattr(queries, name).sql), tuple(queries.driver_adapter.var_sorted[name]))


def every() -> list[str]:
    """The name of every question, `subject.question`; two wordings of one are one."""
    subjects = sorted(entry.name.removesuffix(".sql") for entry in files("storage.sql").iterdir())
    names = [f"{subject}.{name}" for subject in subjects for name in _sqlite(subject).available_queries]
    return sorted({name.removesuffix(POSTGRES) for name in names if not name.endswith("_cursor")})


@cache
def written(question: str) -> str:
    """The SQL of `subject.question` in one of its wordings: which tables it names, whatever the database."""
    subject, name = question.split(".")
    queries = _sqlite(subject)
    return str(getattr(queries, name if hasattr(queries, name) else name + POSTGRES).sql)


@cache
def is_asked(question: str) -> bool:
    """Whether `subject.question` only asks, and writes nothing."""
    sql = "\n".join(line for line in written(question).splitlines() if not line.lstrip().startswith("--"))
    return sql.split(maxsplit=1)[0].upper() == "SELECT"


@cache
def _sqlite(subject: str) -> Any:
    return aiosql.from_str(_text(subject), "sqlite3", mandatory_parameters=False)


@cache
def _postgres(subject: str) -> Any:
    return aiosql.from_str(_text(subject), "asyncpg", mandatory_parameters=False)


def _text(subject: str) -> str:
    return (files("storage") / "sql" / f"{subject}.sql").read_text("utf-8")
