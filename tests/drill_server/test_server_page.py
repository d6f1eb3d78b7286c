"""The window for a browser: what it shows is what the chats hold, and no one's text becomes its markup."""

from drill.server.page import overview, rendered


async def get(api, path):
    async with api.session.get(api.server.url + path) as answer:
        assert answer.status == 200
        return await (answer.json() if "json" in path else answer.text())


async def test_the_page_is_there_and_loads_nothing_from_elsewhere(api):
    page = await get(api, "/")
    assert "<title>gridwarden drill</title>" in page
    assert "http://" not in page
    assert "https://" not in page
    assert (await get(api, "/chats.json")) == {"date": "2026-02-06", "time": "08:00", "chats": [], "open": None}


async def test_the_chat_with_a_board_stands_first_and_others_by_the_newest(telegram, api, clock):
    warden = telegram.person("王某")
    command, other = telegram.group("指挥部", [warden]), telegram.group("黄溪村", [warden])
    sent = await api.ok("sendMessage", chat_id=command.id, text="看板 1/58\n其余")
    await api.ok("pinChatMessage", chat_id=command.id, message_id=sent["message_id"])
    clock.pass_time(60)
    telegram.say(warden, other, "120 户")
    clock.pass_time(60)
    telegram.start_link(warden)
    state = await get(api, "/chats.json")
    assert [c["name"] for c in state["chats"]] == ["指挥部", "王某", "黄溪村"]
    assert [c["last"] for c in state["chats"]] == ["📌 看板 1/58", "/start", "120 户"]
    assert state["open"]["pinned"] == "看板 1/58"
    assert (await get(api, f"/chats.json?chat={other.id}"))["open"]["messages"][-1]["text"] == "120 户"
    assert (await get(api, "/chats.json?chat=x"))["open"]["name"] == "指挥部"


async def test_bubbles_show_words_buttons_reactions_and_what_was_sent_along(telegram, api, clock):
    warden = telegram.person("王某")
    group = telegram.group("黄溪村", [warden])
    said = telegram.photo(warden, group, caption="<b>现场</b>")
    telegram.document(warden, group, "名单.xlsx", b"x")
    telegram.react(warden, said, "👍")
    markup = {"inline_keyboard": [[{"text": "收到", "callback_data": "ok"}]]}
    reply = {"message_id": said.id}
    sent = await api.ok(
        "sendMessage",
        chat_id=group.id,
        text="<b>任务</b> 12",
        parse_mode="HTML",
        reply_markup=markup,
        reply_parameters=reply,
    )
    clock.pass_time(60)
    await api.ok(
        "editMessageText", chat_id=group.id, message_id=sent["message_id"], text="任务 <12>", reply_markup=markup
    )
    picture, file, task = overview(telegram, group.id)["open"]["messages"][1:]
    assert (picture["picture"], picture["text"], picture["reactions"]) == ("-", "&lt;b&gt;现场&lt;/b&gt;", [["👍", 1]])
    assert file["file"] == "名单.xlsx"
    assert (task["text"], task["buttons"], task["edited"]) == ("任务 &lt;12&gt;", [["收到"]], True)
    assert task["reply"] == {"who": "王某", "text": "🖼 <b>现场</b>"}


def test_entities_become_tags_around_escaped_text():
    entities = [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "italic", "offset": 6, "length": 2},
        {"type": "bot_command", "offset": 9, "length": 6},
    ]
    assert rendered("🔔 预警<3> /board", entities) == "🔔 <b>预警&lt;<i>3&gt;</i></b> <em>/board</em>"
