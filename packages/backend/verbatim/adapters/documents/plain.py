"""Text without a format of its own: which letters its bytes are, its paragraphs, and the rows of a table."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbatim.adapters.documents.errors import ComplexDocument, DamagedDocument, UnsupportedDocument
from verbatim.adapters.documents.pieces import Piece, numbered
from verbatim.core.cage import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import charset_normalizer
else:
    charset_normalizer = lazy("charset_normalizer")

MOST_BYTES = 48 * 1024 * 1024
"""Of a file of text: some ten thousand pages."""
_LOOKED_AT = 256 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02
_CELL_CHARACTERS = 4 * 1024 * 1024
_SNIFFED = 16 * 1024


def whole(file: ForeignFile) -> bytes:
    """Return all bytes of a file.

    Raises:
        ComplexDocument: there are more than are read of text.
    """
    if file.size > MOST_BYTES:
        raise ComplexDocument("The text is longer than this server reads; split it up.")
    found = bytearray()
    while piece := file.peek(1024 * 1024, len(found)):
        found += piece
    return bytes(found)


def decoded(data: bytes, said: str | None = None) -> str:
    """Return the letters of some bytes, by their mark, as they are said to be, as UTF-8, or as they look.

    Raises:
        UnsupportedDocument: they are no text.
    """
    text = _decoded(data, said)
    if len(_CONTROLS.findall(text[:_LOOKED_AT])) > _MOST_CONTROLS * min(len(text), _LOOKED_AT):
        raise UnsupportedDocument("The file holds no text, whatever its name says; upload the document itself.")
    return text


def _decoded(data: bytes, said: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.start > 0:  # cut off within its last letter
            return data[: error.start].decode("utf-8")
    if said:
        try:
            return data.decode(said, "replace")
        except LookupError:
            pass
    if (wide := _without_mark(data)) is not None:
        return data.decode(wide, "replace")
    best = charset_normalizer.from_bytes(data[:_LOOKED_AT]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _without_mark(data: bytes) -> str | None:
    """Return which UTF-16 bytes look like: every other one of English, or of its blanks and line ends, is 0."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 20 < len(head) or min(even, odd) * 4 > max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def txt(file: ForeignFile) -> Iterator[Piece]:
    """Yield the paragraphs of a text, which blank lines part."""
    return numbered(
        iter(re.split(r"\n[ \t]*(?:\n[ \t]*)+", decoded(whole(file)).replace("\r\n", "\n").replace("\r", "\n")))
    )


def csv_rows(file: ForeignFile) -> Iterator[Piece]:
    """Yield the rows of a table that are not empty, their cells apart by tabs."""
    text = decoded(whole(file))
    csv.field_size_limit(_CELL_CHARACTERS)
    lines = io.StringIO(text, newline="")
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=_delimiter(text[:_SNIFFED])), 1):
            shown = "\t".join(cell.strip() for cell in cells if cell.strip())
            if shown:
                yield Piece(shown, row=number)
    except csv.Error as error:
        raise DamagedDocument("The table is damaged: a cell never ends. Save it anew and upload that.") from error


def _delimiter(head: str) -> str:
    """Return what parts the cells: the sign that most lines have equally often."""
    lines = [line for line in head.splitlines()[:50] if line.strip()]
    counts = {sign: [line.count(sign) for line in lines] for sign in ",;\t|"}

    def regular(sign: str) -> tuple[int, int]:
        found = [count for count in counts[sign] if count]
        return (max(map(found.count, set(found)), default=0), sum(found))

    return max(counts, key=regular) if lines else ","
