"""The settings and the file that explains them say the same."""

import re
from pathlib import Path

from bot.settings import Settings

EXAMPLE = (Path(__file__).parent.parent / ".env.example").read_text("utf-8")


def _written() -> dict[str, str]:
    return dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE, re.MULTILINE))


def test_every_setting_stands_in_the_example_and_no_other() -> None:
    assert set(_written()) == {name.upper() for name in Settings.model_fields}


def test_each_is_explained_above_its_line() -> None:
    for name in _written():
        assert re.search(rf"^# .+\n(?:# .*\n)*{name}=", EXAMPLE, re.MULTILINE), name


def test_the_example_shows_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text(EXAMPLE, "utf-8")
    assert Settings(_env_file=path) == Settings(_env_file=None)
