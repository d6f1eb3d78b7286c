"""A request's arguments, read the way Telegram's server reads them, with its complaints."""

import json
from dataclasses import dataclass, field
from typing import Any

from drill.server.entities import MAX_CAPTION, MAX_TEXT, found_entities, trimmed
from drill.server.errors import Json, bad_request
from drill.server.html import parse_html


@dataclass(frozen=True)
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    mime: str | None


@dataclass(frozen=True)
class Arguments:
    """All arguments as text, as Telegram's server has them: JSON values that are not text are written out again."""

    values: dict[str, str] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The argument, or "" without one."""
        return self.values.get(name, "")

    def flag(self, name: str) -> bool:
        """Whether the argument says yes."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def number(self, name: str, default: int = 0) -> int:
        """The whole number that the argument begins with; `default` without one."""
        try:
            return int(float(self.text(name)))
        except ValueError:
            return default

    def tree(self, name: str, what: str) -> Any:
        """The argument as JSON, None without one; ApiError 400 that names `what` when it is none."""
        raw = self.text(name)
        if not raw:
            return None
        try:
            return json.loads(raw)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def words(self, name: str = "text", limit: int = MAX_TEXT) -> tuple[str, list[Json]]:
        """Text and entities by `parse_mode` or `entities`; ApiError 400 on bad markup, or more than `limit` signs."""
        marks = "entities" if name == "text" else f"{name}_entities"
        text, entities = self._parsed(self.text(name), marks)
        text, entities = trimmed(text.replace("\r", ""), entities)
        if len(text) > limit:
            raise bad_request("message is too long" if name == "text" else "message caption is too long")
        return text, found_entities(text, entities)

    def caption(self) -> tuple[str | None, list[Json]]:
        """Caption and entities; None without one."""
        text, entities = self.words("caption", MAX_CAPTION)
        return text or None, entities

    def _parsed(self, raw: str, marks: str) -> tuple[str, list[Json]]:
        mode = self.text("parse_mode").strip().lower()
        if mode == "html":
            return parse_html(raw)
        if mode not in ("", "none"):
            raise bad_request(f"unsupported parse_mode ({mode}): the drill reads HTML only")
        given = self.tree(marks, "entities") or []
        if not isinstance(given, list) or not all(_is_entity(e) for e in given):
            raise bad_request("can't parse entities: wrong MessageEntity")
        return raw, given


def _is_entity(entity: Any) -> bool:
    return isinstance(entity, dict) and all(
        isinstance(entity.get(key), kind) for key, kind in (("type", str), ("offset", int), ("length", int))
    )


def written(value: Any) -> str:
    """A JSON body's value as the text that a form would carry."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False)
