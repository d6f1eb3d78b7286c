"""The command line: one word a job, each in a file of its own in bot/commands/."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from domain.errors import Mistake, Mistakes, Refusal
from storage.away import DatabaseAway
from texts.catalogue import Words

# Job -> the module with its `fill` (arguments) and `run` (exit status); imported when the job is asked for.
JOBS = {
    "run": "bot.commands.run",
    "drill": "bot.commands.drill",
    "doctor": "bot.commands.doctor",
    "town": "bot.commands.town",
    "units": "bot.commands.units",
    "people": "bot.commands.people",
    "state": "bot.commands.state",
    "export": "bot.commands.export",
    "import": "bot.commands.import_days",
    "parse": "bot.commands.parse",
    "reparse": "bot.commands.reparse",
    "aside": "bot.commands.aside",
    "db": "bot.commands.db",
    "key": "bot.commands.key",
}


def console_words() -> Words:
    """The language of the terminal, by its locale."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if locale.startswith(("zh_TW", "zh_HK", "zh_MO")):
        return Words("zh-Hant")
    return Words("zh-Hans" if locale.startswith("zh") else "en")


def main(argv: Sequence[str] | None = None) -> int:
    """Do the job that the arguments name; its exit status. 2: it was refused, and the reason is told."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    words = console_words()
    parser = argparse.ArgumentParser("gridwarden", description=words.say("cli-about"))
    jobs = parser.add_subparsers(dest="job", required=True, metavar="COMMAND")
    for job in JOBS:
        sub = jobs.add_parser(job, help=words.say(f"cli-{job}"), description=words.say(f"cli-{job}"))
        if arguments[:1] == [job]:
            _loaded(job).fill(sub, words)
    chosen = parser.parse_args(arguments)
    try:
        return int(_loaded(chosen.job).run(chosen, words))
    except Mistakes as mistakes:
        return _refused([line_of(words, mistake) for mistake in mistakes.found])
    except Refusal as refusal:
        return _refused([words.say(refusal.key, **refusal.fields)])
    except DatabaseAway as away:
        return _refused([words.say("database-away", why=str(away))])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has seen enough
        return 0


def _loaded(job: str) -> ModuleType:
    """The job's module. What it loads stays: going through that for rubbish meanwhile takes a quarter of a start."""
    name = JOBS[job]
    if name in sys.modules:
        return sys.modules[name]
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def line_of(words: Words, mistake: Mistake) -> str:
    """One mistake as a line: file, key, reason."""
    place = ": ".join(part for part in (mistake.file, mistake.key) if part)
    reason = words.say(f"mistake-{mistake.reason.replace('_', '-')}", **mistake.fields)
    return f"{place}: {reason}" if place else reason


def _refused(lines: Sequence[str]) -> int:
    """Say why not, on the error stream; the exit status for that."""
    for line in lines:
        print(line, file=sys.stderr)
    return 2
