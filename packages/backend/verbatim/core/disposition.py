"""The head of a part of a form as programs really write it: Content-Disposition with all ways to spell a name.

Browsers send raw UTF-8 with three characters escaped, .NET words of RFC 2047, Java and older Python libraries the
extended values of RFC 2231 and 5987, others percent signs, Latin-1 or quoted pairs.
"""

from __future__ import annotations

import re
from binascii import Error as BadBase64
from email.header import decode_header, make_header
from urllib.parse import unquote, unquote_to_bytes

_PARAMETER = re.compile(rb';\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))', re.DOTALL)
_EXTENDED = re.compile(r"([^']*)'[^']*'(.*)", re.DOTALL)
_ENCODED_WORDS = re.compile(r"\s*(?:=\?[^?\s]+\?[bBqQ]\?[^?]*\?=\s*)+")
_PERCENT_ENCODED = re.compile(r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})+", re.ASCII)
_QUOTED_PAIR = re.compile(rb'\\(["\\])')
_MAX_PIECES = 100
_BROWSER_ESCAPES = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))


def parse_disposition(header: bytes) -> dict[str, str]:
    """Return the parameters of a header by their names in lower case, the best spelling of each.

    Other escapes than of quotation marks and backslashes stay, because some programs send paths as they are.
    """
    raw: dict[str, bytes] = {}
    for name, quoted, plain in _PARAMETER.findall(b";" + header.partition(b";")[2]):
        value = _QUOTED_PAIR.sub(rb"\1", quoted) if quoted else plain.strip()
        raw.setdefault(name.decode("latin-1").lower(), value)
    found: dict[str, str] = {}
    for name in {name.partition("*")[0] for name in raw}:
        best = _extended(raw, name)
        if best is None and name in raw:
            best = _plain(raw[name])
        if best is not None:
            found[name] = best
    return found


def _extended(raw: dict[str, bytes], name: str) -> str | None:
    """The value of `name*` or of `name*0`, `name*1*`, …; None when there is none that can be read."""
    pieces: list[tuple[bytes, bool]] = []
    if f"{name}*" in raw:
        pieces.append((raw[f"{name}*"], True))
    else:
        for index in range(_MAX_PIECES):
            if f"{name}*{index}*" in raw:
                pieces.append((raw[f"{name}*{index}*"], True))
            elif f"{name}*{index}" in raw:
                pieces.append((raw[f"{name}*{index}"], False))
            else:
                break
    if not pieces:
        return None
    charset = "utf-8"
    data = b""
    for index, (piece, encoded) in enumerate(pieces):
        text = _text(piece).strip('"')
        if encoded and index == 0 and (match := _EXTENDED.fullmatch(text)):
            charset, text = match.group(1) or charset, match.group(2)
        data += unquote_to_bytes(text) if encoded else text.encode()
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return None


def _plain(value: bytes) -> str:
    text = _text(value)
    if _ENCODED_WORDS.fullmatch(text):
        try:
            return str(make_header(decode_header(text.strip()))) or text
        except (LookupError, ValueError, BadBase64):
            return text
    if "%" in text and _PERCENT_ENCODED.fullmatch(text):
        try:
            return unquote(text, errors="strict")
        except ValueError:
            return text
    for escape, character in _BROWSER_ESCAPES:
        text = text.replace(escape, character)
    return text


def _text(value: bytes) -> str:
    """Programs that do not write UTF-8 write what Windows calls Latin-1."""
    for charset in ("utf-8", "cp1252"):
        try:
            return value.decode(charset)
        except ValueError:
            continue
    return value.decode("latin-1")
