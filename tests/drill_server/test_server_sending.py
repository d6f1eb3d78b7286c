"""Sending, editing, deleting, answering: what goes well, and Telegram's refusals word for word."""

import aiohttp
import pytest

from drill.server.http import Server

BUTTONS = {
    "inline_keyboard": [[{"text": "收到", "callback_data": "seen/12"}, {"text": "完成", "callback_data": "done"}]]
}


@pytest.fixture
def warden(telegram):
    return telegram.person("王某", phone="13800000001")


@pytest.fixture
def chat(telegram, warden):
    telegram.start_link(warden)
    return telegram.private(warden)


@pytest.fixture
def group(telegram, warden):
    return telegram.group("黄溪村", [warden])


async def test_a_sent_message_is_shown_with_its_buttons_and_dated_in_whole_seconds(telegram, api, chat, clock):
    clock.pass_time(0.7)
    sent = await api.ok("sendMessage", chat_id=chat.id, text=" 任务 12 \n", reply_markup=BUTTONS)
    message = telegram.last(chat)
    assert (message.id, message.text, message.date) == (sent["message_id"], "任务 12", int(clock.now().timestamp()))
    assert message.buttons == [[("收到", "seen/12"), ("完成", "done")]]
    assert type(sent["date"]) is int


async def test_arguments_come_by_address_form_multipart_or_json(telegram, api, chat):
    args = {"chat_id": str(chat.id), "text": "话"}
    async with api.session.get(f"{api.base}/sendMessage", params=args) as answer:
        assert (await answer.json())["ok"]
    async with api.session.post(f"{api.base}/SENDMESSAGE", data=args) as answer:
        assert (await answer.json())["ok"]
    body = aiohttp.FormData(args, default_to_multipart=True)
    async with api.session.post(f"{api.base}/sendMessage", data=body) as answer:
        assert (await answer.json())["ok"]
    async with api.session.post(
        f"{api.base}/sendMessage", data=b"{", headers={"Content-Type": "application/json"}
    ) as bad:
        assert bad.status == 400
    assert [m.text for m in telegram.shown(chat)] == ["/start", "话", "话", "话"]
    assert telegram.counts.by_method["sendMessage"] == 3


async def test_a_wrong_token_is_401_and_an_unknown_method_404(api):
    async with api.session.get(f"{api.server.url}/bot2:other/getMe") as answer:
        assert (answer.status, (await answer.json())["description"]) == (401, "Unauthorized")
    assert await api.refused("getMee") == "404 Not Found"
    assert api.server.telegram.counts.unknown_methods == {"getMee": 1}


@pytest.mark.parametrize(
    ("args", "refusal"),
    [
        ({"text": ""}, "400 Bad Request: message text is empty"),
        ({"text": "  \n "}, "400 Bad Request: text must be non-empty"),
        ({"text": "长" * 4097}, "400 Bad Request: message is too long"),
        ({"text": "x", "chat_id": 5}, "400 Bad Request: chat not found"),
        ({"text": "x", "chat_id": "@nobody"}, "400 Bad Request: chat not found"),
        ({"text": "x", "chat_id": ""}, "400 Bad Request: chat_id is empty"),
        ({"text": "x", "reply_markup": "{"}, "400 Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": [1]}, "400 Bad Request: object expected as reply markup"),
        ({"text": "x", "reply_parameters": {"message_id": 99999}}, "400 Bad Request: message to be replied not found"),
        ({"text": "x", "message_thread_id": 7}, "400 Bad Request: message thread not found"),
    ],
)
async def test_what_cannot_be_sent_is_refused_in_telegrams_words(api, chat, args, refusal):
    assert await api.refused("sendMessage", **{"chat_id": chat.id, **args}) == refusal


async def test_text_is_measured_after_its_markup_is_read(telegram, api, chat):
    sent = await api.ok("sendMessage", chat_id=chat.id, text=f"<b>{'长' * 4096}</b>", parse_mode="HTML")
    assert sent["entities"] == [{"offset": 0, "length": 4096, "type": "bold"}]


@pytest.mark.parametrize(
    ("data", "fits"), [("a" * 64, True), ("村" * 21, True), ("a" * 65, False), ("村" * 22, False), ("", False)]
)
async def test_callback_data_is_one_to_64_bytes(api, chat, data, fits):
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": data}]]}
    body = await api.call("sendMessage", chat_id=chat.id, text="?", reply_markup=markup)
    assert body["ok"] == fits
    assert fits or body["description"] == "Bad Request: BUTTON_DATA_INVALID"


async def test_an_answer_to_a_deleted_message_goes_out_only_when_allowed_without(telegram, api, warden, chat):
    said = telegram.say(warden, chat, "删掉")
    telegram.delete(warden, said)
    reply = {"message_id": said.id}
    assert "not found" in await api.refused("sendMessage", chat_id=chat.id, text="x", reply_parameters=reply)
    sent = await api.ok(
        "sendMessage", chat_id=chat.id, text="x", reply_parameters={**reply, "allow_sending_without_reply": True}
    )
    assert "reply_to_message" not in sent


async def test_a_bot_cannot_begin_a_talk_and_a_block_ends_it(telegram, api, warden, group):
    refused = "403 Forbidden: bot can't initiate conversation with a user"
    assert await api.refused("sendMessage", chat_id=warden.id, text="x") == refused
    telegram.start_link(warden, "token")
    await api.ok("sendMessage", chat_id=warden.id, text="x")
    telegram.block(warden)
    blocked = "403 Forbidden: bot was blocked by the user"
    assert await api.refused("sendMessage", chat_id=warden.id, text="x") == blocked
    assert telegram.say(warden, telegram.private(warden), "在吗") is None
    telegram.unblock(warden)
    await api.ok("sendMessage", chat_id=warden.id, text="x")
    standings = [u["my_chat_member"]["new_chat_member"]["status"] for u in await api.updates() if "my_chat_member" in u]
    assert standings == ["member", "administrator", "kicked", "member"]


async def test_an_edit_changes_the_message_in_place_and_an_equal_one_is_refused(telegram, api, chat, clock):
    sent = await api.ok("sendMessage", chat_id=chat.id, text="51/58", reply_markup=BUTTONS)
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    clock.pass_time(60)
    edited = await api.ok("editMessageText", **where, text="52/58", reply_markup=BUTTONS)
    assert edited["edit_date"] == edited["date"] + 60
    same = await api.refused("editMessageText", **where, text="52/58", reply_markup=BUTTONS)
    assert same.startswith("400 Bad Request: message is not modified: specified new message content and reply markup")
    assert "reply_markup" not in await api.ok("editMessageText", **where, text="52/58")
    clock.pass_time(60)
    assert (await api.refused("editMessageReplyMarkup", **where)).startswith("400 Bad Request: message is not modified")
    assert [m.text for m in telegram.shown(chat)] == ["/start", "52/58"]
    assert [e.text for e in telegram.history(chat)] == ["/start", "51/58", "52/58", "52/58"]


async def test_only_the_bots_own_messages_can_be_edited(telegram, api, warden, chat):
    said = telegram.say(warden, chat, "话")
    where = {"chat_id": chat.id, "message_id": said.id}
    assert await api.refused("editMessageText", **where, text="x") == "400 Bad Request: message can't be edited"
    gone = {"chat_id": chat.id, "message_id": 99999}
    assert await api.refused("editMessageText", **gone, text="x") == "400 Bad Request: message to edit not found"
    photo = telegram.photo(warden, chat)
    sent = await api.ok("sendPhoto", chat_id=chat.id, photo=photo.photo[-1].id)
    where["message_id"] = sent["message_id"]
    none = "400 Bad Request: there is no text in the message to edit"
    assert await api.refused("editMessageText", **where, text="x") == none


async def test_deleting_takes_a_right_in_groups_and_is_over_after_two_days(telegram, api, warden, group, clock):
    said = telegram.say(warden, group, "话")
    sent = await api.ok("sendMessage", chat_id=group.id, text="x")
    telegram.demote_bot(group)
    theirs = {"chat_id": group.id, "message_id": said.id}
    assert await api.refused("deleteMessage", **theirs) == "400 Bad Request: message can't be deleted"
    clock.pass_time(48 * 3600)
    mine = {"chat_id": group.id, "message_id": sent["message_id"]}
    assert await api.refused("deleteMessage", **mine) == "400 Bad Request: message can't be deleted for everyone"
    telegram.promote_bot(group)
    assert await api.ok("deleteMessage", **mine) is True
    assert await api.refused("deleteMessage", **mine) == "400 Bad Request: message to delete not found"


async def test_a_tap_is_answered_once_and_in_time(telegram, api, warden, chat, clock):
    await api.ok("sendMessage", chat_id=chat.id, text="任务 12", reply_markup=BUTTONS)
    press = telegram.press_label(warden, telegram.last(chat), "收到")
    await api.ok("answerCallbackQuery", callback_query_id=press.id, text="记下了", show_alert=True)
    (toast,) = telegram.toasts
    assert (toast.person, toast.data, toast.text, toast.alert) == (warden, "seen/12", "记下了", True)
    too_old = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert await api.refused("answerCallbackQuery", callback_query_id=press.id) == too_old
    late = telegram.press(warden, telegram.last(chat), "done")
    clock.pass_time(151)
    assert await api.refused("answerCallbackQuery", callback_query_id=late.id) == too_old


async def test_a_button_that_never_was_cannot_be_pressed_but_an_old_one_can(telegram, api, warden, chat):
    sent = await api.ok("sendMessage", chat_id=chat.id, text="?", reply_markup=BUTTONS)
    await api.ok("editMessageText", chat_id=chat.id, message_id=sent["message_id"], text="!")
    message = telegram.last(chat)
    assert telegram.press(warden, message, "done").data == "done"
    with pytest.raises(LookupError):
        telegram.press_label(warden, message, "完成")
    with pytest.raises(LookupError):
        telegram.press(warden, message, "drop table")
    assert telegram.press(warden, message, "drop table", forged=True).data == "drop table"


async def test_a_bot_reacts_with_one_listed_sign(telegram, api, warden, group):
    said = telegram.say(warden, group, "120 户")
    where = {"chat_id": group.id, "message_id": said.id}
    await api.ok("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert said.reactions == {telegram.bot.id: "👍"}
    wrong = [{"type": "emoji", "emoji": "✅"}]
    assert await api.refused("setMessageReaction", **where, reaction=wrong) == "400 Bad Request: REACTION_INVALID"
    two = [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "👀"}]
    assert await api.refused("setMessageReaction", **where, reaction=two) == "400 Bad Request: REACTIONS_TOO_MANY"
    await api.ok("setMessageReaction", **where)
    assert said.reactions == {}


async def test_a_pinned_board_is_found_again_by_getchat(telegram, api, group):
    sent = await api.ok("sendMessage", chat_id=group.id, text="看板")
    where = {"chat_id": group.id, "message_id": sent["message_id"]}
    await api.ok("pinChatMessage", **where, disable_notification=True)
    assert (await api.ok("getChat", chat_id=group.id))["pinned_message"]["text"] == "看板"
    assert [m.text for m in telegram.pinned(group)] == ["看板"]
    (notice,) = [u["message"] for u in await api.updates() if "pinned_message" in u.get("message", {})]
    assert notice["pinned_message"]["message_id"] == sent["message_id"]
    assert notice["from"]["is_bot"]
    await api.ok("unpinChatMessage", **where)
    assert "pinned_message" not in await api.ok("getChat", chat_id=group.id)
    assert await api.refused("unpinChatMessage", chat_id=group.id) == "400 Bad Request: message to unpin not found"


async def test_pinning_takes_the_right(telegram, api, group):
    sent = await api.ok("sendMessage", chat_id=group.id, text="看板")
    where = {"chat_id": group.id, "message_id": sent["message_id"]}
    telegram.promote_bot(group, rights=["can_delete_messages"])
    refusal = "400 Bad Request: not enough rights to manage pinned messages in the chat"
    assert await api.refused("pinChatMessage", **where) == refusal
    gone = {"chat_id": group.id, "message_id": 1}
    assert await api.refused("pinChatMessage", **gone) == "400 Bad Request: message to pin not found"


async def test_a_reply_keyboard_is_under_the_chat_until_it_is_removed(telegram, api, chat):
    keyboard = {"keyboard": [[{"text": "交出名片", "request_contact": True}], ["零报告"]]}
    sent = await api.ok("sendMessage", chat_id=chat.id, text="请", reply_markup=keyboard)
    assert "reply_markup" not in sent
    assert chat.keyboard == [[{"text": "交出名片", "request_contact": True}], [{"text": "零报告"}]]
    await api.ok("sendMessage", chat_id=chat.id, text="谢", reply_markup={"remove_keyboard": True})
    assert chat.keyboard is None


async def test_commands_are_kept_by_scope_and_language(telegram, api):
    board = [{"command": "board", "description": "看板"}]
    private = {"type": "all_private_chats"}
    await api.ok("setMyCommands", commands=board, scope=private, language_code="zh")
    assert await api.ok("getMyCommands") == []
    assert await api.ok("getMyCommands", scope=private, language_code="zh") == board
    wrong = [{"command": "看板", "description": "看板"}]
    assert await api.refused("setMyCommands", commands=wrong) == "400 Bad Request: BOT_COMMAND_INVALID"
    await api.ok("deleteMyCommands", scope=private, language_code="zh")
    assert await api.ok("getMyCommands", scope=private, language_code="zh") == []


async def test_the_same_words_twice_in_a_chat_are_counted_as_doubles(telegram, api, chat):
    for text in ("一", "一", "二"):
        await api.ok("sendMessage", chat_id=chat.id, text=text)
    assert telegram.counts.duplicates == {(chat.id, "一"): 2}


async def test_listeners_hear_what_the_bot_does_and_may_act_at_once(telegram, api, warden, chat):
    heard = []

    def answer(event):
        heard.append((event.kind, event.text))
        if event.kind == "sent" and event.buttons:
            telegram.press(warden, event.message, event.buttons[0][0][1])

    telegram.listen(answer)
    await api.ok("sendMessage", chat_id=chat.id, text="任务", reply_markup=BUTTONS)
    assert heard == [("sent", "任务")]
    assert [u["callback_query"]["data"] for u in await api.updates() if "callback_query" in u] == ["seen/12"]


async def test_a_transcript_reads_like_the_chat(telegram, api, warden, chat, clock):
    said = telegram.say(warden, chat, "今天 120 户\n排查 356 人")
    clock.pass_time(60)
    await api.ok(
        "sendMessage", chat_id=chat.id, text="✅ 已收", reply_markup=BUTTONS, reply_parameters={"message_id": said.id}
    )
    await api.ok("setMessageReaction", chat_id=chat.id, message_id=said.id, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert telegram.transcript(chat) == (
        "08:00 王某: /start\n"
        "08:00 王某: 今天 120 户\n"
        "      排查 356 人\n"
        "    👍\n"
        "08:01 bot > “今天 120 户”: ✅ 已收\n"
        "    [收到] [完成]"
    )


async def test_an_error_of_the_servers_own_is_a_500_and_is_raised_again_at_the_end(telegram):
    server = Server(telegram)
    await server.start()
    warden = telegram.person("王某")
    telegram.start_link(warden)

    def clumsy(event):
        raise ZeroDivisionError("a warden stumbled")

    telegram.listen(clumsy)
    async with aiohttp.ClientSession() as session:
        api = f"{server.url}/bot1:drill/sendMessage"
        async with session.post(api, json={"chat_id": warden.id, "text": "x"}) as answer:
            assert answer.status == 500
    with pytest.raises(ExceptionGroup) as raised:
        await server.stop()
    assert [type(e) for e in raised.value.exceptions] == [ZeroDivisionError]
