"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo: the methods that fetch, and may wait."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from drill.server.arguments import Arguments
from drill.server.errors import ApiError, Json, bad_request
from drill.server.telegram import Telegram
from drill.server.updates import LONGEST_POLL, USUAL_KINDS
from drill.server.webhook import Target, Webhook

WaitingMethod = Callable[[Telegram, Webhook, Arguments], Awaitable[Any]]
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def _allowed(args: Arguments) -> list[str] | None:
    """The wanted kinds; None (keep the last list) when not given or not a list of words."""
    try:
        kinds = args.tree("allowed_updates", "allowed updates")
    except ApiError:
        return None
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        return None
    return [kind.lower() for kind in kinds]


async def get_updates(world: Telegram, webhook: Webhook, args: Arguments) -> list[Json]:
    """getUpdates."""
    world.queue.allow(_allowed(args))
    limit = min(100, max(1, args.number("limit", 100)))
    patience = min(LONGEST_POLL, max(0, args.number("timeout")))
    batch = await world.queue.poll(args.number("offset"), limit, patience)
    return [update.body() for update in batch]


async def set_webhook(world: Telegram, webhook: Webhook, args: Arguments) -> bool:
    """setWebhook: plain HTTP is taken too, as by a Bot API server of one's own."""
    url, secret = args.text("url"), args.text("secret_token")
    if not url:
        return await delete_webhook(world, webhook, args)
    if not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = args.number("max_connections", 40)
    if not 1 <= connections <= 100:
        connections = 40
    world.queue.allow(_allowed(args))
    if args.flag("drop_pending_updates"):
        world.queue.drop_all()
    await webhook.point(Target(url, secret, connections, args.text("ip_address")))
    return True


async def delete_webhook(world: Telegram, webhook: Webhook, args: Arguments) -> bool:
    """deleteWebhook."""
    if args.flag("drop_pending_updates"):
        world.queue.drop_all()
    if webhook.target is not None:
        await webhook.point(None)
    return True


async def get_webhook_info(world: Telegram, webhook: Webhook, args: Arguments) -> Json:
    """getWebhookInfo."""
    world.queue.drop_expired()
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.queue.pending)}
    if webhook.target is not None:
        info |= {"url": webhook.target.url, "max_connections": webhook.target.max_connections}
        if webhook.target.ip_address:
            info["ip_address"] = webhook.target.ip_address
    if webhook.last_error is not None:
        info["last_error_date"], info["last_error_message"] = webhook.last_error
    if world.queue.allowed != USUAL_KINDS:
        info["allowed_updates"] = sorted(world.queue.allowed)
    return info


WAITING_METHODS: dict[str, WaitingMethod] = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
