"""One day of the drill from beginning to end: the town is founded, lives, and is compared with the bot's account."""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from domain.clock import Clock
from domain.forms import shipped
from domain.town import CycleTimes
from drill import truth
from drill.compare import TAP_SECONDS, Comparison, compare
from drill.fleet import Fleet
from drill.program import Program
from drill.server.http import Server
from drill.server.limits import PUBLISHED
from drill.server.telegram import Message, Telegram
from drill.wardens.acts import COMMAND, Act
from drill.wardens.behaviour import plan_day
from drill.wardens.hands import Hands
from drill.wardens.ledger import Ledger
from drill.wardens.roster import Role, Town, found_town, people_csv, units_csv
from drill.wardens.sheet import sheet_of
from drill.wardens.walk import Walk

DAY = date(2026, 2, 6)
ZONE = ZoneInfo("Asia/Shanghai")
TOKEN = "100001:drill"
AFTER_LAST_STEP = timedelta(minutes=45)
SECONDS_TO_START = 1.5

# How many messages the bot may have in flight when it is killed, and by what those begin that a chat gets once.
MOST_IN_FLIGHT = 24
ONCE_A_CHAT = ("📌", "🕓")
# For how many wall seconds a bot says nothing at the day's end when all is said, and how many it is given at most.
# Several processes take turns with each other, one was struck a moment ago, and on a busy machine making a paper
# alone takes seconds: they have the evening.
BREATH = 0.1
STILL, STILL_SEVERAL = BREATH, 10.0
MOST_SECONDS, EVENING = 10.0, timedelta(hours=2, minutes=30)
LISTENING = ("getUpdates", "getWebhookInfo")
BRIEF_SIGNS = ("📋", "🕓", "❓")


@dataclass(frozen=True)
class Setting:
    """What a drill is: its chance, its speed, where it leaves its things, how often the bot is killed in it."""

    seed: int
    speed: float
    out: Path
    kills: int = 0
    units: int = 58
    database: str = "sqlite:///gridwarden.db"
    processes: int = 1
    """How many of the program run at once, behind a webhook when there are several."""


@dataclass
class Drill:
    """A drill under way: what a display shows and what the end is judged by."""

    setting: Setting
    telegram: Telegram
    roster: Town
    hands: Hands
    walk: Walk
    ledger: Ledger
    clock: Clock
    url: str = ""
    """Where a browser shows its chats while it lasts."""
    kills_done: list[datetime] = field(default_factory=list)


@dataclass(frozen=True)
class Outcome:
    """How it ended: the comparison, acts that nobody could do, orders and calls that a chat got twice.

    A kill leaves one message a chat of unknown fate, and an order of unknown fate is sent again: so many doubles, and
    no more, are allowed.
    """

    comparison: Comparison
    undone: tuple[Act, ...]
    doubled: tuple[str, ...]
    kills: int
    state: dict[str, Any]

    @property
    def good(self) -> bool:
        """Whether the bot's account is the truth, and nothing was done twice."""
        return self.comparison.equal and not self.undone and len(self.doubled) <= self.kills * MOST_IN_FLIGHT


ClockMaker = Callable[[datetime, float], Clock]
Watcher = Callable[[Drill], None]
Harm = Callable[[Drill, Program, Callable[[], Awaitable[None]]], Awaitable[None]]
"""What is done to the program while the day lasts; it is handed the way to start the program again."""


async def play(
    setting: Setting,
    command: Sequence[str],
    make_clock: ClockMaker,
    written: Callable[[Clock], str],
    watch: Watcher,
    harm: Harm | None = None,
) -> Outcome:
    """Live through the day. `command` starts the program, `watch` is called now and then with the drill as it is.

    `harm` has the program's life in its hands; without it, it is killed as often as the setting says.
    """
    roster = found_town(setting.seed, setting.units)
    times = CycleTimes()
    program = _program(command, setting, {**_environment(roster), "DATABASE_URL": setting.database})
    await _set_up(program, setting, roster)
    dawn = datetime.combine(DAY, times.morning, ZONE) - timedelta(minutes=60)
    clock = make_clock(dawn - timedelta(seconds=SECONDS_TO_START * setting.speed), setting.speed)
    drill = _found(setting, roster, times, clock)
    server = Server(drill.telegram)
    await server.start()
    program.environment["TELEGRAM_API_URL"] = server.url
    drill.url = f"{server.url.rstrip('/')}/"

    async def start() -> None:
        await program.start("run", "--clock", written(clock))

    try:
        await start()
        kills = partial(_killing, drill, program, written)
        await _live(drill, program, times, watch, partial(harm, drill, program, start) if harm else kills)
        state = json.loads(await program.job("state", "--day", DAY.isoformat()))
    finally:
        await program.kill()
        await server.stop()
    tap_seconds = TAP_SECONDS if not (setting.kills or harm) else TAP_SECONDS + 12 * 3600
    comparison = compare(state, roster, drill.ledger, tap_seconds)
    return Outcome(comparison, tuple(drill.walk.undone), _doubled(drill.telegram), setting.kills, state)


def _doubled(telegram: Telegram) -> tuple[str, ...]:
    """Orders and the day's calls that stand in one chat more than once, by their first line."""
    found = [text for _, text in telegram.counts.duplicates if text.startswith(ONCE_A_CHAT)]
    return tuple(text.splitlines()[0] for text in found)


def _found(setting: Setting, roster: Town, times: CycleTimes, clock: Clock) -> Drill:
    sheet = sheet_of(shipped("epidemic"))
    plan = plan_day(roster, sheet, DAY, ZONE, times, setting.seed)
    telegram = Telegram(clock, token=TOKEN, seed=setting.seed, limits=PUBLISHED, zone=ZONE)
    ledger = Ledger(roster, sheet, datetime.combine(DAY, times.collect, ZONE))
    hands = Hands(telegram, roster)
    walk = Walk(plan, hands, ledger, clock)
    telegram.listen(walk.hear)
    return Drill(setting, telegram, roster, hands, walk, ledger, clock)


def _program(command: Sequence[str], setting: Setting, environment: Mapping[str, str]) -> Program:
    if setting.processes == 1:
        return Program(command, setting.out, environment)
    return Fleet(command, setting.out, environment, setting.processes)


def _environment(roster: Town) -> dict[str, str]:
    return {
        "TELEGRAM_TOKEN": TOKEN,
        "GRIDWARDEN_TOWN": "town.toml",
        "OPERATOR_IDS": ",".join(str(one.telegram_id) for one in roster.having(Role.OPERATOR)),
        "LOG_LEVEL": "INFO",
        "LOG_FORMAT": "text",
        "PYTHONUTF8": "1",
    }


async def _set_up(program: Program, setting: Setting, roster: Town) -> None:
    """As an operator would: write the town's file, import units and people."""
    (setting.out / "units.csv").write_text(units_csv(roster), "utf-8")
    (setting.out / "people.csv").write_text(people_csv(roster), "utf-8")
    await program.job("town", "new", "--name", roster.name)
    await program.job("units", "import", "units.csv")
    await program.job("people", "import", "people.csv")


async def _live(
    drill: Drill, program: Program, times: CycleTimes, watch: Watcher, harm: Callable[[], Awaitable[None]]
) -> None:
    end = _end(times)
    watching, harming = asyncio.create_task(_watching(drill, watch)), asyncio.ensure_future(harm())
    try:
        await drill.walk.until(end)
    finally:
        watching.cancel()
        harming.cancel()
        for ended in await asyncio.gather(watching, harming, return_exceptions=True):
            if isinstance(ended, Exception):
                raise ended
    if program.ended is not None:
        raise RuntimeError(f"the bot ended by itself with status {program.ended}: see {drill.setting.out / 'bot.log'}")
    await _drain(drill)
    drill.walk.look(drill.clock.now())
    await program.stop()


def _end(times: CycleTimes) -> datetime:
    return datetime.combine(DAY, max(times.chase_tasks), ZONE) + AFTER_LAST_STEP


async def _watching(drill: Drill, watch: Watcher) -> None:
    while True:
        watch(drill)
        await asyncio.sleep(0.25)


async def _killing(drill: Drill, program: Program, written: Callable[[Clock], str]) -> None:
    """End the bot as a power cut would and start it again at once, at random instants of the day."""
    begin = drill.clock.now()
    span = (_end(CycleTimes()) - begin).total_seconds()
    for share in _shares(drill.setting):
        ahead = begin + timedelta(seconds=share * span) - drill.clock.now()
        await drill.clock.sleep(max(0.0, ahead.total_seconds()))
        drill.kills_done.append(drill.clock.now())
        await program.strike("run", "--clock", written(drill.clock))


def _shares(setting: Setting) -> list[float]:
    """At which parts of the day something is killed."""
    chance = random.Random(f"kills/{setting.seed}")
    return sorted(chance.uniform(0.02, 0.97) for _ in range(setting.kills))


async def _drain(drill: Drill) -> None:
    """Give the bot the seconds to take in and say what is left: until it has been still for a while."""
    while_still, most, still = STILL, MOST_SECONDS, 0.0
    if drill.setting.processes > 1:
        while_still, most = STILL_SEVERAL, EVENING.total_seconds() / drill.setting.speed
    for _ in range(int(most / BREATH)):
        before = _said(drill)
        await asyncio.sleep(BREATH)
        still = still + BREATH if before == _said(drill) and not drill.telegram.counts.unconfirmed else 0.0
        if still >= while_still:
            return


def _said(drill: Drill) -> int:
    """How many calls said something: all but those by which the bot listens."""
    calls = drill.telegram.counts.by_method
    return sum(calls.values()) - sum(calls[listening] for listening in LISTENING)


def leave(drill: Drill, outcome: Outcome) -> None:
    """Leave board, brief, transcript and the bot's account in the folder, for people to read."""
    out = drill.setting.out
    (out / "state.json").write_text(json.dumps(outcome.state, ensure_ascii=False, indent=1), "utf-8")
    known = truth.told(drill.roster, drill.ledger)
    (out / "truth.json").write_text(json.dumps(known, ensure_ascii=False, indent=1), "utf-8")
    (out / "transcript").mkdir(exist_ok=True)
    for spot, chat in drill.hands.chats().items():
        name = f"{spot.kind.value}-{spot.of}".rstrip("-")
        (out / "transcript" / f"{name}.txt").write_text(drill.telegram.transcript(chat, ZONE), "utf-8")
    times = CycleTimes()
    brief_at = datetime.combine(DAY, times.brief, ZONE).timestamp()
    meeting_at = datetime.combine(DAY, times.meeting, ZONE).timestamp()
    command = drill.telegram.shown(drill.hands.chat(COMMAND))
    boards = [m.words for m in command if m.words.startswith("📋")]
    briefs = [m.words for m in command if brief_at <= m.date < meeting_at and m.words.startswith(BRIEF_SIGNS)]
    (out / "board.txt").write_text("\n\n".join(boards[:1]), "utf-8")
    (out / "brief.txt").write_text("\n\n".join(briefs), "utf-8")
    _leave_papers(out / "papers", command)
    lines = (
        [str(one) for one in outcome.comparison.differences]
        + [str(act) for act in outcome.undone]
        + [f"twice: {text}" for text in outcome.doubled]
    )
    (out / "differences.txt").write_text("\n".join(lines), "utf-8")


def _leave_papers(folder: Path, command: Sequence[Message]) -> None:
    """The printed brief and minutes as the command chat got them: documents by their names, pictures in their order."""
    folder.mkdir(exist_ok=True)
    for message in command:
        if message.document is not None and message.document.name:
            (folder / message.document.name).write_bytes(message.document.data)
    pictures = [message.photo[-1].data for message in command if message.photo]
    for number, picture in enumerate(pictures, start=1):
        (folder / f"{number}.png").write_bytes(picture)
