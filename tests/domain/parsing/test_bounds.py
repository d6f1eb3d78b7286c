"""What no report is as long as: nothing of it is taken unasked, and none of it takes long."""

import pytest

from domain.forms import shipped
from domain.parsing import parse
from domain.parsing.gather import MOST_FIGURES
from domain.parsing.reading import LONGEST
from tests.domain.parsing.scoring import REFERENCE

FORM = shipped("epidemic")


def test_a_text_longer_than_a_message_can_be_reports_nothing() -> None:
    report = "入户12户\n"
    assert parse(report + "好" * (LONGEST - len(report)), FORM, day=REFERENCE).is_report
    assert not parse(report + "好" * (LONGEST - len(report) + 1), FORM, day=REFERENCE).is_report


def test_signs_that_fold_to_many_make_no_message_longer_than_that() -> None:
    assert not parse("入户12户" + "\ufdfa" * 4000, FORM, day=REFERENCE).is_report
    assert parse("⑴入户12户，" + "⑴" * 100, FORM, day=REFERENCE).is_report


def test_of_more_figures_than_any_report_has_none_is_taken_unasked() -> None:
    (report,) = parse("返乡2人，" + "，".join(["入户1户"] * MOST_FIGURES), FORM, day=REFERENCE).reports
    assert report.values == {}
    assert [(q.indicator, q.reason) for q in report.questions] == [
        ("returnees", "conflict"),
        ("households_visited", "conflict"),
    ]


@pytest.mark.parametrize("lines", [40, 150])
def test_a_long_roll_call_is_read_whole(lines: int) -> None:
    names = [a + b + "村" for a in "青白石金云花桃李" for b in "山溪河桥坪湾坝岭沟坡塘井庙街平安家乐和"][:lines]
    message = "#接龙\n" + "\n".join(f"{n}. {name} 入户{n}户 返乡1人" for n, name in enumerate(names, 1))
    found = parse(message, FORM, day=REFERENCE).reports
    assert [(r.unit, dict(r.values)) for r in found] == [
        (name, {"households_visited": n, "returnees": 1}) for n, name in enumerate(names, 1)
    ]
