"""`gridwarden drill`: a town of 58 units lives through a day, and the bot's account is held against the truth."""

import argparse
import asyncio
import shutil
import sys
from datetime import datetime
from pathlib import Path

from bot.clock import ScaledClock, rehearsal
from bot.commands import county
from domain.clock import Clock
from drill.display import Display
from drill.play import Drill, Outcome, Setting, leave, play
from texts.catalogue import Words

SPEED = 700.0
_FOLDERS = ("transcript", "papers")


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("--seed", type=int, default=1, help=words.say("cli-drill-seed"))
    parser.add_argument("--speed", type=float, help=words.say("cli-drill-speed"))
    parser.add_argument("--out", type=Path, default=Path("drill-out"), help=words.say("cli-drill-out"))
    parser.add_argument("--kills", type=int, default=0, help=words.say("cli-drill-kills"))
    told = words.say("cli-drill-county")
    parser.add_argument("--county", type=county.shape, nargs="?", const=county.WHOLE, metavar="17,202,995", help=told)


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Play the day; 0 when the bot's account is the truth, 1 at any difference."""
    out = chosen.out.resolve()
    _empty(out)
    if chosen.county is not None:
        return county.run(chosen.county, chosen.seed, chosen.speed, out, words)
    setting = Setting(chosen.seed, chosen.speed or SPEED, out, chosen.kills)
    print(words.say("cli-drill-begins", seed=str(setting.seed), minutes=round(50_000 / setting.speed / 60, 1)))
    seen: list[Drill] = []

    def watch(drill: Drill) -> None:
        seen[:] = [drill]
        display.watch(drill)

    command = [sys.executable, "-m", "bot"]
    with Display(words) as display:
        outcome = asyncio.run(play(setting, command, _clock, _written, watch))
    leave(seen[0], outcome)
    _tell(outcome, seen[0], words)
    return 0 if outcome.good else 1


def _empty(out: Path) -> None:
    """The folder holds the last drill's things: they make room."""
    for name in (*_FOLDERS, "gridwarden.db", "gridwarden.db-wal", "gridwarden.db-shm", "bot.log", "town.toml"):
        path = out / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    out.mkdir(parents=True, exist_ok=True)


def _clock(start: datetime, speed: float) -> Clock:
    return rehearsal(start, speed)


def _written(clock: Clock) -> str:
    assert isinstance(clock, ScaledClock)
    return clock.written()


def _tell(outcome: Outcome, drill: Drill, words: Words) -> None:
    """The end of the drill in a few lines: what was compared, what differs, where things lie."""
    compared = outcome.comparison
    for what, (equal, of) in (("units", compared.units), ("nodes", compared.nodes), ("tasks", compared.tasks)):
        print(words.say(f"cli-drill-{what}", equal=equal, of=of))
    counts = drill.telegram.counts
    print(
        words.say("drill-counts", sent=sum(counts.sends.values()), refused=counts.too_many, kills=len(drill.kills_done))
    )
    for difference in compared.differences:
        print(f"  ≠ {difference}")
    for doubled in outcome.doubled:
        print(f"  2× {doubled}")
    for undone in outcome.undone:
        print(f"  ! {undone.at:%H:%M} {undone.deed.value} {undone.text!r}")
    print(words.say("cli-drill-good" if outcome.good else "cli-drill-bad", out=str(drill.setting.out)))
