"""Tasks that repeat, as leaders see them: written like any task, begun, paused and ended by button or in words."""

from actions.tasks import repeating as actions
from domain.errors import NotPossible
from domain.outgoing import Button
from domain.repeats import SeriesState, read_series
from domain.task_text import read_task
from handlers.context import Turn
from storage import outbox
from storage.series import Series

LIST_WORDS = frozenset({"重复", "重复任务", "series", "repeating"})


async def written(turn: Turn, text: str) -> bool:
    """Show a written task that names a rule as a repeating one; False for a task of one time."""
    found = read_series(text, turn.town.local(turn.now))
    if found is None:
        return False
    rule, rest = found
    drafted = read_task(rest, turn.town.local(turn.now))
    await show(turn, await actions.draft_series(turn.work, turn.town, turn.caller, rule, drafted, turn.now))
    return True


async def show(turn: Turn, one: Series) -> None:
    """Say how a repeating task stands."""
    shown = await actions.series_shown(turn.work, turn.town, one, turn.now)
    await turn.say(shown.kind, shown.fields, shown.buttons)


async def list_all(turn: Turn) -> None:
    """`任务 重复`: all that repeat, a button each."""
    rows = await actions.all_series(turn.work)
    buttons = [Button("series-button-open", f"series/{row['number']}/open", {"number": row["number"]}) for row in rows]
    await turn.say("series-list", {"rows": rows}, [buttons[at : at + 4] for at in range(0, len(buttons), 4)])


async def pressed(turn: Turn) -> None:
    """A button of a repeating task: `number/state`, or `number/open` from the list."""
    number, _, deed = turn.args.partition("/")
    if deed == "open":
        one = await actions.known(turn.work, int(number))
        await turn.toast("series-toast", number=number)
        await show(turn, one)
        return
    one = await actions.change_series(turn.work, turn.town, turn.caller, int(number), SeriesState(deed), turn.now)
    await turn.toast("series-toast", number=number)
    shown = await actions.series_shown(turn.work, turn.town, one, turn.now)
    under = None
    if turn.query is not None and turn.query.message is not None:
        under = await outbox.posted(turn.work, turn.caller.chat.id, turn.query.message.message_id)
    if under is None:
        raise NotPossible("series-unknown", number=number)
    await turn.redraw(under.key, shown.kind, shown.fields, shown.buttons)


async def changed_in_words(turn: Turn, number: int, state: SeriesState) -> None:
    """`开始重复 1`, `暂停重复 1`, `结束重复 1`: done, and how it stands now."""
    await show(turn, await actions.change_series(turn.work, turn.town, turn.caller, number, state, turn.now))
