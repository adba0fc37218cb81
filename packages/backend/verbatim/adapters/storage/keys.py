"""What a storage key may look like: one rule, so that a file can lie in any storage and be moved between them."""

from __future__ import annotations

LONGEST_KEY = 900
"""Bytes of a key in UTF-8. Object stores take 1024, and a location's own prefix comes before it."""

LONGEST_PART = 255
"""Bytes between two slashes; disks take no more."""


def check_key(key: str) -> str:
    """Return `key`, a relative path with forward slashes.

    Raises:
        ValueError: a part is empty, ``.`` or ``..``, a character is a control character, a backslash or half of one, or
            the whole is too long. Some store would understand such a key as another one.
    """
    wrong = (
        any(part in {"", ".", ".."} for part in key.split("/"))
        or any(character < " " or character in "\\\x7f" for character in key)
        or any("\ud800" <= character <= "\udfff" for character in key)
        or len(key.encode()) > LONGEST_KEY
        or any(len(part.encode()) > LONGEST_PART for part in key.split("/"))
    )
    if wrong:
        raise ValueError(f"Not a storage key: {key[:LONGEST_KEY]!r}")
    return key
