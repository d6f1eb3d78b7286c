"""What is told beside a report's figures and is none of them: running totals, other days, requests, conditions."""

import pytest

from tests.domain.parsing.test_silent_wrongs import asked, one


@pytest.mark.parametrize(
    ("message", "day", "cumulative"),
    [
        (
            "今日消毒8处，累计消毒211处，发热1人",
            {"disinfected_sites": 8, "fever_cases": 1},
            {"disinfected_sites": 211},
        ),
        (
            "入户46户 累计入户1208户 排查131人",
            {"households_visited": 46, "people_screened": 131},
            {"households_visited": 1208},
        ),
        (
            "今天測溫八十八人次累計測溫九千零二十一人次勸返三人次",
            {"temperature_checks": 88, "people_turned_back": 3},
            {"temperature_checks": 9021},
        ),
    ],
)
def test_a_total_told_beside_its_own_days_figure_ends_at_the_next_name(
    message: str, day: dict[str, int], cumulative: dict[str, int]
) -> None:
    report = one(message)
    assert (report.values, report.cumulative, report.questions) == (day, cumulative, ())


@pytest.mark.parametrize(
    ("message", "cumulative"),
    [
        ("今日入户46户、排查131人，累计入户1208户、排查3000人", {"households_visited": 1208, "people_screened": 3000}),
        ("今日入户46户，排查131人，累计排查3000人，入户1208户", {"households_visited": 1208, "people_screened": 3000}),
        ("今日消毒8处，累计消毒211处、5000平方米", {"disinfected_sites": 211, "disinfected_area": 5000}),
        ("今日排查35人，累计排查2890人，其中返乡5人", {"people_screened": 2890, "returnees": 5}),
    ],
)
def test_a_list_of_totals_and_the_parts_of_a_total_stay_totals(message: str, cumulative: dict[str, int]) -> None:
    assert one(message).cumulative == cumulative


def test_a_level_behind_a_running_total_is_the_level() -> None:
    report = one("今日零报告，累计返乡45人，居家隔离2人。")
    assert report.zero_report
    assert (report.values, report.cumulative) == ({"home_isolation": 2}, {"returnees": 45})
    called = one("今日新增居家隔离2人，现有居家隔离5人，累计居家隔离48人。")
    assert (called.values, called.cumulative) == ({"home_isolation": 5}, {"home_isolation": 48})
    assert asked("累计返乡45人、居家隔离12人") == [("home_isolation", "conflict")]
