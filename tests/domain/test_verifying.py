"""What a leader says of completions, and what it makes of them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.tasks import Task, TaskState, TaskUnit, UnitState, answered
from domain.verifying import Judged, Named, Word, passed, read_judged, read_named, sent_back, standing, waits

NOW = datetime(2026, 2, 6, 11, 0, tzinfo=UTC)
UNITS = {"黄溪村": [1], "东观社区": [2], "东片": [1, 2, 3], "01": [1]}


def task(verify: bool = True) -> Task:
    return Task(12, "巡查水库", "", (), None, None, "", False, TaskState.PUBLISHED, verify=verify)


def meant(word: str) -> list[int]:
    return UNITS.get(word, [])


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("通过 12 黄溪村", Judged(Word.PASS, 12, "黄溪村")),
        ("通過12　黃溪村", Judged(Word.PASS, 12, "黃溪村")),
        ("验收通过 任务12：全部", Judged(Word.PASS, 12, "全部")),
        ("通过 12", Judged(Word.PASS, 12)),
        ("退回 12 黄溪村 照片看不清，重拍。", Judged(Word.RETURN, 12, "黄溪村 照片看不清，重拍")),
        ("任务12 退回 黄溪村 缺3户", Judged(Word.RETURN, 12, "黄溪村 缺3户")),
        ("return #12 01 too dark", Judged(Word.RETURN, 12, "01 too dark")),
    ],
)
def test_a_verdict_is_read(text: str, judged: Judged) -> None:
    assert read_judged(text) == judged


@pytest.mark.parametrize(
    "text", ["通过", "通过率 12%", "通过12户核查", "都通过 12", "退回去吧", "通过 123456 黄溪村", ""]
)
def test_talk_is_no_verdict(text: str) -> None:
    assert read_judged(text) is None


@pytest.mark.parametrize(
    ("rest", "named"),
    [
        ("", Named()),
        ("全部", Named(everybody=True)),
        ("黄溪村、东观社区", Named(units=(1, 2))),
        ("东片 黄溪村", Named(units=(1, 2, 3))),
        ("黄溪村 照片看不清，重拍", Named(units=(1,), reason="照片看不清，重拍")),
        ("黄溪村，照片 看不清", Named(units=(1,), reason="照片 看不清")),
        ("全部 格式不对", Named(everybody=True, reason="格式不对")),
        ("黄西村 照片看不清", Named(reason="黄西村 照片看不清", strange="黄西村")),
    ],
)
def test_the_units_stand_first_and_the_reason_behind_them(rest: str, named: Named) -> None:
    assert read_named(rest, meant) == named


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_left_alone(text: str) -> None:
    judged = read_judged(text)
    assert judged is None or len(judged.rest) <= len(text)
    read_named(text, meant)


def test_a_completion_waits_for_a_word_only_where_one_is_wanted() -> None:
    done = answered(TaskUnit(12, 1), UnitState.DONE, NOW)
    assert waits(task(), done)
    assert not waits(task(verify=False), done)
    assert not waits(task(), passed(done, NOW))
    assert [standing(task(), place) for place in (TaskUnit(12, 1), done, passed(done, NOW))] == [
        "",
        "waiting",
        "verified",
    ]


def test_a_returned_task_is_open_again_and_the_return_is_counted() -> None:
    done = answered(TaskUnit(12, 1), UnitState.DONE, NOW)
    back = sent_back(passed(done, NOW), "照片看不清", NOW)
    assert (back.state, back.done_at, back.verified_at, back.returned) == (UnitState.RETURNED, None, None, 1)
    again = answered(back, UnitState.DONE, NOW + timedelta(hours=1))
    assert waits(task(), again)
    assert (again.reason, again.returned, again.answered_at) == ("", 1, NOW)


def test_having_read_a_returned_task_changes_nothing_of_it() -> None:
    back = sent_back(answered(TaskUnit(12, 1), UnitState.DONE, NOW), "照片看不清", NOW)
    assert answered(back, UnitState.SEEN, NOW) == back


def test_a_unit_that_takes_its_completion_back_takes_the_verification_with_it() -> None:
    done = passed(answered(TaskUnit(12, 1), UnitState.DONE, NOW), NOW)
    assert answered(done, UnitState.DIFFICULTY, NOW).verified_at is None
