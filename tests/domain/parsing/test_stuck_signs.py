"""A letter stuck to a figure is a slip that could mean anything: it is asked, never cut off in silence."""

from datetime import date

import pytest

from domain.forms import shipped
from domain.parsing import parse

FORM = shipped("epidemic")


@pytest.mark.parametrize("text", ["入户12O户", "入户1e5户", "入户½户"])
def test_a_figure_that_runs_on_into_a_letter_is_asked(text: str) -> None:
    (report,) = parse(text, FORM, day=date(2026, 2, 6)).reports
    assert "households_visited" not in report.values
    assert "households_visited" in {question.indicator for question in report.questions}


def test_a_measure_in_letters_is_a_measure() -> None:
    (report,) = parse("酒精12L", FORM, day=date(2026, 2, 6)).reports
    assert report.values == {"alcohol": 12}
    assert report.questions == ()
