"""Files in front of which something else stands, and files that hold more than they say."""

from __future__ import annotations

from verbatim.core.cage.file import ForeignFile

_SEARCHED = 1024 * 1024
_SIGNS = (b"OggS\x00\x02", b"fLaC\x00", b"\x1a\x45\xdf\xa3", b"ID3\x03", b"ID3\x04", b"FORM", b"caff\x00\x01", b"#!AMR",
          b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"FLV\x01", b"wvpk", b".snd\x00\x00")  # fmt: skip
_UNKNOWN_SIZES = {0, 0xFFFFFFFF}
_PLAIN_FORMS = {1, 3, 6, 7, 0xFFFE}
"""Samples one after the other: whole numbers, fractions, the two laws of telephones, and any of them with positions."""


def beginning(file: ForeignFile) -> int | None:
    """Return where a recording begins behind other bytes, 0 where nothing but zeros goes before sound that has no
    sign; None when nothing like one is found.
    """
    head = file.peek(_SEARCHED)
    found = [at for sign in _SIGNS if (at := head.find(sign)) > 0]
    at = head.find(b"RIFF")
    if at > 0 and head[at + 8 : at + 12] in {b"WAVE", b"AVI "}:
        found.append(at)
    at = head.find(b"ftyp")
    if at > 4:  # noqa: PLR2004  its size stands before it
        found.append(at - 4)
    zeros = len(head) - len(head.lstrip(b"\x00"))
    if 0 < zeros < len(head) and head[zeros] == 0xFF:  # noqa: PLR2004  MPEG audio begins so
        found.append(zeros)
    return min(found, default=None)


def goes_on(file: ForeignFile) -> bool:
    """Say whether the sound of a WAV file goes on behind the end that it states.

    A recorder that lost its power has written the length of a moment before, and one that wrote more than 4 GB what is
    left over of it.
    """
    rate, end = _stated_end(file)
    rest = file.size - end
    if not rate or rest < rate / 2:
        return False
    name, size = file.peek(4, end), int.from_bytes(file.peek(4, end + 4), "little")
    is_chunk = name.isascii() and name.replace(b" ", b"x").isalnum() and size <= rest
    return not is_chunk and any(any(file.peek(64, end + rest * part // 8)) for part in range(8))


def _stated_end(file: ForeignFile) -> tuple[int, int]:
    """Bytes a second of plain samples, 0 where there are none, and where they end by the file's own word."""
    head = file.peek(12)
    rate, position = 0, 12
    while head[:4] == b"RIFF" and head[8:] == b"WAVE" and position < min(file.size, _SEARCHED):
        name, size = file.peek(4, position), int.from_bytes(file.peek(4, position + 4), "little")
        form = file.peek(12, position + 8)
        if name == b"fmt " and int.from_bytes(form[:2], "little") in _PLAIN_FORMS:
            rate = int.from_bytes(form[8:], "little")
        if name == b"data":
            return (0 if size in _UNKNOWN_SIZES else rate), position + 8 + size + size % 2
        position += 8 + size + size % 2
    return 0, 0
