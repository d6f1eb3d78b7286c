"""Logs: a line an event, for people or for programs; the bot's token and other secrets never reach them.

Every line that an update causes bears its id: kept by intake, taken by a handler, what actions noted, what was sent.
"""

import json
import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import TextIO

from domain.phones import private

TEXT = "%(asctime)s %(levelname)s %(name)s%(about)s: %(message)s"

_TRACES = logging.Formatter()
_UPDATE: ContextVar[int | None] = ContextVar("update", default=None)


@contextmanager
def tracing(update_id: int | None) -> Iterator[None]:
    """What is logged meanwhile is that update's doing (None: nobody's, or the clock's)."""
    token = _UPDATE.set(update_id)
    try:
        yield
    finally:
        _UPDATE.reset(token)


class Tracing(logging.Filter):
    """Notes on each record the update that it is about: as `update`, and as `about` for people."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, marked."""
        update = _UPDATE.get()
        record.__dict__ |= {"update": update, "about": "" if update is None else f" [{update}]"}
        return True


class Redacting(logging.Filter):
    """Takes secrets out of whatever is logged, for libraries write addresses that hold them; masks people's numbers."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, cleaned."""
        text = record.getMessage()
        cleaned = self._cleaned(text)
        if cleaned != text:
            record.msg, record.args = cleaned, ()
        if record.exc_info:
            record.exc_text = self._cleaned(_TRACES.formatException(record.exc_info))
        return True

    def _cleaned(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return private(text)


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        told: dict[str, object] = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.__dict__.get("update") is not None:
            told["update"] = record.__dict__["update"]
        if record.exc_info:
            told["trace"] = record.exc_text or self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def writer(stream: TextIO, form: str, *secrets: str) -> logging.Handler:
    """What writes lines to a stream in that form (text or json), marked and cleaned."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(TEXT))
    handler.addFilter(Redacting(secrets))
    handler.addFilter(Tracing())
    return handler


def set_up(level: str, form: str, *secrets: str) -> None:
    """Log to the error stream; libraries that write addresses only when they have something to warn of."""
    logging.basicConfig(level=level.upper(), handlers=[writer(sys.stderr, form, *secrets)], force=True)
    for chatty in ("httpx", "httpcore", "aiohttp", "apscheduler", "telegram"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.captureWarnings(True)  # libraries say what stood in somebody's table
    sys.excepthook = _last_words


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What ends the program is told as any other line: without secrets, numbers masked."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger(__name__).critical("the program ends", exc_info=(kind, error, trace))
