"""Rules by which tasks repeat, read on Friday 2026-02-06 at 10:00."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.errors import NotPossible
from domain.repeats import Rule, due_on, is_fixed, read_series

NOW = datetime(2026, 2, 6, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
FRIDAY = date(2026, 2, 6)


@pytest.mark.parametrize(
    ("text", "weekdays", "until", "rest"),
    [
        ("每天 消毒", "1234567", None, "消毒"),
        ("每日消毒，两次", "1234567", None, "消毒，两次"),
        ("每天到2月20日 消毒\n对象：东片", "1234567", date(2026, 2, 20), "消毒\n对象：东片"),
        ("每周一三五采样", "135", None, "采样"),
        ("每周一、三、五（到2月20日）采样", "135", date(2026, 2, 20), "采样"),
        ("每周五采样，到2月底", "5", None, "采样，到2月底"),
        ("每周五采样，到2月28日", "5", date(2026, 2, 28), "采样"),
        ("每周一至周五 巡查", "12345", None, "巡查"),
        ("每个工作日 台账", "12345", None, "台账"),
        ("逢周末 值班", "67", None, "值班"),
        ("消毒\n重复：每周二，至本月底\n截止：18:00", "2", date(2026, 2, 28), "消毒\n截止：18:00"),
        ("每週三 清運", "3", None, "清運"),
    ],
)
def test_a_rule_is_read_and_the_task_stays_as_written(text: str, weekdays: str, until: date | None, rest: str) -> None:
    assert read_series(text, NOW) == (Rule(frozenset(map(int, weekdays)), until), rest)


@pytest.mark.parametrize("text", ["消毒", "每周例会材料", "清运\n每天早晚各一次", "每户签字", ""])
def test_what_names_no_rule_at_its_head_is_a_task_of_one_time(text: str) -> None:
    assert read_series(text, NOW) is None


def test_a_last_day_that_has_gone_by_is_refused() -> None:
    with pytest.raises(NotPossible, match="series-over"):
        read_series("每天到2月5日 消毒", NOW)


def test_a_rule_falls_on_its_days_up_to_the_last() -> None:
    rule = Rule(frozenset({1, 5}), date(2026, 2, 13))
    days = [day for n in range(14) if rule.falls_on(day := FRIDAY + timedelta(days=n))]
    assert [day.day for day in days] == [6, 9, 13]
    assert rule.next_after(FRIDAY) == date(2026, 2, 9)
    assert rule.next_after(date(2026, 2, 13)) is None


def test_each_day_has_its_own_deadline() -> None:
    assert due_on("18:00", FRIDAY, NOW) == NOW.replace(hour=18)
    assert due_on("次日12点", FRIDAY, NOW) == NOW.replace(day=7, hour=12)
    assert due_on("", FRIDAY, NOW) == NOW.replace(hour=23, minute=59)
    assert due_on("不限", FRIDAY, NOW) is None


def test_one_deadline_for_ever_is_none_for_a_task_that_repeats() -> None:
    assert is_fixed("2月8日18:00", FRIDAY, NOW)
    assert is_fixed("2月5日18:00", FRIDAY, NOW)
    assert not is_fixed("18:00", FRIDAY, NOW)
    assert not is_fixed("次日12点", FRIDAY, NOW)
