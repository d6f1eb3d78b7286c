"""The town's rule book: everything that its people may change without touching code."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.forms import Form


@dataclass(frozen=True)
class CycleTimes:
    """The day's hours, local. `remind`, `chase` and `chase_tasks` may hold several."""

    morning: time = time(8, 0)
    remind: tuple[time, ...] = (time(14, 30), time(15, 30), time(15, 50))
    collect: time = time(16, 0)
    chase: tuple[time, ...] = (time(16, 30), time(17, 0), time(17, 30))
    brief: time = time(17, 45)
    meeting: time = time(18, 0)
    preview: time = time(18, 50)
    tasks: time = time(19, 0)
    chase_tasks: tuple[time, ...] = (time(19, 30), time(20, 0))


Span = tuple[date, date]
"""A first and a last day, both counted in."""


@dataclass(frozen=True)
class Calendar:
    """Days without cycle: weekdays (1 is Monday) and spans of dates; the days of `working` have one all the same."""

    weekdays: frozenset[int] = frozenset()
    off: tuple[Span, ...] = ()
    working: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Limits:
    """Bounds that a town may move."""

    oldest_days: int = 3
    board_seconds: int = 4
    invitation_hours: int = 72
    fold_lines: int = 12
    history_days: int = 14
    history_least_days: int = 5
    messages_per_second: int = 29
    group_messages_per_minute: int = 20
    messages_per_person: int = 60


@dataclass(frozen=True)
class Retention:
    """For how many days what is personal is kept, by kind; 0 is for ever. Figures of units have no end date.

    raw_updates  updates as Telegram sent them, unfinished dialogues, uploaded tables, steps of single nodes
    messages     what the bot said, and used or expired invitations
    texts        the words of reports, answers and questions, who sent them, and the papers that quote them
    evidence     references to photos and files
    people_left  names and own words of those who left, counted from the day on which they did
    audit        who changed what
    """

    raw_updates: int = 30
    messages: int = 60
    texts: int = 180
    evidence: int = 365
    people_left: int = 90
    audit: int = 1095


@dataclass(frozen=True)
class Policies:
    """Choices that a town may make. rank_weekday: 1 (Monday) to 7, on which the week's ranking is told; 0 on none."""

    board_in_town_chat: bool = True
    ask_in_private: bool = True
    remind_lead_from: int = 3
    ask_unusual: bool = True
    rank_for_all: bool = False
    rank_daily: bool = True
    rank_weekday: int = 7
    verify_tasks: bool = True


@dataclass(frozen=True)
class Town:
    """A checked rule book."""

    name: str
    zone: ZoneInfo
    language: str
    form: Form
    times: CycleTimes = field(default_factory=CycleTimes)
    calendar: Calendar = field(default_factory=Calendar)
    limits: Limits = field(default_factory=Limits)
    policies: Policies = field(default_factory=Policies)
    retention: Retention = field(default_factory=Retention)

    def local(self, instant: datetime) -> datetime:
        """The instant on the town's clocks."""
        return instant.astimezone(self.zone)

    def day_of(self, instant: datetime) -> date:
        """The local calendar day of an instant."""
        return self.local(instant).date()

    def at(self, day: date, hour: time) -> datetime:
        """The instant at which the town's clocks show that hour of that day."""
        return datetime.combine(day, hour, self.zone)

    def oldest_day(self, now: datetime) -> date:
        """The oldest day for which a report is still taken."""
        return self.day_of(now) - timedelta(days=self.limits.oldest_days)
