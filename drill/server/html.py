"""Telegram's HTML: markup in, plain text and entities out, and its complaints about bad markup.

The tags and the wording of the complaints follow the Bot API's "HTML style" and tdlib's parser. Offsets and lengths
count UTF-16 units, byte offsets in complaints count UTF-8 bytes.
"""

import html
import re
from dataclasses import dataclass

from drill.server.errors import ApiError, Json, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
_ENTITY = re.compile(r"&(?:#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|lt|gt|amp|quot);")
_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)\s*(?:=\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.\-]+))?""")


def units(text: str) -> int:
    """Length in UTF-16 units, Telegram's measure for entities."""
    return len(text) + sum(ord(c) > 0xFFFF for c in text)


@dataclass
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str]


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if self.source[self.at] == "<":
                self._tag()
            else:
                self._words()
        if self.open:
            raise _bad(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda e: (e["offset"], -e["length"]))
        return "".join(self.text), self.entities

    def _words(self) -> None:
        end = self.source.find("<", self.at)
        end = len(self.source) if end < 0 else end
        words = _ENTITY.sub(lambda m: html.unescape(m.group()), self.source[self.at : end])
        self.text.append(words)
        self.length += units(words)
        self.at = end

    def _tag(self) -> None:
        begin = self.at
        if self.source.startswith("</", begin):
            self._close(begin)
        else:
            self._start(begin)

    def _start(self, begin: int) -> None:
        name = _match(_NAME, self.source, begin + 1)
        if begin + 1 + len(name) >= len(self.source):
            raise self._at(begin, "Unclosed start tag")
        tag = name.lower()
        if tag not in TAGS:
            raise self._at(begin, f'Unsupported start tag "{tag}"')
        self.at = begin + 1 + len(name)
        attributes = self._attributes(begin, tag)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._at(begin, 'Tag "span" must have class "tg-spoiler"')
        self.open.append(_Open(tag, self.length, attributes))

    def _attributes(self, begin: int, tag: str) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            while self.at < len(self.source) and self.source[self.at].isspace():
                self.at += 1
            if self.at >= len(self.source):
                raise self._at(begin, "Unclosed start tag")
            if self.source[self.at] == ">":
                self.at += 1
                return found
            match = _ATTRIBUTE.match(self.source, self.at)
            if match is None:
                raise self._at(begin, f'Empty attribute name in the tag "{tag}"')
            value = match.group(2) or ""
            found[match.group(1).lower()] = html.unescape(value.strip("\"'"))
            self.at = match.end()

    def _close(self, begin: int) -> None:
        if not self.open:
            raise self._at(begin, "Unexpected end tag")
        name = _match(_NAME, self.source, begin + 2)
        end = self.source.find(">", begin + 2 + len(name))
        if end < 0 or self.source[begin + 2 + len(name) : end].strip():
            raise self._at(begin, "Unclosed end tag")
        opened = self.open.pop()
        if name and name.lower() != opened.tag:
            raise _bad(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{name.lower()}>"'
            )
        self.at = end + 1
        self._entity(opened)

    def _entity(self, opened: _Open) -> None:
        length = self.length - opened.offset
        if not length:
            return
        entity: Json = {"offset": opened.offset, "length": length, "type": TAGS[opened.tag]}
        if opened.tag == "a":
            url = opened.attributes.get("href") or "".join(self.text)[-length:]
            if "." not in url and ":" not in url:
                return
            entity["url"] = url
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        elif opened.tag == "code" and opened.attributes.get("class", "").startswith("language-"):
            entity = {**entity, "type": "pre", "language": opened.attributes["class"][9:]}
        self.entities.append(entity)

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _at(self, position: int, what: str) -> ApiError:
        return _bad(f"{what} at byte offset {self._bytes(position)}")


def _match(pattern: re.Pattern[str], text: str, position: int) -> str:
    found = pattern.match(text, position)
    return found.group() if found else ""


def _bad(what: str) -> ApiError:
    return bad_request(f"can't parse entities: {what}")


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Plain text and its entities, sorted; ApiError 400 in Telegram's words when the markup is bad."""
    return _Parser(source).parse()
