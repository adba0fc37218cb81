"""Why a document cannot be read, in the words of the person who brought it."""

from __future__ import annotations

from typing import ClassVar

from verbatim.core.cage import ForeignFileError


class DocumentError(ForeignFileError):
    """A document cannot be read; `str(error)` is meant for people, `code` for programs."""

    code: ClassVar[str] = "document_damaged"


class DamagedDocument(DocumentError):  # noqa: N818 - reads as a sentence in `raise` and `except`, as all below
    """It is broken, cut off, or not what it says it is."""

    def __init__(self, detail: str = "The document is damaged or cut off; save it anew and upload that.") -> None:
        super().__init__(detail)


class EncryptedDocument(DocumentError):  # noqa: N818
    """It is protected, and no password was given."""

    code: ClassVar[str] = "document_encrypted"

    def __init__(self, detail: str = "The document is protected by a password; give it to have the text read.") -> None:
        super().__init__(detail)


class WrongPassword(DocumentError):  # noqa: N818
    """It is protected, and the password given does not open it."""

    code: ClassVar[str] = "wrong_password"

    def __init__(self, detail: str = "This password does not open the document; try another.") -> None:
        super().__init__(detail)


class ComplexDocument(DocumentError):  # noqa: N818
    """Reading it takes more than any honest document needs."""

    code: ClassVar[str] = "document_too_complex"

    def __init__(self, detail: str = "The document unpacks to more than this server reads; split it up.") -> None:
        super().__init__(detail)


class ForbiddenContent(DocumentError):  # noqa: N818
    """It asks its reader to expand or to fetch something."""

    code: ClassVar[str] = "document_forbidden_content"

    def __init__(
        self, detail: str = "The document defines entities, which this server never expands; save it anew without them."
    ) -> None:
        super().__init__(detail)


class UnsupportedDocument(DocumentError):  # noqa: N818
    """It is of no kind that can be read here."""

    code: ClassVar[str] = "document_unsupported"

    def __init__(
        self,
        detail: str = "This is not a kind of document that can be read here; upload PDF, DOCX, PPTX, XLSX, ODT, RTF, "
        "HTML, TXT, MD, CSV or EML.",
    ) -> None:
        super().__init__(detail)


DOCUMENT_ERRORS: dict[str, type[DocumentError]] = {
    error.code: error
    for error in (
        DamagedDocument,
        EncryptedDocument,
        WrongPassword,
        ComplexDocument,
        ForbiddenContent,
        UnsupportedDocument,
    )
}
"""The errors that cross the wall of the cage, by their code."""
