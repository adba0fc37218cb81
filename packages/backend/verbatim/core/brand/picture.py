"""A logo that anybody may be sent: a small PNG of which only the picture is kept."""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

MOST_BYTES: Final = 24 * 1024
MOST_PIXELS: Final = 512
LONGEST: Final = 33_000
"""Characters of the largest one as a setting has it."""
PREFIX: Final = "data:image/png;base64,"
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA"})
"""What draws the picture. Texts, places, profiles and animations are left out."""
_HEAD: Final = struct.Struct(">IIBBBBB")
_BROKEN: Final = "this PNG is damaged"


def logo_of(text: str) -> bytes:
    """Return the picture of a setting.

    Raises:
        ValueError: it is no PNG that can be used; the text says why.
    """
    if not text.startswith(PREFIX):
        raise ValueError(f"it must begin with {PREFIX}")
    try:
        given = base64.b64decode(text.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("what follows the comma must be Base64") from None
    if len(given) > MOST_BYTES:
        raise ValueError(f"the logo must have at most {MOST_BYTES // 1024} KiB")
    pieces = list(_pieces(given))
    _look(pieces)
    return _SIGNATURE + b"".join(_written(kind, data) for kind, data in pieces if kind in _KEPT)


def _pieces(given: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not given.startswith(_SIGNATURE):
        raise ValueError("it must be a PNG picture")
    place = len(_SIGNATURE)
    while place < len(given):
        size = int.from_bytes(given[place : place + 4], "big")
        kind, data = given[place + 4 : place + 8], given[place + 8 : place + 8 + size]
        told = given[place + 8 + size : place + 12 + size]
        if len(data) != size or told != zlib.crc32(kind + data).to_bytes(4, "big"):
            raise ValueError(_BROKEN)
        yield kind, data
        if kind == b"IEND":
            return
        place += 12 + size
    raise ValueError(_BROKEN)


def _look(pieces: list[tuple[bytes, bytes]]) -> None:
    kind, head = pieces[0]
    if kind != b"IHDR" or len(head) != _HEAD.size or [one for one, _ in pieces].count(b"IHDR") != 1:
        raise ValueError(_BROKEN)
    width, height, *_ = _HEAD.unpack(head)
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        raise ValueError(f"the logo must have at most {MOST_PIXELS} pixels in each direction")
    # Eight bytes a pixel are the most there are, and a byte more for each line and pass.
    most = MOST_PIXELS * (MOST_PIXELS * 8 + 8)
    opened = zlib.decompressobj()
    try:
        opened.decompress(b"".join(data for one, data in pieces if one == b"IDAT"), most)
    except zlib.error:
        raise ValueError(_BROKEN) from None
    if not opened.eof:
        raise ValueError(_BROKEN)


def _written(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


@lru_cache(maxsize=4)
def served(text: str) -> tuple[bytes, str]:
    """Return the picture of a setting that was checked, and a name that changes with it."""
    picture = logo_of(text)
    return picture, hashlib.sha256(picture).hexdigest()[:16]
