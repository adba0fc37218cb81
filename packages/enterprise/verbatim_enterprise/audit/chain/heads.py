"""Signed heads: the end of the chain at a moment, which nobody without the server's secret key can make."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final, cast

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from verbatim_enterprise.audit.canonical import VERSION, moment
from verbatim_enterprise.host import KeyRing, from_text, to_text

_PURPOSE: Final = "audit heads"
_MARK: Final = 6
"""Bytes of a row's hash that a head keeps, to tell which row of its batch is not what it was."""
FIELDS: Final = ("number", "kind", "last_seq", "chain", "previous", "at", "key_id", "marks")

Head = Mapping[str, Any]


def mark(row: bytes) -> str:
    """Return the eight characters by which a head knows a row."""
    return to_text(hashlib.sha256(row).digest()[:_MARK])


def marks_of(head: Head) -> list[str]:
    """Return the marks of a head's rows, in order."""
    return [head["marks"][start : start + 8] for start in range(0, len(head["marks"]), 8)]


def head_bytes(head: Head) -> bytes:
    """Return what is signed: a JSON array in ASCII."""
    values = [moment(head[name]) if name == "at" and not isinstance(head[name], str) else head[name] for name in FIELDS]
    return json.dumps([VERSION, *values], ensure_ascii=True, separators=(",", ":")).encode()


def head_hash(head: Head) -> str:
    """Return what the next head names as the one before it."""
    return hashlib.sha256(head_bytes(head) + b"\n" + head["signature"].encode()).hexdigest()


def _private(keys: KeyRing, key_id: str) -> Ed25519PrivateKey | None:
    seed = keys.key(_PURPOSE, key_id)
    return None if seed is None else Ed25519PrivateKey.from_private_bytes(seed)


def sign(keys: KeyRing, head: dict[str, Any]) -> dict[str, Any]:
    """Return the head with the name of the current key and its signature (Ed25519, RFC 8032)."""
    head["key_id"] = keys.current_id
    key = cast("Ed25519PrivateKey", _private(keys, keys.current_id))
    return {**head, "signature": to_text(key.sign(head_bytes(head)))}


class PublicKeys:
    """Keys that heads are checked with, by key id."""

    def __init__(self, keys: Mapping[str, Ed25519PublicKey]) -> None:
        self._keys = keys

    @classmethod
    def of(cls, keys: KeyRing) -> PublicKeys:
        """Take them from the server's own secret keys."""
        made = {key_id: _private(keys, key_id) for key_id in keys.ids}
        return cls({key_id: key.public_key() for key_id, key in made.items() if key is not None})

    @classmethod
    def read(cls, text: str) -> PublicKeys:
        """Take them from what `text` gives: ``<key id>.<32 bytes in base64url>``, separated by spaces.

        Raises:
            ValueError: it is not that.
        """
        pairs = [part.partition(".") for part in text.split()]
        found = {key_id: Ed25519PublicKey.from_public_bytes(from_text(body)) for key_id, _, body in pairs}
        if not found:
            raise ValueError("no key")
        return cls(found)

    def text(self) -> str:
        """Return the keys as one line, for whoever checks an export elsewhere."""
        raw = {key_id: key.public_bytes(Encoding.Raw, PublicFormat.Raw) for key_id, key in self._keys.items()}
        return " ".join(f"{key_id}.{to_text(body)}" for key_id, body in raw.items())

    def holds(self, head: Head) -> bool | None:
        """Say whether a head's signature is right; None when its key is not among these."""
        key = self._keys.get(head["key_id"])
        if key is None:
            return None
        try:
            key.verify(from_text(head["signature"]), head_bytes(head))
        except (InvalidSignature, ValueError):
            return False
        return True
