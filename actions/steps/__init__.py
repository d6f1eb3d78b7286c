"""What is done at each step of the day, one file a step."""

from collections.abc import Mapping

from actions.steps.moment import Doer, Moment
from domain.cycle import Step

DOERS: Mapping[Step, Doer] = {}

__all__ = ["DOERS", "Moment"]
