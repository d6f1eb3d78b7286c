"""How people dictate, present themselves and hedge: the rules that the sixth set brought."""

from decimal import Decimal

import pytest

from tests.domain.parsing.test_silent_wrongs import asked, one, values


@pytest.mark.parametrize(
    ("message", "unit"),
    [
        ("我是石板坡村小周，今天走访了74户", "石板坡村"),
        ("领导好，我是花桥村李明，今天走访了74户", "花桥村"),
        ("我报一下啊大塘村走访七十四户", "大塘村"),
        ("今天是二月六号我们花桥村走访七十四户", "花桥村"),
        ("好的，马上报 茶店村 2月6日 走访74户", "茶店村"),
    ],
)
def test_who_speaks_is_found_behind_the_words_that_lead_in(message: str, unit: str) -> None:
    assert one(message).unit == unit
    assert values(message) == {"households_visited": 74}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "入户六十七哦不对是七十六户排查两百二十八返乡两个",
            {"households_visited": 76, "people_screened": 228, "returnees": 2},
        ),
        ("返乡三个人都不是湖北的", {"returnees": 3, "key_area_returnees": 0}),
        ("返乡人员3人：湖北1人、广东2人", {"returnees": 3, "key_area_returnees": 1}),
        ("出动党员干部26人，检查车辆3台次", {"staff_on_duty": 26, "vehicles_checked": 3}),
        ("只跑了36户，剩下的14户明天继续", {"households_visited": 36}),
        ("排查412人，65岁以上老人88人", {"people_screened": 412}),
        ("劝返车六台人十九个", {"vehicles_turned_back": 6, "people_turned_back": 19}),
        ("消毒2 面积300", {"disinfected_sites": 2, "disinfected_area": 300}),
        ("值班十八个人巡查了三十家店", {"staff_on_duty": 18, "premises_inspected": 30}),
    ],
)
def test_a_figure_is_of_what_the_speaker_means(message: str, expected: dict[str, int]) -> None:
    assert values(message) == {code: Decimal(value) for code, value in expected.items()}
    assert asked(message) == []


def test_who_hedges_is_asked() -> None:
    assert ("households_visited", "approximate") in asked("入户三十户吧也可能更多，返乡1人")


def test_what_never_stopped_is_there() -> None:
    assert values("今天在岗23人，3个卡点都没断过人") == {"staff_on_duty": Decimal(23), "checkpoints": Decimal(3)}
