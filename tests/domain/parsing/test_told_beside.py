"""What is told beside a report's figures and is none of them: running totals, other days, requests, conditions."""

from datetime import date

import pytest

from tests.domain.parsing.test_silent_wrongs import asked, one, values


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


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("排查：70（户）、204（人）", {"households_visited": 70, "people_screened": 204}),
        ("檢查：260（人次）、95（臺次）", {"checkpoint_people": 260, "vehicles_checked": 95}),
        ("入户（户）：120，返乡：3（人）", {"households_visited": 120, "returnees": 3}),
        ("返乡：3人（2名）", {"returnees": 3}),
    ],
)
def test_a_measure_in_brackets_behind_its_figure_is_its_measure(message: str, expected: dict[str, int]) -> None:
    assert (values(message), asked(message)) == (expected, [])


@pytest.mark.parametrize(
    ("message", "zero", "expected"),
    [
        ("昨天零报告，今天返乡2人，居家隔离2人。", False, {"returnees": 2, "home_isolation": 2}),
        ("蘆竹村今日返鄉3人，昨天是零報告；明天計劃消毒10處。", False, {"returnees": 3}),
        ("隔壁村零报告，我们今天入户30户", False, {"households_visited": 30}),
        ("昨天和今天都是零报告", True, {}),
        ("今日零报告，昨天返乡2人", True, {}),
        ("大柳塔社区2月6日 今日无情况 在管隔离9人", True, {"home_isolation": 9}),
        ("无新增返乡，居家隔离4人", False, {"returnees": 0, "home_isolation": 4}),
    ],
)
def test_a_zero_report_is_of_the_day_that_it_is_told_of(message: str, zero: bool, expected: dict[str, int]) -> None:
    assert (one(message).zero_report, values(message), asked(message)) == (zero, expected, [])


@pytest.mark.parametrize(
    ("message", "day"),
    [
        ("2月5日的已经报过了，2月6日入户55户", date(2026, 2, 6)),
        ("2月5日数据昨晚已上报，今天入户55户", None),
        ("武汉返乡2人，1月22日自驾回来的", None),
        ("返鄉兩人，一月二十號坐火車回來的，已居家隔離", None),
        ("返乡1人，2月3日刚到家，入户20户", None),
        ("补报2月5日入户20户", date(2026, 2, 5)),
        ("2月5日数据已填报，入户20户", date(2026, 2, 5)),
        ("入户20户，返乡1人。2月5日", date(2026, 2, 5)),
    ],
)
def test_a_day_told_of_a_person_or_of_an_earlier_report_is_not_the_reports(message: str, day: date | None) -> None:
    assert one(message).day == day


@pytest.mark.parametrize(
    ("message", "mode"),
    [
        ("夜里要是有追加的再报，今天检查车辆90台次", "replace"),
        ("入戶20戶，稍後追加再報", "replace"),
        ("今天入户30户，没有追加了", "replace"),
        ("另外再追加劝返3人次", "add"),
        ("追加：返乡1人", "add"),
    ],
)
def test_what_may_be_added_later_adds_nothing_now(message: str, mode: str) -> None:
    assert one(message).mode == mode


@pytest.mark.parametrize(
    ("message", "unit"),
    [
        ("新增卡点1个，现有卡点4个，值守32人。", None),
        ("增设卡口2个，共有卡口6个", None),
        ("喇叭沟门乡2月6日：广播7次，入户58户", "喇叭沟门乡"),
        ("標語塔坪村日報：入戶20戶", "標語塔坪村"),
        ("入户排查各社区：30户", None),
    ],
)
def test_what_is_new_names_no_unit_and_a_name_may_hold_a_word_of_the_form(message: str, unit: str | None) -> None:
    assert one(message).unit == unit
