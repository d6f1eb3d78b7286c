"""One outgoing parcel becomes one call of the Bot API."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.ext import ExtBot

from bot.exporting import Exporter, ExportFailed
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
_MEDIA: dict[str, type[InputMediaPhoto | InputMediaDocument | InputMediaVideo]] = {
    "photo": InputMediaPhoto,
    "document": InputMediaDocument,
    "video": InputMediaVideo,
}


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
        tuple(replace(b, label=private(b.label), fields=private_in(b.fields)) for b in row) for row in parcel.buttons
    )
    return replace(parcel, fields=fields, buttons=buttons)


def _own_words(value: object) -> object:
    return without_identities(value) if isinstance(value, str) else value


class Line:
    """The bot's end of the line: speaks each chat's language, without markup: what people wrote stays theirs."""

    def __init__(self, bot: Callable[[], ExtBot[None]], language: str, form: Form, exporter: Exporter) -> None:
        self._bot = bot
        self._exporter = exporter
        self._language = language
        self._form = form
        self._voices: dict[str, Voice] = {}

    async def send(self, parcel: Parcel) -> int | None:
        """Make the call; the id of the message that it made. TelegramError as the library raises it."""
        parcel = parcel if parcel.chat_kind == "private" else for_group(parcel)
        match parcel.act:
            case Act.SEND:
                return await self._message(parcel)
            case Act.DOCUMENT if parcel.kind == "export":
                return await self._export(parcel)
            case Act.DOCUMENT:
                return await self._document(parcel)
            case Act.PICTURES:
                return await self._pictures(parcel)
            case Act.FILES:
                return await self._files(parcel)
            case Act.EDIT:
                await self._edit(parcel)
            case Act.REACT:
                await self._bot().set_message_reaction(
                    parcel.telegram_chat or 0, parcel.message_id or 0, parcel.fields["emoji"]
                )
            case Act.PIN:
                await self._bot().pin_chat_message(parcel.telegram_chat or 0, parcel.target_message or 0, True)
            case Act.TOAST:
                fields = {name: value for name, value in parcel.fields.items() if name != "query"}
                text = render(self._voice(parcel), parcel.kind, fields)[:200]
                await self._bot().answer_callback_query(parcel.fields["query"], text)
        return None

    async def _message(self, parcel: Parcel) -> int:
        voice = self._voice(parcel)
        reply = None if parcel.reply_to is None else ReplyParameters(parcel.reply_to, allow_sending_without_reply=True)
        sent = await self._bot().send_message(
            parcel.telegram_chat or 0,
            render(voice, parcel.kind, parcel.fields),
            reply_parameters=reply,
            reply_markup=_keys(voice, parcel) or _keyboard(voice, parcel),
            disable_notification=parcel.kind == "board",
        )
        return sent.message_id

    async def _document(self, parcel: Parcel) -> int:
        """The paper as a PDF, typeset beside the loop."""
        voice, paper = self._voice(parcel), parcel.fields["paper"]
        printed = await asyncio.to_thread(print_paper, voice, paper[0], parcel.fields, "pdf")
        file = InputFile(printed.pages[0], printed.name)
        words = render(voice, parcel.kind, parcel.fields)
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
        if len(printed.pages) == 1:
            keys = _keyboard(voice, parcel)
            return (await self._bot().send_photo(chat, printed.pages[0], caption=words, reply_markup=keys)).message_id
        album = [InputMediaPhoto(page) for page in printed.pages]
        return (await self._bot().send_media_group(chat, album, caption=words))[0].message_id

    async def _files(self, parcel: Parcel) -> int:
        """Files that somebody sent, again by Telegram's ids: with words, and buttons where it is one."""
        bot, chat, files = self._bot(), parcel.telegram_chat or 0, parcel.fields["files"]
        voice = self._voice(parcel)
        words = None if parcel.kind == "circular-files" else render(voice, parcel.kind, parcel.fields)
        if len(files) > 1:
            album = [_MEDIA[kind](file_id) for kind, file_id in files[:MOST_IN_ALBUM]]
            return (await bot.send_media_group(chat, album, caption=words))[0].message_id
        [[kind, file_id]] = files
        keys = _keyboard(voice, parcel)
        match kind:
            case "photo":
                return (await bot.send_photo(chat, file_id, caption=words, reply_markup=keys)).message_id
            case "video":
                return (await bot.send_video(chat, file_id, caption=words, reply_markup=keys)).message_id
        return (await bot.send_document(chat, file_id, caption=words, reply_markup=keys)).message_id

    async def _edit(self, parcel: Parcel) -> None:
        voice = self._voice(parcel)
        text = render(voice, parcel.kind, parcel.fields)
        keyboard = _keyboard(voice, parcel)
        await self._bot().edit_message_text(text, parcel.telegram_chat, parcel.target_message, reply_markup=keyboard)

    def _voice(self, parcel: Parcel) -> Voice:
        language = parcel.language or self._language
        if language not in self._voices:
            self._voices[language] = Voice(Words(language), self._form)
        return self._voices[language]


def _keys(voice: Voice, parcel: Parcel) -> ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """The keys under the whole chat, where the message brings some or takes them away."""
    if parcel.buttons == NO_KEYS:
        return ReplyKeyboardRemove()
    if parcel.buttons != ASK_CARD:
        return None
    [[(label, _)]] = render_buttons(voice, parcel.buttons)
    return ReplyKeyboardMarkup([[KeyboardButton(label, request_contact=True)]], True, one_time_keyboard=True)


def _keyboard(voice: Voice, parcel: Parcel) -> InlineKeyboardMarkup | None:
    rows = render_buttons(voice, parcel.buttons)
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows]
    )
