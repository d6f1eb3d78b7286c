"""What the first message would wait for, done beforehand: a start leaves it out so that the first poll comes sooner."""

import asyncio

from actions import reading
from domain.parsing.names import lexicon
from domain.patterns import compiling
from domain.town import Town
from storage import units
from storage.database import Database


async def warm_up(database: Database, town: Town) -> None:
    """Compile the reader's patterns, make the form's words and the units' names ready; between them others go on."""
    for _ in compiling():
        await asyncio.sleep(0)
    async with database.reading() as work:
        tree = await units.tree(work)
    lexicon(town.form)
    await asyncio.sleep(0)
    reading.index_of(tree)
