"""Secrets at rest and the keys that seal them."""

from verbatim.core.sealed import SealedColumn
from verbatim.core.secret_key import KEY_FILE, KeySettings, key_ring
from verbatim.core.secrets import KeyRing, SealError, from_text, place, to_text

__all__ = [
    "KEY_FILE",
    "KeyRing",
    "KeySettings",
    "SealError",
    "SealedColumn",
    "from_text",
    "key_ring",
    "place",
    "to_text",
]
