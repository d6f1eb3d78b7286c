"""`make test-postgres` on a machine without PostgreSQL."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import postgres

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_where_there_is_no_postgresql_its_tests_are_skipped_in_one_line(tmp_path: Path) -> None:
    path = [place for place in os.environ["PATH"].split(os.pathsep) if not Path(place, "initdb").exists()]
    without = {"PATH": os.pathsep.join(path), "GRIDWARDEN_TEST_POSTGRES_AT": str(tmp_path)}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "MAKE"))}
    command = ["make", "--no-print-directory", f"VENV={sys.prefix}", f"--old-file={sys.prefix}/.dev", "test-postgres"]
    done = subprocess.run(command, cwd=ROOT, env={**inherited, **without}, capture_output=True, text=True, timeout=60)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    _command, *lines = said.splitlines()
    assert lines == [f"skipped: {postgres.NONE_HERE}"]
