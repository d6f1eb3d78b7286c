"""The drill, played: the real program as its own process, killed in the middle, and the two accounts compared."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATIENCE = 240


def test_a_drill_day_with_kills_ends_with_every_unit_equal(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "drill", "--seed", "1", "--speed", "1000", "--kills", "3"]
    environment = {**os.environ, "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"}
    played = subprocess.run(
        [*command, "--out", str(tmp_path / "out")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert played.returncode == 0, played.stdout[-4000:] + played.stderr[-2000:]
    assert "58 / 58" in played.stdout
    assert "http://127.0.0.1:" in played.stdout
    for left in ("board.txt", "brief.txt", "state.json", "transcript/command.txt", "gridwarden.db"):
        assert (tmp_path / "out" / left).stat().st_size > 0, left
