"""What stands twice is held to its own key: as often as its fate was unknown, and not once more."""

from tests.faults.copies import CUT, IN_FLIGHT, Copies, Row, Stray, sort_out

VILLAGE, TOWN = 1, 2
ORDER = Row("order/7/1", VILLAGE, 10, tries=4)
SHOWN = {(VILLAGE, 10): "📌 消杀", (VILLAGE, 20): "📊 14:00", (TOWN, 30): "📌 消杀"}


def copy(text: str = "📌 消杀", *, chat: int = VILLAGE, cut: bool = False) -> Stray:
    return Stray(chat, text, cut, text)


def keys(found: Copies) -> tuple[list[str], list[str], list[str], int]:
    """Twice, once and unsure, beyond; and how many are unexplained."""
    told = [[one.key for one in some] for some in (found.doubled, found.unsure, found.beyond)]
    return told[0], told[1], told[2], len(found.unexplained)


def test_one_kill_explains_one_copy_of_a_key_and_the_next_is_beyond() -> None:
    found = sort_out([copy(), copy()], [ORDER], SHOWN, {ORDER.key: 1})
    assert keys(found) == ([ORDER.key], [], [ORDER.key], 0)
    assert found.beyond[0].why == IN_FLIGHT


def test_two_kills_explain_two_copies() -> None:
    found = sort_out([copy(), copy()], [ORDER], SHOWN, {ORDER.key: 2})
    assert keys(found) == ([ORDER.key] * 2, [], [], 0)


def test_the_kills_of_one_key_explain_no_copy_of_another() -> None:
    elsewhere = Row("order/7/2", TOWN, 30, tries=4)
    found = sort_out([copy()], [ORDER, elsewhere], SHOWN, {elsewhere.key: 9})
    assert keys(found) == ([], [], [], 1)


def test_a_copy_whose_answer_was_cut_is_explained_only_as_often_as_its_key_was_handed_over_again() -> None:
    once_again = Row(ORDER.key, VILLAGE, 10, tries=2)
    found = sort_out([copy(cut=True), copy(cut=True)], [once_again], SHOWN, {})
    assert keys(found) == ([ORDER.key], [], [ORDER.key], 0)
    assert found.beyond[0].why == CUT


def test_of_two_rows_that_say_the_same_each_answers_for_its_own_calls() -> None:
    same = Row("order/8/1", VILLAGE, 10, tries=2)
    found = sort_out([copy(), copy(), copy()], [ORDER, same], SHOWN, {ORDER.key: 1, same.key: 1})
    assert keys(found) == ([ORDER.key, same.key], [], [ORDER.key], 0)


def test_a_message_that_was_given_up_stands_once_for_a_reason_and_is_counted() -> None:
    given_up = Row("remind/5", VILLAGE, None, tries=1)
    assert keys(sort_out([copy("⏰", cut=True)], [given_up], SHOWN, {})) == ([], [given_up.key], [], 0)
    assert keys(sort_out([copy("⏰")], [given_up], SHOWN, {given_up.key: 1})) == ([], [given_up.key], [], 0)
    assert keys(sort_out([copy("⏰")] * 2, [given_up], SHOWN, {given_up.key: 1})) == (
        [],
        [given_up.key],
        [given_up.key],
        0,
    )


def test_a_message_that_was_given_up_explains_nothing_where_its_call_was_neither_cut_nor_in_flight() -> None:
    given_up = Row("remind/5", VILLAGE, None, tries=1)
    assert keys(sort_out([copy("⏰")], [given_up], SHOWN, {})) == ([], [], [], 1)
    assert keys(sort_out([copy("⏰", chat=TOWN)], [given_up], SHOWN, {given_up.key: 1})) == ([], [], [], 1)


def test_a_board_shows_another_hour_each_time_and_is_held_to_its_key_all_the_same() -> None:
    board = Row("board/1", VILLAGE, 20, tries=2)
    found = sort_out([copy("📊 13:50"), copy("📊 13:55")], [board], SHOWN, {board.key: 1})
    assert keys(found) == ([board.key], [], [board.key], 0)


def test_a_board_that_shows_the_same_goes_before_one_that_does_not() -> None:
    board = Row("board/1", VILLAGE, 20, tries=2)
    found = sort_out([copy("📊 13:50"), copy("📊 14:00")], [board], SHOWN, {board.key: 1})
    assert [one.text for one in found.doubled] == ["📊 14:00"]


def test_a_message_that_was_cut_takes_no_kill_from_one_that_was_in_flight() -> None:
    rows = [Row("order/5", VILLAGE, None, tries=1), Row("remind/5", VILLAGE, None, tries=1)]
    found = sort_out([copy("⏰", cut=True), copy("📌")], rows, SHOWN, {"order/5": 1})
    assert {one.key: one.why for one in found.unsure} == {"order/5": IN_FLIGHT, "remind/5": CUT}
