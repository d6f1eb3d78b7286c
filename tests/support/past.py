"""Days before a transcript begins: reports that units have already given, so that there is a history to look back on.

In a transcript's preface: `past 黄溪村 劝返 12 11 13 12 12`, the last figure is yesterday's;
`past 黄溪村 累计排查 2890 -`: none was given yesterday.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from actions.totals import indicator_named
from bot.settings import Settings
from domain.numbers import Values
from domain.town import Town
from storage import units
from storage.database import Database
from storage.reports import Report
from tests.support import standing

_PAST = re.compile(r"^past (?P<unit>\S+) (?P<total>累计)?(?P<name>\S+) (?P<figures>[-\d. ]+)$", re.MULTILINE)


async def remember(settings: Settings, town: Town, preface: str, today: date) -> None:
    """Enter what the preface says of the days before."""
    found = list(_PAST.finditer(preface))
    if not found:
        return
    days: dict[tuple[date, str], tuple[Values, Values]] = {}
    for past in found:
        figures = past["figures"].split()
        code = indicator_named(town.form, past["name"]).code
        for back, figure in enumerate(reversed(figures), start=1):
            if figure == "-":
                continue
            values, totals = days.setdefault((today - timedelta(days=back), past["unit"]), ({}, {}))
            (totals if past["total"] else values)[code] = Decimal(figure)
    await _enter(settings, town, days.items())


async def _enter(
    settings: Settings, town: Town, days: Iterable[tuple[tuple[date, str], tuple[Values, Values]]]
) -> None:
    database = await Database.open(settings.database_url, settings.vault)
    async with database.work() as work:
        tree = await units.tree(work)
        for (day, unit), (values, totals) in days:
            at = datetime.combine(day, time(15, 0), town.zone)
            await standing.enter(work, Report(day, tree.named(unit)[0].id, values, totals, {}, False, at, at, 1, 0))
    await database.close()
