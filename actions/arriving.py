"""Whether something that people have sent is still on its way through the inbox."""

from datetime import datetime, timedelta

from storage import inbox
from storage.work import Work

# An update that nobody could handle in this time holds nothing up any longer.
_SETTLING = timedelta(seconds=60)


async def arriving(work: Work, now: datetime) -> bool:
    """Whether messages lie unread that may change what is about to be done."""
    oldest = await inbox.oldest_waiting(work)
    return oldest is not None and now < oldest + _SETTLING
