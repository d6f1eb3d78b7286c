"""The town's rule book: what is right is read, and whatever is wrong is told at once by file, key and reason."""

from datetime import date, time
from pathlib import Path

import pytest

from bot.townfile import load_town, new_town_text
from domain.calendar import rests
from domain.errors import Mistakes


def _written(folder: Path, text: str) -> Path:
    path = folder / "town.toml"
    path.write_text(text, "utf-8")
    return path


def _told(path: Path) -> set[tuple[str, str]]:
    with pytest.raises(Mistakes) as told:
        load_town(path)
    assert all(mistake.file for mistake in told.value.found)
    return {(mistake.key, mistake.reason) for mistake in told.value.found}


def test_a_new_towns_file_is_right_and_holds_the_default_day(tmp_path: Path) -> None:
    town = load_town(_written(tmp_path, new_town_text("石桥镇", "flood")))
    assert (town.name, town.form.code, town.times.collect) == ("石桥镇", "flood", time(16, 0))
    assert town.times.remind == (time(14, 30), time(15, 30), time(15, 50))


def test_every_mistake_is_told_not_only_the_first(tmp_path: Path) -> None:
    text = """
        zone = "Mars"
        form = "no-such-form"
        colour = "red"
        [cycle]
        collect = "25:00"
        remind = "14:30"
        [limits]
        oldest_days = -1
        [policies]
        ask_in_private = "yes"
        rank_weekday = 8
    """
    assert _told(_written(tmp_path, text)) == {
        ("name", "missing"),
        ("zone", "unknown-zone"),
        ("form", "unknown-form"),
        ("colour", "unknown-key"),
        ("cycle.collect", "not-an-hour"),
        ("cycle.remind", "not-a-list"),
        ("limits.oldest_days", "not-a-number"),
        ("policies.ask_in_private", "wrong-kind"),
        ("policies.rank_weekday", "not-a-weekday"),
    }


def test_hours_that_do_not_stand_in_the_order_of_a_day_are_told(tmp_path: Path) -> None:
    text = 'name = "东观镇"\n[cycle]\ncollect = "16:00"\nmeeting = "15:00"\nbrief = "15:30"\nremind = ["16:10"]'
    assert _told(_written(tmp_path, text)) == {
        ("cycle.brief", "before"),
        ("cycle.meeting", "before"),
        ("cycle.remind", "after-close"),
    }


def test_hours_that_nobody_wrote_never_stand_in_the_way_of_those_that_were(tmp_path: Path) -> None:
    town = load_town(_written(tmp_path, 'name = "东观镇"\n[cycle]\ncollect = "03:05"\nbrief = "03:06"'))
    assert town.times.collect == time(3, 5)


def test_a_towns_own_form_lies_beside_its_file(tmp_path: Path) -> None:
    form = """
        code = "census"
        name = "人口普查"
        [[indicator]]
        code = "doors"
        name = "敲门"
        measure = "户"
        kind = "flow"
    """
    (tmp_path / "census.toml").write_text(form, "utf-8")
    town = load_town(_written(tmp_path, 'name = "东观镇"\nform = "census.toml"'))
    assert [indicator.code for indicator in town.form.indicators] == ["doors"]


def test_a_mistake_in_the_form_names_the_forms_file(tmp_path: Path) -> None:
    (tmp_path / "census.toml").write_text('code = "census"\nname = "人口普查"', "utf-8")
    with pytest.raises(Mistakes) as told:
        load_town(_written(tmp_path, 'name = "东观镇"\nform = "census.toml"'))
    assert [(m.file, m.reason) for m in told.value.found] == [("census.toml", "no_indicators")]


def test_a_file_that_is_missing_or_no_toml_is_told_as_such(tmp_path: Path) -> None:
    assert _told(tmp_path / "nowhere.toml") == {("", "file-missing")}
    assert _told(_written(tmp_path, "name = ")) == {("", "not-toml")}


def test_days_without_cycle_are_read_and_each_that_is_none_is_told(tmp_path: Path) -> None:
    text = 'name = "东观镇"\n[calendar]\nweekdays = [7]\noff = ["2026-02-16..2026-02-22"]\nworking = ["2026-02-15"]'
    calendar = load_town(_written(tmp_path, text)).calendar
    assert [rests(calendar, date(2026, 2, day)) for day in (14, 15, 16, 22, 23)] == [False, False, True, True, False]
    bad = 'name = "东观镇"\n[calendar]\nweekdays = [0, true]\noff = "2026-02-16"\nworking = ["二月"]\nholidays = []'
    assert _told(_written(tmp_path, bad)) == {
        ("calendar.weekdays", "not-a-calendar-weekday"),
        ("calendar.off", "not-a-list"),
        ("calendar.working", "not-a-span"),
        ("calendar.holidays", "unknown-key"),
    }
