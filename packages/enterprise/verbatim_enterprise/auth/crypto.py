"""Keys and what they seal.

Everything secret follows from one secret key (HKDF-SHA256, RFC 5869), with a purpose in its name, so that no key serves
two ends. With a previous key beside the current one, whatever that made stays readable.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE_BYTES = 12
_KEY_BYTES = 32


class SealError(Exception):
    """Sealed data was made with another key, for another purpose, or was changed."""


@lru_cache(maxsize=256)
def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=None, info=f"verbatim {purpose}".encode()).derive(secret)


class KeyRing:
    """The current secret key and the one before it, each under a short public name, the key id."""

    def __init__(self, current: str, previous: str | None = None) -> None:
        secrets = [current, *([previous] if previous and previous != current else [])]
        self._secrets = {_key_id(secret): secret.encode() for secret in secrets}
        self.current_id = _key_id(current)

    @property
    def ids(self) -> tuple[str, ...]:
        """Key ids, the current one first."""
        return tuple(self._secrets)

    def key(self, purpose: str, key_id: str | None = None) -> bytes | None:
        """Return the 32-byte key for `purpose`; None when there is no key of that id (any more)."""
        secret = self._secrets.get(key_id or self.current_id)
        return None if secret is None else _derive(secret, purpose)

    def mac(self, purpose: str, data: bytes, key_id: str | None = None) -> bytes | None:
        """Return the HMAC-SHA256 of `data` under the key for `purpose`."""
        key = self.key(purpose, key_id)
        return None if key is None else hmac.digest(key, data, "sha256")

    def seal(self, purpose: str, text: str) -> str:
        """Encrypt and authenticate `text` (AES-256-GCM). The result names its key."""
        key = self.key(purpose)
        assert key is not None  # noqa: S101 - the current key is always there
        nonce = os.urandom(_NONCE_BYTES)
        box = nonce + AESGCM(key).encrypt(nonce, text.encode(), purpose.encode())
        return f"{self.current_id}.{to_text(box)}"

    def is_current(self, sealed: str) -> bool:
        """Say whether the current key sealed this, and not the one before."""
        return sealed.partition(".")[0] == self.current_id

    def open(self, purpose: str, sealed: str) -> str:
        """Return what was sealed for `purpose`.

        Raises:
            SealError: it was not, or has been changed since.
        """
        key_id, _, body = sealed.partition(".")
        key = self.key(purpose, key_id) if key_id else None
        if key is None:
            raise SealError("The key of this data is not known here.")
        try:
            box = from_text(body)
            return AESGCM(key).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], purpose.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise SealError("This data was changed or made for another purpose.") from error


def _key_id(secret: str) -> str:
    return hashlib.sha256(b"verbatim key id\0" + secret.encode()).hexdigest()[:8]


def to_text(data: bytes) -> str:
    """Encode bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_text(text: str) -> bytes:
    """Decode what `to_text` made.

    Raises:
        ValueError: it is not that.
    """
    # The standard decoder skips what it does not know; one token must not have several spellings.
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if to_text(data) != text:
        raise ValueError("not base64url")
    return data


def digest(token: str) -> str:
    """Return under what a long random token is stored: its SHA-256, in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def random_token(prefix: str) -> str:
    """Return a token of 256 random bits."""
    return f"{prefix}_{to_text(os.urandom(32))}"
