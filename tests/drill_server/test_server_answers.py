"""Every method and every kind of update, against the published description of the Bot API."""

from typing import Any

import pytest
from api_schema import api as description
from api_schema import check_answer, complaints

from drill.server.methods import METHODS, WAITING_METHODS

PNG = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000004000000030802000000")


@pytest.fixture
def published() -> dict[str, Any]:
    if description() is None:
        pytest.skip("the published description is not at hand")
    return description()


def test_every_method_played_here_is_one_of_telegrams(published):
    assert {*METHODS, *WAITING_METHODS} <= set(published["methods"])


async def whole_life(telegram, api) -> set[str]:
    """Call each method with all that it requires, and before that with each required argument left out; all names."""
    boss, warden = telegram.person("李站长", phone="13900000001"), telegram.person("王某")
    group = telegram.group("黄溪村", [boss, warden])
    said = telegram.say(warden, group, "今天 120 户")
    telegram.start_link(warden)
    file = telegram.document(warden, telegram.private(warden), "名单.csv", b"a,b")
    press_on = await api.ok("sendMessage", chat_id=group.id, text="?", reply_markup=buttons("好:ok"))
    press = telegram.press(warden, group.messages[press_on["message_id"]], "ok")
    left = telegram.group("散了的群", [boss])
    mine = {"chat_id": group.id, "message_id": press_on["message_id"]}
    photo = telegram.photo(warden, group)
    asked = {
        "getMe": {},
        "answerCallbackQuery": {"callback_query_id": press.id},
        "sendMessage": {"chat_id": group.id, "text": "收到"},
        "sendPhoto": {"chat_id": group.id, "photo": photo.photo[-1].id},
        "sendDocument": {"chat_id": group.id, "document": file.document.id},
        "sendMediaGroup": {"chat_id": warden.id, "media": [{"type": "document", "media": file.document.id}] * 2},
        "forwardMessage": {"chat_id": warden.id, "from_chat_id": group.id, "message_id": said.id},
        "copyMessage": {"chat_id": warden.id, "from_chat_id": group.id, "message_id": said.id},
        "sendChatAction": {"chat_id": group.id, "action": "typing"},
        "editMessageText": {**mine, "text": "!", "reply_markup": buttons("好:ok")},
        "editMessageReplyMarkup": mine,
        "editMessageCaption": {"caption": "图"},
        "setMessageReaction": {
            "chat_id": group.id,
            "message_id": said.id,
            "reaction": [{"type": "emoji", "emoji": "👍"}],
        },
        "pinChatMessage": mine,
        "getChat": {"chat_id": group.id},
        "unpinChatMessage": {"chat_id": group.id},
        "unpinAllChatMessages": {"chat_id": group.id},
        "deleteMessage": mine,
        "deleteMessages": {"chat_id": group.id, "message_ids": [1, 2]},
        "getFile": {"file_id": file.document.id},
        "getChatMember": {"chat_id": group.id, "user_id": warden.id},
        "getChatAdministrators": {"chat_id": group.id},
        "getChatMemberCount": {"chat_id": group.id},
        "exportChatInviteLink": {"chat_id": group.id},
        "setMyCommands": {"commands": [{"command": "board", "description": "看板"}]},
        "getMyCommands": {},
        "deleteMyCommands": {},
        "getUpdates": {},
        "getWebhookInfo": {},
        "setWebhook": {"url": ""},
        "deleteWebhook": {},
        "leaveChat": {"chat_id": left.id},
    }
    for method, args in asked.items():
        if method == "editMessageCaption":
            args |= {"chat_id": group.id, "message_id": telegram.last(group).id - 1}
        telegram.clock.pass_time(30)
        await without_what_is_required(api, method, args)
        await api.ok(method, **args)
    return set(asked)


async def without_what_is_required(api, method: str, args: dict[str, Any]) -> None:
    """The call that is about to go well is refused when anything required is left out of it."""
    required = {f["name"] for f in description()["methods"][method].get("fields", []) if f["required"]} - {"url"}
    assert required <= args.keys(), method
    for name in required:
        refusal = await api.refused(method, **{k: v for k, v in args.items() if k != name})
        assert refusal.startswith("400 Bad Request: "), (method, name, refusal)


def buttons(*rows: str) -> dict[str, Any]:
    """An inline keyboard from "label:data label:data" rows."""
    keyboard = [
        [{"text": b.partition(":")[0], "callback_data": b.partition(":")[2]} for b in row.split()] for row in rows
    ]
    return {"inline_keyboard": keyboard}


async def test_every_answer_has_the_published_form_and_nothing_required_may_be_left_out(telegram, api, published):
    assert await whole_life(telegram, api) == {*METHODS, *WAITING_METHODS}


def test_the_check_itself_finds_what_is_wrong(published):
    chat = {"id": 1, "type": "private", "first_name": "王"}
    message = {"message_id": 1, "date": 1, "chat": chat}
    assert complaints(message, ["Message"], "m") == []
    assert complaints({**message, "date": "1"}, ["Message"], "m")
    assert complaints({**message, "tekst": "x"}, ["Message"], "m")
    assert complaints({"message_id": 1, "date": 1}, ["Message"], "m")
    assert complaints({"user": {}, "status": "left"}, ["ChatMember"], "m")
    with pytest.raises(AssertionError):
        check_answer("getMe", {"id": 1})


async def test_every_kind_of_update_has_the_form_that_telegram_publishes(telegram, api, published):
    telegram.queue.allow(
        ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"]
    )
    boss, warden = telegram.person("李站长", phone="13900000001"), telegram.person("王某", phone="138", username="wang")
    group = telegram.group("黄溪村", [boss])
    telegram.join(warden, group)
    said = telegram.say(warden, group, "今天 120 户 https://example.org/a #日报 @wang", forwarded_from=boss)
    telegram.edit(warden, said, "今天 121 户")
    telegram.say(warden, group, "/board", reply_to=said, forwarded_from="某人")
    telegram.photo(warden, group, caption="现场", album="a")
    telegram.photo(warden, group, album="a")
    telegram.document(warden, group, "名单.xlsx", b"PK")
    telegram.voice(warden, group)
    telegram.contact(warden)
    telegram.contact(warden, boss, with_id=False)
    telegram.react(warden, said, "👍")
    telegram.react(warden, said, None)
    telegram.say(boss, group, "匿名", anonymous=True)
    sent = await api.ok("sendMessage", chat_id=group.id, text="?", reply_markup=buttons("好:ok"))
    asked = group.messages[sent["message_id"]]
    telegram.press(warden, asked, "ok")
    await api.ok("pinChatMessage", chat_id=group.id, message_id=asked.id)
    await api.ok("deleteMessage", chat_id=group.id, message_id=asked.id)
    telegram.press(warden, asked, "ok")
    telegram.promote(warden, group)
    telegram.leave(warden, group)
    telegram.block(warden)
    telegram.unblock(warden)
    telegram.demote_bot(group)
    telegram.kick_bot(group)
    forum = telegram.group("全镇", [boss], forum=True)
    telegram.say(boss, forum, "题", thread=telegram.topic(forum, "日报"))
    telegram.migrate(telegram.group("旧群", [boss]))
    updates = await api.updates()
    assert complaints(updates, ["Array of Update"], "updates") == []
    assert {kind for u in updates for kind in u} - {"update_id"} == telegram.queue.allowed
