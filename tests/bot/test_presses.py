"""What a pressed button's data may be: anybody can send any, so only what fits reaches a handler."""

import pytest
from telegram import Update

from bot.routes import PRESSES, press_args

PERSON = {"id": 5, "is_bot": False, "first_name": "张"}


def takers(data: str) -> list[str]:
    """The buttons whose handler would get this data."""
    query = {"id": "1", "from": PERSON, "chat_instance": "1", "data": data}
    update = Update.de_json({"update_id": 1, "callback_query": query}, None)
    return [press.name for press in PRESSES if press_args(update, press) is not None]


@pytest.mark.parametrize(
    "data",
    [
        "q/1",
        "q/x/drop",
        "q/1/value/many",
        "form/",
        "form/value/3/abc",
        "task/",
        "task/1/boom",
        "draft/x",
        "total/",
        "units/open/9",
        "mine/x",
        "mine/show/2026-02-31/4",
        "excuse/99",
        "zero/99",
        "which/1/all",
        "held/1",
        "tasks/" + "9" * 30,
        "q",
        "/",
        "🙂",
    ],
)
def test_data_that_no_button_holds_reaches_no_handler(data: str) -> None:
    assert takers(data) == []


@pytest.mark.parametrize(
    "data",
    [
        "q/12/value/160.5",
        "q/12/is/returnees",
        "q/12/which",
        "form/value/3/0",
        "form/skip/3",
        "form/start",
        "task/12/done/7",
        "draft/3/2/unit/0/41",
        "zero/2028-02-29/4",
        "cycle/extend/15/16:00",
        "cycle/close/yes",
        "cycle/skip/2026-02-07/yes",
        "newtask/due/1-12",
        "total/all/0",
        "units/open",
        "mine/fix/2026-02-06/4",
    ],
)
def test_data_of_a_button_reaches_its_handler(data: str) -> None:
    assert takers(data) == [data.split("/")[0]]
