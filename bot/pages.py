"""Pages for machines: is the program alive, is it ready, and its figures for Prometheus. Loaded only when asked for.

They name parts, states and numbers; nothing of them is about a person.
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from actions.gauges import Gauges, gauges
from bot.app import House
from bot.metrics import CONTENT_TYPE, written
from bot.vitals import Vitals
from domain.town import Town
from storage import meta
from storage.away import DatabaseAway
from storage.migrations import newest

log = logging.getLogger(__name__)

STALE_SECONDS = 90.0
"""A part that has been silent for so long is not relied on (sooner where the watchdog is less patient)."""
_WAIT_SECONDS = 5.0
_REMEMBERED = 3.0


@dataclass(frozen=True)
class Reason:
    """Why the program is not ready, in words that do not change: for programs."""

    what: str
    why: str
    seconds: int | None = None

    def told(self) -> dict[str, Any]:
        """As JSON."""
        told: dict[str, Any] = {"what": self.what, "why": self.why}
        return told if self.seconds is None else told | {"seconds": self.seconds}


class Pages:
    """`/healthz`, `/readyz`, `/metrics`. `house` is None until the program is put together."""

    def __init__(self, vitals: Vitals, town: Town, version: str, patience: int) -> None:
        """patience: the watchdog's, in seconds; 0 where there is none."""
        self._vitals = vitals
        self._town = town
        self._version = version
        self._stale = min(STALE_SECONDS, patience / 2) if patience else STALE_SECONDS
        self._looking = asyncio.Lock()
        self._looked: tuple[float, list[Reason]] | None = None
        self.house: House | None = None

    def app(self) -> Starlette:
        """The three of them."""
        return Starlette(
            routes=[
                Route("/healthz", self._health),
                Route("/readyz", self._ready),
                Route("/metrics", self._metrics),
            ]
        )

    async def _health(self, request: Request) -> Response:
        """The event loop goes round: that is all it says."""
        return PlainTextResponse("alive\n")

    async def _ready(self, request: Request) -> Response:
        reasons = await self.reasons()
        told = {"ready": not reasons, "reasons": [reason.told() for reason in reasons]}
        return JSONResponse(told, 503 if reasons else 200)

    async def _metrics(self, request: Request) -> Response:
        return Response(written(self._vitals, await self._read(), self._version), media_type=CONTENT_TYPE)

    async def reasons(self) -> list[Reason]:
        """Why nobody should rely on the program now; none when all is well."""
        house = self.house
        if house is None:
            return [Reason("program", "starting")]
        if self._vitals.stopping:
            return [Reason("program", "stopping")]
        silent = self._vitals.silent(self._stale)
        found = [Reason(part, "silent", round(age)) for part, age in sorted(silent.items())]
        if "rings" not in self._vitals.ages():
            found.append(Reason("rings", "starting"))
        return found + await self._of_database(house)

    async def _of_database(self, house: House) -> list[Reason]:
        """Whether it can be written to and has our schema, looked at every few seconds however many ask."""
        async with self._looking:
            now = asyncio.get_running_loop().time()
            if self._looked is None or now - self._looked[0] > _REMEMBERED:
                self._looked = now, await _look(house)
            return self._looked[1]

    async def _read(self) -> Gauges | None:
        """What the database tells; None when it does not."""
        if self.house is None:
            return None
        try:
            async with asyncio.timeout(_WAIT_SECONDS), self.house.database.reading() as work:
                return await gauges(work, self._town, self.house.clock.now())
        except (DatabaseAway, TimeoutError) as error:
            log.warning("the figures cannot be read: %s", type(error).__name__)
            return None


async def _look(house: House) -> list[Reason]:
    try:
        async with asyncio.timeout(_WAIT_SECONDS):
            async with house.database.adding() as work:
                await meta.note_look(work, house.clock.now())
            schema = await house.database.version()
    except TimeoutError:
        return [Reason("database", "busy", round(_WAIT_SECONDS))]
    except DatabaseAway:
        return [Reason("database", "not-writable")]
    return [] if schema == newest() else [Reason("database", "schema")]
