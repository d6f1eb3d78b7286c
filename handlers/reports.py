"""Reports: what people write in a unit's chat, in the shared group or in private."""

from datetime import date

from telegram import Message as TelegramMessage

from actions import evidence, held, moving, questions, reports
from actions.evidence import Piece
from actions.reading import Message
from domain.circulars import marked
from handlers.context import Turn
from storage import outbox

HINT = "report-hint"
_COURTESY = 4


async def listen(turn: Turn) -> bool:
    """Take a message as a report, or what is sent with it as its evidence; False when it is neither."""
    sent = turn.message
    if turn.query is not None or sent is None or turn.text.startswith("/"):
        return False
    message = message_of(turn, sent, turn.text)
    if turn.text and not turn.edited and await moving.move(turn.work, turn.town, message, turn.now):
        return True
    taken = bool(turn.text) and await reports.receive_report(turn.work, turn.town, message, turn.now)
    piece = piece_of(sent)
    if piece is not None and not turn.edited:
        reply = sent.reply_to_message.message_id if sent.reply_to_message else None
        return await evidence.receive(turn.work, turn.town, message, piece, reply, turn.now) or taken
    return taken


async def hint(turn: Turn) -> bool:
    """Words in private that nobody took: once in a while, what can be said here; False, since nothing was done."""
    if turn.query is not None or turn.edited or turn.message is None or turn.text.startswith("/"):
        return False
    if turn.in_private and turn.caller.person is not None and _wants_hint(turn.text):
        message = message_of(turn, turn.message, turn.text)
        kind, fields = await questions.hint(turn.work, turn.town, turn.caller, turn.now)
        await held.hint(turn.work, message, kind or HINT, turn.now, fields)
    return False


def _wants_hint(text: str) -> bool:
    """Whether somebody seems to want something of the bot: not for 收到, 好的, 谢谢, and not for good practice."""
    return marked(text) is None and (len(text.strip()) > _COURTESY or any(sign.isdigit() for sign in text))


async def zero(turn: Turn) -> None:
    """`/zero`: nothing happened today; `/zero 黄溪村` says it for that unit."""
    assert turn.message is not None
    message = message_of(turn, turn.message, turn.args)
    await reports.report_zero(turn.work, turn.town, message, turn.now)


def message_of(turn: Turn, sent: TelegramMessage, text: str) -> Message:
    """The message as the actions know it."""
    return Message.of(turn.caller, sent.message_id, text, sent.date, turn.said_at, turn.edited)


def piece_of(sent: TelegramMessage) -> Piece | None:
    """The photo, file, film or voice that a message holds; of a photo its largest size."""
    album = sent.media_group_id
    if sent.photo:
        photo = sent.photo[-1]
        return Piece("photo", photo.file_id, photo.file_unique_id, album)
    for kind, part in (
        ("video", sent.video or sent.video_note),
        ("voice", sent.voice or sent.audio),
        ("document", sent.document),
    ):
        if part is not None:
            return Piece(kind, part.file_id, part.file_unique_id, album)
    return None


async def zero_pressed(turn: Turn) -> None:
    """`zero/DAY/UNIT`: the zero report by the button under a reminder, which becomes its receipt."""
    day, _, unit = turn.args.partition("/")
    fields, buttons = await reports.press_zero(
        turn.work, turn.town, turn.caller, int(unit), date.fromisoformat(day), turn.said_at, turn.now
    )
    await turn.toast("form-sent")
    posted = await outbox.posted(turn.work, turn.caller.chat.id, turn.message.message_id) if turn.message else None
    if posted is not None:
        await turn.redraw(posted.key, "report-received", fields, buttons)
