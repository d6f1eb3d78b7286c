"""What is no update of Telegram's is known at the door, and what no database takes is replaced there."""

import json
from typing import Any

import pytest
from telegram import Bot, Update

from bot.shape import Misshapen, as_update, read_raw

GOOD = {"update_id": 1, "message": {"message_id": 2, "date": 3, "chat": {"id": 4, "type": "private"}, "text": "入户"}}
SENDER = {"id": 4, "is_bot": False, "first_name": "张", "username": "zhang", "language_code": "zh-hans"}
GROUP = {"id": -100, "type": "supergroup", "title": "黄溪村群"}
FORUM = {**GROUP, "is_forum": True}


def spoilt(**fields: object) -> str:
    """The good update with other fields in its message."""
    return json.dumps({**GOOD, "message": {**GOOD["message"], **fields}})


def test_a_good_update_is_read_as_it_is() -> None:
    assert read_raw(json.dumps(GOOD)) == GOOD


@pytest.mark.parametrize(
    "field",
    [
        {"text": 7},
        {"caption": None},
        {"date": "yesterday"},
        {"date": 10**12},
        {"message_id": True},
        {"message_id": 2**63},
        {"chat": {"id": "4", "type": "private"}},
        {"chat": []},
        {"from": {}},
        {"photo": [{"file_id": 1}]},
        {"document": {"file_id": "a", "file_unique_id": "b", "mime_type": 7}},
    ],
    ids=str,
)
def test_a_field_of_another_kind_makes_it_unreadable(field: dict[str, object]) -> None:
    with pytest.raises(Misshapen):
        read_raw(spoilt(**field))


def test_halves_of_characters_and_nul_are_replaced() -> None:
    read = read_raw(spoilt(text="入户\ud83d120\u0000户 \ud83d\udc4d"))
    assert read["message"]["text"] == "入户\ufffd120\ufffd户 👍"


@pytest.mark.parametrize("raw", ["[]", "7", "{", "[" * 100_000, '{"a":' * 2000 + "1" + "}" * 2000])
def test_what_is_no_object_or_too_deep_is_refused(raw: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_raw(raw)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"from": SENDER},
        {"from": SENDER, "chat": GROUP},
        {
            "from": {**SENDER, "last_name": "守田"},
            "chat": {"id": 4, "type": "private", "first_name": "张", "last_name": "守田"},
        },
        {
            "from": {"id": 4, "is_bot": True, "first_name": "机"},
            "chat": {"id": -5, "type": "group", "title": "群"},
            "date": 0,
        },
        {"from": SENDER, "chat": {"id": -100, "type": "channel", "title": "频道", "username": "channel"}, "text": ""},
        {"from": SENDER, "chat": FORUM},
        {"from": {**SENDER, "is_premium": True, "sign": "new"}},
        {"from": SENDER, "sign": {"new": 1}},
        {"from": SENDER, "entities": [{"type": "bot_command", "offset": 0, "length": 1}]},
        {"from": SENDER, "text": "/board", "reply_to_message": {**GOOD["message"], "from": SENDER}},
        {"from": SENDER, "chat": GROUP, "edit_date": 9},
    ],
    ids=str,
)
@pytest.mark.parametrize("event", ["message", "edited_message"])
def test_a_message_is_what_the_library_makes_of_it(fields: dict[str, Any], event: str) -> None:
    bot = Bot("1:token")
    update = {"update_id": 1, event: {**GOOD["message"], **fields}}
    made, theirs = as_update(json.dumps(update), bot), Update.de_json(json.loads(json.dumps(update)), bot)
    assert _parts(made) == _parts(theirs)
    assert made.effective_message is not None
    assert made.effective_message.get_bot() is bot
    assert made.effective_message.chat.get_bot() is bot


def _parts(thing: Any) -> Any:
    """Everything that an object of the library's holds, and what that holds."""
    if hasattr(thing, "to_dict"):
        return {name: _parts(value) for name, value in _attributes(thing).items() if name != "_bot"}
    return [_parts(one) for one in thing] if isinstance(thing, tuple) else thing


def _attributes(thing: Any) -> dict[str, Any]:
    """Its attributes by name, whichever class of its kind names them."""
    names = {name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ())}
    return {name: getattr(thing, name, None) for name in names}


@pytest.mark.parametrize("fields", [{"from": {"id": 4}}, {"from": SENDER, "chat": {"id": 4}}], ids=str)
def test_a_message_without_what_the_library_needs_is_unreadable(fields: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        as_update(json.dumps({"update_id": 1, "message": {**GOOD["message"], **fields}}), Bot("1:token"))
