"""The evening's tasks: the preview, the publication with the close of the minutes, the chase of who does not answer."""

from actions import meetings, tasks
from actions.steps.moment import Moment
from domain.town import Town
from storage.work import Work


async def preview(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Show what is about to go out to whoever may publish it."""
    return dict(await tasks.preview(work, town, moment.day, moment.now))


async def publish(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Close the minutes; what is confirmed goes out."""
    decided = await meetings.close(work, town, moment.day, moment.now)
    return {"decisions": decided, **await tasks.publish_due(work, town, moment.day, moment.now)}


async def chase(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Ask the units that have not answered a task."""
    return dict(await tasks.chase(work, town, moment.day, moment.now))
