"""What a message of these kinds shows is read when it goes out, not when it was written: a board shows the latest."""

from actions import boards, circulars, papers, tasks
from bot.delivery import Fresh
from bot.outcomes import LostEdit

FRESH: dict[str, Fresh] = {
    "board": boards.fresh,
    "brief-paper": papers.fresh,
    "brief-pictures": papers.fresh,
    "minutes-paper": papers.fresh,
    "circular": circulars.fresh,
    "practice": circulars.fresh,
    "circular-draft": circulars.fresh,
    "circular-live": circulars.fresh,
    "circular-files": circulars.fresh_files,
    tasks.PHOTOS: tasks.fresh_photos,
}

# What to do when the message that should be edited is gone: a board is posted anew.
LOST_EDITS: dict[str, LostEdit] = {"board": boards.post_anew}
