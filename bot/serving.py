"""A small HTTP server inside of the program's own event loop: for pages for machines, and for a webhook.

Loaded only where it is asked for.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

import uvicorn
from starlette.applications import Starlette

from domain.errors import NotPossible

BACKLOG = 2048
_SECONDS_TO_END = 5


class _Server(uvicorn.Server):
    """Signals are the program's own business, not its server's."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@contextlib.asynccontextmanager
async def serving(app: Starlette, host: str, port: int) -> AsyncIterator[str]:
    """Serve the app there (port 0: any free one) for as long as the block lasts; its address, http://host:port.

    NotPossible when the place is taken or not ours.
    """
    listening = _listen(host, port)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        http="h11",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    server = _Server(config)
    running = asyncio.create_task(server.serve([listening]), name="pages")
    try:
        shown = f"[{host}]" if ":" in host else host
        yield f"http://{shown}:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await running


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket; connections wait in it until the server takes them."""
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=BACKLOG
        )
    except OSError as error:
        raise NotPossible("cli-cannot-listen", place=f"{host}:{port}", reason=error.strerror or str(error)) from None
