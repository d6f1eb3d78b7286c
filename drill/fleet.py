"""Several processes of the program behind one address, as on an operator's machines; each may be killed by itself."""

import asyncio
import contextlib
import socket
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from drill.program import Program

SECRET = "the-drill-shows-this-secret"


class Fleet(Program):
    """So many processes on one database, to which a webhook's pushes are dealt in turn."""

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str], size: int) -> None:
        self._front = Front([_free_port() for _ in range(size)])
        super().__init__(command, folder, environment)
        self._ships = [Program(command, folder, {}) for _ in range(size)]
        self._struck = count()

    async def start(self, *words: str) -> None:
        """Start all of them."""
        await self._front.open()
        for number in range(len(self._ships)):
            await self._launch(number, *words)

    async def _launch(self, number: int, *words: str) -> None:
        ship = self._ships[number]
        ship.log = _log(number)
        ship.environment = {
            **self.environment,
            "WEBHOOK_URL": f"http://127.0.0.1:{self._front.port}/pushes",
            "WEBHOOK_SECRET": SECRET,
            "WEBHOOK_LISTEN": f"127.0.0.1:{self._front.ports[number]}",
        }
        await ship.start(*words)

    @property
    def ended(self) -> int | None:
        """The exit status of one that has ended by itself, else None."""
        return next((ship.ended for ship in self._ships if ship.ended is not None), None)

    @property
    def logs(self) -> tuple[str, ...]:
        """Where in the folder each of them writes what it does, by its number."""
        return tuple(_log(number) for number in range(len(self._ships)))

    def pid_of(self, number: int) -> int | None:
        """The process of that number, None when it does not run."""
        return self._ships[number].pid

    async def next_in_turn(self) -> int:
        """The next one that serves; where none does, wait for one, 20 s at most."""
        size, turn = len(self._ships), next(self._struck)
        number = turn % size
        for step in range(size * 100):
            number = (turn + step) % size
            if await self._front.reaches(number):
                break
            await asyncio.sleep(0.05)
        return number

    async def restart(self, number: int, *words: str) -> None:
        """Kill that one, and start it again."""
        await self._ships[number].kill()
        await self._launch(number, *words)

    async def kill(self) -> None:
        """End all of them at once."""
        await asyncio.gather(*(ship.kill() for ship in self._ships))
        await self._front.close()

    async def stop(self) -> None:
        """Ask all of them to end."""
        await asyncio.gather(*(ship.stop() for ship in self._ships))
        await self._front.close()


def _log(number: int) -> str:
    return f"bot-{number + 1}.log"


class Front:
    """What stands before them: deals connections in turn, and goes to the next where nobody listens."""

    def __init__(self, ports: Sequence[int]) -> None:
        self.port = _free_port()
        self.ports = tuple(ports)
        self._turn = count()
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Begin to listen."""
        self._server = await asyncio.start_server(self._deal, "127.0.0.1", self.port)

    async def reaches(self, number: int) -> bool:
        """Whether anybody listens at that place."""
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.ports[number])
        except OSError:
            return False
        writer.close()
        return True

    async def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server = None

    async def _deal(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = next(self._turn)
        for number in range(len(self.ports)):
            try:
                there = await asyncio.open_connection("127.0.0.1", self.ports[(first + number) % len(self.ports)])
            except OSError:
                continue
            ways = [asyncio.create_task(_carry(reader, there[1])), asyncio.create_task(_carry(there[0], writer))]
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in ways:
                way.cancel()
            there[1].close()
            break
        writer.close()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while part := await reader.read(1 << 16):
            writer.write(part)
            await writer.drain()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
