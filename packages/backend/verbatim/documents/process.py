"""Reading a protected document with the password that somebody gives: at once, so that it is never written down."""

from __future__ import annotations

from fastapi import Request

from verbatim.adapters.documents import DocumentError
from verbatim.core.db import Database
from verbatim.core.errors import InvalidInputError
from verbatim.core.ownership import owner_of_new_rows
from verbatim.documents.content import storage_of
from verbatim.documents.errors import DocumentBusyError, DocumentFileMissingError
from verbatim.documents.jobs import passages_of, read_document, save_text
from verbatim.documents.models import DocumentStatus
from verbatim.documents.repository import get_document


async def read_with_password(request: Request, document_id: str, password: str) -> None:
    """Read a document's text within the request.

    Raises:
        DocumentNotFoundError, DocumentFileMissingError: there is none.
        DocumentBusyError: it is being read.
        InvalidInputError: it cannot be read, with the reason: the password may be another.
    """
    database: Database = request.app.state.database
    async with database.transaction(read_only=True) as session:
        document = await get_document(session, document_id)
    if document.status in {DocumentStatus.QUEUED, DocumentStatus.PROCESSING}:
        raise DocumentBusyError
    storage, owner = await storage_of(request, document), owner_of_new_rows() or ""
    try:
        found = await read_document(request.app.state.cage, storage, document, password=password, on_behalf_of=owner)
    except DocumentError as error:
        raise InvalidInputError(str(error), code=error.code) from error
    except FileNotFoundError as error:
        raise DocumentFileMissingError from error
    rows = await passages_of(found, database.dialect)
    async with database.transaction() as session:
        await save_text(session, document_id, found, rows)
