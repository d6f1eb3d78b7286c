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
from tests.faults.harm import Toll
from tests.support.databases import look

VALUES = frozenset({"values", "cumulative", "texts", "totals"})
FRESH = frozenset({"board", "circular", "practice", "circular-draft", "circular-live"})
CUT, IN_FLIGHT = "its answer was cut", "in flight at a kill"


@dataclass(frozen=True)
class Copy:
    """A message that stands in a chat beside the one that the program knows of: its row's key and why it is there."""

    key: str
    why: str
    text: str


@dataclass(frozen=True)
class Account:
    """What went wrong, by kind; all but `doubled` must be empty, and of those each must be explained."""

    unkept: tuple[str, ...]
    """Updates that Telegram was told it may forget, and that are not on disk."""
    uncounted: tuple[str, ...]
    """Reports that were sent and count for nobody."""
    wrong: tuple[str, ...]
    """Figures, texts and totals that differ from the truth."""
    otherwise: tuple[str, ...]
    """All else in which the program's account differs: states, times, questions, tasks; acts that could not be."""
    steps: tuple[str, ...]
    """Steps of the day that were missed, done twice, or spoke too early; what they say twice is among the doubled."""
    undelivered: tuple[str, ...]
    """Orders that stand in no chat of a unit that they are for."""
    unsent: tuple[str, ...]
    """Messages that still wait, or failed, in chats that could be reached."""
    doubled: tuple[Copy, ...]
    unexplained: tuple[str, ...]
    """Messages that stand twice though their call was answered and the program lived."""


def account(drill: Drill, outcome: Outcome, toll: Toll, url: str) -> Account:
    """Draw it up from a day that is over."""
    values = [str(one) for one in outcome.comparison.differences if one.what in VALUES]
    others = [str(one) for one in outcome.comparison.differences if one.what not in VALUES]
    doubled, unexplained = _copies(drill, toll, url)
    return Account(
        tuple(_unkept(drill, url)),
        tuple(_uncounted(drill, url)),
        tuple(values),
        (*others, *(f"could not be done: {act.at:%H:%M} {act.deed.value} {act.text!r}" for act in outcome.undone)),
        (*_missed(url), *_spoken_too_early(drill, url)),
        tuple(_undelivered(drill)),
        tuple(_unsent(toll, url)),
        tuple(doubled),
        tuple(unexplained),
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
    for key, chat, message in _rows(url):
        step = key.split(f"/{DAY}/")[0]
        event = stands.get((chat, message))
        if step in dues and event is not None and event.at.timestamp() * 1000 < dues[step] - 1000:
            yield f"{key} at {event.at.astimezone(ZONE):%H:%M:%S}"


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


def _rows(url: str, narrowed: str = "") -> list[tuple[str, int, int]]:
    """(key, chat, message) of what the program sent and knows to stand."""
    return look(
        url,
        "SELECT o.key, c.telegram_id, o.message_id FROM outbox o JOIN chats c ON c.id = o.chat_id"
        f" WHERE o.act NOT IN ('edit', 'react', 'toast', 'pin') AND o.message_id IS NOT NULL {narrowed}",
    )


def _copies(drill: Drill, toll: Toll, url: str) -> tuple[list[Copy], list[str]]:
    """Messages of which the program knows no row: each is another copy of one that it sent, or was given up unsure."""
    known = {(chat, message): key for key, chat, message in _rows(url)}
    again = {(chat, message) for _, chat, message in _rows(url, "AND o.tries > 1")}
    stands = {_place(event.message): event for event in _sent(drill)}
    texts = {(place[0], stands[place].text): known[place] for place in again if place in stands}
    unsure = _unsure(url)
    copies, unexplained = [], []
    for (chat, message), event in stands.items():
        if (chat, message) in known:
            continue
        key = texts.get((chat, event.text)) or _fresh(chat, toll, known)
        cut = (event.chat.id, event.message.id) in drill.telegram.counts.unanswered
        if key is not None and (cut or key in toll.in_flight):
            copies.append(Copy(key, CUT if cut else IN_FLIGHT, _first_line(event)))
        elif unsure[chat] > 0:
            unsure[chat] -= 1  # it stands once: nobody was told so, and it was not sent again
        else:
            unexplained.append(f"{event.at.astimezone(ZONE):%H:%M:%S} {event.chat.name}: {_first_line(event)}")
    return copies, unexplained


def _first_line(event: Event) -> str:
    return next(iter(event.text.splitlines()), "(no words)")


def _unsure(url: str) -> Counter[int]:
    """How many messages of each chat may stand there without our knowing: given up as uncertain, or failed."""
    rows = look(
        url,
        "SELECT c.telegram_id FROM outbox o JOIN chats c ON c.id = o.chat_id"
        " WHERE o.act NOT IN ('edit', 'react', 'toast', 'pin') AND o.message_id IS NULL AND o.tries > 0",
    )
    return Counter(chat for (chat,) in rows)


def _fresh(chat: int, toll: Toll, known: dict[tuple[int, int], str]) -> str | None:
    """A board shows another hour each time that it is sent."""
    boards = [key for (where, _), key in known.items() if where == chat and key.split("/")[0] in FRESH]
    return next((key for key in boards if key in toll.in_flight), None)
