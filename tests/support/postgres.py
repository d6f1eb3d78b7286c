"""A PostgreSQL server of the test run's own: made in a temporary folder, gone at its end.

Its binaries are looked for on PATH and where Debian puts them, or where GRIDWARDEN_TEST_POSTGRES_AT says. PostgreSQL
refuses to run as root; then it runs as the user that its package made, or as nobody.
"""

import asyncio
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from glob import glob
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import asyncpg

from storage.database import Database

T = TypeVar("T")
NEEDED = ("initdb", "postgres")
NONE_HERE = "no PostgreSQL server here (initdb and postgres are not on PATH)"
_PLACES = os.environ.get("GRIDWARDEN_TEST_POSTGRES_AT", "/usr/lib/postgresql/*/bin")
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off")


@cache
def binaries() -> Path | None:
    """The folder with the server's programs, or None."""
    on_path = shutil.which("initdb")
    found = [Path(on_path).parent] if on_path else [Path(p) for p in sorted(glob(_PLACES))[::-1]]
    return next((folder for folder in found if all((folder / name).exists() for name in NEEDED)), None)


def _who() -> Mapping[str, Any]:
    """As whom the server runs."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in known else "nobody"
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A running server. `url` is that of its first database; `make` makes a new one with today's schema."""

    def __init__(self, folder: Path, port: int, launch: Callable[[], subprocess.Popen[bytes]]) -> None:
        """launch: starts the server's process."""
        self.folder = folder
        self.port = port
        self._launch = launch
        self._process: subprocess.Popen[bytes] | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._numbers = count(1)
        self._admin: Any = None

    def url(self, database: str = "postgres") -> str:
        """The address of a database on it."""
        return f"postgresql://gridwarden@127.0.0.1:{self.port}/{database}"

    def make(self) -> str:
        """The address of a new database, empty but for the schema."""
        return self._do(self._make("template_town"))

    def make_empty(self) -> str:
        """The address of a new database with nothing in it."""
        return self._do(self._make("template0"))

    def look(self, url: str, sql: str) -> list[tuple[Any, ...]]:
        """The rows of plain SQL in one of its databases."""
        return self._do(_look(url, sql))

    def start(self) -> None:
        """Start its process; return once it answers."""
        self._process = self._launch()
        self._do(self._dial())

    def stop(self) -> None:
        """End its process at once, whoever is still connected; its databases stay for another `start`."""
        if self._admin is not None:
            self._do(self._admin.close())
            self._admin = None
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(20)
            self._process = None

    def begin(self) -> None:
        """Start, and make the template from which the others are copied."""
        self._thread.start()
        self.start()
        self._do(self._begin())

    def end(self) -> None:
        """Stop for good."""
        self.stop()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _do(self, deed: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(deed, self._loop).result(60)

    async def _dial(self) -> None:
        for _ in range(200):
            try:
                self._admin = await asyncpg.connect(self.url())
                break
            except (OSError, asyncpg.CannotConnectNowError):
                await asyncio.sleep(0.05)

    async def _begin(self) -> None:
        await self._admin.execute("CREATE DATABASE template_town")
        database = await Database.open(self.url("template_town"))
        await database.close()

    async def _make(self, template: str) -> str:
        name = f"town_{next(self._numbers)}"
        await self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name)


async def _look(url: str, sql: str) -> list[tuple[Any, ...]]:
    line = await asyncpg.connect(url)
    try:
        return [tuple(row) for row in await line.fetch(sql)]
    finally:
        await line.close()


@contextmanager
def running(*settings: str) -> Iterator[Server]:
    """A server until the block ends; `settings` as in postgresql.conf, by default as fast as a test may be."""
    place = binaries()
    assert place is not None, "no PostgreSQL binaries"
    folder, port, who = Path(tempfile.mkdtemp(prefix="gridwarden-pg-")), _free_port(), _who()
    try:
        if who:
            shutil.chown(folder, who["user"])
        making = [place / "initdb", "-D", folder / "data", "-U", "gridwarden", "-A", "trust", "--no-sync"]
        subprocess.run([*making, "-E", "UTF8", "--locale=C"], check=True, stdout=subprocess.DEVNULL, cwd="/", **who)
        told = [part for setting in (settings or _FAST) for part in ("-c", setting)]
        where = ["-c", f"port={port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]

        def launch() -> subprocess.Popen[bytes]:
            with (folder / "log").open("ab") as log:
                command = [place / "postgres", "-D", folder / "data", *where, *told]
                return subprocess.Popen(command, stdout=log, stderr=log, cwd="/", **who)

        server = Server(folder, port, launch)
        try:
            server.begin()
            yield server
        finally:
            server.end()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
