"""The drill's Telegram as one object: a world of people, chats and one bot, played without a network.

`drill.server.http.Server` lets a real bot talk to it over HTTP. Everything random comes from `seed`, every time from
`clock`.
"""

from drill.server.crowd import Crowd
from drill.server.faults import Faults
from drill.server.limits import UNLIMITED, Limits
from drill.server.model import Bot, Chat, Event, Message, Person, Press, StoredFile
from drill.server.rooms import Rooms
from drill.server.seen import Seen, Toast


class Telegram(Crowd, Rooms, Seen):
    """People act by its verbs (`say`, `press`, `join`, ...), tests read it (`shown`, `toasts`, `counts`, ...)."""


__all__ = [
    "UNLIMITED",
    "Bot",
    "Chat",
    "Event",
    "Faults",
    "Limits",
    "Message",
    "Person",
    "Press",
    "StoredFile",
    "Telegram",
    "Toast",
]
