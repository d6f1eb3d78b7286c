"""Tables of units and people, sent to the bot as documents by those who may import."""

from telegram import Document

from actions import uploads
from actions.sheets import MOST_BYTES
from domain.errors import NotPossible
from domain.phones import private
from domain.roles import Verb, Verdict, verdict
from domain.script import simplified
from handlers.context import Turn
from storage import outbox

_TABLES = (".csv", ".xlsx", ".xlsm", ".xls")
_CHOICES = {
    "": "all",
    "all": "all",
    "good": "good",
    "好的": "good",
    "只导入好的": "good",
    "cancel": "cancel",
    "取消": "cancel",
}


async def table(turn: Turn) -> bool:
    """A document that is a table, from somebody who may import: it is noted, fetched and shown. Others are evidence."""
    document = turn.message.document if turn.message and turn.query is None and not turn.edited else None
    name = (document.file_name or "").lower() if document else ""
    permitted = verdict(Verb.IMPORT, turn.caller.roles, turn.caller.chat.place) is Verdict.GRANTED
    if document is None or not permitted or not name.endswith(_TABLES):
        return False
    await _keep(turn, document)
    return True


async def _keep(turn: Turn, document: Document) -> None:
    assert turn.message is not None
    name = document.file_name or ""
    if name.lower().endswith(".xls"):
        raise NotPossible("table-kind", name=name)
    if (document.file_size or 0) > MOST_BYTES:
        raise NotPossible("table-too-big", most="5 MB")
    await uploads.keep(turn.work, turn.caller, turn.message.message_id, document.file_id, private(name), turn.now)


async def decide(turn: Turn) -> None:
    """`/import`, `/import good`, `/import cancel`: the buttons of the newest preview, as words."""
    choice = _CHOICES.get(simplified(turn.args.lower()))
    if choice is None:
        raise NotPossible("import-nothing")
    number = await uploads.newest(turn.work, turn.caller)
    kind, fields = await uploads.decide(turn.work, turn.town, turn.caller, number, choice, turn.now)
    await turn.say(kind, fields)


async def pressed(turn: Turn) -> None:
    """A button of a preview."""
    number, _, choice = turn.args.partition("/")
    if not number.isdigit() or choice not in _CHOICES.values():
        raise NotPossible("import-over")
    kind, fields = await uploads.decide(turn.work, turn.town, turn.caller, int(number), choice, turn.now)
    await turn.toast("toast-settled")
    key = uploads.preview_key(int(number))
    if await outbox.by_key(turn.work, key) is None:
        await turn.say(kind, fields)
    else:
        await turn.redraw(key, kind, fields)
