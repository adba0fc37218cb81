"""What a key looks like: ``vst_``, 30 random characters, and a checksum of six.

The prefix tells secret scanners, logs and this server what a string is; the checksum tells a real key from a mistyped
or made-up one without asking a database. 30 characters of base62 are 178 random bits: enough for a plain SHA-256 to
guard them (OWASP ASVS 5.0, 6.5.2).
"""

from __future__ import annotations

import re
import secrets
import string
import zlib
from typing import Final

PREFIX: Final = "vst_"
SHOWN: Final = 8
"""Characters from the beginning of a key by which people recognise it."""

_ALPHABET: Final = string.digits + string.ascii_uppercase + string.ascii_lowercase
_RANDOM: Final = 30
_CHECK: Final = 6
_SHAPE: Final = re.compile(f"{PREFIX}[0-9A-Za-z]{{{_RANDOM + _CHECK}}}")


def new_secret() -> str:
    """Return a new key."""
    random = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return f"{PREFIX}{random}{_checksum(random)}"


def is_well_formed(text: str) -> bool:
    """Say whether `text` may be a key: its shape and its checksum are right."""
    if not _SHAPE.fullmatch(text):
        return False
    return text[-_CHECK:] == _checksum(text[len(PREFIX) : -_CHECK])


def _checksum(random: str) -> str:
    """Return the CRC-32 of the random part as six base62 digits, the most significant first."""
    number = zlib.crc32(random.encode())
    digits = []
    for _ in range(_CHECK):
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))
