"""The database: is it there, of which version, when was it last fed, and who can be reached by what it holds."""

from datetime import datetime, timedelta

from bot.doctor.finding import Finding, bad, ok, warn
from bot.settings import Settings
from domain.clock import Clock
from domain.errors import Refusal
from domain.people import Chat, Role
from storage import chats, health, inbox, meta, people, units
from storage.away import DatabaseAway
from storage.database import Database
from storage.migrations import newest
from storage.work import Work

QUIET_MINUTES = 5
_LOOK_BACK = timedelta(hours=24)


async def examine_books(settings: Settings, clock: Clock) -> tuple[list[Finding], list[Chat] | None]:
    """What the database tells, and the groups that it knows (None when it cannot be read)."""
    try:
        database = await Database.open_to_read(settings.database_url, settings.vault)
    except DatabaseAway as away:
        return [bad("database-away", why=str(away))], None
    except Refusal as refusal:
        if refusal.key == "key-missing":
            return [bad("key-missing", **refusal.fields)], None
        if refusal.key in ("database-older", "database-newer"):
            return [_version(int(str(refusal.fields["version"])))], None
        lacking = refusal.key == "database-missing"
        return [warn("database-missing") if lacking else bad("database-unknown")], None
    try:
        async with database.reading() as work:
            found = [ok("database", version=str(newest())), *await _feeding(work, clock.now())]
            found += [*await _sending(work, clock.now()), *await _tree(work), *await _roster(work)]
            return found, await chats.groups(work)
    finally:
        await database.close()


def _version(version: int) -> Finding:
    told = {"version": str(version), "wanted": str(newest())}
    return warn("database-old", **told) if version < newest() else bad("database-new", **told)


async def _feeding(work: Work, now: datetime) -> list[Finding]:
    """When Telegram last answered, and what of it lies unhandled."""
    found: list[Finding] = []
    polled = await meta.last_poll(work)
    if polled is None:
        found.append(warn("never-polled"))
    else:
        minutes = int((now - polled).total_seconds() // 60)
        found.append(warn("poll-old", age=_age(minutes)) if minutes >= QUIET_MINUTES else ok("poll-good"))
    update = await inbox.newest_received_at(work)
    if update is not None:
        found.append(ok("last-update", age=_age(int((now - update).total_seconds() // 60))))
    waiting = await health.oldest_waiting(work)
    if waiting is not None and now - waiting >= timedelta(minutes=QUIET_MINUTES):
        found.append(bad("inbox-stuck", n=await inbox.count_waiting(work)))
    aside, _ = await health.set_aside(work)
    return [*found, warn("aside", n=aside)] if aside else found


def _age(minutes: int) -> str:
    """Hours and minutes, such as 26:05."""
    return f"{minutes // 60}:{minutes % 60:02d}"


async def _sending(work: Work, now: datetime) -> list[Finding]:
    failed = await health.failed(work, now - _LOOK_BACK)
    if not failed:
        return []
    return [warn("failed", n=sum(failed.values()), reasons=[f"{error} ×{n}" for error, n in failed.items()])]


async def _tree(work: Work) -> list[Finding]:
    tree = await units.tree(work)
    if not tree.units:
        return [bad("no-units")]
    found = [ok("units", units=len(tree.units), reporting=len(tree.reporting()))]
    without = await health.units_without(work, Role.WARDEN.value, Role.LEAD.value)
    headless = [
        name for name in await health.units_without(work, Role.LEAD.value, Role.LEAD.value) if name not in without
    ]
    bare = [name for name in await health.bare_units(work) if name not in without]
    told = (("units-no-people", without), ("units-no-lead", headless), ("units-bare", bare))
    return found + [warn(key, n=len(names), units=names) for key, names in told if names]


async def _roster(work: Work) -> list[Finding]:
    found: list[Finding] = []
    if not await people.of_role(work, Role.OPERATOR):
        found.append(bad("no-operator"))
    if not await chats.of_purpose(work, "command"):
        found.append(bad("no-command-chat"))
    unknown = [person.name for person in await people.never_recognised(work)]
    gone = await health.gone_people(work)
    told = (("people-unknown", unknown), ("people-gone", gone))
    found += [warn(key, n=len(names), people=names) for key, names in told if names]
    everybody = {person.id for person, _ in await people.everybody(work)}
    return [ok("people", n=len(everybody)), *found]
