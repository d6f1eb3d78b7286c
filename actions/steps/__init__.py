"""What is done at each step of the day, one file a step."""

from collections.abc import Mapping

from actions.steps import orders
from actions.steps.brief import brief
from actions.steps.chase import chase
from actions.steps.collect import collect
from actions.steps.meeting import meeting
from actions.steps.moment import Doer
from actions.steps.morning import morning
from actions.steps.remind import remind
from domain.cycle import Step

DOERS: Mapping[Step, Doer] = {
    Step.MORNING: morning,
    Step.REMIND: remind,
    Step.COLLECT: collect,
    Step.CHASE: chase,
    Step.BRIEF: brief,
    Step.MEETING: meeting,
    Step.PREVIEW: orders.preview,
    Step.TASKS: orders.publish,
    Step.CHASE_TASKS: orders.chase,
}
