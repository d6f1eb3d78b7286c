"""Keyboards under messages: read from `reply_markup` and checked as Telegram checks them."""

from dataclasses import dataclass
from typing import Any

from drill.server.arguments import Arguments
from drill.server.errors import ApiError, Json, bad_request

MOST_BUTTONS = 100
MOST_DATA_BYTES = 64
_LINKS = ("url", "login_url", "web_app", "switch_inline_query", "switch_inline_query_current_chat", "copy_text")


@dataclass(frozen=True)
class Markup:
    """An inline keyboard (kept in the message), a reply keyboard (shown under the chat) or the order to remove one."""

    inline: Json | None = None
    keyboard: list[list[Json]] | None = None
    remove: bool = False


def read_markup(args: Arguments) -> Markup:
    """The request's `reply_markup`; ApiError 400 when it is not one."""
    tree = args.tree("reply_markup", "reply keyboard markup")
    if tree is None or tree == {}:
        return Markup()
    if not isinstance(tree, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in tree:
        rows = _rows(tree["inline_keyboard"], "inline_keyboard")
        kept = [[_inline_button(button) for button in row] for row in rows if row]
        if sum(map(len, kept)) > MOST_BUTTONS:
            raise bad_request("reply markup is too long")
        return Markup(inline={"inline_keyboard": kept} if kept else None)
    if "keyboard" in tree:
        rows = _rows(tree["keyboard"], "keyboard")
        return Markup(keyboard=[[_key(button) for button in row] for row in rows])
    return Markup(remove=bool(tree.get("remove_keyboard")))


def inline_only(args: Arguments) -> Json | None:
    """The inline keyboard of an edit, which takes no other kind."""
    markup = read_markup(args)
    if markup.keyboard is not None or markup.remove:
        raise bad_request("object expected as reply markup")
    return markup.inline


def _rows(value: Any, name: str) -> list[list[Any]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{name}" of the ReplyMarkup must be an Array of Arrays')
    return value


def _wrong(why: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {why}")


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _wrong("InlineKeyboardButton must be an Object")
    label = button.get("text")
    if not isinstance(label, str):
        raise _wrong('Can\'t find field "text"')
    if not label.strip():
        raise bad_request("BUTTON_TEXT_INVALID" if label else "inline keyboard button text is empty")
    data = button.get("callback_data")
    if data is None and not any(kind in button for kind in _LINKS):
        raise _wrong("Text buttons are unallowed in the inline keyboard")
    if data is not None and not 1 <= len(str(data).encode()) <= MOST_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return button


def _key(button: Any) -> Json:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    return button
