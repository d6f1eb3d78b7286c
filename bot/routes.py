"""One ordered table: what an update is -> which handler takes it. The first row that fits has it."""

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial, wraps
from typing import Any

from telegram import Update
from telegram.ext import Application as TelegramApplication
from telegram.ext import BaseHandler, CallbackContext

from bot.handling import HANDLING
from domain.errors import NotAllowed, Refusal
from domain.roles import PERMITS, Verb, Verdict, verdict
from domain.script import simplified
from handlers import (
    aliases,
    binding,
    boards,
    chats,
    circulars,
    cycle,
    dialogues,
    documents,
    enrol,
    excuses,
    exports,
    find,
    form,
    held,
    help,
    meetings,
    mine,
    papers,
    personal,
    posts,
    questions,
    ranking,
    reports,
    rolls,
    tasks,
    trends,
)
from handlers.context import Turn
from storage import outbox

Application = TelegramApplication[Any, Any, Any, Any, Any, Any]
Handler = Callable[[Turn], Awaitable[None]]
Listener = Callable[[Turn], Awaitable[bool]]


@dataclass(frozen=True)
class Command:
    """A command by its Latin word (`/board`) and the Chinese words that mean the same (`看板`).

    bare: whether those are the command without a stroke too; where they begin other talk as well, a listener decides.
    """

    words: tuple[str, ...]
    verb: Verb
    handler: Handler
    bare: bool = True


@dataclass(frozen=True)
class Press:
    """A button whose data begins with `name/`; the handler finds what follows in `turn.args`.

    args: what may follow, as a pattern. Anybody can send any data, and buttons of an older version are still pressed:
    what does not fit is an old button.
    """

    name: str
    verb: Verb
    handler: Handler
    args: str


@dataclass(frozen=True)
class Event:
    """Something that Telegram tells, recognised by the field of the update or message that holds it."""

    field: str
    handler: Handler


COMMANDS: Sequence[Command] = (
    Command(("help", "帮助"), Verb.HELP, help.help),
    Command(("language", "语言"), Verb.LANGUAGE, help.language),
    Command(("start", "开始"), Verb.START, enrol.begin),
    Command(("claim", "认领"), Verb.CLAIM, enrol.claim),
    Command(("invite", "邀请"), Verb.INVITE, posts.invite),
    Command(("handover", "交接"), Verb.HAND_OVER, posts.hand_over),
    Command(("leave", "退出"), Verb.LEAVE, posts.leave),
    Command(("remove", "移除"), Verb.REMOVE, posts.remove),
    Command(("bind", "绑定"), Verb.BIND, binding.bind),
    Command(("import", "导入", "汇入"), Verb.IMPORT, documents.decide),
    Command(("zero",), Verb.ZERO, reports.zero),
    Command(("report", "填报"), Verb.REPORT, form.start),
    Command(("mine", "我的"), Verb.MINE, mine.mine),
    Command(("admit", "计入"), Verb.ADMIT, held.admit),
    Command(("refuse", "不计"), Verb.ADMIT, held.refuse),
    # The word 任务 begins answers too (任务 12 完成): tasks.in_words tells them apart.
    Command(("task",), Verb.WRITE_TASK, tasks.task),
    Command(("order", "急令", "紧急指令"), Verb.PUBLISH_TASK, tasks.order),
    Command(("tasks", "任务单"), Verb.SEE_TASKS, tasks.tasks),
    Command(("board", "看板"), Verb.BOARD, boards.board),
    Command(("units", "各单元"), Verb.BOARD, boards.units),
    Command(("unit", "单元"), Verb.UNIT, boards.unit, bare=False),  # it heads reports too: boards.unit_in_words
    Command(("rank", "排名", "评比"), Verb.RANK, ranking.rank),
    Command(("total",), Verb.TOTAL, boards.total),  # the word 合计 begins reports too: boards.total_in_words
    Command(("brief", "简报"), Verb.BRIEF, papers.brief),
    Command(("cycle", "日程"), Verb.CYCLE, cycle.cycle),
    Command(("skip",), Verb.CHANGE_DAY, cycle.skip),  # the bare word 跳过 answers the form
    Command(("remind", "催未报"), Verb.CALL_SILENT, cycle.call_silent),
    Command(("excuse", "免报"), Verb.EXCUSE_SELF, excuses.excuse),
    Command(("decide", "决定", "决议"), Verb.DECIDE, meetings.decide),
    Command(("present", "到会"), Verb.ROLLCALL, meetings.present),
    Command(("aliases", "别名"), Verb.ALIASES, aliases.aliases),
    Command(("find", "查找"), Verb.FIND, find.find),
    Command(("circular", "通报", "发通知"), Verb.CIRCULAR, circulars.circular),
    Command(("practice", "经验"), Verb.PRACTICE, circulars.practices),
    Command(("trend", "走势", "趋势"), Verb.TOTAL, trends.trend),
    Command(("export", "导出", "汇出"), Verb.EXPORT, exports.export),
    Command(("mydata", "我的资料"), Verb.MY_DATA, personal.my_data),
    Command(("forget", "删除资料"), Verb.FORGET, personal.forget),
)

_NO = r"\d{1,15}"
_FIGURE = r"-?\d{1,15}(?:\.\d{1,6})?"
_DAY = r"\d{4}-\d\d-\d\d"

PRESSES: Sequence[Press] = (
    Press("handover", Verb.HAND_OVER, posts.hand_over_pressed, "yes|no"),
    Press("leave", Verb.LEAVE, posts.leave_pressed, "yes|no"),
    Press("remove", Verb.REMOVE, posts.remove_pressed, rf"no|{_NO}"),
    Press("brief", Verb.BRIEF, papers.pressed, rf"{_DAY}/{_NO}/(paper|pictures)"),
    Press("import", Verb.IMPORT, documents.pressed, rf"{_NO}/\w+"),
    Press("q", Verb.MINE, questions.pressed, rf"{_NO}/(value/{_FIGURE}|is/\w+|\w+)"),
    Press("form", Verb.REPORT, form.pressed, rf"start|value/{_NO}/{_FIGURE}|\w+/{_NO}"),
    Press("roll", Verb.MINE, rolls.pressed, rf"{_NO}/(keep|drop)"),
    Press("zero", Verb.MINE, reports.zero_pressed, rf"{_DAY}/{_NO}"),
    Press("mine", Verb.MINE, mine.pressed, rf"(show|fix)/{_DAY}/{_NO}"),
    Press("held", Verb.ADMIT, held.admit_pressed, rf"{_NO}/(yes|no)"),
    Press("which", Verb.MINE, held.which_pressed, rf"{_NO}/({_NO}|no|other)"),
    Press("task", Verb.ANSWER_TASK, tasks.pressed, rf"{_NO}/(seen|doing|done|difficulty)(/{_NO})?"),
    Press("verify", Verb.VERIFY_TASK, tasks.verify_pressed, rf"{_NO}/(open|(all|pass|return|photos|page)/{_NO})"),
    Press("tasks", Verb.SEE_TASKS, tasks.list_pressed, rf"{_NO}(/(all|history))?"),
    Press("taskform", Verb.SEE_TASKS, tasks.form_pressed, "picture|sheet"),
    Press("decision", Verb.WRITE_TASK, meetings.draft, _NO),
    Press(
        "draft",
        Verb.PUBLISH_TASK,
        tasks.decided,
        rf"{_NO}/{_NO}/(publish|now|cancel|edit|verify|withdraw|unit/{_NO}/{_NO})",
    ),
    Press("series", Verb.PUBLISH_TASK, tasks.series_pressed, rf"{_NO}/(open|running|paused|ended)"),
    Press("newtask", Verb.WRITE_TASK, tasks.step_pressed, r"\w+/\S+"),
    Press("board", Verb.BOARD, boards.refresh, "refresh"),
    Press("units", Verb.BOARD, boards.units, rf"open|{_NO}/{_NO}"),
    Press("rank", Verb.RANK, ranking.pressed, rf"(week|day)/{_NO}/{_NO}"),
    Press("total", Verb.TOTAL, boards.total_pressed, rf"\w+/{_NO}(/{_NO})?"),
    Press(
        "cycle",
        Verb.CHANGE_DAY,
        cycle.pressed,
        rf"extend/{_NO}(/\d\d:\d\d)?|(keep|close|pause|resume|skip|restore)(/{_DAY})?(/yes)?",
    ),
    Press("silent", Verb.CALL_SILENT, cycle.call_silent, "call"),
    Press("excuse", Verb.EXCUSE_SELF, excuses.asked, rf"ask/{_DAY}/{_NO}"),
    Press("excused", Verb.EXCUSE, excuses.nodded, rf"(yes|no)/{_DAY}/{_NO}"),
    Press("present", Verb.ROLLCALL, meetings.present, "now"),
    Press("aliases", Verb.ALIASES, aliases.pressed, rf"(alias|word)/{_NO}"),
    Press("find", Verb.FIND, find.pressed, rf"{_NO}"),
    Press("circular", Verb.CIRCULAR, circulars.pressed, rf"{_NO}/(send|drop)"),
    Press("read", Verb.MINE, circulars.read_pressed, _NO),
    Press("trend", Verb.TOTAL, trends.trend_pressed, rf"\w+/{_NO}/\d\d"),
    Press("unitdays", Verb.UNIT, trends.unit_pressed, _NO),
    Press("forget", Verb.FORGET, personal.forget_pressed, rf"no|{_NO}"),
)

EVENTS: Sequence[Event] = (
    Event("my_chat_member", chats.presence_changed),
    Event("migrate_to_chat_id", chats.migrated),
    Event("migrate_from_chat_id", chats.migrated),
)

# What people say that is no command: the first listener that answers True has taken it. Silence is the last answer.
LISTENERS: Sequence[Listener] = (
    enrol.card,
    documents.table,
    circulars.noticed,
    circulars.in_words,
    tasks.in_words,
    meetings.draft_in_words,
    boards.total_in_words,
    boards.unit_in_words,
    dialogues.go_on,
    tasks.reason_replied,
    tasks.replied,
    rolls.replied,
    questions.answer_in_words,
    held.unit_in_words,
    reports.listen,
    dialogues.expects,
    boards.unit_misnamed,
    reports.hint,
)


def install(application: Application) -> None:
    """Put the table into the application: one handler, since a walk of the library's own along 70 of them costs more
    than finding the row."""
    application.add_handler(Table())


@dataclass(frozen=True)
class Row:
    """A row of the table: `fits` gives the handler's `args`, or None."""

    fits: Callable[[Update], str | None]
    handler: Handler
    name: str


class Table(BaseHandler[Update, CallbackContext[Any, Any, Any, Any], None]):
    """The whole table as python-telegram-bot wants it."""

    def __init__(self) -> None:
        super().__init__(self._run)
        self._events = [_row(partial(_event, field=event.field), event.handler) for event in EVENTS]
        self._presses = [
            _row(partial(press_args, press=press), _offered(_guarded(press.verb, press.handler))) for press in PRESSES
        ]
        self._commands = [_row(partial(_commanded, command=one), _guarded(one.verb, one.handler)) for one in COMMANDS]
        self._talk = _row(_anything, _listen)

    def check_update(self, update: object) -> tuple[Row, str] | None:
        """The first row that fits, with its args; None of what is no update."""
        if not isinstance(update, Update):
            return None
        for row in self._rows(update):
            args = row.fits(update)
            if args is not None:
                return row, args
        return self._talk, ""

    def _rows(self, update: Update) -> Iterator[Row]:
        """The rows that may have it: a press is no command, and talk whose first word is no command's is none."""
        yield from self._events
        if update.callback_query is not None:
            yield from self._presses
        elif _may_command(update):
            yield from self._commands

    async def handle_update(self, update: Update, application: Any, check_result: Any, context: Any) -> None:
        """Run the row's handler with the turn that the worker opened."""
        row, args = check_result
        HANDLING.get().taken_by = row.name
        turn = HANDLING.get().turn
        turn.args = args
        await _refusing(turn, row.handler)

    async def _run(self, update: Update, context: Any) -> None:
        raise AssertionError("handle_update runs the row")


def _row(fits: Callable[[Update], str | None], handler: Handler) -> Row:
    return Row(fits, handler, _name(handler))


async def _refusing(turn: Turn, handler: Handler) -> None:
    """Run the handler; what it refuses is undone and told in words."""
    try:
        async with turn.work.savepoint():
            await handler(turn)
    except Refusal as refusal:
        if turn.query is not None:
            await turn.toast(refusal.key, **refusal.fields)
        else:
            await turn.say(refusal.key, refusal.fields)


def _guarded(verb: Verb, handler: Handler) -> Handler:
    """The handler behind the table of roles."""

    @wraps(handler)
    async def guarded(turn: Turn) -> None:
        said = verdict(verb, turn.caller.roles, turn.caller.chat.place)
        if _is_talk(turn) and (said is not Verdict.GRANTED or (verb is Verb.HELP and turn.args)):
            await _listen(turn)
        elif said is Verdict.GRANTED:
            await handler(turn)
        elif said is Verdict.NOT_HERE:
            raise NotAllowed("not-here", places=sorted(PERMITS[verb].places))
        else:
            raise NotAllowed("not-allowed", roles=sorted(PERMITS[verb].roles))

    return guarded


def _offered(handler: Handler) -> Handler:
    """The handler for presses of buttons that we really showed: data that a client made up reaches nobody."""

    @wraps(handler)
    async def pressed(turn: Turn) -> None:
        message = turn.query.message if turn.query else None
        data = (turn.query.data or "") if turn.query else ""
        if message and await outbox.offers(turn.work, turn.caller.chat.id, message.message_id, data):
            await handler(turn)
        else:
            await turn.toast("button-old")

    return pressed


def _is_talk(turn: Turn) -> bool:
    """A Chinese word in a group may be a command's and be meant for people: who may not use it is not answered.

    帮助 with something behind it is a sentence about helping.
    """
    return turn.query is None and not turn.in_private and not turn.text.lstrip().startswith("/")


def _name(handler: Callable[..., Any]) -> str:
    """The handler by module and name, for the log."""
    inner = handler.func if isinstance(handler, partial) else handler
    return f"{inner.__module__}.{getattr(inner, '__qualname__', '')}"


async def _listen(turn: Turn) -> None:
    HANDLING.get().taken_by = "nobody"
    for listener in LISTENERS:
        if await listener(turn):
            HANDLING.get().taken_by = _name(listener)
            return
    if turn.query is not None:
        await turn.toast("button-old")
    elif turn.in_private and turn.text.startswith("/"):
        await turn.say("unknown-command")


def _anything(update: Update) -> str | None:
    return ""


def _event(update: Update, field: str) -> str | None:
    holder = update.effective_message
    told = getattr(update, field, None) is not None or bool(holder and getattr(holder, field, None))
    return "" if told else None


def press_args(update: Update, press: Press) -> str | None:
    """What follows the button's name in its data, or None when the data is another's or cannot be this button's."""
    data = update.callback_query.data if update.callback_query else None
    name, _, args = (data or "").partition("/")
    fits = name == press.name and re.fullmatch(press.args, args) and all(map(_is_day, re.findall(_DAY, args)))
    return args if fits else None


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _commanded(update: Update, command: Command) -> str | None:
    """The command's args. A bare word without a stroke is one only from people who may: in other mouths it is talk."""
    args = command_args(update, command.words)
    if args is None or (update.message and (update.message.text or update.message.caption or "").startswith("/")):
        return args
    if not command.bare:
        return None
    caller = HANDLING.get().turn.caller
    return args if verdict(command.verb, caller.roles, caller.chat.place) is Verdict.GRANTED else None


_COMMAND = re.compile(r"/(?P<word>[a-z_]+)(?:@(?P<bot>\w+))?(?:\s+(?P<args>.*))?", re.DOTALL | re.IGNORECASE)

_WORD = re.compile(r"/?(?P<word>[^\s：:]+)(?:[\s：:]+(?P<args>.*))?", re.DOTALL)


def command_args(update: Update, words: tuple[str, ...]) -> str | None:
    """What follows the command's word in a new message, or None when the message is another."""
    said = _spoken(update)
    if said is None:
        return None
    if said.latin:
        mine = said.bot is None or said.bot == HANDLING.get().turn.bot_username.lower()
        return said.args if mine and said.word in words else None
    return said.args if said.word in words[1:] else None


def _may_command(update: Update) -> bool:
    said = _spoken(update)
    return said is not None and said.word in _COMMAND_WORDS


_COMMAND_WORDS = frozenset(word for command in COMMANDS for word in command.words)
_LONGEST_WORD = max(map(len, _COMMAND_WORDS))


@dataclass(frozen=True)
class _Spoken:
    """A message's first word as a command's, Latin (`/board@bot`) or Chinese, and what follows it."""

    word: str
    args: str
    latin: bool
    bot: str | None = None


def _spoken(update: Update) -> _Spoken | None:
    message = update.message
    text = (message.text or message.caption or "").strip() if message else ""
    return _taken_apart(text) if text else None


@lru_cache(maxsize=16)
def _taken_apart(text: str) -> _Spoken | None:
    latin = _COMMAND.fullmatch(text)
    if latin is not None:
        bot = None if latin["bot"] is None else latin["bot"].lower()
        return _Spoken(latin["word"].lower(), (latin["args"] or "").strip(), True, bot)
    said = _WORD.fullmatch(text)
    if said is None or len(said["word"]) > _LONGEST_WORD:
        return None
    return _Spoken(simplified(said["word"]), (said["args"] or "").strip(), False)
