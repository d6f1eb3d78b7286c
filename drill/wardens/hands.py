"""The town's people as users of the drill's Telegram: acts become messages and taps, the bot's messages become cues."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from drill.server.model import Chat, Event, Message, Press
from drill.server.model import Person as User
from drill.server.telegram import Telegram
from drill.wardens.acts import COMMAND, TOWN, Act, Deed, Heard, Spot, SpotKind
from drill.wardens.parts import members
from drill.wardens.roster import Home, Town

_TITLES = {SpotKind.COMMAND: "指挥部", SpotKind.TOWN: "工作群"}


@dataclass(frozen=True)
class _Known:
    """A message by its key, with every button that it has had; a phone may show an old one a little longer."""

    message: Message
    buttons: dict[str, str]


class Fate(Enum):
    """What becomes of a tap: the bot has it, or may still fetch it, or Telegram forgot it (after 150 seconds)."""

    TAKEN = "taken"
    WAITING = "waiting"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True)
class Tap:
    """A tap and the number of its update; None when the bot is not told."""

    press: Press
    update: int | None


class Hands:
    """Everybody's phone. Makes the people and groups of the town in that Telegram."""

    def __init__(self, telegram: Telegram, town: Town) -> None:
        self._telegram = telegram
        self._users = {
            one.telegram_id: telegram.person(one.name, phone=one.phone, user_id=one.telegram_id) for one in town.people
        }
        self._chats = {spot: self._group(town, spot) for spot in _groups(town)}
        self._known: dict[str, _Known] = {}

    def _group(self, town: Town, spot: Spot) -> Chat:
        title = f"{town.name}{_TITLES[spot.kind]}" if spot.kind in _TITLES else town.unit(spot.of).name
        return self._telegram.group(title, [self._users[one.telegram_id] for one in members(town, spot)])

    def chat(self, spot: Spot) -> Chat:
        """The chat of that spot, where it is now; KeyError when the town has none."""
        if spot.kind is SpotKind.PRIVATE:
            return self._telegram.private(self._users[int(spot.of)])
        chat = self._chats[spot]
        return chat.migrated_to or chat

    def chats(self) -> dict[Spot, Chat]:
        """Every chat in which something stands: the town's groups and the private chats that are in use."""
        private = {Spot(SpotKind.PRIVATE, str(user)): self._telegram.private(one) for user, one in self._users.items()}
        return {spot: chat for spot, chat in {**self._chats, **private}.items() if chat.messages}

    def spot(self, chat: Chat) -> Spot | None:
        """Which spot the chat is; None for one that is not the town's."""
        if not chat.is_group:
            return Spot(SpotKind.PRIVATE, str(chat.id)) if chat.id in self._users else None
        return next((spot for spot in self._chats if self.chat(spot) is chat), None)

    def heard(self, event: Event) -> Heard | None:
        """What the bot said, as a cue; None for anything but a new or edited message of it in the town's chats."""
        spot = self.spot(event.chat)
        if spot is None or event.kind not in ("sent", "edited"):
            return None
        key = f"bot/{event.chat.id}/{event.message.id}"
        buttons = {label: data for row in event.buttons for label, data in row}
        before = self._known[key].buttons if key in self._known else {}
        self._known[key] = _Known(event.message, {**before, **buttons})
        return Heard(spot, key, event.text, tuple(buttons), event.at)

    def message(self, key: str) -> Message | None:
        """The message of that key as it stands."""
        known = self._known.get(key)
        return known.message if known else None

    def do(self, act: Act) -> datetime | None:
        """Do it, a tap apart; the message's date as Telegram gave it. None when it could not be done: the message that
        it is about is not there."""
        user, chat = self._users[act.person], self.chat(act.spot)
        message = self._write(user, chat, act)
        if message is None:
            return None
        if act.key:
            self._known[act.key] = _Known(message, {})
        return datetime.fromtimestamp(message.edit_date or message.date, UTC)

    def _write(self, user: User, chat: Chat, act: Act) -> Message | None:
        about = self._known.get(act.of)
        match act.deed:
            case Deed.START:
                return self._telegram.start_link(user)
            case Deed.CARD:
                return self._telegram.contact(user)
            case Deed.EDIT:
                return self._telegram.edit(user, about.message, act.text) if about else None
            case Deed.VOICE:
                return self._telegram.voice(user, chat)
            case Deed.PHOTO:
                return self._photograph(user, chat, act, about.message if about else None)
            case _:
                return self._telegram.say(user, chat, act.text, reply_to=about.message if about else None)

    def _photograph(self, user: User, chat: Chat, act: Act, answered: Message | None) -> Message | None:
        """One picture, or an album; the caption stands under its first, whose date counts."""
        album = f"{act.person}/{act.at.isoformat()}" if act.photos > 1 else None
        sent = [
            self._telegram.photo(
                user, chat, caption=(act.text or None) if at == 0 else None, album=album, reply_to=answered
            )
            for at in range(act.photos)
        ]
        return sent[0]

    def press(self, act: Act) -> Tap | None:
        """Tap the button; None when the message or the button was never there."""
        about = self._known.get(act.of)
        data = about.buttons.get(act.text) if about else None
        if about is None or data is None:
            return None
        press = self._telegram.press(self._users[act.person], about.message, data)
        updates = self._telegram.queue.everything
        return Tap(
            press, next((one.id for one in reversed(updates.values()) if one.payload.get("id") == press.id), None)
        )

    def fate(self, tap: Tap) -> Fate:
        """What has become of the tap by now."""
        queue = self._telegram.queue
        if tap.update in queue.confirmed:
            return Fate.TAKEN
        return Fate.WAITING if tap.update in queue.pending else Fate.FORGOTTEN


def _groups(town: Town) -> list[Spot]:
    own = [Spot(SpotKind.UNIT, unit.code) for unit in town.reporting() if unit.home is Home.OWN_GROUP]
    return [COMMAND, TOWN, *own]
