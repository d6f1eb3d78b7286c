"""The transcripts are the specification: each is played through the real program, built anew between its lines."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from tests.support.cast import ZONE
from tests.support.player import Player
from tests.support.stage import open_stage

FOLDER = Path(__file__).parent
DAY = date(2026, 2, 6)
DAWN = time(7, 30)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.txt")), ids=lambda path: path.stem)
async def test_the_program_answers_as_the_transcript_says(
    path: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """A transcript whose preface holds `empty town` begins on an empty file; the others with the cast at home."""
    written = path.read_text("utf-8")
    settled = "empty town" not in written.split("== ")[0]
    async with open_stage(tmp_path, datetime.combine(DAY, DAWN, ZONE), settled=settled) as stage:
        played = await Player(stage).play(written)
    if request.config.getoption("--update"):
        path.write_text(played, "utf-8")
    assert played == written or request.config.getoption("--update")
