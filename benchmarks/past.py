"""Days that have gone by, entered through storage as the program leaves them: what a year of the county is on disk.

Every unit has a clean report each day: its statement, its report, and its version, which is its line of the audit log.
What the nightly purge leaves (`[retention]` in town.toml): of the last 30 days the raw update, of the last 60 the
receipt, of the last 180 the words of the report.
"""

import json
import sqlite3
from contextlib import closing
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from benchmarks.county import FLOWS, TOWN, Report, reports, warden
from domain.instants import to_ms
from domain.numbers import plain_values
from domain.units import UnitTree
from storage import reports as kept
from storage import units
from storage.database import Database, path_of
from storage.work import Work, dumps

RETENTION = TOWN.retention
Row = dict[str, object]
Sums = dict[int, dict[str, Decimal]]

_SETTLED = """
UPDATE inbox SET state = 'done', done_at = received_at WHERE state = 'waiting';
UPDATE outbox SET state = 'sent', sent_at = made_at, message_id = id WHERE state = 'waiting';
"""


async def remember(url: str, first: date, days: int, count: int) -> None:
    """Enter so many days of an empty county, from the first on, as they are kept the day after the last of them."""
    database = await Database.open(url)
    sums: Sums = {}
    try:
        async with database.work() as work:
            tree = await units.tree(work)
        for place in range(days):
            async with database.work() as work:
                await _Day(work, tree, first + timedelta(days=place), days - place, place * count).enter(count, sums)
        async with database.work() as work:
            await kept.set_running(work, sums)
    finally:
        await database.close()
    with closing(sqlite3.connect(path_of(url))) as file:
        file.executescript(_SETTLED)


class _Day:
    """One day's rows. `age`: how many days ago it was; `before`: how many statements there were before it."""

    def __init__(self, work: Work, tree: UnitTree, day: date, age: int, before: int) -> None:
        self._work = work
        self._tree = tree
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
        await self._work.do_many("reports.save_version", [self._version(one) for one in given])
        if self._age <= RETENTION.raw_updates:
            await self._work.do_many("inbox.keep", [self._update(one) for one in given])
        if self._age <= RETENTION.messages:
            await self._work.do_many("outbox.put", [self._receipt(one) for one in given])

    def _unit(self, report: Report) -> int:
        return self._tree.by_code[f"{report.unit:04d}"].id

    def _statement_id(self, report: Report) -> int:
        return self._before + report.unit + 1

    def _said(self, report: Report) -> Row:
        values = dumps(plain_values(report.values))
        of_day: Row = {"day": self._day.isoformat(), "unit_id": self._unit(report)}
        return {**of_day, "values_json": values, "cumulative_json": "{}", "texts_json": "{}", "zero": 0}

    def _statement(self, report: Report) -> Row:
        words = self._age <= RETENTION.texts
        return {
            **self._said(report),
            "said_at": self._at,
            "heard_at": self._at,
            "source": "message",
            "mode": "replace",
            "person_id": report.unit + 1,
            "sender": f"网格员{report.unit}" if words else "",
            "proxy": 0,
            "chat_id": report.unit + 2,
            "message_id": self._statement_id(report),
            "question_id": None,
            "raw": report.text if words else "",
            "read_as_json": "[]",
        }

    def _report(self, report: Report) -> Row:
        stands = {"first_at": self._at, "last_at": self._at, "version": 1, "open_questions": 0}
        return {**self._said(report), **stands}

    def _version(self, report: Report) -> Row:
        made = {"person_id": report.unit + 1, "statement_id": self._statement_id(report), "reason": "report"}
        return {**self._said(report), "version": 1, "said_at": self._at, "noted_at": self._at, **made}

    def _update(self, report: Report) -> Row:
        who = {"id": warden(report.unit), "is_bot": False, "first_name": f"网格员{report.unit}", "language_code": "zh"}
        chat = {"id": who["id"], "type": "private", "first_name": who["first_name"]}
        number = self._statement_id(report)
        message = {"message_id": number, "from": who, "chat": chat, "date": self._at // 1000, "text": report.text}
        raw = json.dumps({"update_id": number, "message": message}, ensure_ascii=False)
        return {"update_id": number, "received_at": self._at, "raw": raw}

    def _receipt(self, report: Report) -> Row:
        number = self._statement_id(report)
        line = {
            "unit": report.text[:8],
            "day": self._day.isoformat(),
            "figures": list(plain_values(report.values).items()),
        }
        standing = {"today": True, "at": "15:00", "at_day": "", "late": False, "zero": False, "asked": 0}
        data = f"{self._day}/{self._unit(report)}"
        row = [["button-show-all", f"mine/show/{data}", {}], ["button-correct", f"mine/fix/{data}", {}]]
        return {
            "key": f"received/{report.unit + 2}/{number}/{self._at}",
            "act": "send",
            "lane": 0,
            "chat_id": report.unit + 2,
            "kind": "report-received",
            "fields_json": dumps({"lines": [{**line, **standing}], "proxy": ""}),
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
