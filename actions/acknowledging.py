"""How a report is answered: quietly where it is clean, in one message where it is not."""

from collections.abc import Sequence
from datetime import datetime

from actions import asking, receipts
from actions.books import Result
from actions.reading import Message
from domain.instants import to_ms
from domain.outgoing import Buttons, Outgoing
from domain.parsing import ParsedReport
from domain.town import Town
from storage import outbox, statements
from storage.work import Work


async def answer(
    work: Work,
    town: Town,
    message: Message,
    results: Sequence[Result],
    now: datetime,
    ask: str = "",
    told: bool = False,
    whole: bool = False,
) -> None:
    """Ask what is doubtful; else a reaction in a group, a line in private; a correction is shown in both.

    Where something was asked and is settled, the message that asked has become that line.

    ask: the key of the asking message, where it is not the message's first. told: the changes have been told already.
    whole: the results are all that the message ever said.
    """
    ask = ask or asking.key_of(message.chat.id, message.id, message.sent_at)
    unasked = whole and results and _nothing_to_ask(message, results)
    shown = asking.NOTHING if unasked else await asking.show(work, town, ask, now)
    if shown.is_open:
        return
    corrections = [result for result in results if result.after is not None and result.corrected]
    if not message.private:
        await receipts.seen(work, message.chat.id, message.id, now)
        corrections = [result for result in corrections if result.reason != "addition"]
    for result in corrections if not told else ():
        fields = await receipts.corrected(work, town, result, now)
        await say(work, message, f"corrected/{result.unit.id}", "report-corrected", fields, (), now)
    if message.private and not corrections and not told and not shown.was_there:
        await _receipt(work, town, message, results if whole else (), now)


def _nothing_to_ask(message: Message, results: Sequence[Result]) -> bool:
    """Whether nothing can have been asked of it: it came just now, and no day of its units has an open question."""
    new = not (message.edited or message.admitted or message.reread_at)
    return new and all(result.after is not None and not result.after.open_questions for result in results)


async def _receipt(work: Work, town: Town, message: Message, results: Sequence[Result], now: datetime) -> None:
    """The line of a clean report, in private; without results, by what is kept of the message."""
    if results:
        proxy = message.sender if any(_by_proxy(result, message) for result in results) else ""
        fields, buttons = await receipts.of_results(work, town, results, proxy, now)
        await say(work, message, "received", "report-received", fields, buttons, now)
        return
    said = await statements.of_message(work, message.chat.id, message.id)
    if not said:
        await say(work, message, "received", "report-same", {}, (), now)
        return
    fields, buttons = await receipts.of_statements(work, town, said[-1], said, now)
    await say(work, message, "received", "report-received", fields, buttons, now)


def _by_proxy(result: Result, message: Message) -> bool:
    own = [kept.saying for kept in result.kept if kept.saying.message_id == message.id]
    return any(saying.proxy and saying.chat == message.chat.id for saying in own)


async def refuse(work: Work, town: Town, message: Message, parsed: ParsedReport, now: datetime) -> None:
    """The day cannot be taken: what, why, and what works."""
    today, oldest = town.day_of(message.sent_at), town.oldest_day(message.said_at)
    named = parsed.day
    why = "impossible" if named is None and parsed.day_text else "future" if named and named > today else "old"
    fields: dict[str, object] = {
        "why": why,
        "written": parsed.day_text or "",
        "refused_day": (named or today).isoformat(),
        "today_day": today.isoformat(),
        "oldest_day": oldest.isoformat(),
        "example_day": max(oldest, today.fromordinal(today.toordinal() - 1)).isoformat(),
    }
    await say(work, message, "refused", "report-day-refused", fields, (), now)


async def say(
    work: Work, message: Message, word: str, kind: str, fields: dict[str, object], buttons: Buttons, now: datetime
) -> str:
    """Answer a message in its chat, in a group as a reply; the key of what is said."""
    key = f"{word}/{message.chat.id}/{message.id}/{to_ms(message.said_at)}"
    reply = None if message.private else message.id
    await outbox.put(work, Outgoing(key, message.chat.id, kind, fields, buttons, reply_to=reply), now)
    return key
