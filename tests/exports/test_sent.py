"""An export on its way to a chat: made by another process, told in words when it cannot be had or is too large."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bot import exporting, sending
from domain.errors import NotPossible
from domain.exports import Asked, as_written, harmless, read_asked
from domain.trends import trend
from storage import audit
from storage.database import Database
from tests.support.cast import ZONE
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
TODAY = date(2026, 2, 6)


async def answered(stage: Stage, words: str) -> str:
    """What the operator is answered."""
    person = stage.cast.people["吴运维"]
    stage.telegram.say(person, stage.telegram.private(person), words)
    await stage.settle()
    return stage.telegram.shown(stage.telegram.private(person))[-1].words


async def test_a_file_over_the_limit_of_telegram_is_answered_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "MOST_BYTES", 1000)
    async with open_stage(tmp_path, MORNING) as stage:
        assert "超过 50 MB" in await answered(stage, "导出")


async def test_a_file_that_cannot_be_made_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "write_export", _ends)
    async with open_stage(tmp_path, MORNING) as stage:
        assert "没能做出 东观镇" in await answered(stage, "导出 csv")
        assert len(stage.surprises) == 1
        assert "an export was not written" in stage.surprises.pop()


def _ends(*what: object) -> None:
    raise SystemExit(3)


async def test_who_exported_what_stands_in_the_audit_log(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await answered(stage, "导出 2月1日 2月3日 csv")
        database = await Database.open(stage.settings.database_url, stage.settings.vault)
        async with database.reading() as work:
            [line] = await audit.lines(work, "export")
        await database.close()
    assert line.fields == {"node": None, "first": "2026-02-01", "last": "2026-02-03", "kind": "csv"}
    assert line.person is not None


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("", Asked(TODAY, TODAY)),
        ("昨天", Asked(date(2026, 2, 5), date(2026, 2, 5))),
        ("2月3日到2月1日 CSV", Asked(date(2026, 2, 1), date(2026, 2, 3), kind="csv")),
        ("2026-02-01 2026-02-06 json --hxl", Asked(date(2026, 2, 1), TODAY, kind="json", hxl=True)),
    ],
)
def test_days_and_kind_are_read_in_any_order(words: str, asked: Asked) -> None:
    assert read_asked(words, TODAY) == asked


@pytest.mark.parametrize("words", ["上周", "2月1日 2月2日 2月3日", "pdf"])
def test_what_is_not_understood_is_said(words: str) -> None:
    with pytest.raises(NotPossible, match="export-words"):
        read_asked(words, TODAY)


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'x", "x", "", "-", "\t", "+86", "@a", "\rx"])
def test_what_is_made_harmless_for_a_spreadsheet_is_read_back_as_it_was(text: str) -> None:
    cell = harmless(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert as_written(cell) == text


def test_a_trend_leaves_out_days_on_which_nobody_gave_the_figure_and_counts_no_unit_twice() -> None:
    days = [TODAY - timedelta(days=back) for back in (4, 3, 1, 0)]
    figures = {day: {1: Decimal(10 * n), 2: Decimal(1), 9: Decimal(500)} for n, day in enumerate(days, start=1)}
    found = trend(figures, (1, 2), TODAY, 5)
    assert found.values == [11, 21, None, 31, 41]
    assert found.usual == Decimal("21.0")
    assert found.most == (TODAY, 41)
    assert found.least == (days[0], 11)
    assert found.total == 104
