"""How urgent orders read: once more to who is silent, live for the command chat, and whom to telephone at the end."""

from texts.render import Voice, renders
from texts.tasks import STATES, Fields, body_of, counted, joined, short


@renders("order-again")
def again(voice: Voice, fields: Fields) -> str:
    """The order once more, for the units that have not answered."""
    number = fields["number"]
    return joined(
        [
            voice.say("order-again", number=number, units=fields["names"]),
            body_of(voice, fields),
            voice.say("order-again-hint", number=number, sent_at=fields["sent_at"], times=fields["round"] + 1),
        ]
    )


@renders("order-live")
def live(voice: Voice, fields: Fields) -> str:
    """How many units stand where, and who is silent."""
    counts, silent = fields["counts"], fields["silent"]
    answered = fields["units"] - counts["silent"]
    shown = counted(voice, counts, [state for state in STATES if state != "silent"])
    return joined(
        [
            voice.say("order-live", number=fields["number"], answered=answered, units=fields["units"]),
            short(fields["title"]),
            voice.say("order-cancelled") if fields["cancelled"] else "",
            " · ".join(shown),
            voice.say("order-live-silent", silent=silent) if silent else "",
            voice.say("order-live-sent", sent_at=fields["sent_at"], rounds=fields["rounds"], at=fields["at"]),
        ]
    )


@renders("order-silent")
def silent(voice: Voice, fields: Fields) -> str:
    """Who never answered, with the people to telephone."""
    told = {name: fields[name] for name in ("number", "times", "silent", "units")}
    return joined(
        [
            voice.say("order-silent", **told),
            short(fields["title"]),
            *(_row(voice, row) for row in fields["rows"]),
            voice.say("order-silent-more", names=fields["more"]) if fields["more"] else "",
            voice.say("order-silent-hint", number=fields["number"]),
        ]
    )


def _row(voice: Voice, row: Fields) -> str:
    people = [voice.say("order-person", **person).strip() for person in row["people"]]
    named = voice.words.listed(people) if people else voice.say("order-nobody")
    return voice.say("order-silent-row", unit=row["unit"], people=named)
