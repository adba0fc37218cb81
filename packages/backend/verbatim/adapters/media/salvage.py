"""Files that are several joined into one, and files in front of which something else stands."""

from __future__ import annotations

from collections.abc import Iterator

from verbatim.core.cage.file import ForeignFile

_SEARCHED = 1024 * 1024
_MAX_PIECES = 500
_MAX_BOXES = 100_000
_SIGNS = (b"OggS\x00\x02", b"fLaC\x00", b"\x1a\x45\xdf\xa3", b"ID3\x03", b"ID3\x04", b"FORM", b"caff\x00\x01", b"#!AMR",
          b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"FLV\x01", b"wvpk", b".snd\x00\x00")  # fmt: skip
_UNKNOWN_SIZES = {0, 0xFFFFFFFF}


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


def pieces(file: ForeignFile) -> list[ForeignFile]:
    """Return the recordings of which a file was joined, in their order; itself when it is one.

    Ogg, MP3, AAC, FLAC and transport streams may be joined by their own rules and stay as they are.
    """
    head = file.peek(12)
    if head[:4] in {b"RIFF", b"RF64"} and head[8:] == b"WAVE":
        starts = list(_riff_starts(file))
    elif head[4:8] == b"ftyp":
        starts = list(_mp4_starts(file))
    else:
        return [file]
    return [file.part(start, end) for start, end in zip(starts, [*starts[1:], file.size], strict=True)]


def _riff_starts(file: ForeignFile) -> Iterator[int]:
    start = 0
    for _ in range(_MAX_PIECES):
        yield start
        size = int.from_bytes(file.peek(4, start + 4), "little")
        if size in _UNKNOWN_SIZES:
            return
        start += 8 + size + size % 2
        head = file.peek(12, start)
        if head[:4] != b"RIFF" or head[8:] != b"WAVE":
            return


def _mp4_starts(file: ForeignFile) -> Iterator[int]:
    """Where a new file type follows a whole recording: one with its index."""
    yield 0
    position, has_index, made = 0, False, 1
    for _ in range(_MAX_BOXES):
        head = file.peek(16, position)
        size, kind = int.from_bytes(head[:4], "big"), head[4:8]
        if size == 1:
            size = int.from_bytes(head[8:16], "big")
        if size < 8 or made >= _MAX_PIECES:  # noqa: PLR2004  a box has a head; 0: to the end
            return
        if kind == b"ftyp" and has_index and _has_index(file, position):
            yield position
            has_index, made = False, made + 1
        has_index = has_index or kind == b"moov"
        position += size


def _has_index(file: ForeignFile, position: int) -> bool:
    """Whether an index follows before the next file type."""
    for _ in range(_MAX_BOXES):
        position += max(8, int.from_bytes(file.peek(4, position), "big"))
        kind = file.peek(4, position + 4)
        if kind in {b"", b"ftyp"}:
            return False
        if kind == b"moov":
            return True
    return False
