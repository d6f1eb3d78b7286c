"""Side by side: the whole program against two bots that only echo, on one server without limits, a core each.

1,000 messages come at once to bots that have answered 100 before; a run is from the first of them that is offered to
the last that is answered. Ours is on disk, understood, judged, totalled and acknowledged by a line; the bare ones
answer with the same text. Once more from a start with 1,100 waiting: there what a start leaves for later counts too,
and no limit is set but that of the start itself (benchmarks.start, benchmarks.recovery).
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
WARM = 100
SETTLED = 2.5
"""Seconds after the first answers: by then ours has made ready what it leaves out of a start."""
UNPACED = "[limits]\nmessages_per_second = 100000\n"
BARE = Path(__file__).parent / "bare"


async def run(kind: str, warm: int) -> tuple[float, float]:
    """One run of a bot that has answered so many before: answers a second, and milliseconds of its processor an answer
    with its start."""
    start = datetime.combine(county.DAY, time(15, 0), county.ZONE)
    async with stage(start, town=UNPACED, cores=True) as here:
        texts = [report.text for report in county.reports(county.DAY)]
        before = _spent()
        program = _bot(kind, here)
        if not warm:
            await here.line.ask("write", texts=texts)
        await program.start(*(("run", "--clock", here.clock.written()) if kind == "ours" else (here.line.url, TOKEN)))
        if warm:
            await here.line.ask("write", texts=texts[:warm])
            await here.line.reached(warm, PATIENCE)
            await asyncio.sleep(SETTLED)
            await here.line.ask("write", texts=texts[warm:], first=warm)
        await here.line.reached(len(texts), PATIENCE)
        seen = await here.line.ask("seen")
        await program.stop()
        private = [at for at, chat, _ in seen["answers"] if chat > 0]
        assert len(private) >= len(texts), "not everybody was answered"
        said = min(seen["said"][warm:])
        rate = (len(texts) - warm) / (max(private) - min(at for at in seen["offered"] if at >= said))
        return rate, (_spent() - before) * 1000 / len(texts)


def _spent() -> float:
    """Seconds of the processor that ended programs took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


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
    others = ["aiogram"] if os.environ.get("BENCH_PYTHON") else []
    settled = _rounds(["ours", "ptb", *others], WARM)
    cold = _rounds(["ours", "ptb"], 0)
    name = "reports a second, bare python-telegram-bot = 1"
    figures = [
        Figure(name, _beside(settled, "ours"), 1.0, "x", True),
        Figure(f"the same from a start with {county.UNITS:,} waiting", _beside(cold, "ours"), 0, "x", True),
    ]
    for other in others:
        beside = _beside(settled, other)
        figures.append(Figure(f"echoes a second of bare {other}, python-telegram-bot = 1", beside, 0, "x", True))
    return tell(figures)


def _rounds(kinds: Sequence[str], warm: int) -> Mapping[str, Sequence[float]]:
    """The rates of each, round by round."""
    rates: dict[str, list[float]] = {kind: [] for kind in kinds}
    for turn in range(ROUNDS):
        for kind in kinds if turn % 2 else reversed(kinds):
            rate, spent = asyncio.run(run(kind, warm))
            rates[kind].append(rate)
            when = "settled" if warm else "cold"
            print(
                f"  {kind:<8} {when:<8} {rate:8.0f} /s   {spent:6.2f} ms of processor each, start included", flush=True
            )
    return rates


if __name__ == "__main__":
    sys.exit(main())
