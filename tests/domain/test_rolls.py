"""What a list that is posted again whole changes: new, changed, the same, old; and what it leaves out."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.rolls import Fate, Line, Said, difference, heading, is_list

DAY = date(2026, 2, 6)
NOON = datetime(2026, 2, 6, 4, tzinfo=UTC)
CHAT, TITLE = 1, "#接龙日报"


def line(unit: int, said: str, *, state: str = "stands", chat: int = CHAT, title: str = TITLE, after: int = 0) -> Line:
    """A line as it is known."""
    return Line(chat, DAY, title, unit, said, 7, 70, NOON + timedelta(minutes=after), state)


def test_a_list_is_told_by_its_first_word_and_by_what_stands_over_its_lines() -> None:
    assert is_list("#接龙\n1. 东观社区 入户3户")
    assert is_list(" # 接龍 日报")
    assert not is_list("请大家接龙")
    assert heading("#接龙\n2月6日日报\n1. 东观社区 入户3户\n2. 黄溪村 零报告") == "#接龙2月6日日报"
    assert heading("#接龙 日报\n1、东观社区 入户3户") == heading("#接龙  日报\n1、东观社区 入户9户\n2、黄溪村")


def test_lines_are_new_changed_or_the_same() -> None:
    known = [line(1, "86"), line(2, "35")]
    found = difference(known, CHAT, TITLE, [Said(1, "86", False), Said(2, "36", False), Said(3, "9", False)])
    assert found.fates == {1: Fate.SAME, 2: Fate.CHANGED, 3: Fate.NEW}
    assert (found.gone, found.first) == ((), False)


def test_an_old_wording_is_stale_unless_the_units_own_people_write_it() -> None:
    known = [line(1, "86", state="reworded"), line(1, "88", after=5)]
    assert difference(known, CHAT, TITLE, [Said(1, "86", False)]).fates == {1: Fate.STALE}
    assert difference(known, CHAT, TITLE, [Said(1, "86", True)]).fates == {1: Fate.CHANGED}


def test_a_line_that_was_read_in_another_chat_is_no_news() -> None:
    found = difference([line(1, "86", chat=2)], CHAT, TITLE, [Said(1, "86", False)])
    assert (found.fates, found.first) == ({1: Fate.SAME}, True)


def test_what_is_left_out_is_told_only_of_a_list_that_goes_on_with_the_other() -> None:
    known = [line(1, "86"), line(2, "35")]
    assert [gone.unit_id for gone in difference(known, CHAT, TITLE, [Said(1, "86", False)]).gone] == [2]
    assert difference(known, CHAT, TITLE, [Said(3, "9", False)]).gone == ()
    assert difference(known, CHAT, "#接龙核酸采样", [Said(1, "120", False)]).gone == ()
    left = [line(1, "86"), line(2, "35", state="gone")]
    assert difference(left, CHAT, TITLE, [Said(1, "86", False)]).gone == ()


def test_a_line_that_was_taken_back_counts_again_only_from_its_own_people() -> None:
    known = [line(1, "86", state="withdrawn")]
    assert difference(known, CHAT, TITLE, [Said(1, "86", False)]).fates == {1: Fate.STALE}
    assert difference(known, CHAT, TITLE, [Said(1, "86", True)]).fates == {1: Fate.NEW}


@given(st.dictionaries(st.integers(1, 20), st.text("0123456789", min_size=1, max_size=3), min_size=1))
def test_the_same_list_again_changes_nothing(lines: dict[int, str]) -> None:
    known = [line(unit, said) for unit, said in lines.items()]
    again = difference(known, CHAT, TITLE, [Said(unit, said, False) for unit, said in lines.items()])
    assert set(again.fates.values()) == {Fate.SAME}
    assert again.gone == ()


def test_who_writes_at_the_same_time_has_left_out_nobody() -> None:
    known = [line(1, "86"), line(2, "35", after=5)]
    now = [Said(1, "86", False)]
    soon, later = NOON + timedelta(minutes=6), NOON + timedelta(minutes=9)
    assert difference(known, CHAT, TITLE, now, at=soon, poster=71).gone == ()
    assert [gone.unit_id for gone in difference(known, CHAT, TITLE, now, at=soon, poster=70).gone] == [2]
    assert [gone.unit_id for gone in difference(known, CHAT, TITLE, now, at=later, poster=71).gone] == [2]
