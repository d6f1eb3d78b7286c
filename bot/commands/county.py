"""`gridwarden drill --county`: a county of three levels lives through an afternoon and is compared level by level."""

import argparse
import asyncio
import sys
from datetime import datetime
from pathlib import Path

from bot.clock import ScaledClock, rehearsal
from domain.clock import Clock
from drill.county.play import MINUTES, Outcome, Setting, play
from drill.county.tree import Shape
from texts.catalogue import Words

WHOLE = Shape()
SPEED = 90.0


def shape(words: str) -> Shape:
    """`17,202,995`: towns, villages, cells; fewer towns than villages, fewer villages than cells."""
    counts = [int(word) for word in words.split(",")]
    if len(counts) != len(("towns", "villages", "cells")) or not 0 < counts[0] <= counts[1] <= counts[2]:
        raise argparse.ArgumentTypeError(words)
    return Shape(*counts)


def run(of: Shape, seed: int, speed: float | None, out: Path, words: Words) -> int:
    """Play the afternoon; 0 when every figure agrees at every level, 1 at any difference."""
    pace = speed or SPEED
    counts = {"towns": of.towns, "villages": of.villages, "cells": of.cells}
    print(words.say("cli-county-begins", **counts, minutes=round(MINUTES / pace, 1)))
    outcome = asyncio.run(play(Setting(of, seed, pace, out), [sys.executable, "-m", "bot"], _clock, _written))
    _tell(outcome, words)
    print(words.say("cli-county-good" if outcome.good else "cli-county-bad", out=str(out)))
    return 0 if outcome.good else 1


def _clock(start: datetime, speed: float) -> Clock:
    return rehearsal(start, speed)


def _written(clock: Clock) -> str:
    assert isinstance(clock, ScaledClock)
    return clock.written()


def _tell(outcome: Outcome, words: Words) -> None:
    """A line a level, then what differs."""
    for level in outcome.levels:
        name = words.say(f"cli-county-{level.name}")
        print(words.say("cli-county-level", level=name, equal=level.equal, of=level.nodes))
    for difference in (*(one for level in outcome.levels for one in level.differences), *outcome.shown):
        print(f"  ≠ {difference}")
