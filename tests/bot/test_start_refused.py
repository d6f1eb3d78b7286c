"""What `gridwarden run` does when it cannot start: it says why, shows no secret, and can be ended."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.townfile import new_town_text

NOBODY = "http://127.0.0.1:1"


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation's folder with a good town."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    monkeypatch.setenv("TELEGRAM_TOKEN", "7:secret")
    monkeypatch.setenv("TELEGRAM_API_URL", NOBODY)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPERATOR_IDS", "12,abc"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_FORMAT", "xml"),
        ("TELEGRAM_TOKEN", ""),
        ("WATCHDOG_SECONDS", "soon"),
        ("WATCHDOG_SECONDS", "-3"),
        ("WATCHDOG_SECONDS", "1.5"),
    ],
)
def test_a_wrong_setting_is_told_by_its_name(
    start: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["run"]) == 2
    assert name in capsys.readouterr().err


def test_a_start_that_waits_for_telegram_ends_when_told_to(start: Path) -> None:
    command = [sys.executable, "-m", "bot", "run"]
    house = Path(__file__).parents[2]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(house)}, stderr=subprocess.PIPE) as waiting:
        assert waiting.stderr is not None
        assert b"does not answer" in waiting.stderr.readline()
        waiting.send_signal(signal.SIGTERM)
        try:
            assert waiting.wait(20) == 0
        finally:
            waiting.kill()
        assert b"secret" not in waiting.stderr.read()


def test_a_token_that_telegram_refuses_is_told_without_showing_it(start: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = subprocess.Popen([sys.executable, "-c", _REFUSING_SERVER], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        port = server.stdout.readline().strip()
        monkeypatch.setenv("TELEGRAM_API_URL", f"http://127.0.0.1:{port}")
        house = Path(__file__).parents[2]
        run = subprocess.run(
            [sys.executable, "-m", "bot", "run"],
            env={**os.environ, "PYTHONPATH": str(house)},
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    finally:
        server.kill()
        server.communicate()
    assert run.returncode == 2
    assert "TELEGRAM_TOKEN" in run.stderr
    assert "secret" not in run.stderr + run.stdout


_REFUSING_SERVER = """
from http.server import BaseHTTPRequestHandler, HTTPServer

class No(BaseHTTPRequestHandler):
    def do_POST(self):
        said = b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
        self.send_response(401)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

server = HTTPServer(("127.0.0.1", 0), No)
print(server.server_port, flush=True)
server.serve_forever()
"""
