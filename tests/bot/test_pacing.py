"""The budgets: whatever is asked for, no second, no chat and no group gets more than Telegram's limits allow."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import Pacer

CHATS = st.lists(st.tuples(st.integers(1, 6), st.floats(0, 0.2)), min_size=1, max_size=120)


def _sent(wishes: list[tuple[int, float]]) -> list[tuple[float, int]]:
    """When each of the wished calls goes out, one after the other; even chats are groups."""
    pacer, now, sent = Pacer(), 0.0, []
    for chat, idle in wishes:
        now = pacer.ready_at(chat, chat % 2 == 0, now + idle)
        pacer.spend(chat, chat % 2 == 0, now)
        sent.append((now, chat))
    return sent


@given(CHATS)
@settings(max_examples=60, deadline=None)
def test_no_second_holds_more_than_thirty_calls(wishes: list[tuple[int, float]]) -> None:
    times = [at for at, _ in _sent(wishes)]
    assert all(sum(start <= at < start + 1.0 for at in times) <= 30 for start in times)


@given(st.lists(st.tuples(st.integers(1, 40), st.floats(0.02, 2.0)), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_second_holds_more_where_the_loop_stands_still_and_lets_planned_calls_go_together(
    stalls: list[tuple[int, float]],
) -> None:
    pacer, now, times, chat = Pacer(), 0.0, [], 0
    for calls, stall in stalls:
        for _ in range(calls):
            chat += 1
            now = pacer.ready_at(chat, False, now)
            pacer.spend(chat, False, now)
            times.append(now)
        planned, times = times[-3:], times[:-3]  # those that the loop has let sleep until their time
        now += stall
        for at in planned:
            pacer.made(at, now)
        times += [now] * len(planned)
    for _ in range(40):
        chat += 1
        now = pacer.ready_at(chat, False, now)
        pacer.spend(chat, False, now)
        times.append(now)
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
