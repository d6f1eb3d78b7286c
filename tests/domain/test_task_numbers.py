"""The number that a unit sends back to a task: one that is meant, or none."""

from decimal import Decimal

import pytest

from domain.task_words import Value, read_number, read_value, read_value_of
from domain.tasks import UnitState


@pytest.mark.parametrize(
    ("text", "number"),
    [("320", 320), ("共32辆", 32), ("1,208", 1208), ("1.2万", 12000), ("三十二", 32), ("无", 0), ("到位 18 人", 18)],
)
def test_one_number_is_taken(text: str, number: int) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "约300",
        "30多户",
        "32辆，其中外地5辆",
        "3天内报",
        "明天12点前报",
        "2月8日",
        "第2次去",
        "13800000001",
        "大概三四十辆",
        "已安排",
        "",
    ],
)
def test_a_guess_a_time_or_several_numbers_are_not(text: str) -> None:
    assert read_number(text) is None


def test_an_answer_may_come_along() -> None:
    assert read_value("完成 320") == Value(Decimal(320), UnitState.DONE)
    assert read_value("共320户") == Value(Decimal(320))
    assert read_value_of("回报 12 320") == Value(Decimal(320), None, 12)
    assert read_value_of("完成 12，320户") == Value(Decimal(320), UnitState.DONE, 12)
    assert read_value_of("完成 12") is None
    assert read_value_of("入户120户，排查356人") is None
