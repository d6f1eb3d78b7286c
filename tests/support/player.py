"""Plays a transcript: who did what at what hour, and what each chat then shows.

    == 14:10 张守田 @黄溪村群            somebody writes (the lines below are the text); without @, in private
    == 14:11 张守田 @黄溪村群 edits      their own last message there becomes this
    == 14:12 张守田 presses 300          the newest button there that reads so (labels may hold spaces)
    == 14:13 张守田 replies              to the newest message of the bot there
    == 14:13 张守田 @黄溪村群 answers 张守田   to the newest message of that person there
    == 14:14 张守田 photo                the lines below are its caption; `photo album=a` for an album, `photo replies`
    == 14:15 张守田 voice / document 单元.csv / card / card of 刘小妹 / start CODE / blocks / unblocks
    == 14:16 王书记 @新群 adds bot / adds plain bot (no admin) / kicks bot / migrates / leaves
    == 15:30                             time passes: the program runs at every step on the way
    == 2026-02-07 08:00                  the next day
    ## a remark

What follows in `--` blocks is what the program did: `-- chat`, `-- chat ✏` for an edited message, `-- chat 📌`, and
`-- toast person`. They are written by the program: `pytest tests/conversations --update` rewrites them, people read the
difference. `{CODE}` in a line stands for the newest code or link that the bot showed to anybody.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from drill.server.telegram import Bot, Chat, Event, Message, Person
from tests.support.cast import ZONE
from tests.support.stage import Stage

_ACT = re.compile(
    r"== (?:(?P<day>\d{4}-\d\d-\d\d) )?(?P<hour>\d\d:\d\d)"
    r"(?: (?P<who>\S+))?(?: @(?P<where>\S+))?(?: (?P<deed>.+))?"
)
_CODE = re.compile(r"[?&]start=([\w-]+)|code[^\w]*([\w-]{6,})|/claim ([\w-]+)")


@dataclass
class Line:
    """One act of a transcript with the text under it."""

    heading: str
    body: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What was written."""
        return "\n".join(self.body).strip("\n")


def read_script(transcript: str) -> tuple[list[str], list[Line]]:
    """The preface and the acts, without what the program did."""
    preface: list[str] = []
    lines: list[Line] = []
    skipping = False
    for row in transcript.splitlines():
        if row.startswith("== "):
            lines.append(Line(row))
            skipping = False
        elif row.startswith("-- "):
            skipping = True
        elif not lines:
            preface.append(row)
        elif not skipping:
            lines[-1].body.append(row)
    return preface, lines


class Player:
    """Plays the acts on a stage and writes the transcript that came of it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._code = ""

    async def play(self, transcript: str) -> str:
        """The transcript with the program's part as it is now."""
        preface, lines = read_script(transcript)
        written = ["\n".join(preface).rstrip()]
        for line in lines:
            self._stage.seen.clear()
            await self._act(line)
            said = [line.heading, line.text] if line.text else [line.heading]
            written.append("\n".join(said + self._done()))
        return "\n\n".join(part for part in written if part) + "\n"

    async def _act(self, line: Line) -> None:
        found = _ACT.fullmatch(line.heading)
        assert found, f"not an act: {line.heading}"
        day = date.fromisoformat(found["day"]) if found["day"] else self._stage.day
        await self._stage.pass_until(datetime.combine(day, time.fromisoformat(found["hour"]), ZONE))
        if found["who"]:
            cast = self._stage.cast
            person = cast.people[found["who"]]
            chat = cast.groups[found["where"]] if found["where"] else self._stage.telegram.private(person)
            text = line.text.replace("{CODE}", self._code)
            self._deed(person, chat, (found["deed"] or "").replace("{CODE}", self._code), text)
            await self._stage.settle()

    def _deed(self, person: Person, chat: Chat, deed: str, text: str) -> None:
        telegram = self._stage.telegram
        word, _, rest = deed.partition(" ")
        match word:
            case "":
                telegram.say(person, chat, text)
            case "edits":
                telegram.edit(person, self._newest(chat, person), text)
            case "presses":
                telegram.press_label(person, self._with_label(chat, rest), rest)
            case "replies":
                telegram.say(person, chat, text, reply_to=self._newest(chat, telegram.bot))
            case "answers":
                telegram.say(person, chat, text, reply_to=self._newest(chat, self._stage.cast.people[rest]))
            case "forwards":
                telegram.say(person, chat, text, forwarded_from=rest)
            case "photo":
                album = re.search(r"album=(\w+)", rest)
                reply = self._newest(chat, telegram.bot) if "replies" in rest else None
                telegram.photo(person, chat, caption=text or None, album=album[1] if album else None, reply_to=reply)
            case "voice":
                telegram.voice(person, chat)
            case "document":
                telegram.document(person, chat, rest, text.encode())
            case "card":
                telegram.contact(person, self._stage.cast.people[rest.removeprefix("of ")] if rest else None)
            case "start":
                telegram.start_link(person, rest)
            case "blocks":
                telegram.block(person)
            case "unblocks":
                telegram.unblock(person)
            case "adds":
                telegram.add_bot(chat, person, admin="plain" not in rest)
            case "kicks":
                telegram.kick_bot(chat, person)
            case "migrates":
                self._stage.cast.groups[chat.title or ""] = telegram.migrate(chat)
            case _:
                raise AssertionError(f"no such deed: {deed}")

    def _newest(self, chat: Chat, sender: Person | Bot) -> Message:
        return next(m for m in reversed(self._stage.telegram.shown(chat)) if m.sender is sender)

    def _with_label(self, chat: Chat, label: str) -> Message:
        shown = self._stage.telegram.shown(chat)
        found = [m for m in reversed(shown) if label in m.labels]
        assert found, f"no button {label!r} in {chat.name}: {[m.labels for m in shown if m.labels]}"
        return found[0]

    def _done(self) -> list[str]:
        events = [event for event in self._stage.seen if event.by is self._stage.telegram.bot]
        order = list(dict.fromkeys(event.chat.id for event in events))
        blocks = [self._block(event) for event in sorted(events, key=lambda event: order.index(event.chat.id))]
        for block in blocks:
            for code in _CODE.finditer(block):
                self._code = next(part for part in code.groups() if part)
        return [block for block in blocks if block]

    def _block(self, event: Event) -> str:
        name = event.chat.name
        match event.kind:
            case "sent" | "edited":
                mark = " ✏" if event.kind == "edited" else ""
                rows = [" ".join(f"[{label}]" for label, _ in row) for row in event.buttons]
                return "\n".join([f"-- {name}{mark}", *_files(event.message), event.text, *rows])
            case "reacted":
                reaction = event.message.reactions.get(self._stage.telegram.bot.id, "")
                return f"-- {name}\n{reaction} ← {event.text.splitlines()[0] if event.text else '(photo)'}"
            case "pinned":
                return f"-- {name} 📌\n{event.text.splitlines()[0]}"
            case "answered":
                assert event.press is not None
                return f"-- {name} toast {event.press.person.name}\n{event.press.answer}" if event.press.answer else ""
            case _:
                return f"-- {name} 🗑\n{event.kind}"


def _files(message: Message) -> list[str]:
    """What is sent along: a picture, or a document by its name."""
    return ["(picture)"] * bool(message.photo) + ([f"({message.document.name})"] if message.document else [])
