"""The drill's Telegram in a process of its own: orders come as lines of JSON on stdin, answers go as lines to stdout.

`Line` is the other end, for the benchmark. All instants are seconds of the wall clock since 1970.
"""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.county import LEADER, UNITS, warden
from bot.clock import read_clock
from domain.clock import Clock
from drill.server.http import Server
from drill.server.limits import UNLIMITED, Limits
from drill.server.model import Chat, Event
from drill.server.telegram import Telegram

TOKEN = "100001:bench"


@dataclass(frozen=True)
class Plan:
    """What the server is: its clock, its limits ("none", "bucket", "sliding"), its latency, its groups, its core."""

    clock: str
    limits: str = "none"
    latency_ms: float = 0.0
    groups: int = 0
    core: int | None = None


class Hall:
    """Everybody of the county with a phone, a command chat, some groups; and when the bot said what to whom."""

    def __init__(self, plan: Plan) -> None:
        self.clock: Clock = read_clock(plan.clock)
        limits = (
            UNLIMITED if plan.limits == "none" else Limits(model="bucket" if plan.limits == "bucket" else "sliding")
        )
        self.telegram = Telegram(self.clock, token=TOKEN, seed=1, limits=limits, privacy=False)
        self.telegram.faults.latency_ms = (plan.latency_ms, plan.latency_ms)
        self.server = Server(self.telegram)
        self.wardens = [self.telegram.person(f"网格员{n}", user_id=warden(n)) for n in range(UNITS)]
        leader = self.telegram.person("王书记", user_id=LEADER)
        self.command = self.telegram.group("指挥部", [leader], supergroup=True)
        self.groups = [self.telegram.group(f"第{n}组", [leader], supergroup=True) for n in range(plan.groups)]
        self.telegram.queue.drop_all()  # that it was let in: its database knows, and not every library reads it
        for one in self.wardens:
            one.started = True
            self.telegram.private(one)
        self.said: dict[int, float] = {}
        self.answers: list[tuple[float, int, str]] = []
        self.boards: list[tuple[float, str]] = []
        self.reached: set[int] = set()
        self._wanted = 0
        self._enough = asyncio.Event()
        self.telegram.listen(self._hear)
        self._speaking: set[asyncio.Task[None]] = set()

    def _hear(self, event: Event) -> None:
        at = self._unix()
        self.answers.append((at, event.chat.id, event.kind))
        if event.chat is self.command and event.kind in ("sent", "edited"):
            self.boards.append((at, event.text))
        if event.chat is not self.command:
            self.reached.add(event.chat.id)
            self._heard_enough()

    def _heard_enough(self) -> None:
        if self._wanted and len(self.reached) >= self._wanted:
            self._enough.set()

    def _unix(self) -> float:
        return self.clock.now().timestamp()

    async def obey(self, order: dict[str, Any]) -> Any:
        """Do what is asked; the answer."""
        match order["do"]:
            case "ids":
                return {"command": self.command.id, "groups": [group.id for group in self.groups]}
            case "write":
                self._begin(order["texts"], order.get("seconds", 0.0), order.get("first", 0))
                return len(order["texts"])
            case "wait":
                self._wanted = order["chats"]
                self._enough.clear()
                self._heard_enough()
                await self._enough.wait()
                return len(self.reached)
            case "state":
                return {"polls": self.telegram.queue.polls, "pending": len(self.telegram.queue.pending)}
            case "seen":
                return self._seen()
        raise ValueError(order["do"])

    def _begin(self, texts: Sequence[str], seconds: float, first: int) -> None:
        """The wardens from that one on write their texts, all at once or evenly over so many seconds."""
        task = asyncio.create_task(self._write(texts, seconds, first))
        self._speaking.add(task)
        task.add_done_callback(self._speaking.discard)

    async def _write(self, texts: Sequence[str], seconds: float, first: int) -> None:
        begun = self.clock.monotonic()
        for number, text in enumerate(texts):
            due = begun + seconds * number / len(texts)
            if due > self.clock.monotonic():
                await self.clock.sleep(due - self.clock.monotonic())
            one = self.wardens[first + number]
            self.said[one.id] = self._unix()
            self.telegram.say(one, self.telegram.private(one), text)

    def _seen(self) -> dict[str, Any]:
        counts, queue = self.telegram.counts, self.telegram.queue
        return {
            "said": list(self.said.values()),
            "offered": [queue.offered[at].timestamp() for at in sorted(queue.confirmed)],
            "confirmed": [queue.confirmed[at].timestamp() for at in sorted(queue.confirmed)],
            "pending": len(queue.pending),
            "polls": queue.polls,
            "last_poll": None if queue.last_poll is None else queue.last_poll.timestamp(),
            "answers": self.answers,
            "boards": self.boards,
            "too_many": counts.too_many,
            "peak_second": counts.peak_second,
            "methods": dict(counts.by_method),
        }


async def serve(plan: Plan) -> None:
    """Play Telegram until stdin ends."""
    if plan.core is not None:
        os.sched_setaffinity(0, {plan.core})
    hall = Hall(plan)
    await hall.server.start()
    reader = asyncio.StreamReader(limit=2**24)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    print(json.dumps(hall.server.url), flush=True)
    while line := await reader.readline():
        print(json.dumps(await hall.obey(json.loads(line))), flush=True)
    await hall.server.stop()


class Line:
    """The benchmark's line to the server's process."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self._process = process
        self.url = url

    @classmethod
    async def open(cls, plan: Plan) -> "Line":
        """Start the process and wait until it listens."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "benchmarks.line",
            json.dumps(asdict(plan)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=2**26,
        )
        assert process.stdout is not None
        return cls(process, json.loads(await process.stdout.readline()))

    async def ask(self, do: str, **fields: Any) -> Any:
        """Give an order; its answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, **fields}).encode() + b"\n")
        await self._process.stdin.drain()
        return json.loads(await self._process.stdout.readline())

    async def reached(self, chats: int, seconds: float) -> None:
        """Wait until the bot has done something in so many chats beside the command's; TimeoutError after so long."""
        async with asyncio.timeout(seconds):
            await self.ask("wait", chats=chats)

    async def close(self) -> None:
        """Hang up, and end the process."""
        self._process.kill()
        await self._process.wait()


__all__ = ["TOKEN", "Chat", "Line", "Plan"]

if __name__ == "__main__":
    asyncio.run(serve(Plan(**json.loads(sys.argv[1]))))
