"""The matrix of a task on a phone: who is in difficulty and why, how quick the answers were."""

from typing import Any

from tests.support.cast import TOWN
from texts.catalogue import Words
from texts.render import Voice, render

VOICE = Voice(Words("zh-Hans"), TOWN.form)


def _overview(**changed: Any) -> list[str]:
    counts = {"difficulty": 4}
    row = {
        "number": "12",
        "title": "返乡人员回头看",
        "units": 4,
        "counts": counts,
        "silent": [],
        "reminded": 0,
        "troubled": [],
        "fastest": "东观社区",
        "fastest_minutes": 5,
        "median_minutes": 22,
        **changed,
    }
    return render(VOICE, "tasks", {"full": [row], "others": [], "more": 0, "waiting": []}).splitlines()


def test_units_in_the_same_difficulty_share_one_quotation() -> None:
    troubled = [["盐井村", "电话不通"], ["石梁村", "缺车"], ["红星村", "电话不通"], ["高坪村", ""]]
    assert "有困难：盐井村、红星村「电话不通」；石梁村「缺车」；高坪村" in _overview(troubled=troubled)


def test_an_answer_within_the_minute_is_told_as_such() -> None:
    assert "最快：东观社区 5 分钟响应 · 中位 22 分钟" in _overview()
    assert "最快：东观社区 不到1分钟响应 · 中位 1 分钟" in _overview(fastest_minutes=0, median_minutes=1)
