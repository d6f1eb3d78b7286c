"""Days that have gone by, entered through storage as the program leaves them: what a year of the county is on disk.

Every unit has a clean report each day: its statement, which is its version and its line of the audit log, and its
report. What the nightly purge leaves (`[retention]` in town.toml): of the last 30 days the raw update, of the last 60
the receipt, of the last 180 the words of the report. Then the program's own night passes over it: what is over is
packed, and the file compacted.
"""

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from actions.retention import HOUR, Erased, erase_some
from benchmarks.county import FLOWS, TOWN, Report, reports, unit_name, warden
from domain.instants import to_ms
from domain.numbers import plain_values
from domain.units import UnitTree
from storage import reports as kept
from storage import units
from storage.database import Database, path_of
from storage.indicators import Numbers, numbers_for
from storage.work import Work, dumps

RETENTION = TOWN.retention
Row = dict[str, object]
Sums = dict[int, dict[str, Decimal]]

_BEFORE = 5_000_000
"""Numbers of messages that nobody writes again: who said a message twice is not answered twice."""
_SETTLED = """
UPDATE inbox SET state = 'done', done_at = received_at WHERE state = 'waiting';
UPDATE outbox SET state = 'sent', tries = 1, sent_at = made_at, message_id = id WHERE state = 'waiting';
"""


async def remember(url: str, first: date, days: int, count: int) -> None:
    """Enter so many days of an empty county, from the first on, as they are kept the day after the last of them."""
    database = await Database.open(url)
    sums: Sums = {}
    try:
        async with database.work() as work:
            tree = await units.tree(work)
            known = await numbers_for(work, TOWN.form.by_code)
        for place in range(days):
            async with database.work() as work:
                day = _Day(work, tree, known, first + timedelta(days=place), days - place, place * count)
                await day.enter(count, sums)
        async with database.work() as work:
            await kept.set_running(work, sums)
    finally:
        await database.close()
    with closing(sqlite3.connect(path_of(url))) as file:
        file.executescript(_SETTLED)
    await _sleep(url, datetime.combine(first + timedelta(days=days), HOUR, TOWN.zone))


async def _sleep(url: str, night: datetime) -> None:
    """Let a Sunday's night do what it does."""
    database = await Database.open(url)
    try:
        erased: Erased | None = Erased(0)
        while erased is not None:
            async with database.work() as work:
                erased = await erase_some(work, TOWN, night)
        await database.compact(thoroughly=True)
    finally:
        await database.close()


class _Day:
    """One day's rows. `age`: how many days ago it was; `before`: how many statements there were before it."""

    def __init__(self, work: Work, tree: UnitTree, known: Numbers, day: date, age: int, before: int) -> None:
        self._work = work
        self._tree = tree
        self._known = known
        self._day = day
        self._age = age
        self._before = before
        self._at = to_ms(datetime.combine(day, time(15), TOWN.zone))

    async def enter(self, count: int, sums: Sums) -> None:
        """Enter what is kept of every unit's report."""
        given = list(reports(self._day, count))
        for report in given:
            mine = sums.setdefault(self._unit(report), {})
            for code in report.values.keys() & FLOWS:
                mine[code] = mine.get(code, Decimal(0)) + report.values[code]
        await self._work.do_many("statements.save", [self._statement(one) for one in given])
        await self._work.do_many("reports.save", [self._report(one) for one in given])
        await self._work.do_many("reports.point_at_statement", [self._version(one) for one in given])
        if self._age <= RETENTION.raw_updates:
            await self._work.do_many("inbox.keep", [self._update(one) for one in given])
        if self._age <= RETENTION.messages:
            await self._work.do_many("outbox.put", [self._receipt(one) for one in given])

    def _unit(self, report: Report) -> int:
        return self._tree.by_code[f"{report.unit:04d}"].id

    def _statement_id(self, report: Report) -> int:
        return self._before + report.unit + 1

    def _said(self, report: Report) -> Row:
        values = self._known.written(report.values)
        return {**self._of_day(report), "values_json": values, "cumulative_json": "{}", "zero": 0}

    def _of_day(self, report: Report) -> Row:
        return {"day": self._day.isoformat(), "unit_id": self._unit(report)}

    def _statement(self, report: Report) -> Row:
        words = self._age <= RETENTION.texts
        return {
            **self._said(report),
            "texts_json": "{}",
            "said_at": self._at,
            "heard_at": self._at,
            "source": "",
            "mode": "",
            "person_id": report.unit + 1,
            "sender": f"网格员{report.unit}" if words else "",
            "proxy": 0,
            "chat_id": report.unit + 2,
            "message_id": _BEFORE + self._statement_id(report),
            "question_id": None,
            "raw": report.text if words else "",
            "read_as_json": "[]",
        }

    def _report(self, report: Report) -> Row:
        return {**self._of_day(report), "first_at": self._at, "version": 1, "open_questions": 0}

    def _version(self, report: Report) -> Row:
        made = {"person_id": report.unit + 1, "statement_id": self._statement_id(report), "reason": "report"}
        return {**self._said(report), "version": 1, "said_at": self._at, "noted_at": self._at, **made}

    def _update(self, report: Report) -> Row:
        who = {
            "id": warden(report.unit),
            "is_bot": False,
            "first_name": f"网格员{report.unit}",
            "language_code": "zh-hans",
        }
        chat = {"id": who["id"], "type": "private", "first_name": who["first_name"]}
        number = self._statement_id(report)
        told = {"message_id": _BEFORE + number, "date": self._at // 1000, "text": report.text}
        message = {**told, "from": who, "chat": chat}
        raw = json.dumps({"update_id": number, "message": message}, ensure_ascii=False)
        return {"update_id": number, "received_at": self._at, "raw": raw}

    def _receipt(self, report: Report) -> Row:
        number = self._statement_id(report)
        line = {
            "unit": unit_name(report.unit),
            "day": self._day.isoformat(),
            "today": True,
            "at": "15:00",
            "at_day": "",
        }
        figures = {"late": False, "zero": False, "figures": list(plain_values(report.values).items())}
        besides: Row = {"cumulative": [], "texts": [], "asked": 0, "read_as": []}
        data = f"{self._day}/{self._unit(report)}"
        row = [["button-show-all", f"mine/show/{data}", {}], ["button-correct", f"mine/fix/{data}", {}]]
        return {
            "key": f"received/{report.unit + 2}/{number}/{self._at}",
            "act": "send",
            "lane": 0,
            "chat_id": report.unit + 2,
            "kind": "report-received",
            "fields_json": dumps({"lines": [{**line, **figures, **besides}], "proxy": ""}),
            "buttons_json": dumps([row]),
            "target": None,
            "message_id": None,
            "reply_to": None,
            "about": None,
            "not_before": self._at,
            "expires_at": None,
            "made_at": self._at,
            "update_id": number,
        }
