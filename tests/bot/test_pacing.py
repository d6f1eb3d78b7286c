"""The budgets: whatever is asked for, no second, no chat and no group gets more than Telegram's limits allow."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import Pacer

CHATS = st.lists(st.tuples(st.integers(1, 6), st.floats(0, 0.2)), min_size=1, max_size=120)
TOOK = 0.02


def _sent(wishes: list[tuple[int, float]]) -> list[tuple[float, int]]:
    """When each of the wished calls goes out, one after the other; even chats are groups."""
    pacer, now, sent = Pacer(), 0.0, []
    for chat, idle in wishes:
        now = pacer.ready_at(chat, chat % 2 == 0, now + idle)
        call = pacer.begin(chat, chat % 2 == 0, now)
        sent.append((now, chat))
        pacer.end(call, now + TOOK, answered=True)
    return sent


@given(CHATS)
@settings(max_examples=60, deadline=None)
def test_no_second_holds_more_than_thirty_calls(wishes: list[tuple[int, float]]) -> None:
    times = [at for at, _ in _sent(wishes)]
    assert all(sum(start <= at < start + 1.0 for at in times) <= 30 for start in times)


@given(CHATS)
@settings(max_examples=60, deadline=None)
def test_no_chat_gets_two_calls_within_a_second(wishes: list[tuple[int, float]]) -> None:
    last: dict[int, float] = {}
    for at, chat in _sent(wishes):
        assert at - last.get(chat, -10.0) >= 1.0
        last[chat] = at


@given(st.integers(21, 70))
@settings(max_examples=20, deadline=None)
def test_no_group_gets_more_than_twenty_in_any_minute(calls: int) -> None:
    times = [at for at, _ in _sent([(2, 0.0)] * calls)]
    assert all(sum(start <= at < start + 60.0 for at in times) <= 20 for start in times)


def test_calls_that_follow_a_pause_go_spaced_and_not_together() -> None:
    times = [at for at, _ in _sent([(chat, 5.0 if chat == 10 else 0.0) for chat in range(20)])]
    assert min(after - before for before, after in pairwise(times)) > 0.03


def test_a_call_whose_answer_took_long_may_have_arrived_as_late() -> None:
    pacer = Pacer()
    quick = pacer.begin(1, True, 0.0)
    pacer.end(quick, 0.1, answered=True)
    slow = pacer.begin(2, True, 10.0)
    pacer.end(slow, 15.1, answered=True)
    assert pacer.ready_at(2, True, 15.1) >= 15.0 + 1.0


def test_calls_that_never_come_back_keep_their_places() -> None:
    pacer, now = Pacer(), 0.0
    for chat in range(30):
        now = pacer.ready_at(chat, False, now)
        pacer.begin(chat, False, now)
    for _ in range(50):
        assert pacer.ready_at(99, False, now) > now
        now += 1.0


def test_an_album_waits_until_there_is_room_for_all_of_it() -> None:
    pacer, now = Pacer(), 0.0
    for chat in range(25):
        now = pacer.ready_at(chat, False, now)
        pacer.end(pacer.begin(chat, False, now), now, answered=True)
    assert pacer.overall_ready_at(now + 0.1, 5) <= now + 0.1
    assert pacer.overall_ready_at(now + 0.1, 8) > 1.0


def test_a_chat_that_was_refused_waits_and_the_others_go_on() -> None:
    pacer = Pacer()
    pacer.refused(1, 30.0, 0.0)
    assert pacer.ready_at(1, False, 0.0) == 30.0
    assert pacer.ready_at(2, False, 0.0) == 0.0


def test_when_several_chats_are_refused_together_everything_waits() -> None:
    pacer = Pacer()
    for chat in (1, 2, 3):
        pacer.refused(chat, 5.0, 0.0)
    assert pacer.ready_at(9, False, 0.0) == 5.0
