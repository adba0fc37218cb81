"""What a file looks like by its first bytes; names and declared types are never trusted."""

from __future__ import annotations

_NOT_MEDIA: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"8BPS", "a Photoshop image"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a text document"),
    (b"MThd", "a MIDI file, which holds notes and no recorded sound"),
)
_PLAYLISTS: tuple[tuple[bytes, str], ...] = (
    (b"#EXTM3U", "a playlist"),
    (b"ffconcat version", "a playlist"),
    (b"[playlist]", "a playlist"),
    (b"v=0\r\n", "a stream description"),
    (b"v=0\n", "a stream description"),
)
_IMAGE_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif", b"avis"}
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def describe_non_media(head: bytes) -> str | None:
    """Name what the file is when it is clearly not audio or video, from its first few kilobytes."""
    for magic, name in _NOT_MEDIA:
        if head.startswith(magic):
            return name
    if head[4:8] == b"ftyp" and head[8:12] in _IMAGE_BRANDS:
        return "a HEIC or AVIF image"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "a WebP image"
    return _describe_text(head)


def _describe_text(head: bytes) -> str | None:
    if head.startswith(_BYTE_ORDER_MARKS[1:]):
        return "a text file" if b"\x00" in head[2:64] and len(head) % 2 == 0 else None
    stripped = head.removeprefix(_BYTE_ORDER_MARKS[0]).lstrip()
    for magic, name in _PLAYLISTS:
        if stripped.startswith(magic):
            return name
    # The excerpt may end inside a character of several bytes, hence the tolerance at its end.
    text = head.decode("utf-8", "replace").rstrip("\ufffd")
    if "\ufffd" in text or any(ord(c) < ord(" ") and c not in "\t\n\r\f\x1b" for c in text):
        return None
    lowered = text.lstrip("\ufeff \t\r\n").lower()
    if lowered.startswith(("<!doctype html", "<html")):
        return "a web page"
    if lowered.startswith(("<?xml", "<svg")):
        return "an XML file"
    return "a text file"


_SIGNS = (
    *(b"RIFF", b"RF64", b"OggS", b"fLaC", b"FORM", b"caff", b"\x1a\x45\xdf\xa3", b"ID3", b"#!AMR", b"FLV\x01"),
    *(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", b"\x00\x00\x01\xba", b".snd", b"wvpk", b"TTA1", b"MAC ", b"MP+"),
    *(b"MPCK", b"tBaK", b"Creative Voice File", b"\x0b\x77", b"\x7f\xfe\x80\x01", b"DTSHDHDR", b"\x02dss"),
    *(b"\x03dss", b".RMF", b".ra\xfd", b"DSD ", b"ea3\x03", b"EA3\x01", b"riff\x2e\x91\xcf\x11"),
)
_BOXES = {b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip"}
_SYNC_DISTANCE = 188
"""Bytes from one packet of an MPEG transport stream to the next."""


def looks_like_media(head: bytes) -> bool:
    """Whether the first bytes belong to a supported kind of file, so that a failure means damage."""
    return (
        head.startswith(_SIGNS)
        or head[4:8] in _BOXES
        or (head[:1] == b"G" and head[_SYNC_DISTANCE : _SYNC_DISTANCE + 1] == b"G")
        or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)  # noqa: PLR2004  MPEG audio sync
    )
