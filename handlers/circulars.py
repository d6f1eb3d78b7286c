"""`/circular` and `/practice`: what goes to all units after one nod, and who has read it."""

import re

from telegram import Message as TelegramMessage

from actions import circulars, practice
from actions.reading import Message
from domain.circulars import FILES, CircularKind, File, marked
from domain.errors import NotFound
from domain.people import Caller, Role
from domain.phones import private
from domain.script import simplified
from handlers.context import Turn
from handlers.reports import message_of, piece_of
from storage import circulars as kept
from storage import outbox, people

_DECIDED = re.compile(r"(?P<word>发出|发送|传送|转发|不发|不转|取消|send|drop)\s*(?P<number>\d{1,9})", re.IGNORECASE)
_SENDS = frozenset({"发出", "发送", "传送", "转发", "send"})
_PICKS = frozenset({"推荐", "推荐经验", "转发经验", "推广"})
_READ = re.compile(r"已阅\s*(?P<number>\d{1,9})")
_COMMAND = frozenset({Role.LEADER, Role.OPERATOR})


async def circular(turn: Turn) -> None:
    """`/circular WORDS`, as a message, under a photo or file, or as a reply to one; `通报 发出 3`, `通报 3`."""
    if await _decided(turn) or await _one(turn, CircularKind.CIRCULAR):
        return
    sent = turn.message
    assert sent is not None
    answered = sent.reply_to_message
    text = turn.args or (_words(answered) if answered else "")
    files = [*files_of(sent), *(files_of(answered) if answered else [])]
    if not text and not files:
        await turn.say("circulars", await circulars.listed(turn.work, turn.town, CircularKind.CIRCULAR, turn.caller))
        return
    place = (sent.message_id, sent.media_group_id)
    await circulars.draft(turn.work, turn.caller, place, text, files, turn.now)


async def practices(turn: Turn) -> None:
    """`/practice`: what was told to all; `经验 3`: one of them with its photos; `经验 转发 3`, `经验 不转 3`."""
    if not turn.args:
        await turn.say("circulars", await circulars.listed(turn.work, turn.town, CircularKind.PRACTICE, turn.caller))
    elif not (await _decided(turn) or await _one(turn, CircularKind.PRACTICE)):
        await turn.say("practice-how")


async def _decided(turn: Turn) -> bool:
    """The buttons of a preview, in words."""
    found = _DECIDED.fullmatch(simplified(turn.args.strip()))
    if found is None or not turn.caller.roles & _COMMAND:
        return False
    send = found["word"].lower() in _SENDS
    await circulars.decide(turn.work, turn.town, turn.caller, int(found["number"]), send=send, now=turn.now)
    await turn.say("circular-decided", {"number": found["number"], "send": send})
    return True


async def _one(turn: Turn, kind: CircularKind) -> bool:
    """One that is asked for by its number: who waits to read it, or what it says."""
    if not re.fullmatch(r"\d{1,9}", turn.args.strip()):
        return False
    found = await kept.by_id(turn.work, int(turn.args))
    if found is None or found.kind is not kind:
        raise NotFound("circular-unknown", number=turn.args.strip())
    await circulars.show(turn.work, turn.caller, found, turn.next_key("circular"), turn.now)
    return True


async def pressed(turn: Turn) -> None:
    """A button under a preview. Args: number, send or drop."""
    number, deed = turn.args.split("/")
    await circulars.decide(turn.work, turn.town, turn.caller, int(number), send=deed == "send", now=turn.now)
    await turn.toast("circular-toast-send" if deed == "send" else "circular-toast-drop")


async def read_pressed(turn: Turn) -> None:
    """`已阅` under what was sent."""
    new = await circulars.read(turn.work, turn.town, turn.caller, int(turn.args), turn.now)
    await turn.toast("circular-toast-read" if new else "circular-toast-known")


async def in_words(turn: Turn) -> bool:
    """Said in a reply: a leader's `推荐` picks the message, `已阅` says that it was read; `已阅 3` says so anywhere."""
    sent = turn.message
    if turn.query is not None or turn.edited or sent is None:
        return False
    answered = sent.reply_to_message
    if answered is None and "已" not in turn.text:
        return False
    text = simplified(turn.text.strip())
    numbered = _READ.fullmatch(text)
    if numbered is not None:
        number = int(numbered["number"])
        return bool(await kept.readers(turn.work, number)) and await _read(turn, number)
    if answered is None:
        return False
    if text == "已阅":
        posted = await outbox.posted(turn.work, turn.caller.chat.id, answered.message_id)
        circular = None if posted is None else posted.fields.get("circular")
        return isinstance(circular, int) and await _read(turn, circular)
    if text in _PICKS and turn.caller.roles & _COMMAND and answered.from_user and not answered.from_user.is_bot:
        await _pick(turn, answered)
        return True
    return False


async def _read(turn: Turn, number: int) -> bool:
    await circulars.read(turn.work, turn.town, turn.caller, number, turn.now)
    await turn.react("👍")
    return True


async def _pick(turn: Turn, answered: TelegramMessage) -> None:
    words = _words(answered)
    said = marked(words)
    writer = await _writer(turn, answered)
    message = Message.of(writer, answered.message_id, words, answered.date, answered.date, edited=False)
    await practice.pick(
        turn.work,
        message,
        words if said is None else said,
        files_of(answered),
        answered.media_group_id,
        turn.caller.person_id,
        turn.now,
    )
    await turn.react("👍")


async def _writer(turn: Turn, sent: TelegramMessage) -> Caller:
    """Who wrote a message in this chat."""
    user = sent.from_user
    assert user is not None
    person, posts = await people.holder(turn.work, user.id)
    return Caller(user.id, private(user.full_name), turn.caller.chat, person, posts)


async def noticed(turn: Turn) -> bool:
    """Keep what is marked `#经验`, and further pieces of an album that is kept; False: a report in it counts too."""
    sent = turn.message
    if turn.query is not None or sent is None or turn.caller.person is None:
        return False
    album, files, said = sent.media_group_id, files_of(sent), marked(turn.text)
    if album and files and not turn.edited:
        await circulars.more(turn.work, turn.caller.chat.id, album, files[0], said, turn.now)
    if said is not None:
        await practice.mark(turn.work, message_of(turn, sent, turn.text), said, files, album, turn.now)
    return False


def files_of(sent: TelegramMessage) -> list[File]:
    """The photo, file or film of a message; nothing else is sent on."""
    piece = piece_of(sent)
    if piece is None or piece.kind not in FILES:
        return []
    return [File(piece.kind, piece.file_id, piece.file_unique_id, sent.message_id)]


def _words(sent: TelegramMessage) -> str:
    return (sent.text or sent.caption or "").strip()
