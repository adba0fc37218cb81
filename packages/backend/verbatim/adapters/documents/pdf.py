"""PDF with PDFium: the text of each page in the order in which it is read, and a page as a picture for reading by OCR.

PDFium is not safe to use from several threads; here each document has a process of its own.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from verbatim.adapters.documents.errors import (
    ComplexDocument,
    DamagedDocument,
    EncryptedDocument,
    WrongPassword,
)
from verbatim.adapters.documents.pieces import Piece, tidy
from verbatim.core.cage import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import pypdfium2 as pdfium
    from pypdfium2 import raw
else:
    pdfium, raw = lazy("pypdfium2"), lazy("pypdfium2.raw")

MOST_PAGES = 20_000
MOST_BROKEN = 100
"""Pages in a row that cannot be opened, before the whole is taken for damaged."""
MOST_CHARACTERS = 2_000_000
"""Of one page."""
_HYPHEN = re.compile("[\ufffe\x02](?:\r?\n)?")
"""What PDFium puts for a hyphen where a word goes on in the next line."""
_PIXELS = 2_200.0


def open_pdf(file: ForeignFile, password: str | None) -> Any:
    """Open a document.

    Raises:
        EncryptedDocument, WrongPassword, DamagedDocument: see there.
    """
    try:
        return pdfium.PdfDocument(io.BufferedReader(file.reader()), password=password or None)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise (WrongPassword() if password else EncryptedDocument()) from error
        if getattr(error, "err_code", None) == raw.FPDF_ERR_SECURITY:
            raise EncryptedDocument(
                "The document is protected in a way that is not read here; save it without, and upload that."
            ) from error
        raise DamagedDocument from error


def count_of(document: Any) -> int:
    """Return how many pages a document has.

    Raises:
        ComplexDocument: more than are read.
        DamagedDocument: none.
    """
    pages = len(document)
    if pages > MOST_PAGES:
        raise ComplexDocument(f"The document has more than {MOST_PAGES:,} pages; split it up.")
    if pages <= 0:
        raise DamagedDocument("The document has no pages; save it anew and upload that.")
    return pages


def pdf(document: Any, pages: int) -> Iterator[Piece]:
    """Yield a piece for each page, also for one without text.

    Raises:
        DamagedDocument: hardly a page can be opened.
    """
    broken = read = 0
    for number in range(pages):
        try:
            text = _text_of(document, number)
        except pdfium.PdfiumError:
            broken += 1
            if broken >= min(MOST_BROKEN, pages) and not read:
                raise DamagedDocument from None
            continue
        read += 1
        yield Piece(text, page=number + 1)


def _text_of(document: Any, number: int) -> str:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            count = text_page.count_chars()
            text = text_page.get_text_range(0, min(count, MOST_CHARACTERS)) if count > 0 else ""
        finally:
            text_page.close()
    finally:
        page.close()
    return tidy(_HYPHEN.sub("", text))


def picture_of(file: ForeignFile, number: int, password: str | None = None) -> Iterator[bytes]:
    """In the cage: yield a page as a picture (PGM), its longer side of some 2,200 points."""
    document = open_pdf(file, password)
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(_PIXELS / max(width, height, 1.0), 4.0)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    yield f"P5 {bitmap.width} {bitmap.height} 255\n".encode()
    rows = memoryview(bitmap.buffer)
    for row in range(bitmap.height):
        start = row * bitmap.stride
        yield bytes(rows[start : start + bitmap.width])
