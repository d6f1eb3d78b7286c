"""The brief: the day for the meeting, in a few messages that fit a phone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from actions.ground import Ground
from actions.picture import PROBLEMS, Picture, alerts, grouped, state_fields
from actions.tasks import due_fields
from actions.tasks.following import counted_by_task
from actions.tasks.goals import behind_plan
from actions.tasks.showing import count_states
from domain.circulars import CircularState
from domain.numbers import Values, plain
from domain.phones import private
from domain.reporting import changes, flows
from domain.script import simplified
from domain.town import Town

Message = tuple[str, dict[str, object]]
MOST_ROWS = 40
"""Figures of one message: a phone scrolls, but Telegram cuts at 4096 signs."""


@dataclass(frozen=True)
class _Sums:
    """A node's totals: as of the close (or now, before it), now, of yesterday, and over all days."""

    frozen: Values
    now: Values
    before: Values
    running: Values
    few_before: bool
    """Yesterday so few of today's units reported that its figures say nothing beside today's."""


def brief(town: Town, ground: Ground, node: int | None, now: datetime) -> list[Message]:
    """The messages of the brief for a node's subtree (None: the town), as (kind, fields), in their order.

    From the close on its totals are those of the closing instant; what came afterwards is told beside them.
    """
    seen, sums = ground.seen, _sums(town, ground, node)
    closed = now >= ground.close
    messages = [("brief", _head(town, ground, node, now))]
    messages += [("brief-totals", fields) for fields in _totals(town, sums)]
    if closed:
        messages += _since(ground, node, sums)
    problems = _problems(town, seen, node)
    messages += [("brief-problems", {"problems": problems})] if problems else []
    messages += _tasks(town, ground, node, now)
    messages += _behind(ground, node)
    messages += _practices(ground, node)
    return [(kind, {"part": n, "parts": len(messages), **f}) for n, (kind, f) in enumerate(messages, start=1)]


def _sums(town: Town, ground: Ground, node: int | None) -> _Sums:
    live, frozen, before = ground.live_totals[node], ground.closed_totals[node], ground.totals_before[node]
    few = _few(ground.seen, ground.before, node)
    running = dict(ground.running_totals[node])
    for code in flows(town.form):
        if code in running:
            running[code] += frozen.get(code, Decimal(0)) - live.get(code, Decimal(0))
    return _Sums(frozen, live, {} if few else before, running, few and bool(before))


def _few(seen: Picture, yesterday: Picture, node: int | None) -> bool:
    """Whether fewer than half of the units that today's figures come from reported the day before."""
    counted = {unit.id for unit in seen.tree.counted(node) if unit.id in seen.reports}
    return 2 * sum(unit in yesterday.reports for unit in counted) < len(counted)


def _head(town: Town, ground: Ground, node: int | None, now: datetime) -> dict[str, object]:
    seen = ground.seen
    marks = seen.standing.within(seen.tree, node)
    return {
        **state_fields(marks),
        "day": seen.day.isoformat(),
        "node": town.name if node is None else seen.name(node),
        "at": f"{town.local(now):%H:%M}",
        "close": f"{town.local(ground.close):%H:%M}",
        "closed": now >= ground.close,
        "groups": grouped(seen, marks, ground.leaders),
        "late_units": seen.names(marks.late),
        "asking": seen.asking(marks),
        "alerts": alerts(town, seen, node),
    }


def _totals(town: Town, sums: _Sums) -> list[dict[str, object]]:
    """Rows of the figures, in as few messages as hold them; those at zero are only named."""
    rows: list[dict[str, object]] = []
    zero: list[str] = []
    for indicator in town.form.indicators:
        code = indicator.code
        value = sums.frozen.get(code)
        if value or sums.before.get(code):
            rows.append({"code": code, "value": _plain(value), **_beside(sums, code, indicator.kind)})
        elif value is not None:
            zero.append(code)
    pages = [rows[start : start + MOST_ROWS] for start in range(0, len(rows), MOST_ROWS)] or [[]]
    return [
        {
            "rows": page,
            "zero": zero if number == len(pages) else [],
            "first": number == 1,
            "few_before": sums.few_before and number == 1,
        }
        for number, page in enumerate(pages, start=1)
    ]


def _beside(sums: _Sums, code: str, kind: str) -> dict[str, object]:
    return {
        "before": _plain(sums.before.get(code)),
        "running": _plain(sums.running.get(code)) if kind == "flow" else None,
    }


def _plain(value: Decimal | None) -> int | float | None:
    return None if value is None else plain(value)


def _since(ground: Ground, node: int | None, sums: _Sums) -> list[Message]:
    """What has come since the close: units that reported late, figures that were corrected or added.

    Who was late at the earlier close of a level is in the figures of this one.
    """
    seen = ground.seen
    marks = seen.standing.within(seen.tree, node).marks
    late = [unit for unit, mark in marks.items() if mark.first_at is not None and mark.first_at > ground.close]
    changed = [
        {"code": change.indicator, "before": _plain(change.before), "after": _plain(change.after)}
        for change in changes(sums.frozen, sums.now)
    ]
    if not late and not changed:
        return []
    return [("brief-since", {"late_units": seen.names(late), "changes": changed})]


def _problems(town: Town, seen: Picture, node: int | None) -> list[dict[str, object]]:
    """What units named as problems, in their own words, numbers of people masked; each once with all who said it, in
    whichever script."""
    told: dict[str, tuple[str, list[str]]] = {}
    for unit in seen.tree.subtree(node):
        words = seen.reports[unit.id].texts.get(PROBLEMS, "") if unit.id in seen.reports else ""
        if words.strip():
            text = private(" ".join(words.split()))
            told.setdefault(simplified(text), (text, []))[1].append(unit.name)
    kinds = [kind.code for kind in town.form.problems]
    named: list[dict[str, object]] = []
    for text, units in told.values():
        named.append({"text": text, "units": units, "kind": town.form.problem_kind(text)})
    return sorted(named, key=lambda problem: [*kinds, problem["kind"]].index(problem["kind"]))


def _behind(ground: Ground, node: int | None) -> list[Message]:
    """The targets that are behind plan."""
    tree = ground.seen.tree
    inside = frozenset(unit.id for unit in tree.subtree(node))
    found = [behind_plan(followed, ground.seen.day, inside, tree) for followed in ground.targets]
    rows = [row for row in found if row is not None]
    return [("brief-targets", {"targets": rows})] if rows else []


def _tasks(town: Town, ground: Ground, node: int | None, now: datetime) -> list[Message]:
    inside = [unit.id for unit in ground.seen.tree.subtree(node)]
    rows: list[Mapping[str, object]] = []
    for task, places in ground.tasks:
        theirs = [places[unit] for unit in inside if unit in places]
        if theirs:
            counts = count_states(task, theirs)
            due = due_fields(town, task.due_at, now)
            told = {"number": str(task.number), "title": private(task.title), "units": len(theirs)}
            rows.append({**told, **counts, **due})
    waiting = ground.waiting_tasks if node is None else 0
    unverified = counted_by_task(ground.unverified, set(inside))
    fields = {"tasks": rows, "waiting": waiting, "unverified": unverified}
    return [("brief-tasks", fields)] if rows or waiting or unverified else []


def _practices(ground: Ground, node: int | None) -> list[Message]:
    """What units of the subtree do well, in their own words; whether all have been told of it."""
    tree = ground.seen.tree
    told = [
        {
            "number": str(one.id),
            "unit": "" if one.unit_id is None else tree.units[one.unit_id].name,
            "text": one.text,
            "sent": one.state is CircularState.SENT,
        }
        for one in ground.practices
        if one.unit_id is None or (one.unit_id in tree.units and tree.within(one.unit_id, node))
    ]
    return [("brief-practices", {"practices": told})] if told else []
