"""What waits in the outbox, as delivery would take it up."""

from datetime import datetime

from storage import outbox
from storage.outbox import Parcel
from storage.work import Work


async def heads(work: Work, now: datetime) -> list[Parcel]:
    """The toasts, and the first parcel that waits for each chat."""
    places = {place.chat: place for place in reversed(await outbox.queue(work, now, most=1000))}
    first = sorted(places.values(), key=lambda place: (place.lane, place.id))
    return await outbox.parcels(work, (*await outbox.toasts(work, now, 1000), *first))
