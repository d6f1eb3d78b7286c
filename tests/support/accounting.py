"""Whoever changes the town's state leaves a line in the audit log: watched in every unit of work of every stage, and
there for each update, since several share a transaction."""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.resources import files
from typing import Any
from weakref import WeakKeyDictionary

from storage.database import Database
from storage.work import Work

# Not the town's state: what the machine keeps of its own work, what is shown, and sums that follow from the reports.
_OWN_WORK = frozenset(
    {
        "inbox",
        "chat_leases",
        "outbox",
        "meta",
        "dialogues",
        "boards",
        "roll_cards",
        "running_totals",
        "task_posts",
        "uploads",
        "audit",
        "papers",
        "indicators",
        "forgetting",
    }
)
# The chat was met, or its title read: nobody changed anything.
_NO_CHANGE = frozenset({"chats.meet", "chats.set_title", "chats.touch"})
_NAMED = re.compile(r"-- name: (\w+)\S*\n(.*?)(?=-- name: |\Z)", re.DOTALL)
_WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")


def _writing() -> dict[str, str]:
    """Every question that changes the town's state, with its table."""
    found = {}
    for file in (files("storage") / "sql").iterdir():
        subject = file.name.removesuffix(".sql")
        for name, sql in _NAMED.findall(file.read_text("utf-8")) if subject != "sealing" else ():
            written = _WRITES.search(re.sub(r"--.*", "", sql))
            if written and written[1] not in _OWN_WORK and f"{subject}.{name}" not in _NO_CHANGE:
                found[f"{subject}.{name}"] = written[1]
    return found


WRITING = _writing()
# What is a line of the audit log: a version of a report is one itself, and as little to be changed.
NOTES = frozenset({"audit.note", "reports.save_version", "reports.point_at_statement"})


_Change = tuple[int | None, str]
"""The update in hand (None: the clock acts), and the question."""
_Asked = WeakKeyDictionary[Work, list[_Change]]


@contextmanager
def watched(tell: Callable[[str], None]) -> Iterator[Callable[[Database | type[Database]], None]]:
    """Gives what makes a database, or all that will be opened, watched: told is whatever an update writes in a unit of
    work without a line of its own in the audit log, though the other updates of its batch left theirs."""
    asked: _Asked = WeakKeyDictionary()
    spied = {name: _noting(getattr(Work, name), asked) for name in ("do", "all", "do_many")}
    spied["savepoint"] = _undoing(Work.savepoint, asked)
    kept = {name: getattr(Work, name) for name in spied}
    for name, method in spied.items():
        setattr(Work, name, method)
    try:
        yield lambda database: _watch(database, asked, tell)
    finally:
        for name, method in kept.items():
            setattr(Work, name, method)


def _watch(database: Database | type[Database], asked: _Asked, tell: Callable[[str], None]) -> None:
    opening: Callable[..., Any] = database.work

    @asynccontextmanager
    async def work(*whose: Database, **how: bool) -> AsyncIterator[Work]:
        async with opening(*whose, **how) as opened:
            yield opened
        changes = asked.get(opened, [])
        noted = {update for update, question in changes if question in NOTES}
        for update, question in changes:
            if question in WRITING and update not in noted:
                tell(question)

    setattr(database, "work", work)  # noqa: B010 - of an object or of its class


def _noting(method: Callable[..., Any], asked: _Asked) -> Callable[..., Any]:
    """A question that changed a row is kept with the update in hand; of many rows nobody says how many they changed."""

    async def noting(self: Work, question: str, *rows: object, **fields: object) -> Any:
        done = await method(self, question, *rows, **fields)
        if (done or done is None) and (question in WRITING or question in NOTES):
            asked.setdefault(self, []).append((self.update_id, question))
        return done

    return noting


def _undoing(savepoint: Callable[..., Any], asked: _Asked) -> Callable[..., Any]:
    """What is undone with its part was not changed, and not noted."""

    @asynccontextmanager
    async def undoing(self: Work) -> AsyncIterator[None]:
        before = len(asked.get(self, []))
        try:
            async with savepoint(self):
                yield
        except BaseException:
            del asked.get(self, [])[before:]
            raise

    return undoing
