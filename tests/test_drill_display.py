"""The drill tells where its chats can be watched, on a terminal and where there is none."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from domain.forms import shipped
from domain.town import CycleTimes
from drill.display import Display
from drill.play import DAY, ZONE, Drill, Setting
from drill.server.telegram import Telegram
from drill.wardens.behaviour import plan_day
from drill.wardens.hands import Hands
from drill.wardens.ledger import Ledger
from drill.wardens.roster import found_town
from drill.wardens.sheet import sheet_of
from drill.wardens.walk import Walk
from tests.support.clock import HandClock
from texts.catalogue import Words

URL = "http://127.0.0.1:8081/"


def _drill(out: Path) -> Drill:
    clock = HandClock(datetime(2026, 2, 6, 7, tzinfo=UTC))
    roster, sheet = found_town(1, 58), sheet_of(shipped("epidemic"))
    telegram = Telegram(clock, seed=1)
    hands = Hands(telegram, roster)
    ledger = Ledger(roster, sheet, datetime.combine(DAY, CycleTimes().collect, ZONE))
    plan = plan_day(roster, sheet, DAY, ZONE, CycleTimes(), 1)
    return Drill(Setting(1, 700.0, out), telegram, roster, hands, Walk(plan, hands, ledger, clock), ledger, clock, URL)


@pytest.mark.parametrize("terminal", [True, False])
def test_the_address_of_the_chats_is_shown(tmp_path: Path, terminal: bool) -> None:
    written = io.StringIO()
    console = Console(file=written, force_terminal=terminal, width=100, height=60)
    drill = _drill(tmp_path)
    with Display(Words("en"), console) as display:
        display.watch(drill)
        display.watch(drill)
    assert URL in written.getvalue()
    assert terminal or written.getvalue().count(URL) == 1
