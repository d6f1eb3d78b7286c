"""Tasks that repeat: begun, paused and ended by a leader; each day that is due gets a task of its own, once."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from actions.ordered import order_of
from actions.tasks import showing
from actions.tasks.goals import wanted_fields
from actions.tasks.publishing import publish
from actions.tasks.rights import covers, scope_of
from domain.audience import Addressed, address
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.outgoing import Button, Buttons
from domain.people import Caller
from domain.repeats import Rule, SeriesState, due_on, is_fixed
from domain.task_text import problems_of
from domain.tasks import Draft, Problem, Task, TaskState
from domain.town import Town
from domain.verifying import settled
from storage import audit, series, tasks, units
from storage.series import Series
from storage.work import Work

_MAY_BECOME: Mapping[SeriesState, tuple[SeriesState, ...]] = {
    SeriesState.DRAFT: (SeriesState.RUNNING, SeriesState.ENDED),
    SeriesState.RUNNING: (SeriesState.PAUSED, SeriesState.ENDED),
    SeriesState.PAUSED: (SeriesState.RUNNING, SeriesState.ENDED),
    SeriesState.ENDED: (),
}


async def draft_series(work: Work, town: Town, caller: Caller, rule: Rule, written: Draft, now: datetime) -> Series:
    """Keep what was written as a repeating task that a leader has still to begin."""
    kept = settled(written, town.policies.verify_tasks)
    number = await series.add(work, kept, scope_of(caller), rule, caller.person_id, caller.chat.id, now)
    await audit.note(work, now, caller.person_id, "series_drafted", series=number)
    return await known(work, number)


async def change_series(
    work: Work, town: Town, caller: Caller, number: int, state: SeriesState, now: datetime
) -> Series:
    """Begin, rest or end it. NotPossible when it does not stand so, or when something in it is not clear."""
    one = await known(work, number)
    addressed = address(await units.tree(work), one.task.audience, one.scope)
    await _own(work, caller, one, addressed)
    if state not in _MAY_BECOME[one.state]:
        raise NotPossible(f"series-is-{one.state.value}", number=str(number))
    if state is SeriesState.RUNNING:
        for problem in _problems(town, one, addressed, now):
            raise NotPossible(problem.key, **problem.fields)
    await series.set_state(work, number, state)
    await audit.note(work, now, caller.person_id, "series_changed", series=number, state=state.value)
    return await known(work, number)


async def known(work: Work, number: int) -> Series:
    """The repeating task of that number; NotFound."""
    found = await series.by_number(work, number)
    if found is None:
        raise NotFound("series-unknown", number=str(number))
    return found


async def _own(work: Work, caller: Caller, one: Series, addressed: Addressed) -> None:
    theirs = [unit.id for unit in (*addressed.units, *addressed.outside)]
    scope = scope_of(caller)
    if one.made_by != caller.person_id and not covers(await units.tree(work), scope, theirs):
        raise NotAllowed("series-not-yours", number=str(one.number))
    if not covers(await units.tree(work), scope, [unit.id for unit in addressed.units]):
        raise NotAllowed("series-not-yours", number=str(one.number))


def _problems(town: Town, one: Series, addressed: Addressed, now: datetime) -> tuple[Problem, ...]:
    """What keeps it from running: what keeps any task from going out, and a deadline that is the same for ever."""
    parts = one.task.title, one.task.body, one.task.audience
    task = Task(one.number, *parts, one.scope, None, "", one.task.photo, TaskState.DRAFT, goals=one.task.goals)
    found = [*problems_of(task, addressed, town.local(now), town.form)]
    first = one.rule.next_after(town.day_of(now))
    if first is None:
        return (*found, Problem("series-none-left"))
    try:
        if is_fixed(one.task.due_words, first, town.local(now)):
            found.append(Problem("series-due-fixed", {"words": one.task.due_words}))
    except NotPossible as unclear:
        found.append(Problem(unclear.key, unclear.fields))
    return tuple(found)


async def _make_due(
    work: Work, town: Town, day: date, publish_day: date, now: datetime, *, older: bool = False
) -> list[Task]:
    """A task for each running series that is due that day and has none yet; none on a day without cycle.

    older: only for those that were written before that day: who begins one in the morning was told tomorrow.
    """
    if (await order_of(work, town, day)).skipped:
        return []
    made = []
    for one in await series.in_force(work):
        early = not older or town.day_of(one.made_at) < day
        if early and one.state is SeriesState.RUNNING and one.rule.falls_on(day):
            due = due_on(one.task.due_words, day, town.at(day, town.times.morning))
            number = await series.make(work, one, day, due, publish_day, now)
            task = None if number is None else await tasks.by_number(work, number)
            if task is not None:
                await audit.note(work, now, None, "task_of_series", series=one.number, task=task.number)
                made.append(task)
    return made


async def for_tomorrow(work: Work, town: Town, day: date, now: datetime) -> int:
    """Make the tasks of the day after that one, to go out at its hour of tasks; how many."""
    return len(await _make_due(work, town, day + timedelta(days=1), day, now))


async def for_today(work: Work, town: Town, day: date, now: datetime) -> int:
    """Send out what is due today and had no evening before it: yesterday was without a cycle, or the rule is new."""
    made = await _make_due(work, town, day, day - timedelta(days=1), now, older=True)
    return len([task for task in made if await publish(work, town, task, now) is not None])


async def series_shown(work: Work, town: Town, one: Series, now: datetime) -> showing.Shown:
    """A repeating task in words: when, what, for whom, when next; and what may be done with it."""
    addressed = address(await units.tree(work), one.task.audience, one.scope)
    due = one.state in (SeriesState.DRAFT, SeriesState.RUNNING)
    after = await _next_day(work, town, one, now) if due else None
    problems = _problems(town, one, addressed, now) if one.state is SeriesState.DRAFT else ()
    fields: dict[str, object] = {
        **rule_fields(one),
        "body": one.task.body,
        "audience": list(one.task.audience),
        "units": len(addressed.units),
        "due_words": one.task.due_words,
        "photo": one.task.photo,
        "asks": one.task.asks,
        "goals": wanted_fields(one.task.goals, town.form),
        "next_day": "" if after is None else after.isoformat(),
        "evening": after is not None and await _has_evening(work, town, after - timedelta(days=1), now),
        "tasks_at": f"{town.times.tasks:%H:%M}",
        "problems": [[problem.key, dict(problem.fields)] for problem in problems],
    }
    return showing.Shown("series", fields, _buttons(one, bool(problems)))


def rule_fields(one: Series) -> dict[str, object]:
    """Which it is, how it stands, and its rule."""
    until = one.rule.until
    return {
        "number": str(one.number),
        "title": one.task.title,
        "state": one.state.value,
        "weekdays": sorted(one.rule.weekdays),
        "until_day": "" if until is None else until.isoformat(),
    }


async def _next_day(work: Work, town: Town, one: Series, now: datetime) -> date | None:
    """The next day for which a task is still to come, as far as anybody knows today."""
    rule, today = one.rule, town.day_of(now)
    day = rule.next_after(max(today, await series.newest_day(work, one.number) or today))
    for _ in range(14):
        if day is None or not (await order_of(work, town, day)).skipped:
            return day
        day = rule.next_after(day)
    return day


async def _has_evening(work: Work, town: Town, day: date, now: datetime) -> bool:
    """Whether that day's hour of tasks is still to come: without it a task goes out in the morning after."""
    return now < town.at(day, town.times.tasks) and not (await order_of(work, town, day)).skipped


def _buttons(one: Series, unclear: bool) -> Buttons:
    """What may be done with it: words do the same."""
    deeds = [state for state in _MAY_BECOME[one.state] if not (unclear and state is SeriesState.RUNNING)]
    row = [Button(f"series-button-{one.state.value}-{to.value}", f"series/{one.number}/{to.value}") for to in deeds]
    return [row] if row else []


async def all_series(work: Work) -> list[dict[str, object]]:
    """Every repeating task that has not ended, as fields."""
    return [rule_fields(one) for one in await series.in_force(work)]
