"""The reader against whole corpora: the town's examples where they lie beside the repository, and our own."""

from pathlib import Path

import pytest

from domain.forms import shipped
from tests.domain.parsing.scoring import EXAMPLES, cases, corpora, figures, form_of, judge, read

OPEN, HELDOUT = corpora()


@pytest.mark.skipif(not EXAMPLES.exists(), reason="the examples are not beside this repository")
def test_the_examples_are_read_as_the_contract_says() -> None:
    form = shipped("epidemic")
    counts = figures([EXAMPLES], form)
    assert counts["wrong"] == counts["dropped"] == 0
    assert counts["exact"] / counts.total() >= 0.97


@pytest.mark.parametrize("path", OPEN, ids=lambda p: p.stem)
def test_no_message_of_the_open_corpus_is_read_wrong(path: Path) -> None:
    form = shipped(form_of(path))
    levels = {c.id: judge(c.expect, read(c, form), form) for c in cases(path)}
    assert not [i for i, level in levels.items() if level == "wrong"]
    assert sum(level == "exact" for level in levels.values()) / len(levels) >= 0.97


@pytest.mark.parametrize("path", HELDOUT, ids=lambda p: p.stem)
def test_messages_kept_aside_are_read_nearly_as_well(path: Path) -> None:
    """How they were read before anybody had looked at them stands in FIRST_READINGS, and is printed by make corpus."""
    counts = figures([path], shipped("epidemic"))
    assert counts["exact"] >= 0.95 * counts.total()
    assert counts["wrong"] == 0
