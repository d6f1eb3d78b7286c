"""A county's total opens by its buttons, level by level, to every unit and the message that made its figure."""

from datetime import date
from pathlib import Path

from actions import totals
from actions.picture import picture
from domain.numbers import plain
from domain.outgoing import Buttons
from storage.database import Database
from tests.support.cast import TOWN
from tests.support.county import Shape, settle_county
from tests.support.databases import new_database
from texts.catalogue import Words
from texts.render import Voice, render

DAY = date(2026, 2, 6)
CODE = "people_turned_back"
COUNTY = Shape(towns=17, villages=4, cells=15, days=1, silent=5)


def pressed(buttons: Buttons) -> list[tuple[int, int]]:
    """Node and page of every button of the figure."""
    found = []
    for row in buttons:
        for button in row:
            assert len(button.data.encode()) <= 64
            name, code, node, *page = button.data.split("/")
            if (name, code) == ("total", CODE):
                found.append((int(node), int(page[0]) if page else 0))
    return found


async def test_every_unit_of_1100_is_reached_by_buttons_and_shows_its_message(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    county = await settle_county(url, TOWN, COUNTY, DAY)
    voice = Voice(Words("zh-Hans"), TOWN.form)
    given = {unit: r.values[CODE] for (_, unit), r in county.reports.items() if CODE in r.values}
    shown: dict[str, float] = {}
    database = await Database.open(url)
    async with database.reading() as work:
        seen = await picture(work, TOWN, DAY)
        waiting, known = [(0, 0)], {(0, 0)}
        while waiting:
            node, page = waiting.pop()
            indicator = TOWN.form.indicator(CODE)
            fields, buttons = await totals.explain(work, TOWN, seen, node or None, indicator, "16:30", (None,), page)
            assert sum(len(row) for row in buttons) <= 16
            text = render(voice, "total", fields)
            assert len(text.splitlines()) <= 31
            shown |= {unit["name"]: unit["value"] for unit in fields["units"] if unit["messages"]}
            new = [way for way in pressed(buttons) if way not in known]
            waiting += new
            known.update(new)
    await database.close()
    assert len(given) > 500
    assert shown == {county.tree.units[unit].name: plain(value) for unit, value in given.items()}


async def test_a_node_of_many_units_has_them_a_page_at_a_time(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    flat = await settle_county(url, TOWN, Shape(towns=1, villages=1, cells=30, days=1, silent=0, filled=100), DAY)
    village = flat.tree.by_code["V0101"]
    database = await Database.open(url)
    async with database.reading() as work:
        seen = await picture(work, TOWN, DAY)
        told = []
        for page in range(3):
            fields, _ = await totals.explain(
                work, TOWN, seen, village.id, TOWN.form.indicator(CODE), "16:30", (None,), page
            )
            assert (fields["page"], fields["pages"]) == (page + 1, 3)
            told += [branch["name"] for branch in fields["branches"]]
    await database.close()
    assert told == [unit.name for unit in flat.tree.children(village.id)]
