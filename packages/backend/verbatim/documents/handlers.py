"""What documents do when something happens to what they lie in."""

from __future__ import annotations

from sqlalchemy import select

from verbatim.core.events import current_session
from verbatim.core.placement import move_rows
from verbatim.documents.models import ProjectDocument
from verbatim.documents.repository import lock_documents
from verbatim.documents.service import move_documents


async def project_moved(project_id: str, workspace_id: str, previous_workspace_id: str | None) -> None:  # noqa: ARG001 - the event's arguments
    """Go along with a project that moves to another workspace."""
    session = current_session()
    members = ProjectDocument.project_id == project_id
    documents = await lock_documents(session, select(ProjectDocument.document_id).where(members))
    if documents:
        await move_documents(session, documents, workspace_id, project_id=project_id)
    await move_rows(session, workspace_id, [(ProjectDocument, members)])
