"""Texts in a third of their room: JSON that is over and seldom read again, and whatever is sealed.

DEFLATE (RFC 1951) with a dictionary of what such texts are made of, for each of them is too short to repeat itself;
base 85, so that it stays a text in both databases.
"""

import base64
import zlib

_MARK = "z1 "
_USUAL = (
    '{"update_id": 100000000, "edited_message": {"callback_query": {"message": {"message_id": 1000, "from": {"id": '
    '100000000, "is_bot": false, "first_name": "", "last_name": "", "username": "", "language_code": "zh-hans"}, '
    '"chat": {"id": -100100000000, "title": "", "type": "supergroup", "first_name": "", "type": "private"}, '
    '"date": 1770000000, "reply_to_message": {"entities": [{"offset": 0, "length": 0, "type": "bot_command"}], "text": '
    '"村社区月日日报\\n1、入户户，2、排查人，返乡，劝返人次；居家隔离：测温检查车辆台次消毒处宣传单份合计"}}'
    '{"chat":1,"day":"2026-01-01","key":"board/1/2026-01-01/1","edit":true}[[["button-refresh","board/refresh",{}],'
    '["button-units","units/open",{}]]]{"unit":"","close":"16:00","minutes":30,"items":0}[[["button-form","form/start",{}'
    ']],[["button-zero","zero/2026-01-01/1",{}],["button-excuse-me","excuse/ask/2026-01-01/1",{}]]]'
    '[[["button-show-all","mine/show/2026-01-01/1",{}],["button-correct","mine/fix/2026-01-01/1",{}]]]'
    '{"lines":[{"unit":"村","day":"2026-01-01","today":true,"at":"15:00","at_day":"","late":false,"zero":false,"figures":'
    '[["households_visited",10],["people_screened",10],["returnees",1],["home_isolation",1],["temperature_checks",10],'
    '["vehicles_checked",10],["disinfected_sites",1],["leaflets",10]],"cumulative":[],"texts":[],"asked":0,"read_as":[]}'
    '],"proxy":""}'
).encode()
"""Never to be changed: what was packed with it could not be read any more. Another one needs another mark."""


_WINDOW = -13
_MEMORY = 6
"""8 KB each: what zlib takes by itself is ten times as long in being made ready as such a text is in being packed."""


def deflated(text: bytes) -> bytes:
    """In its short form, which may be longer where the text is none of ours."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, _WINDOW, _MEMORY, zdict=_USUAL)
    return squeeze.compress(text) + squeeze.flush()


def inflated(short: bytes) -> bytes:
    """The text as it was; zlib.error when that is no short form."""
    return zlib.decompressobj(-zlib.MAX_WBITS, zdict=_USUAL).decompress(short)


def packed(text: str) -> str:
    """The JSON in its short form; as it is where that is no shorter."""
    short = _MARK + base64.b85encode(deflated(text.encode())).decode()
    return short if len(short) < len(text.encode()) else text


def unpacked(text: str) -> str:
    """The JSON as it was, packed or not."""
    return inflated(base64.b85decode(text.removeprefix(_MARK))).decode() if text.startswith(_MARK) else text
