"""Documents of our own, read once before any foreign one: what a library loads late is loaded then."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from verbatim.adapters.documents.caged import extract
from verbatim.adapters.documents.errors import DocumentError
from verbatim.adapters.documents.kinds import Kind, recognise
from verbatim.adapters.documents.pdf import picture_of
from verbatim.core.cage import ForeignFile

_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>One'
    "</w:t></w:r></w:p></w:body></w:document>"
)
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 35>>stream\nBT /F 9 Tf 9 9 Td (One two) Tj ET  \nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n"
)


def try_all() -> None:
    """Read a document of each kind, and some that are refused."""
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["Date"] = "Grüße", "a@example.org", "Mon, 1 Jan 2024 10:00:00 +0000"
    letter.set_content("One")
    letter.add_alternative("<p>One</p>", subtype="html")
    with _written(_PDF) as file:
        list(extract(file, Kind.PDF, None))
        list(picture_of(file, 1))
    with _written(b"%PDF-1.4 nothing") as file, contextlib.suppress(DocumentError):
        list(extract(file, Kind.PDF, "x"))
    for kind, data in (
        (Kind.TXT, "Ein schöner Text mit Umlauten äöü, länger als kurz.".encode("cp1252")),
        (Kind.CSV, b"a;b\n1;2\n"),
        (Kind.HTML, b"<p>One &amp; two</p>"),
        (Kind.RTF, rb"{\rtf1\ansi One\par}"),
        (Kind.EML, letter.as_bytes()),
    ):
        with _written(data) as file:
            recognise(file, f"a.{kind}")
            list(extract(file, kind, None))
    for text in (_WORD, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a"):
        with _written(_zipped(text)) as file, contextlib.suppress(DocumentError):
            recognise(file, "a.docx")
            list(extract(file, Kind.DOCX, None))


def _zipped(text: str) -> bytes:
    with tempfile.TemporaryFile() as made:
        with ZipFile(made, "w", ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", text)
        made.seek(0)
        return made.read()


@contextmanager
def _written(data: bytes) -> Iterator[ForeignFile]:
    descriptor, name = tempfile.mkstemp()
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as made:
            made.write(data)
        file = ForeignFile.open(path)
        yield file
        file.close()
    finally:
        path.unlink()
