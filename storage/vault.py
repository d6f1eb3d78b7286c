"""The keys of the installation: what is private is sealed with the first of them, and opened with whichever sealed it.

A sealed text is `gw1.KEY.…` (AES-SIV with a random nonce: equal texts look different), `gw3.KEY.…` (the same, packed
before it was sealed, for sealing makes a text half as long again) or `gw2.KEY.…` (AES-SIV without a nonce, RFC 5297:
equal texts look equal, for columns that are compared); KEY names the key by eight signs, the rest is
base64. Without a key texts stay as they are; one that happens to begin like a sealed one gets `gw0.` before it.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from domain.errors import NotPossible
from storage.packing import deflated, inflated

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

MARK = "gw"
KEY_BYTES = 32
_NONCE = 16
_SEALED = re.compile(r"gw(?P<kind>[123])\.(?P<key>[0-9a-f]{8})\.(?P<body>[\w-]+=*)")
_ESCAPE = "gw0."
_SAYS_NOTHING = frozenset({"", "{}", "[]", "null"})


def new_key() -> str:
    """A new key as it is written into the settings: 256 random bits, base64."""
    return base64.urlsafe_b64encode(os.urandom(KEY_BYTES)).decode()


def read_keys(words: str) -> tuple[bytes, ...]:
    """The keys of a list, separated by commas, spaces or lines; ValueError when one is no key of 32 bytes."""
    return tuple(_read_key(word) for word in words.replace(",", " ").split())


def _read_key(word: str) -> bytes:
    try:
        key = base64.b64decode(word.translate({45: 43, 95: 47}) + "=" * (-len(word) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if len(key) != KEY_BYTES:
        raise ValueError(f"{len(key)} bytes")
    return key


class Vault:
    """Seals with the first key, opens with any. Without keys it lets everything through as it is."""

    def __init__(self, keys: Sequence[bytes] = ()) -> None:
        self._ciphers = {_name(key): _cipher(key) for key in keys}
        self._looking_up = _derived(keys[0], b"look-up") if keys else b""
        self.first = _name(keys[0]) if keys else ""
        """The name of the key that seals; "" when there is none."""

    def knows(self, key: str) -> bool:
        """Whether what the key of that name sealed can be opened."""
        return not key or key in self._ciphers

    def seal(self, text: str, *, exact: bool = False) -> str:
        """The text as it may stand on a disk. `exact`: the same text gives the same, so that it can be compared."""
        if not self.first:
            marked = text.startswith(MARK) and (_SEALED.match(text) or text.startswith(_ESCAPE))
            return _ESCAPE + text if marked else text
        if text in _SAYS_NOTHING:
            return text
        plain = text.encode("utf-8", "surrogatepass")
        if exact:
            return self._sealed(2, plain, b"")
        short = deflated(plain)
        kind, said = (3, short) if len(short) < len(plain) else (1, plain)
        return self._sealed(kind, said, os.urandom(_NONCE))

    def _sealed(self, kind: int, said: bytes, nonce: bytes) -> str:
        sealed = nonce + self._ciphers[self.first].encrypt(said, [nonce] if nonce else [])
        return f"gw{kind}.{self.first}.{base64.urlsafe_b64encode(sealed).decode()}"

    def open(self, text: str) -> str:
        """What was sealed. NotPossible when the key that did it is not here, or the text was tampered with."""
        if text.startswith(_ESCAPE):
            return text.removeprefix(_ESCAPE)
        found = _SEALED.fullmatch(text)
        if found is None:
            return text
        cipher = self._ciphers.get(found["key"])
        if cipher is None:
            raise NotPossible("key-missing", name=found["key"])
        body = base64.urlsafe_b64decode(found["body"])
        cut = 0 if found["kind"] == "2" else _NONCE
        said = _decrypted(cipher, body[cut:], body[:cut], found["key"])
        return (inflated(said) if found["kind"] == "3" else said).decode("utf-8", "surrogatepass")

    def is_current(self, text: str) -> bool:
        """Whether the text stands as it would be sealed today."""
        if text in _SAYS_NOTHING:
            return True
        found = _SEALED.fullmatch(text)
        return found is not None and found["key"] == self.first

    def look_up(self, number: str) -> str:
        """What a telephone number is looked up by: HMAC-SHA256 under the first key; without one the number itself."""
        if not self.first:
            return number
        return hmac.new(self._looking_up, number.encode(), hashlib.sha256).hexdigest()


def _decrypted(cipher: "AESSIV", body: bytes, nonce: bytes, key: str) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        return cipher.decrypt(body, [nonce] if nonce else [])
    except InvalidTag as error:
        raise NotPossible("key-broken", name=key) from error


def _name(key: bytes) -> str:
    """The key's name, from which nobody learns the key."""
    return _derived(key, b"name").hex()[:8]


def _cipher(key: bytes) -> "AESSIV":
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV

    return AESSIV(_derived(key, b"seal/1") + _derived(key, b"seal/2"))


def _derived(key: bytes, purpose: bytes) -> bytes:
    """One key for one purpose."""
    return hmac.new(key, b"gridwarden/" + purpose, hashlib.sha256).digest()


PLAIN = Vault()
"""No key: nothing is sealed."""
