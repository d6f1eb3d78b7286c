"""setMyCommands, getMyCommands, deleteMyCommands: one list for each scope and language."""

import json
import re

from drill.server.arguments import Arguments
from drill.server.errors import Json, bad_request
from drill.server.methods.common import Method
from drill.server.telegram import Telegram

MOST_COMMANDS = 100
_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}


def _key(args: Arguments) -> tuple[str, str]:
    scope = args.tree("scope", "bot command scope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if any(name not in scope for name in _SCOPES[scope["type"]]):
        raise bad_request("can't parse BotCommandScope: chat_id is not specified")
    return json.dumps(scope, sort_keys=True), args.text("language_code")


def _command(given: object) -> Json:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command, description = str(given.get("command", "")), str(given.get("description", "")).strip()
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID" if description else "command description must be non-empty")
    return {"command": command.removeprefix("/"), "description": description}


def set_my_commands(world: Telegram, args: Arguments) -> bool:
    """setMyCommands."""
    given = args.tree("commands", "commands")
    if not isinstance(given, list):
        raise bad_request("can't parse commands: expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[_key(args)] = [_command(each) for each in given]
    return True


def get_my_commands(world: Telegram, args: Arguments) -> list[Json]:
    """getMyCommands."""
    return world.commands.get(_key(args), [])


def delete_my_commands(world: Telegram, args: Arguments) -> bool:
    """deleteMyCommands."""
    world.commands.pop(_key(args), None)
    return True


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
}
