"""Phone numbers as people write them and as Telegram sends them, brought to one form: digits, without China's 86.

A Chinese mobile number has 11 digits and begins with 13 to 19, a landline begins with 0 (the national numbering plan,
工信部《电信网编号计划》); anything else is another country's and keeps its country code.
"""

import re
import unicodedata

from domain.patterns import regex

_MOBILE = regex(r"1[3-9]\d{9}")
_LANDLINE = regex(r"0\d{9,11}")
_ABROAD = regex(r"[1-9]\d{6,14}")
_WRITTEN = regex(r"\+?[\d\s().\-–—]+")

_PHONE = regex(r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
_IDENTITY = regex(r"(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)")
_BANK_OR_LANDLINE = regex(r"(?<!\d)(?:0\d{2,3}[ -]?\d{7,8}|\d{15,19})(?!\d)")


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


def private(text: str) -> str:
    """The text with telephone, identity and account numbers masked: head and tail alone stay."""
    for pattern in (_IDENTITY, _PHONE, _BANK_OR_LANDLINE):
        text = pattern.sub(lambda found: masked(re.sub(r"[ -]", "", found[0])), text)
    return text
