"""What can go wrong with documents, in the words of the person who uses them."""

from __future__ import annotations

from verbatim.core.errors import ConflictError, NotFoundError


class DocumentNotFoundError(NotFoundError):
    """There is no such document."""

    code = "document_not_found"


class DocumentFileMissingError(NotFoundError):
    """The file of this document is missing from the storage."""

    code = "file_missing"


class DocumentBusyError(ConflictError):
    """This document is being read at this moment; wait until that has ended."""

    code = "busy"
