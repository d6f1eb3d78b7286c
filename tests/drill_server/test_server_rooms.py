"""Groups: who sees what, rights, coming and going, becoming a supergroup."""

import pytest


@pytest.fixture
def warden(telegram):
    return telegram.person("王某", phone="13800000001")


def fresh(telegram):
    """The updates since the last look."""
    updates = [u.body() for u in telegram.queue.take(0, 100)]
    telegram.queue.drop_all()
    return updates


def test_adding_the_bot_is_told_step_by_step(telegram, warden):
    group = telegram.group("黄溪村", [warden])
    joined, service, promoted = fresh(telegram)
    assert joined["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert joined["my_chat_member"]["from"]["id"] == warden.id
    assert service["message"]["new_chat_members"][0]["username"] == "gridwarden_bot"
    assert promoted["my_chat_member"]["new_chat_member"]["can_pin_messages"] is True
    assert promoted["my_chat_member"]["chat"] == {"id": group.id, "title": "黄溪村", "type": "group"}


def test_privacy_mode_shows_a_plain_member_commands_and_answers_to_it_only(telegram, warden):
    group = telegram.group("黄溪村", [warden], bot_is_admin=False)
    bots = telegram.post(group, telegram.bot, text="?")
    fresh(telegram)
    telegram.say(warden, group, "今天 120 户")
    telegram.say(warden, group, "@gridwarden_bot 今天 120 户")
    telegram.say(warden, group, "/board@another_bot")
    telegram.photo(warden, group, caption="现场")
    assert fresh(telegram) == []
    telegram.say(warden, group, "/board")
    telegram.say(warden, group, "/board@gridwarden_bot 黄溪村")
    telegram.say(warden, group, "287", reply_to=bots)
    assert [u["message"]["text"] for u in fresh(telegram)] == ["/board", "/board@gridwarden_bot 黄溪村", "287"]
    telegram.promote_bot(group)
    telegram.say(warden, group, "今天 120 户")
    assert [u["message"]["text"] for u in fresh(telegram) if "message" in u] == ["今天 120 户"]


async def test_without_privacy_mode_a_member_sees_all_and_getme_says_so(telegram, api, warden):
    telegram.privacy = False
    group = telegram.group("黄溪村", [warden], bot_is_admin=False)
    fresh(telegram)
    telegram.say(warden, group, "今天 120 户")
    assert len(fresh(telegram)) == 1
    assert (await api.ok("getMe"))["can_read_all_group_messages"] is True


async def test_a_kicked_bot_hears_of_it_and_may_do_nothing_there(telegram, api, warden):
    for supergroup, kind in ((False, "group"), (True, "supergroup")):
        chat = telegram.group("黄溪村", [warden], supergroup=supergroup)
        fresh(telegram)
        telegram.kick_bot(chat, warden)
        assert fresh(telegram)[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
        kicked = f"403 Forbidden: bot was kicked from the {kind} chat"
        assert await api.refused("sendMessage", chat_id=chat.id, text="x") == kicked
        telegram.say(warden, chat, "/board")
        assert fresh(telegram) == []
        telegram.add_bot(chat, warden)
        await api.ok("sendMessage", chat_id=chat.id, text="x")


async def test_a_bot_that_left_is_not_a_member_and_one_never_asked_in_finds_nothing(telegram, api, warden):
    group = telegram.group("黄溪村", [warden])
    await api.ok("leaveChat", chat_id=group.id)
    gone = "403 Forbidden: bot is not a member of the group chat"
    assert await api.refused("sendMessage", chat_id=group.id, text="x") == gone
    strange = telegram.group("别处", [warden], with_bot=False)
    assert await api.refused("getChat", chat_id=strange.id) == "400 Bad Request: chat not found"


async def test_a_group_becomes_a_supergroup(telegram, api, warden):
    old = telegram.group("黄溪村", [warden])
    sent = await api.ok("sendMessage", chat_id=old.id, text="看板")
    await api.ok("pinChatMessage", chat_id=old.id, message_id=sent["message_id"])
    fresh(telegram)
    new = telegram.migrate(old)
    assert new.id < -(10**12)
    told = [u["message"] for u in fresh(telegram) if "message" in u]
    assert [(m["chat"]["id"], m.get("migrate_to_chat_id"), m.get("migrate_from_chat_id")) for m in told] == [
        (old.id, new.id, None),
        (new.id, None, old.id),
    ]
    body = await api.call("sendMessage", chat_id=old.id, text="x")
    assert body["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert body["parameters"] == {"migrate_to_chat_id": new.id}
    assert "pinned_message" not in await api.ok("getChat", chat_id=new.id)
    again = await api.ok("sendMessage", chat_id=new.id, text="看板")
    assert again["message_id"] < 10
    await api.ok("pinChatMessage", chat_id=new.id, message_id=again["message_id"])
    assert telegram.say(warden, old, "还在").chat is new
    assert (await api.ok("getChatMember", chat_id=new.id, user_id=telegram.bot.id))["status"] == "administrator"


async def test_members_are_counted_and_named_by_their_standing(telegram, api, warden):
    boss, other = telegram.person("李站长"), telegram.person("赵某")
    group = telegram.group("黄溪村", [boss, warden])
    telegram.promote(warden, group)

    async def standing(person):
        return (await api.ok("getChatMember", chat_id=group.id, user_id=person.id))["status"]

    assert [await standing(p) for p in (boss, warden, other)] == ["creator", "administrator", "left"]
    assert await api.ok("getChatMemberCount", chat_id=group.id) == 3
    admins = await api.ok("getChatAdministrators", chat_id=group.id)
    assert [a["user"]["id"] for a in admins] == [boss.id, warden.id, telegram.bot.id]
    assert await api.refused("getChatMember", chat_id=group.id, user_id=3) == "400 Bad Request: user not found"
    telegram.join(other, group)
    telegram.leave(warden, group)
    assert [await standing(p) for p in (warden, other)] == ["left", "member"]
    with pytest.raises(ValueError, match="not in"):
        telegram.say(warden, group, "我还在")


def test_coming_and_going_is_told_to_an_admin_that_asks(telegram, warden):
    telegram.queue.allow(["chat_member"])
    boss = telegram.person("李站长")
    group = telegram.group("黄溪村", [boss])
    telegram.join(warden, group)
    telegram.demote_bot(group)
    telegram.leave(warden, group)
    (told,) = fresh(telegram)
    assert (told["chat_member"]["old_chat_member"]["status"], told["chat_member"]["new_chat_member"]["status"]) == (
        "left",
        "member",
    )


async def test_topics_keep_their_number_and_general_has_none(telegram, api, warden):
    forum = telegram.group("全镇", [warden], forum=True)
    thread = telegram.topic(forum, "黄溪村")
    fresh(telegram)
    said = telegram.say(warden, forum, "120 户", thread=thread)
    telegram.say(warden, forum, "大家好")
    first, second = [u["message"] for u in fresh(telegram)]
    assert (first["message_thread_id"], first["is_topic_message"]) == (thread, True)
    assert "message_thread_id" not in second
    answer = await api.ok("sendMessage", chat_id=forum.id, text="收", reply_parameters={"message_id": said.id})
    assert answer["message_thread_id"] == thread
    await api.ok("sendMessage", chat_id=forum.id, text="收", message_thread_id=thread)
    refused = await api.refused("sendMessage", chat_id=forum.id, text="收", message_thread_id=1)
    assert refused == "400 Bad Request: message thread not found"


def test_a_card_bears_the_number_of_its_owner_or_none(telegram, warden):
    other = telegram.person("赵某", phone="13900000002")
    telegram.contact(warden)
    telegram.contact(warden, other)
    telegram.contact(warden, other, with_id=False)
    cards = [u["message"]["contact"] for u in fresh(telegram)]
    assert [c.get("user_id") for c in cards] == [warden.id, other.id, None]
    assert cards[0] == {"phone_number": "13800000001", "first_name": "王某", "user_id": warden.id}


def test_an_anonymous_admin_comes_as_the_group(telegram, warden):
    group = telegram.group("黄溪村", [warden])
    fresh(telegram)
    telegram.say(warden, group, "120 户", anonymous=True)
    (update,) = fresh(telegram)
    assert update["message"]["from"]["username"] == "GroupAnonymousBot"
    assert update["message"]["sender_chat"]["id"] == group.id


def test_forwards_name_their_origin_or_only_a_name(telegram, warden):
    boss = telegram.person("李站长")
    telegram.say(warden, telegram.private(warden), "120 户", forwarded_from=boss)
    telegram.say(warden, telegram.private(warden), "121 户", forwarded_from="赵某")
    origins = [u["message"]["forward_origin"] for u in fresh(telegram)]
    assert origins[0]["sender_user"]["id"] == boss.id
    assert origins[1]["sender_user_name"] == "赵某"


def test_reactions_in_a_group_come_to_an_admin_only(telegram, warden):
    telegram.queue.allow(["message_reaction"])
    group = telegram.group("黄溪村", [warden], bot_is_admin=False)
    said = telegram.say(warden, group, "120 户")
    telegram.react(warden, said, "👍")
    telegram.promote_bot(group)
    telegram.react(warden, said, "🙏")
    (told,) = fresh(telegram)
    assert told["message_reaction"]["user"]["id"] == warden.id


def test_the_same_seed_makes_the_same_world(clock):
    from drill.server.telegram import Telegram

    def ids(seed):
        world = Telegram(clock, seed=seed)
        person = world.person("王某")
        return person.id, world.group("黄溪村", [person]).id, next(iter(world.queue.pending))

    assert ids(3) == ids(3)
    assert ids(3) != ids(4)
