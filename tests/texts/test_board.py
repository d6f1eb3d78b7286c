"""Boards, roll-calls and briefs fit a phone and one message, for 58 units and for 1,100."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from actions import boards, unitlists
from actions.picture import Picture, alerts, state_fields
from domain.cycle import DayOrder
from domain.levels import Closes
from domain.standing import Heard, standing
from domain.units import Unit, UnitTree
from storage.reports import Report
from tests.support.cast import TOWN, ZONE
from texts.catalogue import Words
from texts.render import MOST_CHARACTERS, Voice, render

DAY = date(2026, 2, 6)
CLOSE = datetime.combine(DAY, time(16), ZONE)
VOICE = Voice(Words("zh-Hans"), TOWN.form)
MOST_LINES = 30


def _report(unit_id: int, minutes: int) -> Report:
    values = {indicator.code: Decimal(unit_id * 7 % 400) for indicator in TOWN.form.indicators}
    first_at = datetime.combine(DAY, time(14, minutes), ZONE)
    return Report(DAY, unit_id, values, {}, {}, False, first_at, first_at, 1, int(unit_id % 10 == 0))


def _town(count: int) -> Picture:
    """A tree of so many units in areas of twenty; some silent, asked or excused."""
    areas = [Unit(10_000 + n, f"A{n}", f"第{n}片区", reports=False) for n in range(-(-count // 20))]
    units = [Unit(n, f"{n:04}", f"马家场第{n}村", 10_000 + (n - 1) // 20) for n in range(1, count + 1)]
    tree = UnitTree.of([*areas, *units])
    excused = {unit.id: "停电" for unit in units if unit.id % 50 == 1}
    reports = {unit.id: _report(unit.id, unit.id % 60) for unit in units if unit.id % 3 and unit.id not in excused}
    heard = {unit: Heard(report.first_at, report.open_questions) for unit, report in reports.items()}
    return Picture(
        DAY, DayOrder(), Closes(CLOSE), tree, reports, excused, standing(tree, heard, excused, Closes(CLOSE))
    )


def _group(seen: Picture, area: Unit) -> dict[str, Any]:
    marks = seen.standing.within(seen.tree, area.id)
    return {**state_fields(marks), "node": area.name, "leader": "李片长", "units": seen.names(marks.silent)}


@pytest.mark.parametrize("count", [1, 5, 58, 60, 61, 1100])
def test_the_board_fits_one_message_and_a_phone(count: int) -> None:
    seen = _town(count)
    text = render(VOICE, "board", boards.view(TOWN, seen, None, CLOSE))
    assert len(text) < MOST_CHARACTERS / 2
    assert len(text.splitlines()) <= MOST_LINES
    excused = f"（另免报 {len(seen.excused)}）" if seen.excused else ""
    assert text.startswith(f"📋 2月6日 日报 {seen.standing.heard:,}/{seen.standing.expected:,}{excused} · 更新 16:00")


def test_up_to_sixty_units_have_a_sign_each() -> None:
    text = render(VOICE, "board", boards.view(TOWN, _town(58), None, CLOSE))
    rows = text.splitlines()[1:5]
    assert [len(row) for row in rows] == [15, 15, 15, 13]
    assert {sign: "".join(rows).count(sign) for sign in "✅❓⏳➖"} == {"✅": 34, "❓": 4, "⏳": 18, "➖": 2}


def test_a_board_of_1100_counts_and_names_a_dozen() -> None:
    rows = render(VOICE, "board", boards.view(TOWN, _town(1100), None, CLOSE)).splitlines()
    assert rows[1] == "✅645 ❓74 ⏳359 ➖22"
    assert rows[-1].count("、") == 11
    assert rows[-1].endswith("个")


@pytest.mark.parametrize("count", [58, 1100])
def test_the_roll_call_and_the_brief_s_head_fold_after_a_dozen_lines(count: int) -> None:
    seen = _town(count)
    groups = [_group(seen, area) for area in seen.tree.children(None)]
    fields = {
        **state_fields(seen.standing),
        "day": "2026-02-06",
        "close": "16:00",
        "at": "17:45",
        "closed": True,
        "node": "东观镇",
        "rate_before": 88,
        "groups": groups,
        "late_units": [],
        "asking": seen.asking(seen.standing),
        "alerts": alerts(TOWN, seen),
        "brief": "17:45",
    }
    for kind in ("rollcall", "brief"):
        text = render(VOICE, kind, fields)
        assert len(text) < MOST_CHARACTERS
        assert len(text.splitlines()) <= 12 + 6
    assert ("还有" in render(VOICE, "rollcall", fields)) == (count > 58) or "……还有" in render(
        VOICE, "rollcall", fields
    )


def test_the_list_of_units_shows_a_dozen_a_page_and_loses_none() -> None:
    seen = _town(1100)
    shown: list[str] = []
    page = 0
    while True:
        fields, buttons = unitlists.unit_list(TOWN, seen, None, page)
        assert len(fields["rows"]) <= unitlists.LINES
        assert all(len(button.data.encode()) <= 64 for row in buttons for button in row)
        shown += [row["name"] for row in fields["rows"]]
        page += 1
        if page == fields["pages"]:
            break
    assert shown == [unit.name for unit in seen.tree.children(None)]
    inside, _ = unitlists.unit_list(TOWN, seen, seen.tree.children(None)[0].id, 0)
    text = render(VOICE, "units", inside)
    assert text.splitlines()[-1] == "第 1/2 页"
    assert len(text.splitlines()) == 14
