"""Work on a server that is cancelled, wherever it stands just then, leaves a line on which the next work begins."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest

from storage import meta
from storage.database import Database
from tests.support.postgres import Server


@pytest.fixture
async def two(postgres_server: Server) -> AsyncIterator[tuple[Database, Database]]:
    """Two processes' databases: one town."""
    url = postgres_server.make()
    one, other = await Database.open(url), await Database.open(url)
    yield one, other
    await one.close()
    await other.close()


async def _keep(database: Database, value: str) -> None:
    async with database.work() as work:
        await meta.put(work, "kept", value)


async def _kept(database: Database) -> str | None:
    async with database.reading() as work:
        return await meta.get(work, "kept")


async def _cancelled(task: asyncio.Task[object]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_work_cancelled_as_it_waits_for_the_towns_turn_leaves_its_line_free(
    two: tuple[Database, Database],
) -> None:
    holder, other = two
    async with holder.work():
        for _ in range(3):
            waiting = asyncio.create_task(_keep(other, "cut short"))
            await asyncio.sleep(0.05)
            await _cancelled(waiting)
            assert await other.take_duty()
    await _keep(other, "kept")
    assert await _kept(holder) == "kept"


@pytest.mark.parametrize("doing", [lambda database: _keep(database, "cut short"), _kept])
async def test_work_cancelled_at_any_instant_leaves_its_line_free(
    two: tuple[Database, Database], doing: Callable[[Database], Coroutine[Any, Any, object]]
) -> None:
    one, other = two
    for tenths in range(60):
        task = asyncio.create_task(doing(one))
        await asyncio.sleep(tenths / 10_000)
        await _cancelled(task)
        assert await one.take_duty()
    await _keep(one, "kept")
    await _keep(other, "by the other")
    assert await _kept(one) == "by the other"
