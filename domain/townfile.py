"""From the data of town.toml to a Town, or to every mistake in it."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.calendar import read_span
from domain.errors import Mistake, Mistakes
from domain.forms import Form
from domain.town import Calendar, CycleTimes, Limits, Policies, Retention, Span, Town

TOP_KEYS = frozenset({"name", "zone", "language", "form", "cycle", "calendar", "limits", "policies", "retention"})
_LISTS = frozenset({"remind", "chase", "chase_tasks"})
Numbers = TypeVar("Numbers", Limits, Retention)
_EMPTY_FORM = Form("", "", ())

# Which hour must not come before which: (earlier, later).
_ORDER = (
    ("morning", "collect"),
    ("collect", "brief"),
    ("brief", "meeting"),
    ("meeting", "tasks"),
    ("preview", "tasks"),
)

Forms = Callable[[str], Form | tuple[Mistake, ...]]
"""Finds a form by its name or file; its own mistakes when it has any, KeyError when there is none."""


def read_town(data: Mapping[str, Any], forms: Forms, languages: tuple[str, ...]) -> Town:
    """The town that the data describes. Mistakes: every one, each with its key and reason."""
    reader = _Reader()
    town = reader.town(data, forms, languages)
    if reader.found:
        raise Mistakes(reader.found)
    return town


class _Reader:
    """Collects mistakes while it reads; a broken value is replaced by the default so that all is looked at."""

    def __init__(self) -> None:
        self.found: list[Mistake] = []

    def tell(self, key: str, reason: str, **told: object) -> None:
        self.found.append(Mistake(key, reason, told))

    def town(self, data: Mapping[str, Any], forms: Forms, languages: tuple[str, ...]) -> Town:
        self.known(data, TOP_KEYS, "")
        language = self.word(data, "language", "zh-Hans")
        if language not in languages:
            self.tell("language", "not-one-of", value=language, known=", ".join(languages))
        return Town(
            name=self.word(data, "name", None),
            zone=self.zone(data),
            language=language,
            form=self.form(data, forms),
            times=self.times(self.table(data, "cycle")),
            calendar=self.calendar(self.table(data, "calendar")),
            limits=self.numbers(self.table(data, "limits"), "limits", Limits()),
            policies=self.choices(self.table(data, "policies"), "policies", Policies()),
            retention=self.numbers(self.table(data, "retention"), "retention", Retention()),
        )

    def known(self, table: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
        for key in table:
            if key not in keys:
                self.tell(f"{where}{key}", "unknown-key", known=", ".join(sorted(keys)))

    def table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = data.get(key, {})
        if isinstance(value, dict):
            return value
        self.tell(key, "not-a-table", value=value)
        return {}

    def word(self, data: Mapping[str, Any], key: str, default: str | None) -> str:
        value = data.get(key, default)
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.tell(key, "missing" if value is None else "not-a-word", value=value)
        return default or ""

    def zone(self, data: Mapping[str, Any]) -> ZoneInfo:
        name = self.word(data, "zone", "Asia/Shanghai")
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            self.tell("zone", "unknown-zone", value=name)
            return ZoneInfo("Asia/Shanghai")

    def form(self, data: Mapping[str, Any], forms: Forms) -> Form:
        name = self.word(data, "form", "epidemic")
        try:
            form = forms(name)
        except KeyError:
            self.tell("form", "unknown-form", value=name)
            return _EMPTY_FORM
        if isinstance(form, Form):
            return form
        self.found.extend(Mistake(m.key, m.reason, m.fields, file=name) for m in form)
        return _EMPTY_FORM

    def times(self, table: Mapping[str, Any]) -> CycleTimes:
        """The hours: "HH:MM", or lists of them; told when those written do not stand in the order of a day."""
        self.known(table, frozenset(f.name for f in fields(CycleTimes)), "cycle.")
        default = CycleTimes()
        read = {f.name: self.hours(table, f.name, getattr(default, f.name)) for f in fields(CycleTimes)}
        times = CycleTimes(**read)
        for earlier, later in _ORDER:
            written = earlier in table and later in table
            if written and getattr(times, earlier) > getattr(times, later):
                self.tell(f"cycle.{later}", "before", earlier=earlier)
        for hour in times.remind if "remind" in table and "collect" in table else ():
            if hour >= times.collect:
                self.tell("cycle.remind", "after-close", value=f"{hour:%H:%M}")
        return times

    def calendar(self, table: Mapping[str, Any]) -> Calendar:
        """The days without cycle: weekdays by number, dates and spans of them in words."""
        self.known(table, frozenset(f.name for f in fields(Calendar)), "calendar.")
        weekdays = [day for day in self.listed(table, "weekdays") if self.is_weekday(day)]
        return Calendar(frozenset(weekdays), self.spans(table, "off"), self.spans(table, "working"))

    def listed(self, table: Mapping[str, Any], key: str) -> list[Any]:
        value = table.get(key, [])
        if isinstance(value, list):
            return value
        self.tell(f"calendar.{key}", "not-a-list", value=value)
        return []

    def is_weekday(self, value: object) -> bool:
        good = isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 7
        if not good:
            self.tell("calendar.weekdays", "not-a-calendar-weekday", value=value)
        return good

    def spans(self, table: Mapping[str, Any], key: str) -> tuple[Span, ...]:
        found = []
        for value in self.listed(table, key):
            span = read_span(str(value))
            if span is None:
                self.tell(f"calendar.{key}", "not-a-span", value=value)
            else:
                found.append(span)
        return tuple(found)

    def hours(self, table: Mapping[str, Any], key: str, default: Any) -> Any:
        value = table.get(key)
        if value is None:
            return default
        if key not in _LISTS:
            return self.hour(value, f"cycle.{key}", default)
        if not isinstance(value, list):
            self.tell(f"cycle.{key}", "not-a-list", value=value)
            return default
        return tuple(self.hour(one, f"cycle.{key}", time(0, 0)) for one in value)

    def hour(self, value: object, key: str, default: time) -> time:
        try:
            return time.fromisoformat(str(value)).replace(tzinfo=None)
        except ValueError:
            self.tell(key, "not-an-hour", value=value)
            return default

    def numbers(self, table: Mapping[str, Any], where: str, default: Numbers) -> Numbers:
        self.known(table, frozenset(f.name for f in fields(default)), f"{where}.")
        read: dict[str, int] = {}
        for f in fields(default):
            value = table.get(f.name, getattr(default, f.name))
            if isinstance(value, bool) or not isinstance(value, int) or value < 0:
                self.tell(f"{where}.{f.name}", "not-a-number", value=value)
                value = getattr(default, f.name)
            read[f.name] = value
        return type(default)(**read)

    def choices(self, table: Mapping[str, Any], where: str, default: Policies) -> Policies:
        self.known(table, frozenset(f.name for f in fields(default)), f"{where}.")
        read: dict[str, Any] = {}
        for f in fields(default):
            standing = getattr(default, f.name)
            value = table.get(f.name, standing)
            if type(value) is not type(standing):
                self.tell(f"{where}.{f.name}", "wrong-kind", value=value, wanted=type(standing).__name__)
                value = standing
            read[f.name] = value
        if read["rank_weekday"] not in range(8):
            self.tell(f"{where}.rank_weekday", "not-a-weekday", value=read["rank_weekday"])
        return Policies(**read)
