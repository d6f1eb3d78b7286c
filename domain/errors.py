"""What the program may refuse, as a key and fields; the words stand in texts/.

Refusal            anything that a person asked for and that cannot be
├── NotAllowed     the person's role does not permit it here
├── NotFound       what was named is not there
└── NotPossible    it is there, and cannot be done now or in this way
Mistakes           a rule book or table that is wrong in one or more places
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class Refusal(Exception):
    """A request that is turned down with a reason that its sender can act on."""

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields


class NotAllowed(Refusal):
    """The person's role does not permit this here."""


class NotFound(Refusal):
    """What was named is not there."""


class NotPossible(Refusal):
    """It cannot be done now, or not in this way."""


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a file that people edit: where, and why as a key with fields."""

    key: str
    reason: str
    fields: Mapping[str, object] = field(default_factory=dict)
    file: str = ""


class Mistakes(Exception):
    """All that is wrong in a file, told at once."""

    def __init__(self, found: Sequence[Mistake]) -> None:
        super().__init__([f"{m.file}:{m.key}: {m.reason} {dict(m.fields)}" for m in found])
        self.found = tuple(found)
