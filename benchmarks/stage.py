"""A county's files, the program in a process of its own, and the lines that a benchmark prints."""

import os
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from benchmarks import county
from benchmarks.line import TOKEN, Line, Plan
from bot.clock import ScaledClock, rehearsal
from drill.program import Program


@dataclass(frozen=True)
class Figure:
    """One line of a result: what was measured, how much of what, and the limit that it must keep to."""

    name: str
    value: float
    limit: float
    measure: str
    least: bool = False
    """Whether the limit is the least that is good, not the most."""

    @property
    def good(self) -> bool:
        """Whether it keeps to its limit."""
        return self.value >= self.limit if self.least else self.value <= self.limit


def tell(figures: Iterable[Figure]) -> int:
    """Print a line a figure; the exit status, 1 where a limit is passed."""
    passed = 0
    for one in figures:
        word = "at least" if one.least else "limit"
        verdict = "ok" if one.good else "OVER"
        print(f"{one.name:<68}{one.value:10.2f} {one.measure:<5} {word} {one.limit:8.2f}  {verdict}", flush=True)
        passed |= not one.good
    return passed


@dataclass
class Stage:
    """A folder with a town file, a database founded as the county, Telegram beside it, and the program."""

    folder: Path
    line: Line
    program: Program
    clock: ScaledClock
    url: str
    command: int
    groups: list[int]

    async def start(self) -> None:
        """Start `gridwarden run`."""
        await self.program.start("run", "--clock", self.clock.written())

    def log(self) -> str:
        """What the program has said."""
        path = self.folder / "bot.log"
        return path.read_text("utf-8") if path.exists() else ""


@asynccontextmanager
async def stage(
    start: datetime,
    *,
    limits: str = "none",
    latency_ms: float = 0.0,
    groups: int = 0,
    town: str = "",
    cores: bool = False,
    keep: Path | None = None,
) -> AsyncIterator[Stage]:
    """The county at that instant. `town`: more lines of its town.toml; `cores`: server and program on one core each;
    `keep`: a database that is there already, which is used up."""
    folder = Path(tempfile.mkdtemp(prefix="gridwarden-bench-"))
    clock = rehearsal(start, 1.0)
    line = await Line.open(Plan(clock.written(), limits, latency_ms, groups, 0 if cores else None))
    url = f"sqlite:///{folder}/gridwarden.db"
    (folder / "town.toml").write_text(f'name = "{county.TOWN.name}"\n{town}', "utf-8")
    ids = await line.ask("ids")
    if keep is None:
        await county.found(url, clock.now(), ids["command"], ids["groups"])
    else:
        shutil.move(keep, folder / "gridwarden.db")
    command = command_on(1 if cores else None, [sys.executable, "-m", "bot"])
    program = Program(command, folder, _environment(line.url, url))
    try:
        yield Stage(folder, line, program, clock, url, ids["command"], ids["groups"])
    finally:
        await program.stop()
        await line.close()
        shutil.rmtree(folder)


def command_on(core: int | None, command: list[str]) -> list[str]:
    """The command, on that core alone where the machine has more than one."""
    if core is None or len(os.sched_getaffinity(0)) < 2:
        return command
    return ["taskset", "-c", str(core), *command]


def _environment(api: str, url: str) -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "DATABASE_URL": url,
        "GRIDWARDEN_TOWN": "town.toml",
        "LOG_LEVEL": "WARNING",
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "",  # as installed: the program is not compiled anew at every start
    }
