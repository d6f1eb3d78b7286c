"""What a check-up finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.errors import Mistake


class Level(StrEnum):
    """How bad it is: `bad` keeps a day from working, `warn` keeps a part of it from working."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Finding:
    """One thing looked at: `key` names its words (`doctor-…`); of a rule book's mistake the mistake itself."""

    level: Level
    key: str
    fields: Mapping[str, object] = field(default_factory=dict)
    mistake: Mistake | None = None


def ok(key: str, **fields: object) -> Finding:
    """All is well."""
    return Finding(Level.OK, key, fields)


def warn(key: str, **fields: object) -> Finding:
    """Something will not work as it should."""
    return Finding(Level.WARN, key, fields)


def bad(key: str, **fields: object) -> Finding:
    """The day will not work."""
    return Finding(Level.BAD, key, fields)
