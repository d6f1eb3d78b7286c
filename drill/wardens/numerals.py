"""How people write a number: digits, wide digits, commas, Chinese numerals, 万 and 千. All exact."""

from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_WIDE = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_CIRCLED = ("0️⃣", "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟")


def plain(value: Decimal) -> str:
    """`120`, `32.5`."""
    return str(int(value)) if value == value.to_integral_value() else f"{value.normalize():f}"


def commas(value: Decimal) -> str:
    """`1,206`; a decimal stays plain."""
    return f"{int(value):,}" if value == value.to_integral_value() else plain(value)


def wide(text: str) -> str:
    """The same text in full-width digits, commas and points."""
    return text.translate(_WIDE)


def keycap(place: int) -> str:
    """The emoji for a list number; above ten the figure with a point."""
    return _CIRCLED[place] if place < len(_CIRCLED) else f"{place}."


def rounded_words(value: Decimal) -> str:
    """`1.2万`, `3千` where that is exact and short, else the plain figure."""
    for word, size in (("万", 10000), ("千", 1000)):
        share = value / size
        if share >= 1 and share == round(share, 1) and (word == "万" or share < 10):
            return plain(share) + word
    return plain(value)


def han(value: Decimal) -> str:
    """A whole number below 100 million in Chinese numerals: 一百二十, 两千零五, 一万二千; a decimal stays plain."""
    if value != value.to_integral_value():
        return plain(value)
    number = int(value)
    if number < 10000:
        return _below_ten_thousand(number)
    high, low = divmod(number, 10000)
    gap = "零" if 0 < low < 1000 else ""
    tail = _below_ten_thousand(low, inner=True) if low else ""
    return f"{_below_ten_thousand(high)}万{gap}{tail}"


def counted(value: Decimal) -> str:
    """Like `han`, for a number that stands before a measure: two is 两."""
    return "两" if value == 2 else han(value)


def _below_ten_thousand(number: int, inner: bool = False) -> str:
    if number < 10:
        return _DIGITS[number]
    if number < 20 and not inner:
        return "十" + (_DIGITS[number - 10] if number > 10 else "")
    written, started = "", False
    gap = False
    for word, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, size)
        if digit:
            written += ("零" if gap and started else "") + _digit_before(digit, word) + word
            started, gap = True, False
        else:
            gap = True
    return written


def _digit_before(digit: int, word: str) -> str:
    return "两" if digit == 2 and word == "千" else _DIGITS[digit]


def han_date(month: int, day: int) -> str:
    """`二月六日`."""
    return f"{han(Decimal(month))}月{han(Decimal(day))}日"
