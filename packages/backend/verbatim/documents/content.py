"""Handing out a document's file, so that no browser ever runs it."""

from __future__ import annotations

from typing import Final

from fastapi import Request
from starlette.responses import Response

from verbatim.adapters.documents import Kind
from verbatim.adapters.storage.api import StorageAdapter
from verbatim.adapters.storage.chosen import LocationUnknownError, Storages
from verbatim.core.db import Database
from verbatim.documents.errors import DocumentFileMissingError
from verbatim.documents.models import Document
from verbatim.documents.repository import get_document
from verbatim.recordings.playback import serve_file

SHOWN_KINDS: Final = frozenset({Kind.PDF.value, Kind.TXT.value, Kind.MD.value, Kind.CSV.value})
"""What may be sent without being saved: our viewer reads it. All others a browser only saves."""

HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
}


async def storage_of(request: Request, document: Document) -> StorageAdapter:
    """Return the storage that holds a document's file.

    Raises:
        DocumentFileMissingError: there is none of its name any more.
    """
    storages: Storages = request.app.state.storages
    try:
        return await storages.of(document.storage_location)
    except LocationUnknownError as error:
        raise DocumentFileMissingError(
            f"The storage {document.storage_location} of this document is not configured."
        ) from error


async def serve_document(request: Request, document_id: str, *, inline: bool, by_link: bool = True) -> Response:
    """Answer with the file, a part of it, or "not modified"; one to be saved may come from its storage ``by_link``.

    Raises:
        DocumentNotFoundError, DocumentFileMissingError, NoSuchRangeError: see there.
    """
    database: Database = request.app.state.database
    # Not the request's session: its connection would stay taken for as long as somebody reads.
    async with database.transaction(read_only=True) as session:
        document = await get_document(session, document_id)
    storage = await storage_of(request, document)
    try:
        info = await storage.get_file_info(document.storage_key)
    except FileNotFoundError as error:
        raise DocumentFileMissingError from error
    shown = inline and document.kind in SHOWN_KINDS
    # Text of any kind as plain text: what is inside is never taken for a page.
    mime_type = "text/plain" if shown and document.kind != Kind.PDF.value else document.mime_type
    answer = await serve_file(
        request,
        storage,
        info,
        mime_type=mime_type,
        file_name=document.file_name,
        download=not shown,
        by_link=by_link and not shown,  # what is shown needs the headers below
    )
    answer.headers.update(HEADERS)
    return answer
