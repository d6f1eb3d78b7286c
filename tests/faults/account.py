"""The oracle: what the day came to by the town's own account, the server's, and the database's.

It believes the program in nothing that it can see otherwise: what people said is held against what counts, what the
server handed out against what is on disk, what stands in the chats against what the program thinks that it sent.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from domain.cycle import DayOrder, steps_of
from domain.forms import shipped
from domain.town import Town as Rules
from drill.play import DAY, ZONE, Drill, Outcome
from drill.server.model import Bot, Chat, Event, Message
from drill.wardens.acts import TOWN
from drill.wardens.cues import SEEN
from drill.wardens.parts import spots_of
from tests.faults.copies import Copies, Row, Stray, sort_out
from tests.faults.harm import Toll
from tests.support.databases import look

VALUES = frozenset({"values", "cumulative", "texts", "totals"})


@dataclass(frozen=True)
class Account:
    """What went wrong, by kind; all must be empty, and of the copies what is beyond and what is unexplained."""

    unkept: tuple[str, ...]
    """Updates that Telegram was told it may forget, and that are not on disk."""
    uncounted: tuple[str, ...]
    """Reports that were sent and count for nobody."""
    wrong: tuple[str, ...]
    """Figures, texts and totals that differ from the truth."""
    otherwise: tuple[str, ...]
    """All else in which the program's account differs: states, times, questions, tasks; acts that could not be."""
    steps: tuple[str, ...]
    """Steps of the day that were missed, done twice, or spoke too early; what they say twice is among the copies."""
    undelivered: tuple[str, ...]
    """Orders that stand in no chat of a unit that they are for."""
    unsent: tuple[str, ...]
    """Messages that still wait, or failed, in chats that could be reached."""
    copies: Copies
    """Messages that the program does not know to stand, sorted out."""


def account(drill: Drill, outcome: Outcome, toll: Toll, url: str) -> Account:
    """Draw it up from a day that is over."""
    values = [str(one) for one in outcome.comparison.differences if one.what in VALUES]
    others = [str(one) for one in outcome.comparison.differences if one.what not in VALUES]
    return Account(
        tuple(_unkept(drill, url)),
        tuple(_uncounted(drill, url)),
        tuple(values),
        (*others, *(f"could not be done: {act.at:%H:%M} {act.deed.value} {act.text!r}" for act in outcome.undone)),
        (*_missed(url), *_spoken_too_early(drill, url)),
        tuple(_undelivered(drill)),
        tuple(_unsent(toll, url)),
        _copies(drill, toll, url),
    )


def _unkept(drill: Drill, url: str) -> Iterator[str]:
    kept = {number for (number,) in look(url, "SELECT update_id FROM inbox")}
    queue = drill.telegram.queue
    yield from (f"update {number} was confirmed" for number in queue.confirmed if number not in kept)
    yield from (f"update {one.id} expired" for one in queue.expired if one.kind != "callback_query")
    rows = look(url, "SELECT update_id, state FROM inbox WHERE state <> 'done'")
    yield from (f"update {number} is {state}" for number, state in rows)


def _uncounted(drill: Drill, url: str) -> Iterator[str]:
    """Every message that reported for a unit is a statement of that unit."""
    rows = look(
        url,
        "SELECT u.code, c.telegram_id, s.message_id FROM statements s"
        " JOIN units u ON u.id = s.unit_id JOIN chats c ON c.id = s.chat_id",
    )
    counted = {(code, chat, message) for code, chat, message in rows}
    for unit, key in drill.ledger.reports():
        message = drill.hands.message(key)
        if message is None:
            yield f"{unit}: {key} was never sent"
        elif (unit, *_place(message)) not in counted:
            yield f"{unit}: {message.words!r}"


def _place(message: Message) -> tuple[int, int]:
    """Chat and number by which the program knows the message: those of a group that moved are counted below zero."""
    moved = message.chat.migrated_to
    return (message.chat.id, message.id) if moved is None else (moved.id, -message.id)


def _missed(url: str) -> Iterator[str]:
    rules = Rules("", ZONE, "zh-Hans", shipped("epidemic"))
    due = {step.name for step in steps_of(rules, DAY, DayOrder())}
    rows = look(url, f"SELECT step, state FROM steps WHERE day = '{DAY}'")
    done = Counter(step for step, state in rows if state == "done")
    yield from (f"{step}: done {done[step]} times" for step in sorted(due) if done[step] != 1)


def _spoken_too_early(drill: Drill, url: str) -> Iterator[str]:
    """By the server's clock, not the program's."""
    dues = dict(look(url, f"SELECT step, due_at FROM steps WHERE day = '{DAY}' AND state = 'done'"))
    stands = {_place(event.message): event for event in _sent(drill)}
    for row in _rows(url):
        step = row.key.split(f"/{DAY}/")[0]
        event = None if row.message is None else stands.get((row.chat, row.message))
        if step in dues and event is not None and event.at.timestamp() * 1000 < dues[step] - 1000:
            yield f"{row.key} at {event.at.astimezone(ZONE):%H:%M:%S}"


def _undelivered(drill: Drill) -> Iterator[str]:
    """An order stands, with its button, in a chat in which the unit can be reached."""
    for task in drill.ledger.tasks.values():
        for code in task.draft.units if task.goes_out else ():
            unit = drill.roster.unit(code)
            chats = [drill.hands.chat(spot) for spot in (*spots_of(drill.roster, unit), TOWN)]
            old = [chat.migrated_from for chat in chats if chat.migrated_from is not None]
            if not any(_orders(drill, chat, task.draft.title) for chat in (*chats, *old)):
                yield f"{task.draft.title}: {unit.name}"


def _orders(drill: Drill, chat: Chat, title: str) -> bool:
    events = [event for event in drill.telegram.history(chat) if isinstance(event.by, Bot)]
    return any(
        title in event.text and any(SEEN in label for row in event.buttons for label, _ in row) for event in events
    )


def _unsent(toll: Toll, url: str) -> Iterator[str]:
    rows = look(
        url,
        "SELECT o.key, o.state, o.act, o.error, c.telegram_id, c.state FROM outbox o"
        " LEFT JOIN chats c ON c.id = o.chat_id WHERE o.state IN ('waiting', 'sending', 'failed')",
    )
    for key, state, act, error, chat, here in rows:
        if act in ("toast", "edit", "react") and state == "failed":
            continue  # a tap that is too old, a message of a group that moved
        if chat != toll.blocked and here != "gone":
            yield f"{key} is {state}: {error}"


def _sent(drill: Drill) -> Iterator[Event]:
    """Every message of the bot's; of an album, which is one message to the program, the first picture."""
    albums: set[str] = set()
    for chat in list(drill.telegram.chats.values()):
        for event in drill.telegram.history(chat):
            if event.kind == "sent" and isinstance(event.by, Bot) and event.message.album not in albums:
                albums.update(filter(None, [event.message.album]))
                yield event


def _rows(url: str) -> list[Row]:
    """Every message that was ever to be sent to a chat."""
    rows = look(
        url,
        "SELECT o.key, c.telegram_id, o.message_id, o.tries FROM outbox o JOIN chats c ON c.id = o.chat_id"
        " WHERE o.act NOT IN ('edit', 'react', 'toast', 'pin')",
    )
    return [Row(*row) for row in rows]


def _copies(drill: Drill, toll: Toll, url: str) -> Copies:
    """Messages of which the program knows no row: each is another copy of one that it sent, or was given up unsure."""
    rows = _rows(url)
    known = {(row.chat, row.message) for row in rows}
    stands = {_place(event.message): event for event in _sent(drill)}
    strays = [_stray(drill, place, event) for place, event in stands.items() if place not in known]
    return sort_out(strays, rows, {place: event.text for place, event in stands.items()}, toll.in_flight)


def _stray(drill: Drill, place: tuple[int, int], event: Event) -> Stray:
    cut = (event.chat.id, event.message.id) in drill.telegram.counts.unanswered
    first_line = next(iter(event.text.splitlines()), "(no words)")
    return Stray(place[0], event.text, cut, f"{event.at.astimezone(ZONE):%H:%M:%S} {event.chat.name}: {first_line}")
