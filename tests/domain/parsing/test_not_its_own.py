"""Figures that stand near a name and are not of it: told of others, of what is left, of parts, or in talk."""

from decimal import Decimal

import pytest

from domain.forms import shipped
from domain.parsing import parse
from tests.domain.parsing.scoring import REFERENCE
from tests.domain.parsing.test_silent_wrongs import asked, one, values


@pytest.mark.parametrize(
    "message",
    [
        "王婆婆家2个孙子今天回来，记得去登记",
        "我在三号卡口这边风好大，你给我带两个暖宝宝过来",
        "今天镇上来了两个人检查，说我们卡点搞得不错",
        "酒精50一桶，谁要",
        "孩子发烧38度5怎么办",
        "村里的大喇叭坏了一个，找人修修",
        "今天路过卡点，看到3个人在值守",
        "昨晚检查组来了，查了3个卡点，都没问题",
        "居家隔离满14天、两次核酸阴性才能解除",
        "今晚轮到我们组：老周、小陈2人值守到12点",
        "做到早发现、早隔离，一天两测温，一户一台账",
        "测温超过37.3℃的，先隔离观察",
    ],
)
def test_talk_and_orders_are_no_report(message: str) -> None:
    assert not parse(message, shipped("epidemic"), day=REFERENCE).is_report


@pytest.mark.parametrize(
    ("message", "expected", "questions"),
    [
        ("返乡l2人，入户3户", {"households_visited": 3}, [("returnees", "approximate")]),
        ("入户12345678901234567890户，返乡1人", {"returnees": 1}, [("households_visited", "approximate")]),
        ("今天发了小两百份明白纸", {}, [("leaflets", "approximate")]),
        ("今日发放口罩200个、宣传单300份、酒精10升", {"leaflets": 300}, [(None, "unknown_name")] * 2),
        ("口罩库存：期初500只，发放120只，期末380只", {"masks": 380}, [(None, "unknown_name")]),
        ("口罩库存720只 发放口罩150只", {"masks": 720}, [(None, "unknown_name")]),
        ("消毒液30升 口罩350个 酒精6瓶", {"disinfectant": 30, "masks": 350}, [("alcohol", "measure")]),
        ("我村共有返乡人员35人，今日无新增", {}, [("returnees", "conflict")]),
        ("武汉返乡2人已隔离满14天，今天解除1人", {"isolation_released": 1}, [("key_area_returnees", "conflict")]),
        ("武汉返乡1人，其他返乡的3人", {"key_area_returnees": 1}, [("returnees", "conflict")]),
        ("设卡点8个（其中24小时值守3个）", {"checkpoints": 8}, []),
        ("今天劝返2台，1台是送菜的，放行了", {"vehicles_turned_back": 2}, []),
        ("今天入户目标90户，实际完成85户，没走的5户是外出户", {"households_visited": 85}, []),
        ("返乡5人，广东2人，浙江3人", {"returnees": 5}, []),
        ("返乡3人，两个从渠县回来，一个从岳池县回来", {"returnees": 3}, []),
        ("今天排查45人，外地人没登记的已补上", {"people_screened": 45}, []),
        ("居家隔离新增2人、解除4人，现有17人", {"home_isolation": 17, "isolation_released": 4}, []),
        ("居家隔离由8人改为6人，解除隔离0人改为2人", {"home_isolation": 6, "isolation_released": 2}, []),
        ("67户入户，3人返乡，0发热", {"households_visited": 67, "returnees": 3, "fever_cases": 0}, []),
        ("3返乡，2入户", {"returnees": 3, "households_visited": 2}, []),
        ("返乡：武汉1，黄冈2，其他省3", {}, [("returnees", "conflict")]),
        ("酒精5升装3桶，返乡1人", {"returnees": 1}, [("alcohol", "approximate"), (None, "unknown_name")]),
        ("返乡的登记在本子上了，一共12个，入户3户", {"households_visited": 3}, [("people_screened", "conflict")]),
        ("隔离人员张三、李四，共2人", {"home_isolation": 2}, []),
        ("住2号楼3单元501，没有发热，居家隔离1人", {"home_isolation": 1, "fever_cases": 0}, []),
    ],
)
def test_only_what_is_of_the_name_is_taken(
    message: str, expected: dict[str, int], questions: list[tuple[str | None, str]]
) -> None:
    assert values(message) == {code: Decimal(value) for code, value in expected.items()}
    assert asked(message) == questions


@pytest.mark.parametrize(
    ("message", "unit"),
    [
        ("补报2月5日：喇叭沟村入户37户", "喇叭沟村"),
        ("紧急报告：返乡桥村今日发热1人", "返乡桥村"),
        ("截至2月6日18时共和村共设卡点3个", "共和村"),
        ("大坝村一组各项指标均无新增", "大坝村一组"),
        ("补报昨天的宝塔村入户四十五户", "宝塔村"),
        ("我是石门村的网格员小李，今天走了58户", "石门村"),
        ("早上七点起，省道205线卡点查车一百四十三台", None),
        ("河西组返乡3人，河东组返乡2人，全村合计返乡5人", None),
    ],
)
def test_the_unit_is_who_speaks_whatever_its_name_is_made_of(message: str, unit: str | None) -> None:
    assert one(message).unit == unit


def test_who_still_speaks_of_a_running_total_is_believed() -> None:
    told = one("累计到今天，已经解除18人，现有居家隔离5人")
    assert told.cumulative == {"isolation_released": 18}
    assert told.values == {"home_isolation": 5}


def test_units_told_in_one_line_have_a_report_each() -> None:
    told = parse("【石门村】入户45户、返乡0【柳林村】入户38户；三合村零报告。", shipped("epidemic"), day=REFERENCE)
    assert [(r.unit, r.zero_report) for r in told.reports] == [("石门村", False), ("柳林村", False), ("三合村", True)]


def _by_unit(message: str) -> dict[str | None, dict[str, Decimal]]:
    return {report.unit: dict(report.values) for report in parse(message, shipped("epidemic"), day=REFERENCE).reports}


def test_a_post_that_is_one_word_with_its_figure_below_a_unit_in_brackets_is_a_part_of_it() -> None:
    message = "【杨柳社区】2月6日报\n入户84户\nG210路口卡点检查车辆57台次\n值守15人"
    figures = {"households_visited": 84, "vehicles_checked": 57, "staff_on_duty": 15}
    assert _by_unit(message) == {"杨柳社区": figures}


@pytest.mark.parametrize(
    "message",
    [
        "1. 黄溪村 入户12户\n2. 北门卡点 检查车辆57台次\n3. 南门卡点 检查车辆20台次",
        "黄溪村 入户12户\n北门卡点：检查车辆57台次\n南门卡点：检查车辆20台次",
        "黄溪村 入户12户\n北门卡点 检查车辆57台次\n南门卡点 检查车辆20台次",
        "黄溪村 入户12户\n北门卡点检查车辆57台次\n南门卡点检查车辆20台次",
        "【黄溪村】入户12户\n【北门卡点】检查车辆57台次\n【南门卡点】检查车辆20台次",
    ],
)
def test_posts_that_speak_for_themselves_are_units_beside_the_village(message: str) -> None:
    assert _by_unit(message) == {
        "黄溪村": {"households_visited": 12},
        "北门卡点": {"vehicles_checked": 57},
        "南门卡点": {"vehicles_checked": 20},
    }


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("今天实入户138户，没在家的明天再补上，发放明白纸138份", {"households_visited": 138, "leaflets": 138}),
        ("今日走访：49户 目标：60户 测温：149人次", {"households_visited": 49, "temperature_checks": 149}),
        ("测温：7人次 密接：0", {"temperature_checks": 7, "close_contacts": 0}),
    ],
)
def test_a_plan_ends_with_its_clause_or_its_figure(message: str, expected: dict[str, int]) -> None:
    assert values(message) == {code: Decimal(value) for code, value in expected.items()}


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("走访8户，外省回来的没有", "returnees"),
        ("走访8户，湖北回来的没有", "key_area_returnees"),
        ("返乡3人，从广州、成都回来，没有一个是湖北的", "key_area_returnees"),
    ],
)
def test_none_may_be_told_without_a_name(message: str, code: str) -> None:
    assert values(message)[code] == 0


def test_the_words_that_make_a_figure_unsure_are_quoted_with_it() -> None:
    assert [q.text for q in one("今天约300人劝返").questions] == ["约300人劝返"]
    assert [q.text for q in one("今天劝返300人左右").questions] == ["劝返300人左右"]
