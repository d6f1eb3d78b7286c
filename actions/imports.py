"""Tables of units and people enter the tree and the roster: all good rows, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from actions.sheets import read_table
from domain.errors import Mistake, NotPossible
from domain.people import Person, Post
from domain.people_table import Entry, PeoplePlan, plan_people
from domain.tables import Row, TableKind, kind_of
from domain.town import Town
from domain.unit_table import UnitPlan, plan_units
from domain.units import UnitTree
from storage import audit, people, units
from storage.work import Work


@dataclass(frozen=True)
class ImportResult:
    """What an import did (or, previewed, would do): units or people added, updated, left; rows skipped; all mistakes.

    `mistakes` may hold several of one row. With mistakes and without leave to skip them nothing was entered and the
    counts are 0.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    mistakes: tuple[Mistake, ...] = ()


async def import_units(
    work: Work, town: Town, filename: str, data: bytes, *, skip_bad: bool, by: int | None, now: datetime
) -> ImportResult:
    """Enter a file of units, recognised by code. NotPossible when it is no such table."""
    return await enter(
        work, town, TableKind.UNITS, read_table(filename, data), filename=filename, skip_bad=skip_bad, by=by, now=now
    )


async def import_people(
    work: Work, town: Town, filename: str, data: bytes, *, skip_bad: bool, by: int | None, now: datetime
) -> ImportResult:
    """Enter a file of people, recognised by number, else by account, else by name and unit.

    What the file says of a person's posts replaces what they held, except that nobody ceases to be an operator by it.
    NotPossible when it is no such table.
    """
    return await enter(
        work, town, TableKind.PEOPLE, read_table(filename, data), filename=filename, skip_bad=skip_bad, by=by, now=now
    )


@dataclass(frozen=True)
class Known:
    """What a table is held against: the tree, and everybody with their posts."""

    tree: UnitTree
    roster: Sequence[tuple[Person, tuple[Post, ...]]]


async def known(work: Work) -> Known:
    """The tree and the roster as they are."""
    return Known(await units.tree(work), await roster(work))


def preview(town: Town, rows: Sequence[Row], against: Known) -> tuple[TableKind, ImportResult]:
    """What kind of table it is and what its good rows would do. NotPossible when it is neither kind."""
    kind = kind_of(rows)
    if kind is None:
        raise NotPossible("table-unknown" if rows else "table-empty")
    return kind, _counted(_plan(town, kind, rows, against))


async def enter(
    work: Work,
    town: Town,
    kind: TableKind,
    rows: Sequence[Row],
    *,
    filename: str,
    skip_bad: bool,
    by: int | None,
    now: datetime,
) -> ImportResult:
    """Enter the rows; with bad ones among them only when they may be skipped."""
    plan = _plan(town, kind, rows, await known(work))
    result = _counted(plan)
    told = tuple(replace(mistake, file=filename) for mistake in result.mistakes)
    if told and not skip_bad:
        return ImportResult(mistakes=told)
    if isinstance(plan, UnitPlan):
        await _enter_units(work, plan)
    else:
        await _enter_people(work, (*plan.added, *plan.updated), now)
    counts = {"added": result.added, "updated": result.updated, "skipped": result.skipped}
    await audit.note(work, now, by, f"import_{kind.value}", **counts)
    return replace(result, mistakes=told)


def _plan(town: Town, kind: TableKind, rows: Sequence[Row], against: Known) -> UnitPlan | PeoplePlan:
    if kind is TableKind.UNITS:
        return plan_units(rows, against.tree, town.times.collect)
    return plan_people(rows, against.tree, against.roster)


async def roster(work: Work) -> list[tuple[Person, tuple[Post, ...]]]:
    """Everybody with all their posts."""
    held: dict[int, tuple[Person, list[Post]]] = {}
    for person, post in await people.everybody(work):
        posts = held.setdefault(person.id, (person, []))[1]
        if post is not None:
            posts.append(post)
    return [(person, tuple(posts)) for person, posts in held.values()]


def _counted(plan: UnitPlan | PeoplePlan) -> ImportResult:
    skipped = len({mistake.key for mistake in plan.mistakes})
    return ImportResult(len(plan.added), len(plan.updated), plan.unchanged, skipped, plan.mistakes)


async def _enter_units(work: Work, plan: UnitPlan) -> None:
    rows = (*plan.added, *plan.updated)
    for row in rows:
        await units.save(work, row.unit)
    for row in rows:
        await units.tie(work, row.unit.code, row.parent)


async def _enter_people(work: Work, entries: Iterable[Entry], now: datetime) -> None:
    for entry in entries:
        if entry.known is None:
            person = await people.add(work, entry.name, entry.phone, None, now)
        else:
            person = entry.known.id
            await people.rename(work, person, entry.name, entry.phone or entry.known.phone)
        if entry.telegram_id is not None and (entry.known is None or entry.known.telegram_id != entry.telegram_id):
            await people.recognise(work, person, entry.telegram_id, now)
        await _settle_posts(work, person, entry.posts)


async def _settle_posts(work: Work, person: int, posts: tuple[Post, ...]) -> None:
    for held in await people.posts_of(work, person):
        if held not in posts:
            await people.take_post(work, person, held)
    for post in posts:
        await people.give_post(work, person, post)


__all__ = [
    "ImportResult",
    "Known",
    "enter",
    "import_people",
    "import_units",
    "known",
    "preview",
    "read_table",
    "roster",
]
