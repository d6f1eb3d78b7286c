"""Updates and documents that nobody would send: made from good ones by a seeded hand."""

import copy
import io
import random
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from bot.routes import COMMANDS

Json = Any

_NUMBERS: Sequence[Json] = (0, -1, 1, 2**31, 2**53, 2**63 - 1, -(2**63), 10**12, 0.5, 1e308, True, False)
_STRANGE: Sequence[Json] = (*_NUMBERS, None, "", " ", "0", [], {}, [[]], [None], {"id": 1}, {"id": "x"})
_SAID = """
入户 排查 劝返 约 左右 户 人次 人 120 ３００ 三百 1.2万 -5 99999999999999999999 0 零报告 更正 追加
补报 2月5日 13月45日 昨天 黄溪村 东观社区 黄西村 全镇 确认 是 不是 忽略 完成 收到 有困难 任务 任务:
对象: 截止: 明天中午前 要照片 #接龙 #接 2. 第9999页 免报 停电 到2月9日 延时 跳过 看板 合计 移除 邀请
运维 负责人 , ， 。 : ： 、 ? （ ） 「 」 =1+1 +1+1 -2+3 @SUM(A1) =cmd|'/C_calc'!A0 <b>x</b>
<script> &amp; {{x}} %s%n \\ ' " ';-- _*[ 👍 👨‍👩‍👧‍👦 é ﬁ 𠮷 ① Ⅳ ½ ٣ 13800000001
110101199003074258 gw1.00000000.AAAA gw0.
"""
_MOST_TEXT = 4096
_UNSEEN = (
    "\n",
    "\r\n",
    "\t",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\u0000",
    "\u0007",
    "\ud83d",
    "{ $name }",
    "1 是 287",
    "1. 黄溪村 入户1户",
)
_WORDS: Sequence[str] = (*_SAID.split(), *_UNSEEN)
_PARTS = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml")
_ALL_PARTS = (*_PARTS, "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/styles.xml", "docProps/core.xml")
_VALUES = re.compile(r'(?<=")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
"""What stands between the quotes and the tags of XML."""
_IN_XML = """
0 -1 1 99999999999999999999 1e400 NaN INF 0.1 true None A1 ZZZ9999999 45000.5 -99999999 2026-02-30 s str inlineStr b e n
d f rId1 rId99 xl/worksheets/sheet1.xml ../../x / #REF! &#0; &lt; =1+1 编码 姓名 黄溪村
"""
_FOR_XML: Sequence[str] = (*_IN_XML.split(), "", " ", "x" * 3000)


class Mutator:
    """Makes strange updates out of good ones; the same from the same seed."""

    def __init__(self, chance: random.Random, good: Sequence[Json]) -> None:
        self._chance = chance
        self._good = good

    def update(self, number: int) -> Json:
        """The next update: a good one with other words, or with some places of it spoilt."""
        made = copy.deepcopy(self._chance.choice(self._good))
        way = self._chance.random()
        if way < 0.55:
            self._reword(made)
        if way > 0.4:
            for _ in range(self._chance.choice((1, 1, 1, 2, 3, 8))):
                made = self._spoil(made)
        return {**made, "update_id": number} if isinstance(made, dict) else {"update_id": number, "message": made}

    def text(self) -> str:
        """Some words: a command, a report or nothing of the kind."""
        words = [self._chance.choice(_WORDS) for _ in range(self._chance.choice((1, 1, 2, 3, 5, 8, 20, 60)))]
        said = self._chance.choice(("", " ", " ", "，")).join(words)
        if self._chance.random() < 0.4:
            command = self._chance.choice(COMMANDS)
            head = self._chance.choice([f"/{command.words[0]}", *command.words[1:]])
            said = head + self._chance.choice(("", " ", "\n", "@drill_bot ")) + said
        return (said * 300 if self._chance.random() < 0.005 else said)[:_MOST_TEXT]

    def _reword(self, update: Json) -> None:
        for holder in update.values():
            if isinstance(holder, dict):
                name = next((name for name in ("text", "caption", "data") if name in holder), None)
                if name == "data":
                    holder[name] = self._data(str(holder[name]))
                elif name:
                    holder[name] = self.text()

    def _data(self, data: str) -> str:
        """A button's data with one of its parts changed."""
        parts = data.split("/")
        spoilt = self._chance.choice(
            ["0", "-1", "999999999999999", "x", "", "是", "2026-02-30", "9" * 40, self.text()[:20]]
        )
        parts[self._chance.randrange(len(parts))] = spoilt
        return "/".join(parts)

    def _spoil(self, value: Json) -> Json:
        """The value with one place in it changed."""
        places = list(_places(value))
        if not places:
            return self._strange()
        holder, name = self._chance.choice(places)
        match self._chance.randrange(5):
            case 0 if isinstance(holder, dict):
                del holder[name]
            case 1:
                holder[name] = self._strange()
            case 2:
                other, there = self._chance.choice(places)
                holder[name] = copy.deepcopy(other.get(there) if isinstance(other, dict) else other[there])
            case 3 if isinstance(holder[name], str):
                holder[name] = self.text()
            case _:
                holder[name] = self._near(holder[name])
        return value

    def _strange(self) -> Json:
        """Something of another kind; a copy, for it may be spoilt further."""
        return copy.deepcopy(self._chance.choice(_STRANGE))

    def _near(self, value: Json) -> Json:
        """Something of the same kind, a little off."""
        if isinstance(value, bool):
            return not value
        if isinstance(value, int):
            return value + self._chance.choice((-1, 1, 1000, -(10**6), 86400 * 365 * 40))
        if isinstance(value, str) and value:
            cut = self._chance.randrange(len(value))
            return value[:cut] + self._chance.choice(_WORDS) + value[cut:]
        return [value] if isinstance(value, dict) else self._strange()

    def document(self, good: bytes) -> bytes:
        """A file with some of its bytes changed, cut, doubled or moved."""
        data = bytearray(good)
        for _ in range(self._chance.choice((1, 2, 5, 30))):
            at = self._chance.randrange(len(data) + 1)
            match self._chance.randrange(5):
                case 0:
                    data[at : at + 1] = bytes([self._chance.randrange(256)])
                case 1:
                    del data[at : at + self._chance.choice((1, 10, 1000))]
                case 2:
                    data[at:at] = data[: self._chance.choice((1, 50, 500))]
                case 3:
                    data[at:at] = self.text().encode("utf-8", "surrogatepass")
                case _:
                    data[at:at] = self._chance.choice(
                        (b"\x00", b"\xff\xfe", b"\r", b'"', b";", b"\t", b"\xef\xbb\xbf", b"\n" * 50)
                    )
        return bytes(data)

    def workbook(self, good: bytes) -> bytes:
        """A workbook with some of its parts changed inside of the zip, which is a whole one."""
        with zipfile.ZipFile(io.BytesIO(good)) as own:
            parts = {name: own.read(name) for name in own.namelist()}
        for _ in range(self._chance.choice((1, 1, 2, 4))):
            name = self._chance.choice([name for name in self._chance.choice((_PARTS, _ALL_PARTS)) if name in parts])
            parts[name] = self._chance.choice((self._revalued, self._revalued, self._moved, self.document))(parts[name])
        if self._chance.random() < 0.05:
            del parts[self._chance.choice(list(parts))]
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
            for name, part in parts.items():
                whole.writestr(name, part)
        return made.getvalue()

    def _revalued(self, part: bytes) -> bytes:
        """The XML with some of its values changed: still XML."""
        text = part.decode("utf-8", "replace")
        for _ in range(self._chance.choice((1, 1, 2, 5))):
            found = list(_VALUES.finditer(text))
            if found:
                start, end = self._chance.choice(found).span()
                text = text[:start] + self._chance.choice(_FOR_XML) + text[end:]
        return text.encode()

    def _moved(self, part: bytes) -> bytes:
        """The XML with one of its elements twice, or gone."""
        found = list(re.finditer(rb"<(\w+)[^<>]*/>|<(\w+)[^<>]*>[^<>]*</\2>", part))
        if not found:
            return part
        start, end = self._chance.choice(found).span()
        return part[:start] + part[start:end] * self._chance.choice((0, 0, 2, 300)) + part[end:]


def _places(value: Json) -> list[tuple[Any, Any]]:
    """Every place of a value that can be changed: its holder and its name there."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        names = list(holder) if isinstance(holder, dict) else range(len(holder)) if isinstance(holder, list) else ()
        for name in names:
            found.append((holder, name))
            waiting.append(holder[name])
    return found
