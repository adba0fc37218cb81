"""Which kind of document a file is, by its bytes; its name decides only between kinds of text."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath
from types import MappingProxyType

from verbatim.adapters.documents.errors import DamagedDocument, EncryptedDocument, UnsupportedDocument
from verbatim.adapters.documents.package import Package
from verbatim.core.cage import ForeignFile


class Kind(StrEnum):
    """Kinds of documents, called as their files usually end."""

    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    ODT = "odt"
    RTF = "rtf"
    HTML = "html"
    TXT = "txt"
    MD = "md"
    CSV = "csv"
    EML = "eml"


_OOXML = "application/vnd.openxmlformats-officedocument"
MIME_TYPES = MappingProxyType(
    {
        Kind.PDF: "application/pdf",
        Kind.DOCX: f"{_OOXML}.wordprocessingml.document",
        Kind.PPTX: f"{_OOXML}.presentationml.presentation",
        Kind.XLSX: f"{_OOXML}.spreadsheetml.sheet",
        Kind.ODT: "application/vnd.oasis.opendocument.text",
        Kind.RTF: "application/rtf",
        Kind.HTML: "text/html",
        Kind.TXT: "text/plain",
        Kind.MD: "text/markdown",
        Kind.CSV: "text/csv",
        Kind.EML: "message/rfc822",
    }
)
EXTENSIONS = MappingProxyType(
    {
        **{kind.value: kind for kind in Kind},
        "htm": Kind.HTML,
        "xhtml": Kind.HTML,
        "text": Kind.TXT,
        "log": Kind.TXT,
        "markdown": Kind.MD,
        "tsv": Kind.CSV,
        "docm": Kind.DOCX,
        "dotx": Kind.DOCX,
        "pptm": Kind.PPTX,
        "xlsm": Kind.XLSX,
    }
)
"""How the names of files end that can be read."""

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Content-Type): ?\S?",
    re.IGNORECASE | re.MULTILINE,
)
_MAIL_HEADERS = 3
_FOREIGN = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"OggS", b"fLaC", b"ID3", b"\x7fELF", b"MZ", b"BM", b"\x1f\x8b"),
    *(b"7z\xbc\xaf", b"Rar!", b"II*\x00", b"MM\x00*", b"\x00\x00\x00", b"BZh", b"\xfd7zXZ", b"SQLite format 3"),
)
_NOT_AS_NAMED = (
    "The file is not what its name says, or damaged at its beginning; save the document anew and upload that."
)
_TEXTS = frozenset({Kind.TXT, Kind.MD, Kind.CSV, Kind.EML, Kind.HTML})


def named_kind(file_name: str) -> Kind | None:
    """Return the kind that a file's name speaks of."""
    return EXTENSIONS.get(PurePosixPath(file_name).suffix.lower().removeprefix("."))


def recognise(file: ForeignFile, file_name: str) -> Kind:
    """Return what a file is.

    Raises:
        DocumentError: nothing that can be read, with the reason.
    """
    head, said = file.peek(_HEAD), named_kind(file_name)
    if not head:
        raise DamagedDocument("The file is empty; upload the document itself.")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _package(file)
    if head.startswith(_OLE):
        return _old_office(file)
    if head.lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    if _HTML.match(head):
        return said if said in {Kind.EML, Kind.MD, Kind.CSV} else Kind.HTML
    if head.startswith(_FOREIGN) or (said is not None and said not in _TEXTS):
        raise UnsupportedDocument() if said is None else UnsupportedDocument(_NOT_AS_NAMED)
    return _text(head, said)


def _package(file: ForeignFile) -> Kind:
    package = Package(file)
    names = set(package.names)
    for kind, folder, part in (
        (Kind.DOCX, "word/", "word/document.xml"),
        (Kind.PPTX, "ppt/", "ppt/presentation.xml"),
        (Kind.XLSX, "xl/", "xl/workbook.xml"),
    ):
        if part in names or ("[Content_Types].xml" in names and any(name.startswith(folder) for name in names)):
            return kind
    if "mimetype" in names:
        told = b"".join(package.chunks("mimetype"))[:100]
        if told.startswith(MIME_TYPES[Kind.ODT].encode()):
            return Kind.ODT
    elif "content.xml" in names:
        return Kind.ODT
    raise UnsupportedDocument("The file is an archive without a document in it; unpack it and upload what is inside.")


def _old_office(file: ForeignFile) -> Kind:
    """Tell why a file of the older Office form is not read: new ones are in it when they are protected."""
    name = "EncryptedPackage".encode("utf-16-le")
    if any(
        name in file.peek(1024 * 1024 + len(name), start) for start in range(0, min(file.size, 1 << 28), 1024 * 1024)
    ):
        raise EncryptedDocument(
            "The document is protected by a password; save it without one, or as a PDF with one, and upload that."
        )
    raise UnsupportedDocument(
        "This is a document of Office 2003 or older; save it as DOCX, PPTX or XLSX and upload that."
    )


def _text(head: bytes, said: Kind | None) -> Kind:
    if said is None and b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnsupportedDocument
    if said in {None, Kind.EML} and (said or len(_HEADER.findall(head)) >= _MAIL_HEADERS):
        return Kind.EML
    if said is None:
        try:
            head[:-4].decode("utf-8")
        except UnicodeDecodeError:
            if not head.startswith((b"\xff\xfe", b"\xfe\xff")):
                raise UnsupportedDocument from None
        return Kind.TXT
    return said
