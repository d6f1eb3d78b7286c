"""Facts about this installation: when it first ran, when it last heard from Telegram, its claim code."""

from datetime import datetime

from domain.instants import from_ms, to_ms
from storage.work import Work


async def get(work: Work, name: str) -> str | None:
    """The fact of that name."""
    value = await work.value("meta.get", name=name)
    return None if value is None else str(value)


async def put(work: Work, name: str, value: str) -> None:
    """Write the fact, over an older one."""
    await work.do("meta.put", name=name, value=value)


async def first_start(work: Work, now: datetime) -> datetime:
    """When this installation first ran: no step that fell due before it is made up for."""
    await work.do("meta.put_first", name="first_start", value=str(to_ms(now)))
    return from_ms(int(await work.value("meta.get", name="first_start")))


async def note_poll(work: Work, now: datetime, *, taken_in: bool = False) -> None:
    """Telegram answered at that instant; `taken_in`: and nothing that people had sent lay there any more."""
    await put(work, "last_poll", str(to_ms(now)))
    if taken_in:
        await put(work, "taken_in", str(to_ms(now)))


async def taken_in(work: Work) -> datetime | None:
    """When everything that people had sent was last known to be here."""
    value = await get(work, "taken_in")
    return None if value is None else from_ms(int(value))


async def note_look(work: Work, now: datetime) -> None:
    """Somebody looked whether the database can be written to: it can."""
    await put(work, "last_look", str(to_ms(now)))


async def last_poll(work: Work) -> datetime | None:
    """When Telegram last answered."""
    value = await get(work, "last_poll")
    return None if value is None else from_ms(int(value))
