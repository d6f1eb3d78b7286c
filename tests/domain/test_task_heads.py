"""What no reader of task words would take is told by its first word; what one takes is never passed over."""

from itertools import product

import pytest

from domain.task_heads import speaks_of_task
from domain.task_words import (
    DECISION_WORDS,
    SERIES_WORDS,
    STATE_WORDS,
    read_answer,
    read_decision,
    read_history,
    read_photos,
    read_series_decision,
    read_value_of,
    task_written,
)
from domain.verifying import VERIFYING_WORDS, read_judged

READERS = (
    read_answer,
    read_decision,
    read_history,
    read_photos,
    read_series_decision,
    read_value_of,
    task_written,
    read_judged,
)
WORDS = (
    *STATE_WORDS,
    *DECISION_WORDS,
    *SERIES_WORDS,
    *VERIFYING_WORDS,
    "回报",
    "數字",
    "歷史",
    "照片",
    "Photos",
    "HISTORY",
)
SHAPES = (
    "{}",
    "{} 12",
    "{}12",
    "任务12{}",
    "任務 12 {}",
    "{} 任务12 黄溪村",
    "　{}　１２",
    "{}重复1",
    "！{}重複 1",
    "/{}",
    "{}#12，原因",
)


def test_whatever_a_reader_takes_may_speak_of_a_task() -> None:
    said = [shape.format(word) for shape, word in product(SHAPES, WORDS)] + [
        "任务 明早核酸",
        "任務\n明早核酸",
        "/任务 明早核酸",
    ]
    taken = [text for text in said if any(reader(text) is not None for reader in READERS)]
    assert len(taken) > len(WORDS)
    assert [text for text in taken if not speaks_of_task(text)] == []


@pytest.mark.parametrize(
    "text", ["黄溪村2月6日 入户120户", "【黄溪村】\n排查：30人", "今天下雨", "好的 收到", "12 完成"]
)
def test_reports_and_chat_are_known_by_their_first_word(text: str) -> None:
    assert not speaks_of_task(text)
