"""What the fault run judges: by key, and nothing else."""

import pytest

from tests.faults.__main__ import copies_told
from tests.faults.copies import CUT, IN_FLIGHT, Copies, Copy, Stray


def test_copies_that_their_keys_explain_are_told_and_not_judged() -> None:
    many = Copies(doubled=[Copy("a", IN_FLIGHT, ""), Copy("b", CUT, "")] * 50, unsure=[Copy("c", CUT, "")] * 9)
    lines = copies_told([many, Copies()])
    assert [line.found for line in lines] == [50, 0, 50, 0, 9, 0]
    assert all(line.good for line in lines)


@pytest.mark.parametrize(
    "bad",
    [
        Copies(beyond=[Copy("a", IN_FLIGHT, "")]),
        Copies(beyond=[Copy("a", CUT, "")]),
        Copies(unexplained=[Stray(1, "", cut=False)]),
    ],
)
def test_a_single_copy_beyond_them_fails_the_run(bad: Copies) -> None:
    assert [line.good for line in copies_told([Copies(doubled=[Copy("a", IN_FLIGHT, "")] * 50), bad])].count(False) == 1
