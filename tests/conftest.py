"""Options and helpers of every test."""

import gc
import os
from collections.abc import Iterator
from contextlib import ExitStack

import aiosqlite
import pytest
from hypothesis import settings

from tests.support import databases, postgres

_closing = ExitStack()

# The same examples every time, so that a red run can be repeated; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("explore", derandomize=False, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """A run that is to be on PostgreSQL ends here, well and in one line, where there is none: before it is spread."""
    if not databases.ON_POSTGRES or postgres.binaries() is not None:
        return None
    print(f"skipped: {postgres.NONE_HERE}")
    return 0


def pytest_sessionstart(session: pytest.Session) -> None:
    """With GRIDWARDEN_TEST_POSTGRES set, every test's database is one of a server that this run starts."""
    if not databases.ON_POSTGRES:
        return
    if getattr(session.config.option, "dist", "no") != "no" and not hasattr(session.config, "workerinput"):
        return  # who only hands the tests out needs no server
    server = _closing.enter_context(postgres.running())
    databases.servers.append(server)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """The run's server ends with it."""
    _closing.close()


def pytest_unconfigure() -> None:
    """A test that failed may have left its database open; the thread beside it would hold up our own end for ever."""
    for left in gc.get_objects():
        if isinstance(left, aiosqlite.Connection):
            left.stop()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server for the tests that are about it, in every run; skipped where there is none."""
    if databases.servers:
        yield databases.servers[0]
    elif postgres.binaries() is None:
        pytest.skip(postgres.NONE_HERE)
    else:
        with postgres.running() as server:
            yield server


@pytest.fixture
def on_postgres(postgres_server: postgres.Server) -> Iterator[postgres.Server]:
    """This test's databases are on that server."""
    before, databases.servers[:] = list(databases.servers), [postgres_server]
    yield postgres_server
    databases.servers[:] = before


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update` writes what the program does now into the transcripts, for people to read the difference."""
    parser.addoption("--update", action="store_true", help="rewrite the program's part of the transcripts")
