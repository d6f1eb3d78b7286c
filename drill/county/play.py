"""The county's day from its founding to the comparison, level by level, with the truth."""

import asyncio
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from domain.clock import Clock
from domain.forms import shipped
from drill.county.day import CountyDay
from drill.county.tree import NAME, Shape, found_county, people_csv, units_csv
from drill.county.truth import Level, agreement, counts_of
from drill.program import Program
from drill.server.http import Server
from drill.server.limits import PUBLISHED
from drill.server.model import Chat
from drill.server.telegram import Telegram
from drill.wardens.sheet import sheet_of

DAY = date(2026, 2, 6)
ZONE = ZoneInfo("Asia/Shanghai")
BEGINS, ENDS = "12:55", "18:10"
MINUTES = 315
TOKEN = "100001:county"
_SECONDS_TO_START = 4.0
_LONGEST_DRAIN = 300
_HEARD = re.compile(r"(?:日报|简报：已报) (\d+)/(\d+)")


@dataclass(frozen=True)
class Setting:
    """What is drilled: the county's shape, its chance, how many seconds go by in one, where its things are left."""

    shape: Shape
    seed: int
    speed: float
    out: Path


@dataclass(frozen=True)
class Outcome:
    """How it ended: each level beside the truth, and what command chats were shown otherwise than it is."""

    levels: tuple[Level, ...]
    shown: tuple[str, ...]
    sent: int

    @property
    def good(self) -> bool:
        """Whether every figure agrees at every level."""
        return not self.shown and all(level.equal == level.nodes for level in self.levels)


async def play(
    setting: Setting,
    command: Sequence[str],
    make_clock: Callable[[datetime, float], Clock],
    written: Callable[[Clock], str],
) -> Outcome:
    """Found the county as an operator would, live through its afternoon, compare. `command` starts the program."""
    county = found_county(setting.shape)
    program = Program(command, setting.out, _environment())
    (setting.out / "units.csv").write_text(units_csv(county), "utf-8")
    (setting.out / "people.csv").write_text(people_csv(county), "utf-8")
    await program.job("town", "new", "--name", NAME)
    await program.job("units", "import", "units.csv")
    await program.job("people", "import", "people.csv")
    begin = _at(BEGINS)
    clock = make_clock(begin - timedelta(seconds=_SECONDS_TO_START * setting.speed), setting.speed)
    telegram = Telegram(clock, token=TOKEN, seed=setting.seed, limits=PUBLISHED, zone=ZONE)
    day = CountyDay(county, sheet_of(shipped("epidemic")), telegram, DAY, ZONE, setting.seed)
    server = Server(telegram)
    await server.start()
    program.environment["TELEGRAM_API_URL"] = server.url
    try:
        await program.start("run", "--clock", written(clock))
        await _live(day, clock, begin)
        await _drain(day, telegram)
        if program.ended is not None:
            raise RuntimeError(f"the bot ended by itself with status {program.ended}: see {setting.out / 'bot.log'}")
        await program.stop()
        state = json.loads(await program.job("state", "--day", DAY.isoformat()))
    finally:
        await program.kill()
        await server.stop()
    (setting.out / "state.json").write_text(json.dumps(state, ensure_ascii=False, indent=1), "utf-8")
    levels = agreement(county, day.truth, day.closes, state)
    return Outcome(tuple(levels), tuple(_shown(day, telegram)), sum(telegram.counts.sends.values()))


def _at(hour: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(hour), ZONE)


def _environment() -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "GRIDWARDEN_TOWN": "town.toml",
        "DATABASE_URL": "sqlite:///gridwarden.db",
        "LOG_LEVEL": "INFO",
        "LOG_FORMAT": "text",
        "PYTHONUTF8": "1",
    }


async def _live(day: CountyDay, clock: Clock, begin: datetime) -> None:
    for act in day.acts(begin):
        ahead = (act.at - clock.now()).total_seconds()
        if ahead > 0:
            await clock.sleep(ahead)
        act.do()
    await clock.sleep(max(0.0, (_at(ENDS) - clock.now()).total_seconds()))


async def _drain(day: CountyDay, telegram: Telegram) -> None:
    """Give the bot the seconds to take in all, to write its briefs, and to say what is left."""
    quiet = 0
    for _ in range(_LONGEST_DRAIN):
        before = sum(telegram.counts.sends.values())
        await asyncio.sleep(0.2)
        busy = telegram.counts.unconfirmed or sum(telegram.counts.sends.values()) != before
        quiet = 0 if busy else quiet + 1
        if quiet >= 5 and all(len(_told(telegram, chat)) > 1 for chat in day.desks.values()):
            return


def _told(telegram: Telegram, chat: Chat) -> list[tuple[str, ...]]:
    """What board and brief of the chat say of how many have reported, of how many."""
    said = [_HEARD.search(message.words.replace(",", "")) for message in telegram.shown(chat)]
    return [found.groups() for found in said if found is not None]


def _shown(day: CountyDay, telegram: Telegram) -> list[str]:
    """What board and brief of the command chats say of who has reported, where that is not true."""
    wrong = []
    states = {code: truth.state(day.closes(day.county.by_code[code])) for code, truth in day.truth.items()}
    for code, chat in day.desks.items():
        counts = counts_of(states, [one.code for one in day.county.below(code) if one.reports])
        true = (sum(counts.values()) - counts.get("silent", 0) - counts.get("excused", 0), sum(counts.values()))
        expected = (str(true[0]), str(true[1] - counts.get("excused", 0)))
        told = _told(telegram, chat)
        wrong += [f"{chat.name}: true {expected}, shown {heard}" for heard in told if heard != expected]
        wrong += [f"{chat.name}: shows no board and brief"] if len(told) < 2 else []
    return wrong
