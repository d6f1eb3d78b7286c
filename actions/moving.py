"""`12 是返乡，不是隔离`: a figure that was read as another indicator's moves to the one that its sender means."""

import re
from datetime import datetime
from decimal import Decimal

from actions import acknowledging, asking, books, receipts
from actions.books import Cause
from actions.reading import Message, own_units
from domain.doubts import impossible, suspicious
from domain.forms import Form
from domain.parsing import parse_number
from domain.parsing.fold import fold
from domain.parsing.names import lexicon
from domain.reporting import Statement
from domain.town import Town
from storage import reports, statements, units
from storage.statements import Saying
from storage.work import Work

_MOVED = re.compile(
    r"(?P<figure>\d[\d.]*)[^\d,]{0,2}?(?:应该?|都)?(?:是|算|为)(?P<meant>[^\d,]{2,12}?)的?"
    r",?而?不(?:是|算)(?P<read>[^\d,]{2,12}?)的?[。!]?"
)


async def move(work: Work, town: Town, message: Message, now: datetime) -> bool:
    """Move the figure within the unit's day; False when the words are no such correction, or do not fit the day.

    They fit when the indicator that it was read as has just that figure, and the one that is meant has none and can
    have it.
    """
    said = _said(town.form, message.text)
    tree = await units.tree(work)
    mine = own_units(message, tree)
    if said is None or len(mine) != 1 or not message.may_report:
        return False
    figure, meant, read_as = said
    day = town.day_of(message.sent_at)
    before = await reports.one(work, day, mine[0].id)
    if before is None or before.values.get(read_as) != figure or meant in before.values:
        return False
    saying = Saying(
        day=day,
        unit_id=mine[0].id,
        heard_at=message.said_at,
        source="answer",
        person_id=None if message.person is None else message.person.id,
        sender=message.sender,
        chat=message.chat.id,
        message_id=message.id,
        raw=message.text,
    )
    statement_id = await statements.save(work, Statement(message.sent_at, {meant: figure, read_as: None}), saying)
    ask = asking.key_of(message.chat.id, message.id, message.sent_at)
    cause = Cause("report", message.said_at, statement_id, ask, saying.person_id, message.sender)
    result = await books.bring_up_to_date(work, town, mine[0], day, cause, now)
    await asking.show_all(work, town, result.asks | {ask}, now)
    fields = await receipts.corrected(work, town, result, now)
    await acknowledging.say(work, message, "moved", "report-corrected", fields, (), now)
    return True


def _said(form: Form, text: str) -> tuple[Decimal, str, str] | None:
    """The figure, the indicator that is meant, the one that it was read as; None for any other words."""
    if "不" not in text:
        return None
    found = _MOVED.fullmatch(fold(text).text.replace(" ", "").strip())
    figure = parse_number(found["figure"]) if found else None
    if found is None or figure is None:
        return None
    meant, read_as = (lexicon(form).words.get(found[name], ()) for name in ("meant", "read"))
    if len(meant) != 1 or len(read_as) != 1 or meant == read_as:
        return None
    indicator = form.indicator(meant[0])
    if impossible(form, indicator, figure) is not None or suspicious(indicator, figure):
        return None
    return figure, meant[0], read_as[0]
