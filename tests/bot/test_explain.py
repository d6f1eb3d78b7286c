"""`gridwarden parse --explain` shows every stretch that was read, in words of every language."""

from datetime import date

import pytest

from bot.commands.parse import explained
from domain.forms import shipped
from domain.parsing import parse
from domain.parsing.nobody import NOBODY
from texts.catalogue import Words, languages

FORM = shipped("epidemic")
MESSAGE = "【黄溪村】2月6日，入户120户、排查约356人，检查230人次、80台次，36.5℃，无返乡。出动无人机3架，累计测温900人次"


def lines(message: str, language: str = "zh-Hans") -> list[str]:
    return list(explained(message, parse(message, FORM, day=date(2026, 2, 6)), FORM, Words(language)))


def test_each_stretch_is_shown_with_its_indicator_value_and_reason() -> None:
    shown = lines(MESSAGE)
    assert shown[0] == MESSAGE
    assert "  「入户120户」 入户排查 120户 · 数紧跟在名称后面" in shown
    assert "  「检查230人次、80台次」 检查车辆 80台次 · 同一个词，按计量单位归到这一项" in shown
    assert "  「36.5℃」 不是谁的数（温度）" in shown
    assert "  「测温900人次」 累计 体温检测 900人次 · 数紧跟在名称后面" in shown
    assert [line for line in shown if "❓" in line] == [
        "  ❓ 要问：排查人数 356，是约数",
        "  ❓ 要问： 3，表里没有这一项",
    ]


def test_chatter_is_said_to_be_none() -> None:
    assert lines("收到，辛苦了") == ["收到，辛苦了", "  不是报送，不作声"]


@pytest.mark.parametrize("language", languages())
def test_every_role_has_words_in_every_language(language: str) -> None:
    words = Words(language)
    roles = ("left", "right", "around", "extended", "part", "corrected", "table", "none", "unknown", "unit", "day")
    assert all(words.say(f"cli-explain-{role}", kind="") for role in roles)
    kinds = {kind.partition(".")[0] for kind, _ in NOBODY}
    assert all(words.say("cli-explain-aside", kind=kind) for kind in kinds)
    assert len(lines(MESSAGE, language)) > 8


def test_figures_that_were_passed_over_are_shown_with_the_reason() -> None:
    shown = lines("应入户150户、实入户120户。今天排查20人，其中党员9人，返乡3人（湖北1人）。昨天测温90人次")
    assert "  「150户」 不是谁的数（计划、任务、条件）" in shown
    assert "  「9人」 不是谁的数（前一个数的其中一部分）" in shown
    assert "  「1人」 重点地区返乡 1人 · 前一个数的其中一部分" in shown
    assert "  「90人次」 不是谁的数（昨天或以前的）" in shown


def test_a_figure_put_right_says_so() -> None:
    assert "  「86户」 入户排查 86户 · 更正后的数，前面的不算" in lines("入户68户，不对，是86户")
