"""The town comes to life on the drill's Telegram: the plan's acts at their hours, and what people do in return."""

import asyncio
import heapq
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import count

from domain.clock import Clock
from drill.server.telegram import Chat, Event, Message, Person, Press, Telegram
from drill.wardens.acts import COMMAND, TOWN, Act, Deed, Heard, Plan, Spot, SpotKind, private
from drill.wardens.ledger import Ledger
from drill.wardens.reflexes import Reflexes
from drill.wardens.roster import Home, Role
from drill.wardens.roster import Town as Roster

COMMAND_TITLE = "指挥部"

# Somebody whose tap brings no answer taps again; Telegram itself forgets a tap after 150 seconds.
TAP_AGAIN = timedelta(seconds=160)
MOST_TAPS = 12


class LivingTown:
    """Everybody's phones. `play` lives through the plan; the ledger learns what really happened, and when."""

    def __init__(self, telegram: Telegram, roster: Roster, plan: Plan, ledger: Ledger, clock: Clock) -> None:
        self.telegram = telegram
        self.roster = roster
        self.ledger = ledger
        self.undone: list[str] = []
        self._clock = clock
        self._reflexes = Reflexes(plan.rules)
        self._messages: dict[str, Message] = {}
        self._order = count()
        self._acts: list[tuple[datetime, int, Act]] = []
        self._woken = asyncio.Event()
        self._taps: dict[str, tuple[Press, Act, int]] = {}
        self._people = {one.telegram_id: self._phone(one.telegram_id, one.name, one.phone) for one in roster.people}
        self._chats = dict(self._groups())
        self._spots = {chat.id: spot for spot, chat in self._chats.items()}
        self.add([*plan.founding, *plan.acts])
        telegram.listen(self._hear)

    def _phone(self, account: int, name: str, phone: str) -> Person:
        return self.telegram.person(name, phone=phone, user_id=account)

    def _groups(self) -> Iterable[tuple[Spot, Chat]]:
        """The command chat, the group that all share, and the groups that units have of their own."""
        field = [self._people[one.telegram_id] for one in self.roster.people if one.role in (Role.LEAD, Role.WARDEN)]
        desk = [self._people[one.telegram_id] for one in self.roster.people if one.role in _DESK]
        yield COMMAND, self.telegram.group(f"{self.roster.name}{COMMAND_TITLE}", desk)
        yield TOWN, self.telegram.group(f"{self.roster.name}工作群", [*desk, *field])
        for unit in self.roster.reporting():
            if unit.home is Home.OWN_GROUP:
                staff = [self._people[one.telegram_id] for one in self.roster.staff(unit.code)]
                operator = [self._people[one.telegram_id] for one in self.roster.having(Role.OPERATOR)]
                yield Spot(SpotKind.UNIT, unit.code), self.telegram.group(f"{unit.name}工作群", [*staff, *operator])

    def chat(self, spot: Spot) -> Chat:
        """The chat of that spot; private chats are made on first use."""
        if spot.kind is SpotKind.PRIVATE and spot not in self._chats:
            self._chats[spot] = self.telegram.private(self._people[int(spot.of)])
            self._spots[self._chats[spot].id] = spot
        return self._chats[spot]

    @property
    def chats(self) -> dict[Spot, Chat]:
        """Every chat in use."""
        return dict(self._chats)

    def add(self, acts: Iterable[Act]) -> None:
        """More to do."""
        for act in acts:
            heapq.heappush(self._acts, (act.at, next(self._order), act))
        self._woken.set()

    async def play(self, until: datetime) -> None:
        """Live until that instant."""
        while (now := self._clock.now()) < until:
            while self._acts and self._acts[0][0] <= now:
                self._do(heapq.heappop(self._acts)[2])
            self._tap_again(now)
            ahead = min([until, *(press.at + TAP_AGAIN for press, _, _ in self._taps.values())])
            ahead = min(ahead, self._acts[0][0]) if self._acts else ahead
            self._woken.clear()
            await self._wait((ahead - self._clock.now()).total_seconds())

    async def _wait(self, seconds: float) -> None:
        nap = asyncio.create_task(self._clock.sleep(seconds))
        woken = asyncio.create_task(self._woken.wait())
        await asyncio.wait([nap, woken], return_when=asyncio.FIRST_COMPLETED)
        nap.cancel()
        woken.cancel()

    def _do(self, act: Act, taps: int = 0) -> None:
        """Do it on the phone; what cannot be done (the button has gone meanwhile) is noted and did not happen."""
        person, chat = self._people[act.person], self.chat(act.spot)
        about = self._messages.get(act.of)
        try:
            if act.deed is Deed.PRESS:
                press = self.telegram.press_label(person, _known(about, act), act.text)
                self._taps[press.id] = (press, act, taps + 1)
                return
            message = self._deed(act, person, chat, about)
        except LookupError as missing:
            self.undone.append(f"{act.at:%H:%M} {person.name}: {missing}")
            return
        if message is not None:
            self._messages[act.key or f"{chat.id}/{message.id}"] = message
            self.ledger.happened(act, datetime.fromtimestamp(message.edit_date or message.date, UTC))

    def _tap_again(self, now: datetime) -> None:
        """Taps that brought no answer are made again; after a dozen people give up, which is a failure of the bot's."""
        for press, act, taps in list(self._taps.values()):
            if press.at + TAP_AGAIN <= now:
                del self._taps[press.id]
                if taps < MOST_TAPS:
                    self._do(act, taps)
                else:
                    self.undone.append(f"{act.at:%H:%M}: nobody answered the tap on {act.text}")

    def _deed(self, act: Act, person: Person, chat: Chat, about: Message | None) -> Message | None:
        telegram = self.telegram
        match act.deed:
            case Deed.START:
                return telegram.start_link(person)
            case Deed.CARD:
                return telegram.contact(person)
            case Deed.SAY:
                return telegram.say(person, chat, act.text)
            case Deed.REPLY:
                return telegram.say(person, chat, act.text, reply_to=about)
            case Deed.EDIT:
                return telegram.edit(person, _known(about, act), act.text)
            case Deed.PHOTO:
                return self._photos(act, person, chat, about)
            case Deed.PRESS:
                raise AssertionError("a tap waits for its answer")

    def _photos(self, act: Act, person: Person, chat: Chat, about: Message | None) -> Message | None:
        """Pictures; several are an album, whose caption stands under the first."""
        album = f"{act.person}/{act.at.isoformat()}" if act.photos > 1 else None
        sent = [
            self.telegram.photo(
                person, chat, caption=act.text or None if at == 0 else None, album=album, reply_to=about
            )
            for at in range(max(1, act.photos))
        ]
        return sent[0]

    def _hear(self, event: Event) -> None:
        """Somebody sees what the bot says, and may do something about it."""
        if event.kind == "answered" and event.press is not None and event.press.id in self._taps:
            press, act, _ = self._taps.pop(event.press.id)
            self.ledger.happened(act, press.at)
        if event.kind not in ("sent", "edited") or event.by is not self.telegram.bot:
            return
        spot = self._spots.get(event.chat.id) or self._private_spot(event.chat)
        if spot is None:
            return
        key = f"bot/{event.chat.id}/{event.message.id}"
        self._messages[key] = event.message
        labels = tuple(label for row in event.buttons for label, _ in row)
        self.add(self._reflexes.hear(Heard(spot, key, event.text, labels, event.at)))

    def _private_spot(self, chat: Chat) -> Spot | None:
        return private(chat.person.id) if chat.person is not None else None


_DESK = (Role.LEADER, Role.OPERATOR, Role.INSPECTOR)


def _known(message: Message | None, act: Act) -> Message:
    if message is None:
        raise LookupError(f"no message {act.of!r}")
    return message
