"""The real library, python-telegram-bot, polling and sending: it must not notice where it is."""

import io
from collections.abc import AsyncIterator

import pytest
from hand_clock import FOUR_O_CLOCK, until
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TimedOut
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    MessageReactionHandler,
    filters,
)
from telegram.request import HTTPXRequest
from test_server_files import png

from bot.clock import rehearsal
from drill.server.http import Server
from drill.server.telegram import Telegram


@pytest.fixture
def telegram():
    return Telegram(rehearsal(FOUR_O_CLOCK, 20))


@pytest.fixture
async def app(telegram) -> AsyncIterator[Application]:
    server = Server(telegram)
    await server.start()
    builder = Application.builder().token(telegram.token).base_url(f"{server.url}/bot")
    app = builder.base_file_url(f"{server.url}/file/bot").read_timeout(5).build()
    await app.initialize()
    yield app
    await app.shutdown()
    await server.stop()


@pytest.fixture
def warden(telegram):
    warden = telegram.person("王某", phone="13800000001")
    telegram.start_link(warden)
    return warden


async def polling(app, *handlers):
    app.add_handlers(handlers)
    await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
    await app.start()


async def halt(app):
    await app.updater.stop()
    await app.stop()


async def test_an_application_polls_answers_edits_pins_and_reacts(telegram, app, warden):
    group = telegram.group("黄溪村", [warden])
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("收到", callback_data="seen")]])

    async def report(update, context):
        await update.message.set_reaction("👍")
        sent = await update.message.reply_html("<b>看板</b> 1/58", reply_markup=keyboard)
        await sent.pin(disable_notification=True)

    async def tapped(update, context):
        await update.callback_query.answer("好")
        await update.callback_query.edit_message_text("看板 2/58")

    await polling(app, MessageHandler(filters.TEXT & ~filters.COMMAND, report), CallbackQueryHandler(tapped))
    said = telegram.say(warden, group, "今天 120 户")
    await until(lambda: telegram.pinned(group))
    assert said.reactions == {telegram.bot.id: "👍"}
    board = telegram.last(group)
    assert (board.text, board.entities[0]["type"], board.reply_to) == ("看板 1/58", "bold", said)
    telegram.press_label(warden, board, "收到")
    await until(lambda: board.text == "看板 2/58")
    assert [t.text for t in telegram.toasts] == ["好"]
    await halt(app)
    assert telegram.counts.unconfirmed == 0
    # The library gives up its last poll and asks once more to confirm: by Telegram's rules the first one ends in 409.
    assert {code for _, code, _ in telegram.counts.refusals} <= {409}


async def test_all_kinds_of_updates_are_understood(telegram, app, warden):
    seen: list[str] = []

    def note(word):
        async def handler(update, context):
            seen.append(word)

        return handler

    await polling(
        app,
        CommandHandler("start", note("start")),
        ChatMemberHandler(note("mine"), ChatMemberHandler.MY_CHAT_MEMBER),
        ChatMemberHandler(note("member"), ChatMemberHandler.CHAT_MEMBER),
        MessageReactionHandler(note("reaction")),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, note("edited")),
        MessageHandler(filters.CONTACT, note("contact")),
        MessageHandler(filters.PHOTO, note("photo")),
        MessageHandler(filters.Document.ALL, note("file")),
        MessageHandler(filters.VOICE, note("voice")),
        MessageHandler(filters.StatusUpdate.ALL, note("service")),
    )
    await until(lambda: "start" in seen)
    chat = telegram.private(warden)
    group = telegram.group("黄溪村", [telegram.person("李站长")])
    telegram.join(warden, group)
    said = telegram.photo(warden, chat, caption="现场")
    telegram.edit(warden, said, "现场 2")
    telegram.react(warden, said, "👍")
    telegram.contact(warden)
    telegram.document(warden, chat, "名单.csv", b"x")
    telegram.voice(warden, chat)
    telegram.migrate(group)
    wanted = {"start", "mine", "member", "reaction", "edited", "contact", "photo", "file", "voice", "service"}
    await until(lambda: set(seen) == wanted)
    await halt(app)


async def test_refusals_arrive_as_the_librarys_errors(telegram, app, warden, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    bot = app.bot
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "x")
    other = telegram.person("赵某")
    group = telegram.group("黄溪村", [other])
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(other.id, "x")
    new = telegram.migrate(group)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group.id, "x")
    assert migrated.value.new_chat_id == new.id
    telegram.faults.next("sendMessage", "429", seconds=3)
    with pytest.raises(RetryAfter, match="3"):
        await bot.send_message(new.id, "x")
    telegram.faults.next("sendMessage", "timeout", seconds=5)
    with pytest.raises(TimedOut):
        await bot.send_message(new.id, "y", read_timeout=0.05)
    assert telegram.last(new).text == "y"


async def test_a_wrong_token_is_noticed(telegram, app):
    base = str(app.bot.base_url).removesuffix(telegram.token)
    async with HTTPXRequest() as request:
        with pytest.raises(InvalidToken):
            await Bot("2:x", base_url=base, request=request, get_updates_request=request).get_me()


async def test_the_librarys_reading_of_the_other_methods(telegram, app, warden):
    bot = app.bot
    group = telegram.group("黄溪村", [warden], supergroup=True)
    me = await bot.get_me()
    assert (me.username, me.can_read_all_group_messages) == ("gridwarden_bot", False)
    full = await bot.get_chat(group.id)
    assert full.title == "黄溪村"
    member = await bot.get_chat_member(group.id, bot.id)
    assert member.can_pin_messages
    assert await bot.get_chat_member_count(group.id) == 2
    await bot.set_my_commands([("board", "看板")])
    assert [c.command for c in await bot.get_my_commands()] == ["board"]
    photos = [InputMediaPhoto(io.BytesIO(png(4, 3)), caption="一"), InputMediaPhoto(io.BytesIO(png(4, 3)))]
    assert len(await bot.send_media_group(group.id, photos)) == 2
    sent = await bot.send_document(warden.id, io.BytesIO(b"PK"), filename="汇总.xlsx", caption="汇总")
    fetched = await (await sent.document.get_file()).download_as_bytearray()
    assert (sent.document.file_name, bytes(fetched)) == ("汇总.xlsx", b"PK")
    assert (await bot.get_webhook_info()).pending_update_count > 0
    copied = await bot.copy_message(warden.id, warden.id, sent.message_id)
    assert await bot.delete_message(warden.id, copied.message_id)
    assert await bot.leave_chat(group.id)
