"""The evening's meeting: who is there, what is decided, and the minutes of both."""

from dataclasses import dataclass
from datetime import date, datetime

from actions.picture import PROBLEMS, Picture, alerts, state_fields
from domain.errors import NotAllowed, NotPossible
from domain.outgoing import Act, Button, Buttons, Lane, Outgoing
from domain.people import Caller
from domain.town import Town
from storage import audit, chats, days, meetings, outbox, tasks
from storage.meetings import Decision
from storage.work import Work

BUTTONS: Buttons = ((Button("button-present", "present/now"),),)
MINUTES = "minutes"


def post_key(day: date, chat: int) -> str:
    """The outbox key of the message that opened the day's meeting in a chat."""
    return f"meeting/{day.isoformat()}/chat-{chat}"


async def agenda(work: Work, town: Town, seen: Picture) -> dict[str, object]:
    """The fields of the message that opens the meeting, with who is there by now."""
    problems = [report for report in seen.reports.values() if report.texts.get(PROBLEMS)]
    return {
        **state_fields(seen.standing),
        "day": seen.day.isoformat(),
        "ends": f"{town.times.tasks:%H:%M}",
        "alerts": len(alerts(town, seen)),
        "problems": len(problems),
        "tasks": len(await tasks.with_open_units(work)),
        "present": await meetings.present(work, seen.day),
    }


async def attend(work: Work, town: Town, caller: Caller, seen: Picture, said_at: datetime, now: datetime) -> bool:
    """The caller is at the meeting; False when that was known. The messages that opened it show everybody's name."""
    _check_open(town, seen.day, said_at)
    if caller.person_id is None:
        raise NotAllowed("meeting-stranger")
    if not await meetings.attend(work, seen.day, caller.person_id, now):
        return False
    await audit.note(work, now, caller.person_id, "present", day=seen.day.isoformat())
    fields = await agenda(work, town, seen)
    for chat in await chats.of_purpose(work, "command"):
        target = post_key(seen.day, chat.id)
        key = f"{target}/{caller.person_id}"
        edit = Outgoing(key, chat.id, "meeting", fields, BUTTONS, Lane.ANSWER, Act.EDIT, target=target)
        if await outbox.by_key(work, target) is not None:
            await outbox.put(work, edit, now)
    return True


@dataclass(frozen=True)
class Minuted:
    """A decision that stands in the minutes: which of the evening it is, and its id."""

    number: int
    id: int


async def decide(work: Work, town: Town, caller: Caller, text: str, said_at: datetime, now: datetime) -> Minuted:
    """Minute a decision while the meeting lasts.

    One that was said in time and read after the minutes went out is told to the command chats on its own.
    """
    day = town.day_of(said_at)
    _check_open(town, day, said_at)
    words = " ".join(text.split())
    if not words:
        raise NotPossible("decide-empty")
    decision = await meetings.decide(work, day, words, caller.person_id, said_at)
    await audit.note(work, now, caller.person_id, "decide", day=day.isoformat(), decision=decision)
    number = len(await meetings.decided(work, day))
    if "tasks" in await days.settled(work, day):
        fields = {"number": str(number), "text": words, "by": caller.name, "day": day.isoformat()}
        for chat in await chats.of_purpose(work, "command"):
            more = Outgoing(f"{MINUTES}/{day}/{number}/{chat.id}", chat.id, "minutes-more", fields, lane=Lane.ORDER)
            await outbox.put(work, more, now)
    return Minuted(number, decision)


def _task(made: Decision) -> str:
    return "" if made.task is None else str(made.task)


def _check_open(town: Town, day: date, said_at: datetime) -> None:
    """NotPossible, with the hours, when the meeting was not on at that instant."""
    opens, ends = town.at(day, town.times.meeting), town.at(day, town.times.tasks)
    if not opens <= said_at < ends:
        raise NotPossible("meeting-closed", opens=f"{opens:%H:%M}", ends=f"{ends:%H:%M}")


async def close(work: Work, town: Town, day: date, now: datetime) -> tuple[bool, int]:
    """Post the minutes of the day's meeting; whether anybody met, and how many decisions they hold."""
    present, decided = await meetings.present(work, day), await meetings.decided(work, day)
    if not present and not decided:
        return False, 0
    fields = {
        "day": day.isoformat(),
        "present": present,
        "decisions": [
            {"text": made.text, "by": made.by, "at": f"{town.local(made.at):%H:%M}", "task": _task(made)}
            for made in decided
        ],
    }
    for chat in await chats.of_purpose(work, "command"):
        await outbox.put(work, Outgoing(f"{MINUTES}/{day}/{chat.id}", chat.id, "minutes", fields, lane=Lane.ORDER), now)
    return True, len(decided)
