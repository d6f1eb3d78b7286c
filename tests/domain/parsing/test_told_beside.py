"""What is told beside a report's figures and is none of them: running totals, other days, requests, conditions."""

from datetime import date

import pytest

from domain.forms import shipped
from domain.parsing import parse
from tests.domain.parsing.scoring import REFERENCE
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


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "社区今天敲门八十八户发热的一个没有返乡两个人就这样吧",
            {"households_visited": 88, "fever_cases": 0, "returnees": 2},
        ),
        ("返乡的一个也没有然后值守六个人", {"returnees": 0, "staff_on_duty": 6}),
        ("发热的没有然后卡点值守八个人", {"fever_cases": 0, "staff_on_duty": 8}),
        ("走了五十五户返乡的没有汇报玩毕", {"households_visited": 55, "returnees": 0}),
        ("今日量體溫三百七十二人次發燒無辛苦曬", {"temperature_checks": 372, "fever_cases": 0}),
        ("跑哒七十三户", {"households_visited": 73}),
        (
            "你不是说不对吗昨天的不管了就说今天的今天上门是一百一十二户",
            {"households_visited": 112},
        ),
        (
            "昨天消毒十一处今天消毒十三处面积三千二百平方米",
            {"disinfected_sites": 13, "disinfected_area": 3200},
        ),
        ("今天贴了两条横幅一百份宣传单", {"slogans": 2, "leaflets": 100}),
    ],
)
def test_dictation_without_stops_is_parted_by_its_figures(message: str, expected: dict[str, int]) -> None:
    assert (values(message), asked(message)) == (expected, [])


@pytest.mark.parametrize(
    ("message", "code"),
    [("入户3户，返乡的没有登记", "people_screened"), ("入户3户，发热的一个没有隔离", "home_isolation")],
)
def test_none_of_it_or_those_who_did_not_is_asked(message: str, code: str) -> None:
    assert code not in values(message)
    assert (code, "conflict") in asked(message)


@pytest.mark.parametrize(
    "message",
    [
        "哪个村有多余的测温枪，借我们2支，酒精也行，10升就够，后天还",
        "借我村口罩200只，明天还",
        "誰有多的酒精，先給我5升",
        "能不能给我们调拨口罩300只",
        "镇上口罩涨到3块5一个了，酒精一瓶28，黑心商家",
        "2月7日物资发放计划表\n单位\t口罩\t酒精\n东坡村\t200\t5\n西坡村\t150\t5",
    ],
)
def test_requests_prices_and_plans_report_nothing(message: str) -> None:
    assert not parse(message, shipped("epidemic"), day=REFERENCE).is_report


@pytest.mark.parametrize(
    ("message", "expected", "questions"),
    [
        ("路口摆隔离墩12个，测温305人次", {"temperature_checks": 305}, [(None, "unknown_name")]),
        ("登記簿3本，宣傳欄4塊，宣傳單100份", {"leaflets": 100}, [(None, "unknown_name")] * 2),
        ("我们借给隔壁村口罩200只，还剩300只", {"masks": 300}, [(None, "unknown_name")]),
        ("晚上制止打牌5起，收缴麻将机3台", {"gatherings_stopped": 5}, [(None, "unknown_name")]),
        ("上午劝返2台，下午又劝返1台", {}, [("vehicles_turned_back", "conflict")]),
        ("采样1206人次，其中60岁以上233人次，18岁以下310人次", {"pcr_samples": 1206}, []),
        ("返乡1人坐3车12F来的，入户3户", {"returnees": 1, "households_visited": 3}, []),
        ("刚才写的测温720改为270，少个零多个零没看清。", {"temperature_checks": 270}, []),
    ],
)
def test_what_stands_beside_a_figure_does_not_change_it(
    message: str, expected: dict[str, int], questions: list[tuple[str | None, str]]
) -> None:
    assert (values(message), asked(message)) == (expected, questions)


def test_a_column_of_telephones_holds_no_figures() -> None:
    message = "村\t返乡\t居家隔离\t联系电话\n大洼村\t3\t9\t13835550011\n小洼村\t0\t4\t13835550022"
    reports = parse(message, shipped("epidemic"), day=REFERENCE).reports
    assert [r.questions for r in reports] == [(), ()]


@pytest.mark.parametrize(
    ("message", "day", "cumulative"),
    [
        ("累计入户1300户，其中今日入户60户", {"households_visited": 60}, {"households_visited": 1300}),
        ("累計勸返車輛300臺次，其中今天5臺次", {"vehicles_turned_back": 5}, {"vehicles_turned_back": 300}),
        (
            "今日消杀6处，累计消杀98处，累计面积2.1万平方米，广播4次",
            {"disinfected_sites": 6, "broadcasts": 4},
            {"disinfected_sites": 98, "disinfected_area": 21000},
        ),
    ],
)
def test_the_days_share_of_a_total_is_the_days(message: str, day: dict[str, int], cumulative: dict[str, int]) -> None:
    assert (values(message), one(message).cumulative, asked(message)) == (day, cumulative, [])


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("今日0返乡，入户3户", {"returnees": 0, "households_visited": 3}),
        ("县里要求每村设卡点2个，我村设卡点1个", {"checkpoints": 1}),
        ("无情况 卡点1个", {"checkpoints": 1}),
        ("返乡的有三个湖北的一个没有发烧的也没有", {"returnees": 3, "key_area_returnees": 0, "fever_cases": 0}),
        ("返鄉3人，武漢的也冇", {"returnees": 3, "key_area_returnees": 0}),
    ],
)
def test_a_small_report_loses_nothing(message: str, expected: dict[str, int]) -> None:
    assert (values(message), asked(message)) == (expected, [])


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("1月30日从武汉返乡的2人今天解除隔离，入户3户", ("key_area_returnees", "conflict")),
        ("又设卡1处，入户3户", ("checkpoints", "flow_of_stock")),
        ("今天查车八十八台查人两百一十个", (None, "unknown_name")),
    ],
)
def test_what_was_another_days_or_only_changed_or_is_not_known_is_asked(
    message: str, question: tuple[str | None, str]
) -> None:
    assert asked(message) == [question]


@pytest.mark.parametrize(
    ("message", "expected", "questions"),
    [
        ("返乡9人，湖北2人，广东7人", {"returnees": 9, "key_area_returnees": 2}, []),
        ("更正：入户不是30户是40户", {"households_visited": 40}, []),
        ("发热、返乡、密接：0、2、0", {"fever_cases": 0, "returnees": 2, "close_contacts": 0}, []),
        ("隔离6人今天解除2人还剩4人", {"isolation_released": 2}, [("home_isolation", "conflict")]),
    ],
)
def test_parts_and_what_is_left_are_told_of_the_figure_before(
    message: str, expected: dict[str, int], questions: list[tuple[str | None, str]]
) -> None:
    assert (values(message), asked(message)) == (expected, questions)


@pytest.mark.parametrize(
    ("message", "expected", "questions"),
    [
        ("昨天我们零报告，今天发热1人已送医", {"fever_cases": 1}, []),
        ("2个卡点8个人", {"checkpoints": 2}, [(None, "unknown_name")]),
        ("卡点：230人次", {"checkpoint_people": 230}, []),
        ("计划入户40户，已入20户", {"households_visited": 20}, []),
        ("每户发2个口罩共40个，入户20户", {"households_visited": 20}, [(None, "unknown_name")]),
    ],
)
def test_neighbours_of_what_is_told_beside(
    message: str, expected: dict[str, int], questions: list[tuple[str | None, str]]
) -> None:
    assert (values(message), asked(message)) == (expected, questions)


@pytest.mark.parametrize(
    "message",
    [
        "2月5日0—24时，全省新增确诊病例50例。截至2月5日24时，尚有密切接触者9210人正在接受医学观察。",
        "全市累计报告病例18例，密切接触者302人，解除医学观察120人",
        "【快报】我省新增12例，劝返车辆3000台次",
    ],
)
def test_the_figures_of_a_whole_county_or_province_are_no_report(message: str) -> None:
    assert not parse(message, shipped("epidemic"), day=REFERENCE).is_report


@pytest.mark.parametrize("ours", ["我们村全村", "本村全村", "咱社区全社区"])
def test_the_whole_of_ones_own_village_names_no_unit(ours: str) -> None:
    said = f"{ours}312户，今天入户86户，排查254人"
    assert one(said).unit is None
    assert values(said) == {"households_visited": 86, "people_screened": 254}


def test_a_visit_next_door_is_no_story_of_others() -> None:
    said = "上午去隔壁王家村开了会，下午回来入户38户，劝返2人次"
    assert values(said) == {
        "households_visited": 38,
        "people_turned_back": 2,
    }


def test_what_is_lived_up_to_ends_before_the_next_figure() -> None:
    assert values("检查门店14家，做到一户一人不漏，接到举报1起") == {"premises_inspected": 14, "tips_received": 1}


def test_who_calls_out_first_names_no_unit() -> None:
    said = "喂主任我这边卡点啊今天检查人员一百一十八人次查车五十二台次"
    assert one(said).unit is None
    assert values(said) == {"checkpoint_people": 118, "vehicles_checked": 52}
