"""Phone numbers as people write them and as Telegram sends them, brought to one form: digits, without China's 86.

A Chinese mobile number has 11 digits and begins with 13 to 19, a landline begins with 0 (the national numbering plan,
工信部《电信网编号计划》); anything else is another country's and keeps its country code.
"""

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Any

from domain.patterns import regex

_MOBILE = regex(r"1[3-9]\d{9}")
_LANDLINE = regex(r"0\d{9,11}")
_ABROAD = regex(r"[1-9]\d{6,14}")
_WRITTEN = regex(r"\+?[\d\s().\-–—]+")

# In people's words: with a space, a hyphen, a point or brackets between the groups in which people write them.
_GAP = r"[ .\-–—()]{0,2}"
_SHORTEST = 10
_LEAST = Decimal(10**10)  # that has the digits of a mobile number
_IDENTITY_DIGITS = range(15, 20)
_LONG = regex(r"\d(?:\D{0,2}\d){9}")
_PHONE = regex(
    rf"(?<!\d)(?:(?:\+|00)?86{_GAP})?(?:"
    rf"(?:1[3-9]\d|\(1[3-9]\d\)){_GAP}(?:\d{{4}}{_GAP}\d{{4}}|\d{{3}}{_GAP}\d{{5}}|\d{{5}}{_GAP}\d{{3}})"
    rf"|1[3-9]\d\d{_GAP}(?:\d{{3}}{_GAP}\d{{4}}|\d{{4}}{_GAP}\d{{3}}))(?!\d)"
)
_IDENTITY = regex(
    rf"(?<!\d)[1-9]\d{{5}}{_GAP}(?:18|19|20)\d\d{_GAP}(?:0\d|1[0-2]){_GAP}[0-3]\d{_GAP}\d{{3}}{_GAP}[\dXx](?![\dA-Za-z])"
)
_LANDLINE_IN_WORDS = regex(rf"(?<!\d)(?:0\d{{2,3}}|\(0\d{{2,3}}\)){_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)")
_ACCOUNT = regex(r"(?<!\d)(?:\d{15,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?)(?!\d)")


def digits_of(phone: str) -> str:
    """The number's digits without spaces, signs, 00 or 86: what a contact card and the roster are compared by."""
    written = unicodedata.normalize("NFKC", phone)
    digits = "".join(sign for sign in written if sign.isdigit()).removeprefix("00")
    home = digits.removeprefix("86")
    return home if home != digits and (_MOBILE.fullmatch(home) or _LANDLINE.fullmatch(f"0{home}")) else digits


def read_phone(cell: str) -> str | None:
    """The number that somebody wrote, in its one form; None when it cannot be one.

    A number without + must be a Chinese one: a digit too many is a slip, not another country.
    """
    written = unicodedata.normalize("NFKC", cell).strip()
    if not _WRITTEN.fullmatch(written):
        return None
    digits = digits_of(written)
    if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits):
        return digits
    abroad = written.startswith(("+", "00")) and not digits.startswith("86")
    return digits if abroad and _ABROAD.fullmatch(digits) else None


def masked(phone: str) -> str:
    """The number as it may stand on a list: its head and its tail."""
    return f"{phone[:3]}****{phone[-4:]}" if len(phone) > 8 else "****"


def somebodys(value: Decimal) -> bool:
    """Whether a figure is no figure but somebody's telephone, identity or account number."""
    if abs(value) < _LEAST:
        return False
    digits = str(abs(value).to_integral_value())
    return bool(_MOBILE.fullmatch(digits)) or len(digits) in _IDENTITY_DIGITS


def private(text: str) -> str:
    """The text with telephone, identity and account numbers masked, however they are written: head and tail stay."""
    return _masked(text, _IDENTITY, _PHONE, _LANDLINE_IN_WORDS, _ACCOUNT)


def private_in(value: Any) -> Any:
    """A value of JSON with the numbers in all its texts masked."""
    if isinstance(value, str):
        return private(value)
    if isinstance(value, list):
        return [private_in(part) for part in value]
    if isinstance(value, dict):
        return {key: private_in(part) for key, part in value.items()}
    return value


def without_identities(text: str) -> str:
    """The text with identity and account numbers masked; telephone numbers stay, that people may be called."""
    return _masked(text, _IDENTITY, _ACCOUNT)


def _masked(text: str, *patterns: re.Pattern[str]) -> str:
    if len(text) < _SHORTEST or _LONG.search(plain := _narrow(text)) is None:
        return text
    for pattern in patterns:
        for found in reversed(list(pattern.finditer(plain))):
            start, end = found.span()
            shown = _head_and_tail(found[0])
            text, plain = text[:start] + shown + text[end:], plain[:start] + shown + plain[end:]
    return text


def _head_and_tail(written: str) -> str:
    digits = re.sub(r"[^\dXx]", "", written)
    return masked(digits[-11:] if _MOBILE.fullmatch(digits[-11:]) and len(digits) < 16 else digits)


def _narrow(text: str) -> str:
    """The text with wide digits and signs as the narrow ones, each in its place."""
    return text if text.isascii() else "".join(map(_narrow_sign, text))


@cache
def _narrow_sign(sign: str) -> str:
    if sign.isdecimal():
        return str(unicodedata.digit(sign))
    narrow = unicodedata.normalize("NFKC", sign)
    return narrow if len(narrow) == 1 else sign
