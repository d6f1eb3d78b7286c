"""Logs: a line an event, for people or for programs; the bot's token never reaches them."""

import json
import logging
import sys

TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Redacting(logging.Filter):
    """Takes the token out of whatever is logged: libraries write addresses that hold it."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, cleaned."""
        text = record.getMessage()
        if self._token and self._token in text:
            record.msg, record.args = text.replace(self._token, "<token>"), ()
        return True


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The record as JSON."""
        told = {
            "at": self.formatTime(record),
            "level": record.levelname,
            "from": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)


def set_up(level: str, form: str, token: str) -> None:
    """Log to the error stream; libraries that write addresses only when they have something to warn of."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if form == "json" else logging.Formatter(TEXT))
    handler.addFilter(Redacting(token))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for chatty in ("httpx", "httpcore", "aiohttp", "apscheduler", "telegram"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
