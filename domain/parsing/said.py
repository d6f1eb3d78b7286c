"""Stage 6: what was said so far of one unit, and what one more figure makes of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name
from domain.parsing.numbers import Number
from domain.parsing.pairing import Choice, converted
from domain.parsing.sayings import Entry, Gathered, Unknown
from domain.parsing.scopes import Item, Mark, Scope, scopes
from domain.patterns import regex

# 返乡2人已隔离满14天: they did not come today
_LASTING = regex(r"(?:都|均|已经?|也)*(?:还在|仍在|一直在|[一-鿿]{0,4}满(?:了)?\d{1,2}天)")
_ABOUT_BEFORE = regex(r"(?:大约|大概|大致|约莫?|将近|接近|近|差不多|估计|可能|好像|至少|起码|超过?|不到|不足)\Z")
LONGEST_OPENING = 80
_STOP = regex(r"[\n。;!?,、()]")
_LISTED = regex(r"[、,/]?(?:和|及|与|以及|还有)?")
_WITH = regex(r"、|和|及|与|以及")
_PARTED = regex(r"[,;。\n]")


@lru_cache(maxsize=4)
def _clauses(text: str) -> list[int]:
    """The places where clauses begin."""
    return [0, *(m.end() for m in _STOP.finditer(text))]


class Said:
    """What was said so far: the figures, the names that wait for one, and what holds for the next."""

    def __init__(
        self,
        folded: Folded,
        items: Sequence[Item],
        names: Sequence[Name],
        marks: Sequence[Mark],
        ready: Lexicon,
        start: int,
        heading: Name | None,
        *,
        late: bool,
    ) -> None:
        self.folded, self.text, self.items, self.ready = folded, folded.text, items, ready
        self.start, self.heading, self.late = start, heading, late
        self.scope = scopes(self.text, items, late=late)
        self.names, self.marks = names, marks  # of the items
        self.totals = [m.start for m in self.marks if m.kind == "total"]
        self.correcting = [m.start for m in self.marks if m.kind == "correct"]
        self.out = Gathered()
        # names that wait for a number; the last pairs; places that need no more attention
        self.waiting: list[Name] = []
        self.last: list[tuple[Name | None, Entry]] = []
        self.done: set[int] = set()
        self.head: Name | None = None
        self.ended: dict[str, int] = {}
        self.moving, self.moved_end = False, 0
        self.withdrawn = 0  # where the last figure that does not count ends
        self.heap = False
        self.opening_names = {i.start for i in self.names}

    def add(
        self, code: str, name: Name | None, choice: Choice, scope: Scope, *, change: bool = False, listed: bool = False
    ) -> None:
        number = choice.number
        spanned = name if name and name.start >= self.start else None
        start = min(number.start, spanned.start) if spanned else number.start
        end = max(number.end, spanned.end) if spanned and spanned.start > number.start else number.end
        if scope.about:
            start, end = self.with_doubt(start, end)
        flow = self.ready.form.indicator(code).kind == "flow"
        total, listed_under = self.totalled(scope, start, flow=flow)
        entry = Entry(
            code=code,
            value=converted(number, code, self.ready),
            start=start,
            end=end,
            why=choice.how,
            total=total,
            about=scope.about,
            fits=choice.fits,
            sub=scope.sub or listed,
            sum=scope.sum,
            change=change and not total and not flow,
            corrected=self.corrected(code, number),
            listed=listed,
            each=scope.each and not choice.spread,
            torn=choice.torn
            or self.heap
            or listed_under
            or (flow and _LASTING.match(self.text, number.end) is not None),
            weak=self.weak(name, number, choice, loose=listed),
        )
        self.ended[code] = max(entry.end, self.ended.get(code, 0))
        if self.moving and _WITH.fullmatch(self.text, self.moved_end, start):
            self.moved_end = entry.end  # 发放口罩200个、宣传单300份、酒精10升
        self.replace_misfit(entry, number)
        self.out.entries.append(entry)
        self.last.append((name, entry))

    def with_doubt(self, start: int, end: int) -> tuple[int, int]:
        """The stretch with the words that make its figure an about-number (约300人劝返, 300人左右)."""
        before = _ABOUT_BEFORE.search(self.text, max(0, start - 3), start)
        behind = words.ABOUT_BEHIND.match(self.text, end)
        return before.start() if before else start, behind.end() if behind else end

    def totalled(self, scope: Scope, start: int, *, flow: bool) -> tuple[bool, bool]:
        """Whether a figure is a running total, and whether that is in doubt.

        A stock has none but the one called so: `累计返乡45人，居家隔离2人` tells its level. In a list (、) it is asked.
        """
        if flow or not scope.total or scope.bare_total:
            return scope.total or (scope.soft and flow), False
        since = self.last[-1][1] if self.last else None
        place = bisect_left(self.totals, since.end if since else 0)
        called = place < len(self.totals) and self.totals[place] < start
        joined = since is not None and since.total and _WITH.fullmatch(self.text, since.end, start) is not None
        return called or joined, joined and not called

    def weak(self, name: Name | None, number: Number, choice: Choice, *, loose: bool) -> bool:
        """Whether only a bent reading makes a report's figure of it, so that chat may be meant."""
        vague = number.han and (number.measure is None or number.measure in self.ready.common)
        return name is None or choice.how == "right" or loose or vague

    def is_moved(self, name: Name, number: Number, middle: str) -> bool:
        """Whether a thing is given, taken or wanted rather than in store; so are those listed behind it."""
        start = min(name.start, number.start)
        before = self.text[self.since_other(self.clause_start(start), start) : start]
        said = self.last[-1][1].end if self.last else 0
        if words.LEFT_OVER.search(self.text[max(said, start - len(before)) : start] + middle + name.word):
            self.moving = False
            return False
        moved = words.MOVED.search(before) or words.MOVED_MID.search(middle) or words.MOVED_CLAUSE.search(before)
        if not moved and number.end not in self.opening_names:
            moved = words.MOVED_BEHIND.match(self.text, number.end)
        joined = self.moving and _LISTED.fullmatch(self.text, self.moved_end, start)
        self.moving = bool(moved or joined or self.given_with(start))
        self.moved_end = number.end
        return self.moving

    def given_with(self, start: int) -> bool:
        """`发放宣传单500份、口罩200只`: what is joined to a thing handed out is handed out too."""
        name, entry = self.last[-1] if self.last else (None, None)
        if name is None or entry is None or not words.MOVED_CLAUSE.match(name.word):
            return False
        # where all items are parted alike the sign joins nothing
        return bool(_WITH.fullmatch(self.text, entry.end, start)) and (
            self.text.count("、") <= len(_PARTED.findall(self.text))
        )

    def since_other(self, clause: int, start: int) -> int:
        """Where the words begin that can be of the thing at `start`: behind what is of no store, or was not moved."""
        for _, entry in reversed(self.last[-2:]):
            if clause < entry.end <= start and not (self.moving and self.ready.form.indicator(entry.code).store):
                return entry.end
        return clause

    def replace_misfit(self, entry: Entry, number: Number) -> None:
        """`解除隔离3户8人`: the figure whose measure did not suit gives way to the one that does."""
        before = self.out.entries[-1] if self.out.entries else None
        if before and before.code == entry.code and entry.fits and not before.fits and before.end == number.start:
            self.out.entries.pop()

    def corrected(self, code: str, number: Number) -> bool:
        """Whether a correcting word stands between this and the value before it of the same indicator."""
        since = self.ended.get(code)
        return since is not None and any(since <= c < number.start for c in self.correcting)

    def clause_start(self, place: int) -> int:
        """Where the clause that holds this place begins, at most some eighty signs back."""
        clauses = _clauses(self.text)
        start = clauses[bisect_right(clauses, place) - 1]
        return max(start, place - LONGEST_OPENING)

    def opening(self, number: Number) -> str:
        """The clause's words before the number."""
        return self.text[self.clause_start(number.start) : number.start]

    def ask(self, number: Number, name: Name | None, of: Entry | None = None) -> None:
        if number.value != 0:
            start = self.clause_start(number.start)
            named = name is not None and bool(name.codes)
            self.out.unknown.append(
                Unknown(
                    start,
                    max(number.end, name.end if name else 0),
                    number.value,
                    of,
                    named,
                    self.scope[number.start].sub,
                )
            )
