"""What has become of the tasks: the matrix for leaders, the own open tasks for everybody else."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from actions import exports, scope
from actions import tasks as actions
from actions.tasks import Matrix
from domain.errors import NotAllowed, NotFound
from domain.numbers import plain
from domain.outgoing import Button, Buttons
from domain.people import Place, Role
from domain.roles import PERMITS, Verb
from domain.script import simplified
from domain.task_words import read_state
from domain.tasks import Task, TaskState, TaskUnit, UnitState, next_moves
from domain.verifying import standing, waits
from handlers.context import Turn
from handlers.tasks.rights import may
from storage import outbox, units
from storage import tasks as stored
from storage.tasks import OpenTask

_FORMS = {
    **dict.fromkeys(("图", "图片", "picture", "pictures"), "picture"),
    **dict.fromkeys(("表", "表格", "sheet", "excel"), "sheet"),
}
_DESK = (Place.PRIVATE, Place.COMMAND)
_IN_FULL = 3
_MOST = 12
_MOST_BUTTONS = 6
_MOST_DIGITS = 15
_ORDER = (
    UnitState.DIFFICULTY,
    UnitState.RETURNED,
    UnitState.SILENT,
    UnitState.SEEN,
    UnitState.DOING,
    UnitState.DONE,
)


async def tasks(turn: Turn) -> None:
    """`/tasks`: for leaders how the units stand to each task, for others their own open ones.

    `/tasks 12` is one task, `/tasks 图` the matrix as pictures, `/tasks 表` as a workbook.
    """
    word, _, rest = turn.args.strip().partition(" ")
    if not leads(turn):
        fields, buttons = await own(turn)
        await turn.say("tasks-mine", fields, buttons)
    elif simplified(word).lower() in _FORMS:
        await _send(turn, _FORMS[simplified(word).lower()])
    elif word.isdecimal() and len(word) <= _MOST_DIGITS:
        kind, fields, buttons = await _detail(turn, int(word), rest.strip())
        await turn.say(kind, fields, buttons)
    else:
        fields, buttons = await _overview(turn)
        await turn.say("tasks", fields, buttons)


def leads(turn: Turn) -> bool:
    """Whether the caller sees other units' answers, and here: not in a group of the field."""
    return turn.caller.chat.place in _DESK and actions.watched(turn.caller) != ()


async def history(turn: Turn, task: Task, unit: int | None) -> dict[str, object]:
    """The history of the task, or of one unit's part of it, as far as the caller sees its units."""
    nodes = actions.watched(turn.caller) if unit is None else None
    return await actions.history(turn.work, turn.town, task, unit, turn.now, nodes)


async def form_pressed(turn: Turn) -> None:
    """A button under the overview: the same as pictures, or as a workbook."""
    if not leads(turn):
        raise NotFound("tasks-none")
    await _send(turn, turn.args)
    await turn.toast(f"tasks-{turn.args}-comes")


async def _send(turn: Turn, form: str) -> None:
    """The matrix of each part of the town that the caller sees."""
    if form == "sheet" and not may(turn, Verb.EXPORT):
        raise NotAllowed("not-allowed", roles=sorted(PERMITS[Verb.EXPORT].roles))
    work, town, chat, now = turn.work, turn.town, turn.caller.chat.id, turn.now
    for node in scope.watched(turn.caller, await units.tree(work)):
        if form == "picture":
            await actions.send_chart(work, town, node, chat, turn.next_key("tasks"), now)
        else:
            asked = await actions.days_of_tasks(work, town, now)
            await exports.send(work, town, asked, node, chat, turn.caller.person_id, turn.next_key("tasks"), now)


async def list_pressed(turn: Turn) -> None:
    """A button under a list: `number` opens a task, `number/all` unfolds it, `number/history` tells its history."""
    number, _, choice = turn.args.partition("/")
    if choice == "history":
        if not leads(turn):
            raise NotFound("task-unknown", number=number)
        task = await actions.running(turn.work, int(number))
        await turn.toast("task-toast-shown", number=number)
        await turn.say("task-history", await history(turn, task, None))
        return
    kind, fields, buttons = await _detail(turn, int(number), choice)
    await turn.toast("task-toast-shown", number=number)
    under = None
    if turn.query is not None and turn.query.message is not None:
        under = await outbox.posted(turn.work, turn.caller.chat.id, turn.query.message.message_id)
    if under is not None and under.kind == kind:
        await turn.redraw(under.key, kind, fields, buttons)
    else:
        await turn.say(kind, fields, buttons)


async def _overview(turn: Turn) -> tuple[dict[str, object], Buttons]:
    """The newest tasks in full, the others a line each, and what has not gone out yet."""
    nodes = actions.watched(turn.caller)
    followed = [
        await actions.matrix(turn.work, task.number, nodes) for task in await actions.followed(turn.work, _IN_FULL)
    ]
    theirs = [matrix for matrix in followed if matrix.places]
    waiting = [
        *await stored.in_state(turn.work, TaskState.CONFIRMED),
        *await stored.in_state(turn.work, TaskState.DRAFT),
    ]
    fields = {
        "full": [matrix_fields(turn, matrix) for matrix in theirs[:_IN_FULL]],
        "others": [matrix_fields(turn, matrix) for matrix in theirs[_IN_FULL:_MOST]],
        "more": max(0, len(theirs) - _MOST),
        "unverified": await actions.unverified(turn.work, turn.now, await _watched_units(turn)),
        "waiting": [_waiting(turn, task) for task in waiting if await _decides(turn, task)],
    }
    numbers = [str(matrix.task.number) for matrix in theirs[:_MOST_BUTTONS]]
    buttons = [Button("task-button-open", f"tasks/{number}", {"number": number}) for number in numbers]
    forms = [Button(f"tasks-button-{form}", f"taskform/{form}") for form in ("picture", "sheet")] if theirs else []
    return fields, [row for row in (buttons[:3], buttons[3:], forms) if row]


async def _watched_units(turn: Turn) -> set[int]:
    tree = await units.tree(turn.work)
    return {unit.id for node in scope.watched(turn.caller, tree) for unit in tree.subtree(node)}


async def _decides(turn: Turn, task: Task) -> bool:
    """Whether a task that is not out is shown: to its writer, and to whoever watches the whole town."""
    return (
        task.made_by == turn.caller.person_id
        or actions.watched(turn.caller) is None
        or turn.caller.chat.place is Place.COMMAND
    )


def _waiting(turn: Turn, task: Task) -> dict[str, object]:
    return {
        "number": str(task.number),
        "title": task.title,
        "state": task.state.value,
        **actions.publication_fields(turn.town, task.publish_day, turn.now),
    }


def matrix_fields(turn: Turn, matrix: Matrix) -> dict[str, object]:
    """A task's matrix in short: numbers, who is silent, who is in difficulty, how quick the answers were."""
    quick = matrix.responses
    return {
        **actions.task_fields(turn.town, matrix.task, turn.now),
        "units": len(matrix.places),
        "goals": actions.goal_fields(matrix.goals),
        "number_total": plain(sum(matrix.numbers.values(), Decimal(0))),
        "number_given": len(matrix.numbers),
        "counts": matrix.counts,
        "silent": [matrix.names[p.unit_id] for p in matrix.places if p.state is UnitState.SILENT],
        "reminded": max((p.reminded for p in matrix.places if p.state is UnitState.SILENT), default=0),
        "troubled": [[matrix.names[p.unit_id], p.reason] for p in matrix.places if p.state is UnitState.DIFFICULTY],
        "fastest": "" if quick is None else matrix.names[quick.fastest],
        "fastest_minutes": 0 if quick is None else quick.fastest_minutes,
        "median_minutes": 0 if quick is None else quick.median_minutes,
        "done_minutes": None if quick is None else quick.done_minutes,
    }


async def _detail(turn: Turn, number: int, choice: str) -> tuple[str, dict[str, object], Buttons]:
    """One task unit by unit: all units, those in one state, or as many as a small screen holds."""
    matrix = await actions.matrix(turn.work, number, actions.watched(turn.caller))
    if not matrix.places:
        raise NotFound("task-unknown", number=str(number))
    wanted = read_state(choice)
    rows = [_row(turn, matrix, place) for place in _sorted(matrix.places) if wanted in (None, place.state)]
    most = turn.town.limits.fold_lines
    folded = wanted is None and choice == "" and len(rows) > most
    fields = {
        **matrix_fields(turn, matrix),
        "rows": rows[:most] if folded else rows,
        "more": len(rows) - most if folded else 0,
    }
    told = [Button("task-button-history", f"tasks/{number}/history")]
    buttons = (_unfolding(number, len(rows), folded), [*_judging(turn, matrix), *told])
    return "task-detail", fields, [row for row in buttons if row]


def _unfolding(number: int, rows: int, folded: bool) -> list[Button]:
    return [Button("task-button-unfold", f"tasks/{number}/all", {"n": rows})] if folded else []


def _judging(turn: Turn, matrix: Matrix) -> list[Button]:
    """For who may judge completions: how many wait, and the way to them."""
    waiting = sum(waits(matrix.task, place) for place in matrix.places)
    if not waiting or not may(turn, Verb.VERIFY_TASK):
        return []
    return [Button("task-button-judge", f"verify/{matrix.task.number}/open", {"n": waiting})]


def _sorted(places: Sequence[TaskUnit]) -> list[TaskUnit]:
    return sorted(places, key=lambda place: _ORDER.index(place.state))


def _row(turn: Turn, matrix: Matrix, place: TaskUnit) -> dict[str, object]:
    files, photos = matrix.files.get(place.unit_id, (0, 0))
    return {
        "name": matrix.names[place.unit_id],
        "state": place.state.value,
        "verdict": standing(matrix.task, place),
        "returned": place.returned,
        "answered": _stamp(turn, matrix.task, place.answered_at),
        "changed": _stamp(turn, matrix.task, place.changed_at),
        "reminded": place.reminded,
        "reason": place.reason,
        "goals": actions.goal_fields(matrix.goals, place.unit_id),
        "sent_number": plain(matrix.numbers[place.unit_id]) if place.unit_id in matrix.numbers else None,
        "photos": photos,
        "files": files - photos,
        "feedback": sum(1 for said in matrix.feedback if said.unit_id == place.unit_id),
    }


def _stamp(turn: Turn, task: Task, instant: datetime | None) -> dict[str, str] | None:
    """An instant with its day where that is not the day of publication."""
    if instant is None or task.published_at is None:
        return None
    day = turn.town.day_of(instant)
    other = day != turn.town.day_of(task.published_at)
    return {"at": actions.clock(turn.town, instant), "day": day.isoformat() if other else ""}


async def own(turn: Turn) -> tuple[dict[str, object], Buttons]:
    """The open tasks of the caller's units (in a unit's chat: of that unit), with buttons for what may come next."""
    tree = await units.tree(turn.work)
    mine = [unit for unit in _own_units(turn) if unit in tree.units]
    rows: list[dict[str, object]] = []
    buttons: list[list[Button]] = []
    for unit in mine:
        for task in await actions.open_for_unit(turn.work, unit):
            goals = await actions.goals_of(turn.work, task.number, unit)
            rows.append({**_open_row(turn, tree.units[unit].name if len(mine) > 1 else "", task), "goals": goals})
            buttons.append(_open_buttons(task.number, task.state, unit))
    shown = rows[:_MOST_BUTTONS]
    return {"rows": shown, "more": len(rows) - len(shown)}, buttons[:_MOST_BUTTONS]


def _own_units(turn: Turn) -> list[int]:
    units_held = [unit for unit in turn.caller.units_as(Role.WARDEN, Role.LEAD) if unit is not None]
    here = turn.caller.chat.unit_id
    return [here] if here is not None else units_held


def _open_row(turn: Turn, unit: str, task: OpenTask) -> dict[str, object]:
    return {
        "number": str(task.number),
        "title": task.title,
        "state": task.state.value,
        "unit": unit,
        **actions.due_fields(turn.town, task.due_at, turn.now),
    }


def _open_buttons(number: int, state: UnitState, unit: int) -> list[Button]:
    return [actions.numbered_button(number, move, unit) for move in next_moves(state)]
