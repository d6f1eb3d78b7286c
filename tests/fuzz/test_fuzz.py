"""A small sample of `make fuzz`."""

from pathlib import Path

from tests.fuzz.driving import drive, drive_documents


async def test_strange_updates_break_nothing(tmp_path: Path) -> None:
    assert await drive(tmp_path, 600, seed=7) == []


async def test_strange_documents_are_refused_in_words(tmp_path: Path) -> None:
    assert await drive_documents(tmp_path, 200, seed=7) == []
