"""Reading untrusted documents: which kind they are, and their text with the place where it stands.

Functions called `…_caged` let a process in the cage do it, which is what everything does that people upload.
"""

from verbatim.adapters.documents.caged import Extract, draw_page_caged, extract_caged, recognise_caged
from verbatim.adapters.documents.errors import (
    DOCUMENT_ERRORS,
    ComplexDocument,
    DamagedDocument,
    DocumentError,
    EncryptedDocument,
    ForbiddenContent,
    UnsupportedDocument,
    WrongPassword,
)
from verbatim.adapters.documents.kinds import EXTENSIONS, MIME_TYPES, Kind
from verbatim.adapters.documents.pieces import Piece

__all__ = [
    "DOCUMENT_ERRORS",
    "EXTENSIONS",
    "MIME_TYPES",
    "ComplexDocument",
    "DamagedDocument",
    "DocumentError",
    "EncryptedDocument",
    "Extract",
    "ForbiddenContent",
    "Kind",
    "Piece",
    "UnsupportedDocument",
    "WrongPassword",
    "draw_page_caged",
    "extract_caged",
    "recognise_caged",
]
