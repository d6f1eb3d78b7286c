"""One outgoing parcel becomes one call of the Bot API."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from telegram import InlineKeyboardMarkup, InputFile, InputMediaPhoto
from telegram.ext import ExtBot

from bot.exporting import Exporter, ExportFailed
from bot.gate import Gate
from bot.transport import AiohttpRequest
from domain.forms import Form
from domain.outgoing import ASK_CARD, NO_KEYS, Act
from domain.phones import private, private_in, without_identities
from storage.outbox import Parcel
from texts.catalogue import Words
from texts.printed import print_paper, safe_name
from texts.render import Voice, render, render_buttons

log = logging.getLogger(__name__)

MOST_BYTES = 50_000_000
"""What Telegram takes of a bot's file: https://core.telegram.org/bots/api#sending-files."""
UPLOAD_SECONDS = 180.0
MOST_IN_ALBUM = 10
_BY_ID = {"photo": "sendPhoto", "video": "sendVideo", "document": "sendDocument"}

Json = dict[str, object]


_TO_BE_CALLED = {
    **dict.fromkeys(("task", "task-draft", "order-again"), frozenset({"title", "body"})),
    **dict.fromkeys(("circular", "circular-draft", "circular-live"), frozenset({"text"})),
}
"""What the command wrote for all its readers: whom to call may stand in it. Kind -> fields."""


def for_group(parcel: Parcel) -> Parcel:
    """As a group may read it: numbers of people masked, whoever wrote them; of the command's own words the identity and
    account numbers alone."""
    told = _TO_BE_CALLED.get(parcel.kind, frozenset())
    fields = {
        name: value if name == "files" else _own_words(value) if name in told else private_in(value)
        for name, value in parcel.fields.items()
    }
    buttons = tuple(
        tuple(
            replace(b, label=private(b.label), fields=private_in(b.fields), written=private_in(b.written)) for b in row
        )
        for row in parcel.buttons
    )
    return replace(parcel, fields=fields, buttons=buttons)


def _own_words(value: object) -> object:
    return without_identities(value) if isinstance(value, str) else value


class Line:
    """The bot's end of the line: speaks each chat's language, without markup: what people wrote stays theirs.

    Most calls are written as they are; python-telegram-bot makes those that carry a file.
    """

    def __init__(
        self, bot: Callable[[], ExtBot[None]], language: str, form: Form, exporter: Exporter, gate: Gate
    ) -> None:
        self._bot = bot
        self._exporter = exporter
        self._language = language
        self._form = form
        self._gate = gate
        self._voices: dict[str, Voice] = {}

    async def send(self, parcel: Parcel) -> int | None:
        """Make the call once the gate lets it; the id of the message that it made. TelegramError as the library's."""
        parcel = parcel if parcel.chat_kind == "private" else for_group(parcel)
        match parcel.act:
            case Act.SEND:
                return await self._message(parcel)
            case Act.DOCUMENT if parcel.kind == "export":
                return await self._export(parcel)
            case Act.DOCUMENT if parcel.kind == "mydata-file":
                return await self._own_data(parcel)
            case Act.DOCUMENT:
                return await self._document(parcel)
            case Act.PICTURES:
                return await self._pictures(parcel)
            case Act.FILES:
                return await self._files(parcel)
            case Act.EDIT:
                await self._edit(parcel)
            case Act.REACT:
                emoji = [{"type": "emoji", "emoji": parcel.fields["emoji"]}]
                await self._call(parcel, "setMessageReaction", {"message_id": parcel.message_id, "reaction": emoji})
            case Act.PIN:
                pin = {"message_id": parcel.target_message, "disable_notification": True}
                await self._call(parcel, "pinChatMessage", pin)
            case Act.TOAST:
                await self._toast(parcel)
        return None

    async def _call(self, parcel: Parcel, method: str, fields: Mapping[str, object], cost: int = 1) -> Any:
        """One call to the parcel's chat, which counts as `cost` messages; its result. What is None is not said."""
        said = {"chat_id": parcel.telegram_chat or 0}
        async with self._gate.passed(parcel, cost):
            return await self._say(method, said | {name: value for name, value in fields.items() if value is not None})

    async def _say(self, method: str, fields: Mapping[str, object]) -> Any:
        bot = self._bot()
        assert isinstance(bot.request, AiohttpRequest)
        return await bot.request.say(f"{bot.base_url}/{method}", fields)

    async def _message(self, parcel: Parcel) -> int:
        voice, reply = self._voice(parcel), parcel.reply_to
        fields = {
            "text": render(voice, parcel.kind, parcel.fields),
            "reply_parameters": None if reply is None else {"message_id": reply, "allow_sending_without_reply": True},
            "reply_markup": _keys(voice, parcel) or _keyboard(voice, parcel),
            "disable_notification": True if parcel.kind == "board" else None,
        }
        return _id_of(await self._call(parcel, "sendMessage", fields))

    async def _toast(self, parcel: Parcel) -> None:
        """The answer to a press of a button; it counts in no budget."""
        fields = {name: value for name, value in parcel.fields.items() if name != "query"}
        text = render(self._voice(parcel), parcel.kind, fields)[:200]
        await self._say("answerCallbackQuery", {"callback_query_id": parcel.fields["query"], "text": text})

    async def _own_data(self, parcel: Parcel) -> int:
        """All that is kept of somebody, to themselves."""
        file = InputFile(parcel.fields["document"].encode(), "mydata.json")
        words = render(self._voice(parcel), parcel.kind, {})
        async with self._gate.passed(parcel):
            sent = await self._bot().send_document(parcel.telegram_chat or 0, file, caption=words)
        return sent.message_id

    async def _document(self, parcel: Parcel) -> int:
        """The paper as a PDF, typeset beside the loop."""
        voice, paper = self._voice(parcel), parcel.fields["paper"]
        printed = await asyncio.to_thread(print_paper, voice, paper[0], parcel.fields, "pdf")
        file = InputFile(printed.pages[0], printed.name)
        words = render(voice, parcel.kind, parcel.fields)
        async with self._gate.passed(parcel):
            sent = await self._bot().send_document(parcel.telegram_chat or 0, file, caption=words)
        return sent.message_id

    async def _export(self, parcel: Parcel) -> int:
        """The file that is asked for; words where it cannot be had, or is more than Telegram takes."""
        voice = self._voice(parcel)
        try:
            async with self._exporter.made(parcel.fields, voice.words.language) as path:
                if path.stat().st_size > MOST_BYTES:
                    return await self._message(replace(parcel, kind="export-too-big"))
                name = safe_name(render(voice, "export-file", parcel.fields)) + path.suffix
                words = render(voice, parcel.kind, parcel.fields)
                with path.open("rb") as file:
                    document = InputFile(file, name, read_file_handle=False)
                    chat = parcel.telegram_chat or 0
                    async with self._gate.passed(parcel):
                        sent = await self._bot().send_document(
                            chat, document, caption=words, read_timeout=UPLOAD_SECONDS, write_timeout=UPLOAD_SECONDS
                        )
                return sent.message_id
        except ExportFailed:
            log.exception("an export was not written")
            return await self._message(replace(parcel, kind="export-failed"))

    async def _pictures(self, parcel: Parcel) -> int:
        """The paper as a picture a page; the id of the first message."""
        voice, paper = self._voice(parcel), parcel.fields["paper"]
        printed = await asyncio.to_thread(print_paper, voice, paper[0], parcel.fields, "png")
        chat, words = parcel.telegram_chat or 0, render(voice, parcel.kind, parcel.fields)
        bot, pages = self._bot(), printed.pages
        async with self._gate.passed(parcel, len(pages)):
            if len(pages) == 1:
                keyboard = _keyboard(voice, parcel)
                keys = None if keyboard is None else InlineKeyboardMarkup.de_json(keyboard, bot)
                return (await bot.send_photo(chat, pages[0], caption=words, reply_markup=keys)).message_id
            album = [InputMediaPhoto(page) for page in pages]
            return (await bot.send_media_group(chat, album, caption=words))[0].message_id

    async def _files(self, parcel: Parcel) -> int:
        """Files that somebody sent, again by Telegram's ids: with words, and buttons where it is one."""
        voice, files = self._voice(parcel), parcel.fields["files"][:MOST_IN_ALBUM]
        words = None if parcel.kind == "circular-files" else render(voice, parcel.kind, parcel.fields)
        if len(files) > 1:
            album = [{"type": kind, "media": file_id} for kind, file_id in files]
            if words is not None:
                album[0]["caption"] = words
            return _id_of((await self._call(parcel, "sendMediaGroup", {"media": album}, len(files)))[0])
        [[kind, file_id]] = files
        fields = {kind: file_id, "caption": words, "reply_markup": _keyboard(voice, parcel)}
        return _id_of(await self._call(parcel, _BY_ID[kind], fields))

    async def _edit(self, parcel: Parcel) -> None:
        voice = self._voice(parcel)
        text = render(voice, parcel.kind, parcel.fields)
        fields = {"message_id": parcel.target_message, "text": text, "reply_markup": _keyboard(voice, parcel)}
        await self._call(parcel, "editMessageText", fields)

    def _voice(self, parcel: Parcel) -> Voice:
        language = parcel.language or self._language
        if language not in self._voices:
            self._voices[language] = Voice(Words(language), self._form)
        return self._voices[language]


def _id_of(message: Mapping[str, Any]) -> int:
    return int(message["message_id"])


def _keys(voice: Voice, parcel: Parcel) -> Json | None:
    """The keys under the whole chat, where the message brings some or takes them away."""
    if parcel.buttons == NO_KEYS:
        return {"remove_keyboard": True}
    if parcel.buttons != ASK_CARD:
        return None
    [[(label, _)]] = render_buttons(voice, parcel.buttons)
    card = {"text": label, "request_contact": True}
    return {"keyboard": [[card]], "resize_keyboard": True, "one_time_keyboard": True}


def _keyboard(voice: Voice, parcel: Parcel) -> Json | None:
    rows = render_buttons(voice, parcel.buttons)
    if not rows:
        return None
    return {"inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in rows]}
