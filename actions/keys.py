"""Codes that nobody can guess: drawn from one secret of the installation, so that a replay draws the same."""

import base64
import hashlib
import hmac
import secrets

from storage import meta
from storage.work import Work

_SECRET = "secret"
_SIMPLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # for typing: without 0 O 1 I


async def link_code(work: Work, purpose: str) -> str:
    """A code for a link, 16 signs of A-Z a-z 0-9 - _: 96 bits, the same for the same purpose."""
    return base64.urlsafe_b64encode(await _drawn(work, purpose))[:16].decode()


async def typed_code(work: Work, purpose: str) -> str:
    """A code that people type, such as 7KQM-X2RD: 40 bits."""
    drawn = await _drawn(work, purpose)
    signs = [_SIMPLE[byte % len(_SIMPLE)] for byte in drawn[:8]]
    return "".join(signs[:4]) + "-" + "".join(signs[4:])


async def _drawn(work: Work, purpose: str) -> bytes:
    secret = await meta.get(work, _SECRET)
    if secret is None:
        secret = secrets.token_hex(32)
        await meta.put(work, _SECRET, secret)
    return hmac.new(secret.encode(), purpose.encode(), hashlib.sha256).digest()
