"""A task as written, a unit's answers, the words for both."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.task_text import only_parts, read_audience, read_task, wants_photo
from domain.task_words import Decision, Said, read_answer, read_decision, read_reply, task_written
from domain.tasks import Task, TaskState, TaskUnit, UnitState, after, answered, next_moves, responses, still_chased

NOW = datetime(2026, 2, 6, 14, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
OUT = datetime(2026, 2, 6, 11, 0, tzinfo=UTC)

states = st.sampled_from(UnitState)
said = st.sampled_from([state for state in UnitState if state is not UnitState.SILENT])


def test_a_task_is_its_title_its_text_and_its_labelled_lines() -> None:
    draft = read_task("返乡人员「回头看」\n逐户复核。\n截止：明天12点前\n对象: 东片、05\n要求：照片\n核对电话。", NOW)
    assert (draft.title, draft.body) == ("返乡人员「回头看」", "逐户复核。\n核对电话。")
    assert (draft.audience, draft.photo, draft.problems) == (("东片", "05"), True, ())
    assert draft.due == datetime(2026, 2, 7, 12, 0, tzinfo=NOW.tzinfo)


def test_lines_may_stand_before_the_title_and_in_traditional_script() -> None:
    draft = read_task("對象：黃溪村\n 截止時間 ：今晚8點\n消毒", NOW)
    assert draft.title == "消毒"
    assert draft.audience == ("黄溪村",)
    assert draft.due is not None
    assert draft.due.hour == 20


def test_a_task_of_one_line_is_for_everybody_without_limit() -> None:
    draft = read_task("张贴倡议书", NOW)
    assert (draft.title, draft.body, draft.audience, draft.due, draft.photo) == ("张贴倡议书", "", (), None, False)


def test_what_a_wish_says_besides_the_photo_stays_in_the_text() -> None:
    draft = read_task("巡查\n要求：每户签字并拍照", NOW)
    assert (draft.body, draft.photo) == ("要求：每户签字并拍照", True)


def test_a_second_line_of_the_same_label_is_text() -> None:
    assert read_task("巡查\n要求：照片\n要求：两人一组", NOW).body == "要求：两人一组"


@pytest.mark.parametrize(
    ("words", "key"), [("下下下周", "when-unknown"), ("昨天中午", "when-unknown"), ("今天8点", "when-past")]
)
def test_a_deadline_that_cannot_be_is_a_problem_and_no_guess(words: str, key: str) -> None:
    draft = read_task(f"巡查\n截止：{words}", NOW)
    assert draft.due is None
    assert [problem.key for problem in draft.problems] == [key]
    assert draft.due_words == words


def test_a_task_without_a_title_says_so() -> None:
    assert [p.key for p in read_task("对象：全部\n截止：不限", NOW).problems] == ["task-problem-title"]


@pytest.mark.parametrize("words", ["全部", "全镇", "", "黄溪村、全部", "所有", "all"])
def test_everybody_is_an_audience_without_names(words: str) -> None:
    assert read_audience(words) == ()


@pytest.mark.parametrize(
    "words", ["黄溪村、东片", "黄溪村,东片", "黄溪村 东片", "黄溪村，东片。", "黄溪村；东片；黄溪村"]
)
def test_names_are_parted_by_any_stop(words: str) -> None:
    assert read_audience(words) == ("黄溪村", "东片")


@pytest.mark.parametrize("words", ["照片", "要照片", "拍照上传", "现场照片", "附图片一张", "需要影像"])
def test_a_photo_may_be_asked_for_in_many_words(words: str) -> None:
    assert wants_photo(words)


@pytest.mark.parametrize("words", ["", "无", "不用照片", "无需拍照", "签字"])
def test_no_photo_is_asked_for_where_none_is_wanted(words: str) -> None:
    assert not wants_photo(words)


def test_a_text_of_labels_alone_changes_those_alone() -> None:
    assert only_parts("截止：明天\n要求：照片") == {"due", "wish"}
    assert only_parts("巡查\n截止：明天") == frozenset()
    assert only_parts("") == frozenset()


@given(states, said)
def test_nobody_falls_silent_again(before: UnitState, word: UnitState) -> None:
    assert after(before, word) is not UnitState.SILENT


@given(states, said)
def test_an_answer_said_twice_is_one_answer(before: UnitState, word: UnitState) -> None:
    assert after(after(before, word), word) is after(before, word)


@given(states, said)
def test_seen_takes_nothing_back_and_every_other_answer_stands(before: UnitState, word: UnitState) -> None:
    if word is UnitState.SEEN and before is not UnitState.SILENT:
        assert after(before, word) is before
    else:
        assert after(before, word) is word


@given(states)
def test_the_buttons_offer_what_would_change_something(state: UnitState) -> None:
    assert next_moves(state)
    assert all(after(state, move) is move and move is not state for move in next_moves(state))


@given(st.lists(st.tuples(said, st.integers(0, 600)), min_size=1))
def test_the_first_answer_is_the_earliest_and_done_has_a_time_only_while_done(
    words: list[tuple[UnitState, int]],
) -> None:
    place = TaskUnit(1, 1)
    for state, minute in words:
        place = answered(place, state, OUT + timedelta(minutes=minute))
    assert place.answered_at == OUT + timedelta(minutes=min(minute for _, minute in words))
    assert (place.done_at is not None) == (place.state is UnitState.DONE)
    assert place.version <= len(words)


def test_a_difficulty_that_is_over_keeps_no_reason() -> None:
    troubled = replace(answered(TaskUnit(1, 1), UnitState.DIFFICULTY, OUT), reason="缺车")
    assert answered(troubled, UnitState.DOING, OUT).reason == ""


def test_responses_are_counted_from_publication_to_the_nearest_minute() -> None:
    places = [
        TaskUnit(1, n, UnitState.SEEN, OUT + timedelta(minutes=m, seconds=50)) for n, m in ((7, 21), (3, 4), (5, 90))
    ]
    quick = responses(OUT, [*places, TaskUnit(1, 9)])
    assert quick is not None
    assert (quick.fastest, quick.fastest_minutes, quick.median_minutes) == (3, 5, 22)
    assert responses(OUT, [TaskUnit(1, 9)]) is None
    at_once = responses(OUT, [TaskUnit(1, 9, UnitState.SEEN, OUT + timedelta(seconds=59))])
    assert at_once is not None
    assert (at_once.fastest_minutes, at_once.median_minutes) == (0, 0)


def test_silent_units_are_followed_to_a_day_after_the_deadline() -> None:
    task = Task(1, "巡查", "", (), None, OUT + timedelta(hours=5), "", False, TaskState.PUBLISHED, published_at=OUT)
    assert still_chased(task, OUT + timedelta(hours=28))
    assert not still_chased(task, OUT + timedelta(hours=30))
    assert not still_chased(replace(task, state=TaskState.CANCELLED), OUT)
    assert still_chased(replace(task, due_at=None), OUT + timedelta(days=2))
    assert not still_chased(replace(task, due_at=None), OUT + timedelta(days=3))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("收到 12", Said(UnitState.SEEN, 12)),
        ("完成12", Said(UnitState.DONE, 12)),
        ("任务12完成", Said(UnitState.DONE, 12)),
        ("任务 12 已完成。", Said(UnitState.DONE, 12)),
        ("进行中 １２", Said(UnitState.DOING, 12)),
        ("有困难 12 三户外出未归，电话不通", Said(UnitState.DIFFICULTY, 12, "三户外出未归，电话不通")),
        ("有困难12", Said(UnitState.DIFFICULTY, 12)),
        ("收到任务12", Said(UnitState.SEEN, 12)),
        ("Done 12", Said(UnitState.DONE, 12)),
    ],
)
def test_an_answer_in_words_names_its_task(text: str, answer: Said) -> None:
    assert read_answer(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        "收到",
        "完成",
        "完成 12 户",
        "完成120户",
        "完成12户排查",
        "困难12户",
        "今天完成 12",
        "12",
        "收到 12 马上办",
        "完成率 12",
    ],
)
def test_chat_about_other_things_is_no_answer(text: str) -> None:
    assert read_answer(text) is None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("收到", Said(UnitState.SEEN, 12)),
        ("收到，马上办", Said(UnitState.SEEN, 12, "马上办")),
        ("完成，共 30 户", Said(UnitState.DONE, 12, "共 30 户")),
        ("有困难 缺车", Said(UnitState.DIFFICULTY, 12, "缺车")),
        ("完成 12", Said(UnitState.DONE, 12)),
        ("完成 30户", None),
        ("完成情况如下", None),
        ("已核对 30 户", None),
        ("完成 13", None),
    ],
)
def test_a_reply_is_an_answer_or_feedback(text: str, answer: Said | None) -> None:
    assert read_reply(text, 12) == answer


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("发布 12", (Decision.PUBLISH, 12, "")),
        ("立即发布12", (Decision.NOW, 12, "")),
        ("取消 12", (Decision.CANCEL, 12, "")),
        ("修改 12", (Decision.EDIT, 12, "")),
        ("修改 12 新标题\n正文", (Decision.EDIT, 12, "新标题\n正文")),
        ("修改12\n截止：明天", (Decision.EDIT, 12, "截止：明天")),
        ("publish now 12", (Decision.NOW, 12, "")),
        ("取消 今天的会", None),
        ("取消 12 的安排", None),
        ("发布了 12", None),
    ],
)
def test_a_decision_names_its_task(text: str, decision: tuple[Decision, int, str] | None) -> None:
    assert read_decision(text) == decision


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("任务 巡查\n夜间", "巡查\n夜间"),
        ("任务", ""),
        ("任务\n巡查", "巡查"),
        ("任务完成情况", None),
        ("今天的任务", None),
    ],
)
def test_the_word_alone_at_the_head_begins_a_task(text: str, rest: str | None) -> None:
    assert task_written(text) == rest
