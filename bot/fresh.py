"""Messages whose content is read when they go out, and what to do when the one to change is gone."""

from actions import boards
from bot.delivery import FRESH, LOST_EDITS


def install() -> None:
    """Tell delivery how a board is read, and posted anew when its message is lost."""
    FRESH["board"] = boards.fresh
    LOST_EDITS["board"] = boards.post_anew
