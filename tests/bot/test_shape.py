"""What is no update of Telegram's is known at the door, and what no database takes is replaced there."""

import json

import pytest

from bot.shape import Misshapen, read_raw

GOOD = {"update_id": 1, "message": {"message_id": 2, "date": 3, "chat": {"id": 4, "type": "private"}, "text": "入户"}}


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
