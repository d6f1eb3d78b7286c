"""`gridwarden doctor`: what is wrong, before 16:00 says it."""

import argparse
import asyncio
from pathlib import Path

from bot.cli import line_of
from bot.clock import SystemClock
from bot.doctor import Finding, Level, examine
from bot.settings import Settings
from texts.catalogue import Words, fields_said


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """It takes no arguments."""


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Print every finding, the bad ones last; 1 when there is a bad one."""
    settings = Settings()
    found = asyncio.run(examine(settings, Path(settings.gridwarden_town), SystemClock()))
    for level in Level:
        for finding in found:
            if finding.level is level:
                print(words.say(f"doctor-{level.value}", told=told(words, finding)))
    counts = {level.value: sum(finding.level is level for finding in found) for level in Level}
    print(words.say("doctor-sum", **counts))
    return 1 if counts["bad"] else 0


def told(words: Words, finding: Finding) -> str:
    """A finding in words."""
    if finding.mistake is not None:
        return line_of(words, finding.mistake)
    return words.say(f"doctor-{finding.key}", **fields_said(words, finding.fields))
