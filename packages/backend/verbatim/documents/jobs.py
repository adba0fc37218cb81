"""Job ``extract``: read a document's text, and put it in the place of what was read before, all at once."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.documents import (
    DocumentError,
    Extract,
    Kind,
    UnsupportedDocument,
    extract_caged,
    recognise_caged,
)
from verbatim.adapters.storage.api import StorageAdapter
from verbatim.core.cage import Cage
from verbatim.core.clock import utcnow
from verbatim.core.events import emit, tell_changed
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.core.jobs.models import Job
from verbatim.core.text import one_line, storable
from verbatim.documents.errors import DocumentNotFoundError
from verbatim.documents.events import DocumentFailed, DocumentProcessed
from verbatim.documents.models import Document, DocumentPassage, DocumentStatus
from verbatim.documents.ocr import find_recogniser, read_blank_pages
from verbatim.documents.repository import get_document
from verbatim.documents.resource import DOCUMENT
from verbatim.search.column import StoredWords, stored_words

ROWS_AT_ONCE = 200
NO_TEXT = (
    "No text was found in this document; its pages may be pictures, and no program that reads those is installed here."
)
SOME_BLANK = (
    "{count} of {pages} pages hold no text; they may be pictures, and no program that reads those is installed here."
)
AGAIN = "Reading it again failed, so what was read before stays: {reason}"


async def extract_text(job: JobContext) -> dict[str, Any] | None:
    """Read the document in the payload."""
    try:
        document = await _begin(job)
        storage: StorageAdapter = await job.app_state.storages.of(document.storage_location)
        found = await read_document(job.app_state.cage, storage, document)
        rows = await passages_of(found, job.database.dialect)
        await job.progress(90.0, "saving")
        async with job.transaction() as session:
            await save_text(session, document.id, found, rows)
            await job.finish(session, {"passages": len(rows)})
    except DocumentNotFoundError:
        return None  # deleted before or meanwhile
    except FileNotFoundError as error:
        raise JobError("The file of this document is missing from the storage.", code="file_missing") from error
    except DocumentError as error:
        raise JobError(str(error), code=error.code) from error
    return None


async def _begin(job: JobContext) -> Document:
    async with job.transaction() as session:
        document = await get_document(session, job.payload["document_id"], lock=True)
        document.status = DocumentStatus.PROCESSING
        tell_changed(session, DOCUMENT, document.id)
    return document


async def read_document(
    cage: Cage,
    storage: StorageAdapter,
    document: Document,
    *,
    password: str | None = None,
    on_behalf_of: str | None = None,
) -> Extract:
    """Return a document's text, with that of pages that are pictures where a program can read those.

    Raises:
        DocumentError: it cannot be read, with the reason.
        FileNotFoundError: its file is missing.
    """
    async with storage.local_copy(document.storage_key) as path:
        if not document.kind:  # says why not, or that a newer version knows better
            document.kind = (await recognise_caged(cage, path, document.file_name)).value
        try:
            kind = Kind(document.kind)
        except ValueError as error:
            raise UnsupportedDocument from error
        found = await extract_caged(cage, path, kind, password=password, on_behalf_of=on_behalf_of)
        recogniser = find_recogniser() if found.blank else None
        if recogniser is not None:
            await read_blank_pages(recogniser, cage, path, found, password=password)
    return found


async def passages_of(found: Extract, dialect: str) -> list[dict[str, Any]]:
    """Return rows for the pieces of a text, in reading order. Their words are made beside the event loop."""
    pieces = sorted(found.pieces, key=lambda piece: piece.page or 0) if found.confidence else found.pieces
    rows: list[dict[str, Any]] = []

    def make(start: int) -> None:
        for position, piece in enumerate(pieces[start : start + ROWS_AT_ONCE], start):
            # What came out of the cage may hold what no database stores.
            text = storable(piece.text)
            rows.append(
                {
                    "position": position,
                    "page": piece.page,
                    "sheet": None if piece.sheet is None else one_line(piece.sheet)[:200],
                    "row": piece.row,
                    "paragraph": piece.paragraph,
                    "confidence": found.confidence.get(piece.page or 0),
                    "text": text,
                    "search_words": StoredWords(stored_words(text, dialect)),
                }
            )

    for start in range(0, len(pieces), ROWS_AT_ONCE):
        await asyncio.to_thread(make, start)
    return rows


async def save_text(session: AsyncSession, document_id: str, found: Extract, rows: list[dict[str, Any]]) -> None:
    """Put a text in the place of what was read before; until the commit that is found, and from then on this.

    Raises:
        DocumentNotFoundError: it was deleted meanwhile.
    """
    document = await get_document(session, document_id, lock=True)
    old = delete(DocumentPassage).where(DocumentPassage.document_id == document_id)
    await session.execute(old.execution_options(synchronize_session=False))
    placed = {"document_id": document_id, "workspace_id": document.workspace_id, "owner_id": document.owner_id}
    for start in range(0, len(rows), ROWS_AT_ONCE):
        some = [row | placed for row in rows[start : start + ROWS_AT_ONCE]]
        await session.execute(insert(DocumentPassage), some)
    document.status = DocumentStatus.COMPLETED
    document.error = document.error_code = None
    document.note = _note(found, rows)
    document.page_count = found.pages
    document.updated_at = utcnow()
    await session.flush()
    await emit(session, DocumentProcessed(document_id=document_id))


def _note(found: Extract, rows: list[dict[str, Any]]) -> str | None:
    if not rows:
        return NO_TEXT
    return SOME_BLANK.format(count=len(found.blank), pages=found.pages) if found.blank and found.pages else None


async def extraction_ended(session: AsyncSession, job: Job) -> None:
    """Follow a job that failed or was cancelled: the document says why. What was read of it before can be found."""
    try:
        document = await get_document(session, job.payload["document_id"], lock=True)
    except DocumentNotFoundError:
        return
    if document.job_id != job.id:
        return
    await fail(
        session, document, job.error or "Reading it was cancelled; have it read again.", job.error_code or "cancelled"
    )


async def fail(session: AsyncSession, document: Document, reason: str, code: str) -> None:
    """Note why a document could not be read."""
    before = select(DocumentPassage.id).where(DocumentPassage.document_id == document.id).limit(1)
    if await session.scalar(before) is not None:
        document.status, document.note = DocumentStatus.COMPLETED, AGAIN.format(reason=reason)
    else:
        document.status, document.error, document.error_code = DocumentStatus.FAILED, reason, code
    document.updated_at = utcnow()
    await session.flush()
    await emit(session, DocumentFailed(document_id=document.id, error=reason))
