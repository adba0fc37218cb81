"""What documents do when something happens to what they lie in."""

from __future__ import annotations

from sqlalchemy import select

from verbatim.core.events import current_session
from verbatim.core.jobs.queue import cancel_by_key
from verbatim.core.ownership import inside
from verbatim.core.placement import move_rows
from verbatim.documents.models import DocumentStatus, ProjectDocument
from verbatim.documents.repository import get_document, lock_documents
from verbatim.documents.service import key_of_job, move_documents, queue_extraction

_UNREAD = frozenset({DocumentStatus.QUEUED, DocumentStatus.PROCESSING})


async def project_moved(project_id: str, workspace_id: str, previous_workspace_id: str | None) -> None:  # noqa: ARG001 - the event's arguments
    """Go along with a project that moves to another workspace."""
    session = current_session()
    members = ProjectDocument.project_id == project_id
    documents = await lock_documents(session, select(ProjectDocument.document_id).where(members))
    if documents:
        await move_documents(session, documents, workspace_id, project_id=project_id)
    await move_rows(session, workspace_id, [(ProjectDocument, members)])


async def document_trashed(*, document_id: str) -> None:
    """Stop reading a document: nobody waits for it any more."""
    await cancel_by_key(current_session(), key_of_job(document_id))


async def document_restored(*, document_id: str) -> None:
    """Read a document that was not read when it was put into the trash."""
    session = current_session()
    document = await get_document(session, document_id)
    if document.status in _UNREAD:
        with inside(document.workspace_id):
            await queue_extraction(session, document)
