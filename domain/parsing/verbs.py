"""Stage 6: figures that no name goes with, but a verb of the form's (跑了47户)."""

import re
from bisect import bisect_left
from functools import cache

from domain.parsing.numbers import Number
from domain.parsing.pairing import Choice
from domain.parsing.said import Said
from domain.parsing.scopes import Scope


@cache
def _verb_before(word: str) -> re.Pattern[str]:
    return re.compile(
        rf"{re.escape(word)}(?:了|过|的|完了?|到|出|遍)*(?:人员|党员|干部|力量|队员)*(?:有|共|一共|总共|大概|约)*$"
    )


@cache
def _verb_behind(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?:从?[一-鿿]{{0,4}})?{re.escape(word)}")


class Verbs(Said):
    """Verbs that with their measure leave one reading."""

    def verb(self, number: Number, scope: Scope) -> bool:
        """`跑了47户`, `外省回来的4个`: a verb that with this measure leaves one reading."""
        opening, behind = self.unnamed(number)
        if number.measure is None or not self.ready.verbs.search(opening[-16:] + "|" + behind):
            return False
        found = {
            self.with_part(opening, word, code) or code
            for word, codes in self.ready.loose.items()
            if _verb_before(word).search(opening[-16:]) or _verb_behind(word).match(behind)
            for code in codes
            if self.ready.fits(code, number.measure) in (0, 1)
            and (len(word) > 1 or number.measure not in self.ready.common)
        }
        if len(found) != 1:
            return False
        code = found.pop()
        self.add(code, None, Choice(number, None, "left", code), scope)
        return True

    def unnamed(self, number: Number) -> tuple[str, str]:
        """The clause's words before the number and the words behind it, as far as no name of the form stands there."""
        start, end = self.clause_start(number.start), number.end + 8
        place = bisect_left(self.names, number.start, key=lambda n: n.start)
        for name in self.names[max(0, place - 1) : place + 4]:
            if start < name.end <= number.start:
                start = name.end
            elif number.end <= name.start < end:
                end = name.start
        return self.text[start : number.start], self.text[number.end : end]

    def with_part(self, opening: str, word: str, code: str) -> str | None:
        """`武汉回来的1个`: what stands before the verb makes with the indicator's own word a name of the form."""
        before = opening.partition(word)[0]
        return next((other for part, other in self.ready.parts[code] if before.endswith(part)), None)
