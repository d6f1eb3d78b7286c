"""What a newcomer watches: the hour, n of 58, what the command chat sees; lines where there is no terminal."""

from types import TracebackType

from rich.columns import Columns
from rich.console import Console, Group
from rich.live import Live
from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from drill.play import ZONE, Drill
from drill.server.telegram import Message
from drill.wardens.acts import COMMAND
from drill.wardens.ledger import UnitTruth
from texts.catalogue import Words

SIGNS = {"reported": "✅", "questions": "❓", "silent": "⏳", "excused": "➖"}
LAST_MESSAGES = 3
LINES_A_MESSAGE = 9


class Display:
    """Shows a drill under way; `watch` is what the drill calls."""

    def __init__(self, words: Words, console: Console | None = None) -> None:
        self._words = words
        self._console = console or Console()
        self._live = Live(console=self._console, refresh_per_second=4, transient=False)
        self._told: set[int] = set()
        self._hour = -1
        self._page_told = False

    def __enter__(self) -> "Display":
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._console.is_terminal:
            self._live.stop()

    def watch(self, drill: Drill) -> None:
        """Show how things stand."""
        if self._console.is_terminal:
            self._live.update(self._screen(drill))
            return
        if not self._page_told:
            self._console.print(self._page(drill), highlight=False)
            self._page_told = True
        self._say_line(drill)

    def _page(self, drill: Drill) -> str:
        return self._words.say("drill-page", url=drill.url)

    def _screen(self, drill: Drill) -> Group:
        units = drill.ledger.units()
        answered = [one for one in units.values() if one.first_at is not None]
        head = Table.grid(padding=(0, 2))
        head.add_row(
            Text(f"{drill.clock.now().astimezone(ZONE):%H:%M}", style="bold cyan"),
            Text(self._words.say("drill-progress", reported=len(answered), units=len(units)), style="bold"),
            ProgressBar(total=len(units), completed=len(answered), width=40),
            Text(self._counts(drill), style="dim"),
        )
        signs = Columns([_sign(one) for one in units.values()], padding=(0, 0), equal=True)
        said = [Panel(_clip(m.words), border_style="dim") for m in _newest(drill)]
        page = Text(self._page(drill), style="dim")
        return Group(page, head, signs, Text(self._words.say("drill-command-chat"), style="bold"), *said)

    def _counts(self, drill: Drill) -> str:
        counts = drill.telegram.counts
        return self._words.say(
            "drill-counts", sent=sum(counts.sends.values()), refused=counts.too_many, kills=len(drill.kills_done)
        )

    def _say_line(self, drill: Drill) -> None:
        now = drill.clock.now().astimezone(ZONE)
        if now.hour == self._hour:
            return
        self._hour = now.hour
        units = drill.ledger.units()
        answered = sum(one.first_at is not None for one in units.values())
        line = self._words.say("drill-progress", reported=answered, units=len(units))
        self._console.print(f"{now:%H:%M} {line} · {self._counts(drill)}", highlight=False)


def _sign(unit: UnitTruth) -> str:
    return SIGNS[unit.state]


def _newest(drill: Drill) -> list[Message]:
    shown = [m for m in drill.telegram.shown(drill.hands.chat(COMMAND)) if m.sender is drill.telegram.bot]
    boards = [m for m in shown if m.pinned][-1:]
    others = [m for m in shown if not m.pinned][-LAST_MESSAGES:]
    return [*boards, *others]


def _clip(text: str) -> str:
    lines = text.splitlines()
    return "\n".join(lines[:LINES_A_MESSAGE] + (["…"] if len(lines) > LINES_A_MESSAGE else []))
