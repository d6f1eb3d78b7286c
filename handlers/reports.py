"""Reports: what people write in a unit's chat, in the shared group or in private."""

from telegram import Message as TelegramMessage

from actions import evidence, held, reports
from actions.evidence import Piece
from actions.reading import Message
from handlers.context import Turn

HINT = "report-hint"


async def listen(turn: Turn) -> bool:
    """Take a message as a report, or what is sent with it as its evidence; False when it is neither."""
    sent = turn.message
    if turn.query is not None or sent is None or turn.text.startswith("/"):
        return False
    message = message_of(turn, sent, turn.text)
    taken = bool(turn.text) and await reports.receive_report(turn.work, turn.town, message, turn.now)
    piece = piece_of(sent)
    if piece is not None and not turn.edited:
        reply = sent.reply_to_message.message_id if sent.reply_to_message else None
        return await evidence.receive(turn.work, turn.town, message, piece, reply, turn.now) or taken
    if not taken and turn.in_private and turn.text and not turn.edited and turn.caller.person is not None:
        await held.hint(turn.work, message, HINT, turn.now)
    return taken


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
    for kind, part in (("video", sent.video), ("voice", sent.voice), ("document", sent.document)):
        if part is not None:
            return Piece(kind, part.file_id, part.file_unique_id, album)
    return None
