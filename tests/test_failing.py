"""A run of the tests comes to its end, however one of them fails."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FAILING = """
from storage.database import Database


async def test_fails_with_its_database_open(tmp_path):
    database = await Database.open(f"sqlite:///{tmp_path}/left.db")
    assert database is None
"""


def test_a_test_that_fails_with_its_database_open_does_not_hold_up_the_end(tmp_path: Path) -> None:
    path = tmp_path / "test_left.py"
    path.write_text(FAILING)
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "--rootdir", str(ROOT)]
    options = ["-c", str(ROOT / "pyproject.toml"), str(path)]
    told = subprocess.run([*command, *options], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert told.returncode == 1, told.stdout
    assert "assert <storage.database.Database object" in told.stdout
