"""The evening's tasks: the preview, the publication with the close of the minutes, the chase of who does not answer."""

from actions import meetings, papers, tasks
from actions.steps.moment import Moment
from actions.tasks import repeating
from domain.outgoing import Act
from domain.town import Town
from storage import chats
from storage.work import Work


async def preview(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Show what is about to go out to whoever may publish it."""
    await repeating.for_tomorrow(work, town, moment.day, moment.now)
    return dict(await tasks.preview(work, town, moment.day, moment.now))


async def publish(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Close the minutes; what is confirmed goes out."""
    met, decided = await meetings.close(work, town, moment.day, moment.now)
    await repeating.for_tomorrow(work, town, moment.day, moment.now)
    out = await tasks.publish_due(work, town, moment.day, moment.now)
    if met:
        paper = await papers.minutes(work, town, moment.day, moment.now)
        where = await chats.of_purpose(work, "command")
        await papers.send(work, town, paper, where, moment.now, f"minutes/{moment.day}", (Act.DOCUMENT,))
    return {"decisions": decided, **out}


async def chase(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Ask the units that have not answered a task."""
    return dict(await tasks.chase(work, town, moment.day, moment.now))
