"""The credential store: keys, and what they seal.

Everything secret follows from one secret key (HKDF-SHA256, RFC 5869), with a purpose in its name, so that no key serves
two ends. With a previous key beside the current one, whatever that made stays readable. What is kept in a row of the
database is bound to its column and row: copied anywhere else, it does not open.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    from cryptography import exceptions
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.ciphers import aead
    from cryptography.hazmat.primitives.kdf import hkdf
else:
    exceptions = lazy("cryptography.exceptions")
    hashes = lazy("cryptography.hazmat.primitives.hashes")
    aead = lazy("cryptography.hazmat.primitives.ciphers.aead")
    hkdf = lazy("cryptography.hazmat.primitives.kdf.hkdf")

_NONCE_BYTES = 12
_KEY_BYTES = 32

BOUND: Final = "bound."
"""How everything begins that is sealed for one row."""


class SealError(Exception):
    """Sealed data was made with another key, for another purpose or row, or was changed."""


@lru_cache(maxsize=256)
def _derive(secret: bytes, purpose: str) -> bytes:
    info = f"verbatim {purpose}".encode()
    return hkdf.HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=None, info=info).derive(secret)


class KeyRing:
    """The current secret key and the one before it, each under a short public name, the key id."""

    def __init__(self, current: str, previous: str | None = None) -> None:
        secrets = [current, *([previous] if previous and previous != current else [])]
        self._secrets = {_key_id(secret): secret.encode() for secret in secrets}
        self.current_id = _key_id(current)

    def __repr__(self) -> str:
        return f"KeyRing({', '.join(self.ids)})"

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

    def seal(self, purpose: str, text: str, *, row: str = "") -> str:
        """Encrypt and authenticate `text` (AES-256-GCM). The result names its key.

        ``row`` is where it will be kept, as `place` tells; nothing else opens it there or elsewhere. What lies in no
        row (a cookie, a job's payload) has none.
        """
        key = self.key(purpose)
        assert key is not None  # noqa: S101 - the current key is always there
        nonce = os.urandom(_NONCE_BYTES)
        box = nonce + aead.AESGCM(key).encrypt(nonce, text.encode(), _bound_to(purpose, row))
        return f"{BOUND if row else ''}{self.current_id}.{to_text(box)}"

    def is_current(self, sealed: str) -> bool:
        """Say whether the current key sealed this, and not the one before."""
        return sealed.removeprefix(BOUND).partition(".")[0] == self.current_id

    def open(self, purpose: str, sealed: str, *, row: str = "") -> str:
        """Return what was sealed for `purpose` and ``row``.

        Raises:
            SealError: it was not, or has been changed since.
        """
        if sealed.startswith(BOUND) != bool(row):
            raise SealError("This data was sealed for another place.")
        key_id, _, body = sealed.removeprefix(BOUND).partition(".")
        key = self.key(purpose, key_id) if key_id else None
        if key is None:
            raise SealError("The key of this data is not known here.")
        try:
            box = from_text(body)
            cipher = aead.AESGCM(key)
            return cipher.decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], _bound_to(purpose, row)).decode()
        except (exceptions.InvalidTag, ValueError) as error:
            raise SealError("This data was changed or made for another purpose.") from error


def place(table: str, column: str, row_id: object) -> str:
    """Return the name of one value in the database, which what is sealed there is bound to."""
    return f"{table}.{column}:{row_id}"


def _bound_to(purpose: str, row: str) -> bytes:
    return f"{purpose}\0{row}".encode() if row else purpose.encode()


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
