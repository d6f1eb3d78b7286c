"""The transcripts are the specification: each is played through the real program, built anew between its lines."""

import re
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from domain.calendar import read_span
from domain.town import Calendar
from tests.support.cast import TOWN, ZONE
from tests.support.leaks import numbers_in_clear
from tests.support.past import remember
from tests.support.player import Player
from tests.support.rendered import lacks_in_any_language
from tests.support.stage import open_stage

FOLDER = Path(__file__).parent
DAY = date(2026, 2, 6)
DAWN = time(7, 30)
_OFF = re.compile(r"^off (\S+)$", re.MULTILINE)
_CHOICE = re.compile(r"^policy (\w+) (\w+)$", re.MULTILINE)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.txt")), ids=lambda path: path.stem)
async def test_the_program_answers_as_the_transcript_says(
    path: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """What it says then, it can say in every language; and no file that it leaves shows anybody's number.

    A transcript whose preface holds `empty town` begins on an empty file; the others with the cast at home.

    `begins 18:40` in the preface is when the program is first started: the day's earlier steps are none of its.
    `policy rank_for_all true` is the town's choice there, `off 2026-02-07..2026-02-08` its calendar's.
    `past 黄溪村 劝返 12 11 13` is what a unit reported on the days before.
    """
    written, played, lacks = await perform(path, tmp_path)
    if request.config.getoption("--update"):
        path.write_text(played, "utf-8")
    assert played == written or request.config.getoption("--update")
    assert lacks == []
    assert numbers_in_clear(tmp_path) == []


async def perform(path: Path, folder: Path) -> tuple[str, str, list[str]]:
    """The transcript as it is written, as the program plays it now, and what cannot be said in some language."""
    written = path.read_text("utf-8")
    preface = written.split("== ")[0]
    begins = re.search(r"begins (\d\d:\d\d)", preface)
    start = datetime.combine(DAY, time.fromisoformat(begins[1]) if begins else DAWN, ZONE)
    policies = {
        name: value == "true" if value in ("true", "false") else int(value) for name, value in _CHOICE.findall(preface)
    }
    off = [span for words in _OFF.findall(preface) if (span := read_span(words)) is not None]
    town = replace(TOWN, policies=replace(TOWN.policies, **policies), calendar=Calendar(off=tuple(off)))
    async with open_stage(folder, start, town=town, settled="empty town" not in preface) as stage:
        await remember(stage.settings, stage.town, preface, DAY)
        played = await Player(stage).play(written)
        lacks = lacks_in_any_language(stage.settings.database_url, stage.settings.vault, stage.town.form)
    return written, played, lacks
