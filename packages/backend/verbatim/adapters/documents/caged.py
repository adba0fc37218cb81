"""What is done with foreign documents, in the cage: the functions that run there, and how they are called from outside.

What comes out of the cage may have been made by whoever made the file, and is taken for foreign too.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from verbatim.adapters.documents.errors import DOCUMENT_ERRORS, ComplexDocument, DamagedDocument, DocumentError
from verbatim.adapters.documents.kinds import Kind, recognise
from verbatim.adapters.documents.mail import eml
from verbatim.adapters.documents.office import docx, odt, pptx
from verbatim.adapters.documents.pdf import count_of, open_pdf, pdf, picture_of
from verbatim.adapters.documents.pieces import MOST_CHARACTERS, Piece, in_parts
from verbatim.adapters.documents.plain import csv_rows, txt
from verbatim.adapters.documents.rich import rtf
from verbatim.adapters.documents.sheets import xlsx
from verbatim.adapters.documents.web import html
from verbatim.core.cage import Cage, CageError, ForeignFile, LimitExceeded, Limits
from verbatim.core.cage.errors import Refused
from verbatim.core.cage.pool import OnBytes

MIB = 1024 * 1024
_KIND_LIMITS = Limits(memory_bytes=256 * MIB, cpu_seconds=20, wall_seconds=60)
_PAGE_LIMITS = Limits(memory_bytes=512 * MIB, cpu_seconds=60, wall_seconds=120, output_bytes=32 * MIB, niceness=10)
_COMPLEX = "Reading this document takes more {limit} than this server gives to one; split it up and upload the parts."
_CRASHED = "The document is damaged in a way that stops the program which reads it; save it anew and upload that."

MOST_PIECES = 400_000
_MOST_SHEET_NAME = 200
_MOST_NUMBER = 2_000_000_000

_READERS: dict[Kind, Callable[[ForeignFile], Iterator[Piece]]] = {
    Kind.DOCX: docx,
    Kind.PPTX: pptx,
    Kind.XLSX: xlsx,
    Kind.ODT: odt,
    Kind.RTF: rtf,
    Kind.HTML: html,
    Kind.TXT: txt,
    Kind.MD: txt,
    Kind.CSV: csv_rows,
    Kind.EML: eml,
}


@dataclass
class Extract:
    """The text of a document. ``pages`` is None for what has none; ``blank`` are pages of a PDF without text, and
    ``confidence`` how sure OCR is (0 to 1) of those that it has read.
    """

    pieces: list[Piece] = field(default_factory=list)
    pages: int | None = None
    blank: list[int] = field(default_factory=list)
    confidence: dict[int, float] = field(default_factory=dict)


async def recognise_caged(cage: Cage, path: Path, file_name: str, *, on_behalf_of: str | None = None) -> Kind:
    """As `recognise`, without blocking.

    Raises:
        DocumentError: as `recognise`.
    """
    try:
        found = await cage.run(kind_of, path, file_name[-255:], limits=_KIND_LIMITS, on_behalf_of=on_behalf_of)
        return Kind(found)
    except (Refused, CageError, ValueError) as error:
        raise _translated(error) from error


async def extract_caged(
    cage: Cage, path: Path, kind: Kind, *, password: str | None = None, on_behalf_of: str | None = None
) -> Extract:
    """Return the text of a document. With ``on_behalf_of`` somebody waits for it, else it is a job's.

    Raises:
        DocumentError: it cannot be read, with the reason.
    """
    reading = _Reading()
    limits = _limits((await asyncio.to_thread(path.stat)).st_size)
    arguments = (kind.value, password)
    waits = on_behalf_of is not None
    try:
        await cage.run(
            extract, path, *arguments, limits=limits, on_bytes=reading.take, on_behalf_of=on_behalf_of, queue=waits
        )
        return reading.end()
    except (Refused, CageError, ValueError) as error:
        raise _translated(error) from error


async def draw_page_caged(
    cage: Cage, path: Path, number: int, on_bytes: OnBytes, *, password: str | None = None
) -> None:
    """Give `on_bytes` a page of a PDF as a picture (PGM).

    Raises:
        DocumentError: it cannot be drawn.
    """
    try:
        await cage.run(picture_of, path, number, password, limits=_PAGE_LIMITS, on_bytes=on_bytes, queue=False)
    except (Refused, CageError) as error:
        raise _translated(error) from error


def _limits(size: int) -> Limits:
    """Return what reading a file of a size may take. Most of it is for what unpacks to much more than its size."""
    seconds = 60 + min(180, size // MIB)
    return Limits(
        memory_bytes=448 * MIB, cpu_seconds=seconds, wall_seconds=3.0 * seconds, output_bytes=32 * MIB, niceness=10
    )


class _Reading:
    """Takes the lines that come out of the cage."""

    def __init__(self) -> None:
        self._rest = b""
        self._found = Extract()

    async def take(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._line(json.loads(line))
        if len(self._found.pieces) > MOST_PIECES:
            raise LimitExceeded("output")

    def _line(self, told: dict[str, Any]) -> None:
        if "pages" in told:
            self._found.pages = _number(told["pages"])
            return
        place = {name: _number(told[name]) for name in ("page", "row", "paragraph") if told.get(name) is not None}
        sheet = told.get("sheet")
        text = str(told["text"])[: 4 * MOST_CHARACTERS]
        if text.strip():
            name = None if sheet is None else str(sheet)[:_MOST_SHEET_NAME]
            self._found.pieces.append(Piece(text, sheet=name, **place))
        elif "page" in place:
            self._found.blank.append(place["page"])

    def end(self) -> Extract:
        """Return all of it.

        Raises:
            ValueError: the last line was never ended.
        """
        if self._rest:
            raise ValueError("The text ends within a line.")
        return self._found


def _number(told: Any) -> int:
    if not isinstance(told, int) or not 0 <= told <= _MOST_NUMBER:
        raise ValueError(told)
    return told


def kind_of(file: ForeignFile, file_name: str) -> str:
    """In the cage: which kind a file is."""
    return recognise(file, file_name).value


def extract(file: ForeignFile, kind: str, password: str | None) -> Iterator[bytes]:
    """In the cage: the text of a document, each piece as a line of JSON, in larger portions."""
    portion: list[bytes] = []
    size = 0
    try:
        for line in _lines(file, Kind(kind), password):
            portion.append(line)
            size += len(line)
            if size > 128 * 1024:
                yield b"".join(portion)
                portion, size = [], 0
    except RecursionError as error:
        raise ComplexDocument("Parts of the document lie in each other without end; save it anew.") from error
    yield b"".join(portion)


def _lines(file: ForeignFile, kind: Kind, password: str | None) -> Iterator[bytes]:
    if kind is Kind.PDF:
        document = open_pdf(file, password)
        pages = count_of(document)
        yield _line({"pages": pages})
        pieces = pdf(document, pages)
    else:
        pieces = _READERS[kind](file)
    most = 0
    for piece in pieces:
        most = max(most, piece.page or 0)
        for part in in_parts(piece):
            yield _line({name: value for name, value in asdict(part).items() if value is not None})
    if most and kind is not Kind.PDF:
        yield _line({"pages": most})


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told).encode() + b"\n"


def _translated(error: Exception) -> DocumentError:
    if isinstance(error, Refused):
        return DOCUMENT_ERRORS.get(error.code, DamagedDocument)(str(error))
    if isinstance(error, LimitExceeded):
        return ComplexDocument(_COMPLEX.format(limit=error.limit))
    return DamagedDocument(_CRASHED)


def prepare() -> None:
    """In the nursery: load what is only loaded when it is met. Nothing can be opened in the cage, no library either."""
    for name in ("pypdfium2", "pypdfium2.raw", "defusedxml", "defusedxml.ElementTree", "charset_normalizer"):
        importlib.import_module(name)
    for package in ("encodings", "email", "email.mime", "charset_normalizer"):
        found = importlib.import_module(package)
        for module in pkgutil.iter_modules(found.__path__, f"{package}."):
            if module.name not in {"charset_normalizer.__main__", "charset_normalizer.cli"}:
                with contextlib.suppress(ImportError):
                    importlib.import_module(module.name)
    importlib.import_module("verbatim.adapters.documents.trial").try_all()
