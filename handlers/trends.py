"""`/trend`: a figure's last days as a picture; and a unit's."""

from actions import scope, totals, trends
from actions.picture import picture
from domain.errors import NotPossible
from domain.trends import SPANS
from handlers.context import Turn
from storage import units


async def trend(turn: Turn) -> None:
    """`/trend 劝返`, `/trend 劝返 30`, `/trend 劝返 黄溪村`: of the caller's part of the town, or of a unit in it."""
    words = turn.args.split()
    spans = [int(word) for word in words if word in {str(span) for span in SPANS}]
    names = [word for word in words if word not in {str(span) for span in SPANS}]
    if not names:
        raise NotPossible("trend-which")
    indicator = totals.indicator_named(turn.town.form, names[0])
    tree = await units.tree(turn.work)
    tops = scope.watched(turn.caller, tree)
    if len(names) > 1:
        found = scope.named(" ".join(names[1:]), tree)
        scope.check_within(found.id, tops, tree)
        tops = (found.id,)
    span = spans[-1] if spans else SPANS[0]
    for node in tops:
        key = turn.next_key("trend")
        await trends.show(turn.work, turn.town, indicator, node, span, turn.now, turn.caller.chat.id, key)


async def trend_pressed(turn: Turn) -> None:
    """The button for another span. Args: indicator, node, days."""
    code, node_text, span = turn.args.split("/")
    tree = await units.tree(turn.work)
    node = int(node_text) or None
    scope.check_seen(node, scope.watched(turn.caller, tree), tree)
    indicator = totals.indicator_named(turn.town.form, code)
    key = turn.next_key("trend")
    await trends.show(turn.work, turn.town, indicator, node, int(span), turn.now, turn.caller.chat.id, key)
    await turn.toast("trend-comes")


async def unit_pressed(turn: Turn) -> None:
    """The button under a unit's day: its last days as a picture. Args: the unit."""
    seen = await picture(turn.work, turn.town, turn.town.day_of(turn.now))
    node = int(turn.args)
    scope.check_seen(node, scope.watched(turn.caller, seen.tree), seen.tree)
    await show_unit(turn, node)
    await turn.toast("trend-comes")


async def show_unit(turn: Turn, unit_id: int) -> None:
    """Send the picture of a unit's last days."""
    unit = (await units.tree(turn.work)).units[unit_id]
    today = turn.town.day_of(turn.now)
    key = turn.next_key("trend")
    await trends.show_unit(turn.work, turn.town, unit, today, turn.now, turn.caller.chat.id, key)
