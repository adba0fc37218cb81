"""Files that are several joined into one: where each of them begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verbatim.core.cage.file import ForeignFile

_MAX_PIECES = 500
_MAX_STEPS = 100_000
"""Boxes, tags or pages that are walked over in search of a second beginning."""

_UNKNOWN_SIZES = {0, 0xFFFFFFFF}
_ASF_HEADER = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"
_FLV_TAGS = {8, 9, 18}
_BEGINS_A_STREAM, _OGG_HEAD = 2, 27

Ends = Callable[[ForeignFile, int], int | None]
"""Tells where the recording that begins at an offset ends; None when it does not say."""


def pieces(file: ForeignFile) -> list[ForeignFile]:
    """Return the recordings of which a file was joined, in their order; itself when it is one.

    MP3, AAC, FLAC, AVI, WebM and transport streams may be joined by their own rules and stay as they are, and so do Ogg
    files whose links have one form.
    """
    starts = list(_starts(file))
    return [file.part(start, end) for start, end in zip(starts, [*starts[1:], file.size], strict=True)]


def _starts(file: ForeignFile) -> Iterator[int]:
    head = file.peek(16)
    yield 0
    if head.startswith(b"OggS"):
        yield from _ogg_links(file)
    elif head[4:8] == b"ftyp":
        yield from _mp4_starts(file)
    else:
        ends = _ends(head)
        start = 0
        for _ in range(_MAX_PIECES - 1):
            end = ends(file, start) if ends is not None else None
            if end is None or ends is not _ends(file.peek(16, end)):
                return
            start = end
            yield start


def _ends(head: bytes) -> Ends | None:
    """Return how the end of this kind of recording is found."""
    if head[:4] in {b"RIFF", b"RF64"} and head[8:12] == b"WAVE":
        return _riff_end
    if head[:4] == b"FORM" and head[8:12] in {b"AIFF", b"AIFC"}:
        return _form_end
    if head.startswith(b"caff\x00\x01"):
        return _caf_end
    if head.startswith(_ASF_HEADER):
        return _asf_end
    if head.startswith(b"FLV\x01"):
        return _flv_end
    return None


def _riff_end(file: ForeignFile, start: int) -> int | None:
    size = int.from_bytes(file.peek(4, start + 4), "little")
    return None if size in _UNKNOWN_SIZES else start + 8 + size + size % 2


def _form_end(file: ForeignFile, start: int) -> int | None:
    size = int.from_bytes(file.peek(4, start + 4), "big")
    return None if size in _UNKNOWN_SIZES else start + 8 + size + size % 2


def _caf_end(file: ForeignFile, start: int) -> int | None:
    position = start + 8
    for _ in range(_MAX_STEPS):
        head = file.peek(12, position)
        if len(head) < 12 or head[:4] == b"caff":  # noqa: PLR2004  a name and a size
            return position
        size = int.from_bytes(head[4:], "big", signed=True)
        if size < 0:  # to the end of the file
            return None
        position += 12 + size
    return None


def _asf_end(file: ForeignFile, start: int) -> int | None:
    """Objects, each with a name of 16 bytes and its size; live streams do not know that of their sound."""
    position = start
    for _ in range(_MAX_STEPS):
        head = file.peek(24, position)
        if len(head) < 24 or (position > start and head.startswith(_ASF_HEADER)):  # noqa: PLR2004  as above
            return position
        size = int.from_bytes(head[16:], "little")
        if size < 24:  # noqa: PLR2004  as above
            return None
        position += size
    return None


def _flv_end(file: ForeignFile, start: int) -> int | None:
    position = start + int.from_bytes(file.peek(4, start + 5), "big") + 4
    for _ in range(_MAX_STEPS):
        head = file.peek(4, position)
        if not head or head[0] not in _FLV_TAGS:
            return position
        position += 11 + int.from_bytes(head[1:], "big") + 4
    return None


def _ogg_links(file: ForeignFile) -> Iterator[int]:
    """Where a link begins that is of another form than the one before: a codec, a rate or channels change there."""
    position, at, made = 0, 0, 1
    form: list[bytes] = []
    before: list[bytes] = []
    begun = True
    for _ in range(_MAX_STEPS):
        head = file.peek(_OGG_HEAD + 255 + 80, position)
        if not head.startswith(b"OggS") or len(head) < _OGG_HEAD or made >= _MAX_PIECES:
            return
        table = head[_OGG_HEAD : _OGG_HEAD + head[26]]
        if head[5] & _BEGINS_A_STREAM:
            if not begun:
                begun, form, at = True, [], position
            form.append(head[_OGG_HEAD + len(table) :][: min(80, sum(table))])
        elif begun:
            begun = False
            if before and form != before:
                made += 1
                yield at
            before = form
        position += _OGG_HEAD + len(table) + sum(table)


def _mp4_starts(file: ForeignFile) -> Iterator[int]:
    """Where a new file type follows a whole recording: one with its index."""
    position, has_index, made = 0, False, 1
    for _ in range(_MAX_STEPS):
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
    for _ in range(_MAX_STEPS):
        position += max(8, int.from_bytes(file.peek(4, position), "big"))
        kind = file.peek(4, position + 4)
        if kind in {b"", b"ftyp"}:
            return False
        if kind == b"moov":
            return True
    return False
