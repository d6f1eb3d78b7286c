"""What is told of days under faults: one line a kind with its limit, and whatever was wrong by its name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from drill.play import Drill, Outcome
from tests.faults.account import Account
from tests.faults.copies import CUT, IN_FLIGHT, Copies
from tests.faults.harm import Toll


@dataclass(frozen=True)
class Day:
    """A day that was played under faults."""

    drill: Drill
    outcome: Outcome
    toll: Toll
    account: Account
    seconds: float
    log: str


@dataclass(frozen=True)
class Line:
    """A line of the result; without a limit it is told and not judged."""

    what: str
    found: float
    limit: float | None
    at_least: bool = False

    @property
    def good(self) -> bool:
        if self.limit is None:
            return True
        return self.found >= self.limit if self.at_least else self.found <= self.limit

    def __str__(self) -> str:
        if self.limit is None:
            return f"    {self.what:<62} {_plain(self.found):>7}   told, not judged"
        limit = f"{'>=' if self.at_least else '<='} {_plain(self.limit)}"
        return f"{'ok ' if self.good else 'BAD'} {self.what:<62} {_plain(self.found):>7}   limit {limit}"


def _plain(figure: float) -> str:
    return f"{figure:.0f}" if figure == int(figure) else f"{figure:.1f}"


def done_to_the_line(days: Sequence[Day], kinds: Sequence[str]) -> list[Line]:
    """What the line to Telegram did: each kind at least once."""
    fired: Counter[str] = Counter()
    for day in days:
        for (_, kind), times in day.drill.telegram.faults.fired.items():
            fired[kind] += times
    return [Line(f"line: {kind}", fired[kind], 1, at_least=True) for kind in kinds]


def came_of_it(days: Sequence[Day]) -> list[Line]:
    """What came of it."""
    accounts = [day.account for day in days]
    reports = sum(len(day.drill.ledger.reports()) for day in days)
    return [
        Line("updates confirmed to Telegram and not kept", sum(len(one.unkept) for one in accounts), 0),
        Line(f"reports sent and not counted, of {reports}", sum(len(one.uncounted) for one in accounts), 0),
        Line("values wrong", sum(len(one.wrong) for one in accounts), 0),
        Line("states, times, questions, tasks otherwise", sum(len(one.otherwise) for one in accounts), 0),
        Line("steps missed, doubled or too early", sum(len(one.steps) for one in accounts), 0),
        Line("orders not delivered", sum(len(one.undelivered) for one in accounts), 0),
        Line("messages not sent that could be", sum(len(one.unsent) for one in accounts), 0),
        *copies_told([one.copies for one in accounts]),
        Line("429 by the limits", sum(day.drill.telegram.counts.too_many for day in days), None),
    ]


def copies_told(sorted_out: Sequence[Copies]) -> list[Line]:
    """What stands twice, by reason; judged is what its key's own calls do not explain."""
    doubled = [copy.why for one in sorted_out for copy in one.doubled]
    beyond = [copy.why for one in sorted_out for copy in one.beyond]
    return [
        Line("messages twice: in flight at a kill", doubled.count(IN_FLIGHT), None),
        Line("  beyond the kills that their key was in flight at", beyond.count(IN_FLIGHT), 0),
        Line("messages twice: answer cut, fate unknown by the protocol", doubled.count(CUT), None),
        Line("  beyond the times that their key was handed over again", beyond.count(CUT), 0),
        Line(
            "messages once, cut or in flight, and given up as unsure", sum(len(one.unsure) for one in sorted_out), None
        ),
        Line("messages twice for no such reason", sum(len(one.unexplained) for one in sorted_out), 0),
    ]


def tell(days: Sequence[Day], lines: Sequence[Line]) -> None:
    """All lines; what was wrong, and what stands twice, each by name."""
    for day in days:
        named = {
            "not kept": day.account.unkept,
            "not counted": day.account.uncounted,
            "wrong": day.account.wrong,
            "otherwise": day.account.otherwise,
            "step": day.account.steps,
            "not delivered": day.account.undelivered,
            "not sent": day.account.unsent,
            "unexplained": [stray.told for stray in day.account.copies.unexplained],
        }
        print(f"\nday {day.drill.setting.seed}: {day.seconds:.0f} s, {dict(day.toll.done)}")
        for kind, found in named.items():
            for one in found:
                print(f"  {kind}: {one}")
        copies = day.account.copies
        for kind, some in {"twice": copies.doubled, "BEYOND": copies.beyond, "given up unsure": copies.unsure}.items():
            for copy in some:
                print(f"  {kind} ({copy.why}): {copy.key}  {copy.text}")
    print()
    for line in lines:
        print(line)
