"""Side by side: the whole program against two bots that only echo, on one server without limits, a core each.

1,100 messages wait at the server; a run is from the first that is offered to the last that is answered. Ours is on
disk, understood, judged, totalled and acknowledged by a line; the bare ones answer with the same text.
Run as `python -m benchmarks.echo`; the bare aiogram runs in the environment named by BENCH_PYTHON, where there is one.
"""

import asyncio
import os
import resource
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from statistics import median

from benchmarks import county
from benchmarks.line import TOKEN
from benchmarks.stage import Figure, Stage, command_on, stage, tell
from drill.program import Program

ROUNDS = 7
PATIENCE = 60.0
UNPACED = "[limits]\nmessages_per_second = 100000\n"
BARE = Path(__file__).parent / "bare"


async def run(kind: str) -> tuple[float, float]:
    """One run of a bot: answers a second, and milliseconds of its processor an answer."""
    start = datetime.combine(county.DAY, time(15, 0), county.ZONE)
    async with stage(start, town=UNPACED, cores=True) as here:
        texts = [report.text for report in county.reports(county.DAY)]
        await here.line.ask("write", texts=texts)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        program = _bot(kind, here)
        await program.start(*(("run", "--clock", here.clock.written()) if kind == "ours" else (here.line.url, TOKEN)))
        await here.line.reached(len(texts), PATIENCE)
        seen = await here.line.ask("seen")
        await program.stop()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        private = [at for at, chat, _ in seen["answers"] if chat > 0]
        assert len(private) >= len(texts), "not everybody was answered"
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return len(texts) / (max(private) - min(seen["offered"])), spent * 1000 / len(texts)


def _bot(kind: str, here: Stage) -> Program:
    if kind == "ours":
        return here.program
    # absolute, for it starts in a folder of its own; not resolved, for the environment hangs on the link's place
    python = Path(os.environ["BENCH_PYTHON"] if kind == "aiogram" else sys.executable).absolute()
    return Program(command_on(1, [str(python), str(BARE / f"{kind}_echo.py")]), here.folder, {})


def _beside(rates: Mapping[str, Sequence[float]], kind: str) -> float:
    """The middle of the rounds' own ratios to bare python-telegram-bot: what the machine does with its speed between
    two rounds is in neither."""
    return median(rate / ptb for rate, ptb in zip(rates[kind], rates["ptb"], strict=True))


def main() -> int:
    """Print the figures; 1 where ours is slower than the bare python-telegram-bot."""
    kinds = ["ours", "ptb", *(["aiogram"] if os.environ.get("BENCH_PYTHON") else [])]
    rates: dict[str, list[float]] = {kind: [] for kind in kinds}
    for turn in range(ROUNDS):
        for kind in kinds if turn % 2 else reversed(kinds):
            rate, spent = asyncio.run(run(kind))
            rates[kind].append(rate)
            print(f"  {kind:<8} {rate:8.0f} /s   {spent:6.2f} ms of processor each, start included", flush=True)
    figures = [Figure("reports a second, bare python-telegram-bot = 1", _beside(rates, "ours"), 1.0, "x", True)]
    if "aiogram" in rates:
        beside = _beside(rates, "aiogram")
        figures.append(Figure("echoes a second of bare aiogram, python-telegram-bot = 1", beside, 0, "x", True))
    return tell(figures)


if __name__ == "__main__":
    sys.exit(main())
