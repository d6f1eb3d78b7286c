"""The reader against whole corpora: the town's examples where they lie beside the repository, and our own."""

from pathlib import Path

import pytest

from domain.forms import shipped
from tests.domain.parsing.scoring import cases, corpora, figures, form_of, judge, read

EXAMPLES = Path(__file__).parents[4] / "shared" / "report-examples.jsonl"
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


@pytest.mark.skipif(not HELDOUT, reason="there is no held-out corpus")
def test_messages_kept_aside_are_read_nearly_as_well() -> None:
    """Nobody tunes on these. The first reading gave 0.934 exact and 0.030 wrong; two were read since."""
    counts = figures([p for p in HELDOUT if not p.name.startswith("second")], shipped("epidemic"))
    assert counts["exact"] / counts.total() >= 0.94
    assert counts["wrong"] / counts.total() <= 0.005


def test_messages_made_to_mislead_and_kept_aside_are_mostly_read() -> None:
    """Written against the reader by somebody who read it; the first reading of them gave 0.833 exact, 0.067 wrong."""
    counts = figures([p for p in HELDOUT if p.name.startswith("second")], shipped("epidemic"))
    assert counts["exact"] >= 0.8 * counts.total()
    assert counts["wrong"] <= 0.07 * counts.total()
