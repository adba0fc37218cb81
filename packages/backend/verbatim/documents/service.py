"""Making, changing, moving and deleting documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.documents import MIME_TYPES, Kind
from verbatim.core.clock import utcnow
from verbatim.core.events import emit, tell_changed
from verbatim.core.jobs.models import IS_ACTIVE, Job
from verbatim.core.jobs.queue import cancel_by_key, enqueue
from verbatim.core.ownership import inside
from verbatim.core.placement import BusyError, move_rows, refuse_unseen, rows_under
from verbatim.core.stored.strays import sweep_soon
from verbatim.documents.events import DocumentDeleted, DocumentMoved, DocumentUpdated, DocumentUploaded
from verbatim.documents.models import Document, DocumentStatus, ProjectDocument
from verbatim.documents.repository import lock_documents
from verbatim.documents.resource import DOCUMENT
from verbatim.documents.tagging import tag_by_names
from verbatim.projects.models import Project
from verbatim.projects.service import OtherWorkspaceError, get_project, touch
from verbatim.recordings.models import StrayFile
from verbatim.recordings.naming import title_given, title_of
from verbatim.recordings.service import check_metadata, leave_to_sweeper
from verbatim.uploads.receive import StoredFile

EXTRACT = "extract"
"""The type of the job that reads a document's text."""


def key_of_job(document_id: str) -> str:
    """Return by what at most one job for each document is known."""
    return f"{EXTRACT}:{document_id}"


async def create_document(session: AsyncSession, received: StoredFile, kind: Kind | None) -> Document:
    """Give a received file its document, with the project and tags of its form; it lies where its project does.
    Without a ``kind`` nothing can be read of it, which its job says.
    """
    project_id = received.form.get("project_id") or None
    project = None if project_id is None else await get_project(session, project_id)
    with inside(None if project is None else project.workspace_id):
        return await _create(session, received, kind, project)


async def _create(session: AsyncSession, received: StoredFile, kind: Kind | None, project: Project | None) -> Document:
    document = Document(
        id=received.id,
        title=title_given(received.form) or title_of(received.file_name, extensions=None),
        file_name=received.file_name,
        file_size=received.size,
        kind="" if kind is None else kind.value,
        mime_type="application/octet-stream" if kind is None else MIME_TYPES[kind],
        sha256=received.sha256,
        storage_location=received.storage_location,
        storage_key=received.storage_key,
        status=DocumentStatus.QUEUED,
    )
    session.add(document)
    await received.settled(session)
    await session.flush()
    await emit(session, DocumentUploaded(document_id=document.id, filename=document.file_name))
    if project is not None:
        await add_to_project(session, project, document)
    await tag_by_names(session, document.id, received.form.get("tags", "").split(","))
    await queue_extraction(session, document)
    return document


async def queue_extraction(session: AsyncSession, document: Document) -> Job:
    """Have a document's text read; what was read before can be found until then."""
    job = await enqueue(session, EXTRACT, {"document_id": document.id}, dedupe_key=key_of_job(document.id))
    document.job_id = job.id
    document.status = DocumentStatus.QUEUED
    await session.flush()
    tell_changed(session, DOCUMENT, document.id)
    return job


async def earlier_document_of(session: AsyncSession, sha256: str) -> Document | None:
    """Return the oldest document with the same bytes, if there is one."""
    same = select(Document).where(Document.sha256 == sha256).order_by(Document.created_at, Document.id).limit(1)
    found: Document | None = await session.scalar(same)
    return found


async def update_document(
    session: AsyncSession, document: Document, *, title: str | None, metadata: dict[str, Any] | None
) -> None:
    """Change what is given, leave the rest."""
    if title is not None:
        document.title = title
    if metadata is not None:
        check_metadata(metadata)
        document.details = metadata
    await touched(session, document)


async def touched(session: AsyncSession, document: Document) -> None:
    """Note that a document, or what lies around it, was changed."""
    document.updated_at = utcnow()
    await session.flush()
    await emit(session, DocumentUpdated(document_id=document.id))


async def add_to_project(session: AsyncSession, project: Project, document: Document) -> None:
    """Put a document into a project; doing it twice changes nothing.

    Raises:
        OtherWorkspaceError: they lie in different workspaces.
    """
    if project.workspace_id != document.workspace_id:
        raise OtherWorkspaceError("The document and the project lie in different workspaces; move one of them first.")
    here = select(ProjectDocument.document_id).where(
        ProjectDocument.project_id == project.id, ProjectDocument.document_id == document.id
    )
    if await session.scalar(here) is None:
        session.add(ProjectDocument(project_id=project.id, document_id=document.id))
        await session.flush()
        await touch(session, project)
        await touched(session, document)


async def take_out(session: AsyncSession, document_ids: Sequence[str], *which: ColumnElement[bool]) -> None:
    """Take documents out of their projects, or out of ``which`` of them."""
    inside_ = (ProjectDocument.document_id.in_(document_ids), *which)
    found = set(await session.scalars(select(ProjectDocument.document_id).where(*inside_)))
    if not found:
        return
    await session.execute(delete(ProjectDocument).where(*inside_).execution_options(synchronize_session=False))
    for document in await lock_documents(session, sorted(found)):
        await touched(session, document)


async def assign_documents(session: AsyncSession, ids: Sequence[str], project_id: str | None) -> int:
    """Put documents into one project, or with None out of every project. Returns how many there were."""
    found = await lock_documents(session, ids)
    if project_id is None:
        await take_out(session, [document.id for document in found])
    else:
        project = await get_project(session, project_id)
        for document in found:
            await add_to_project(session, project, document)
    return len(found)


async def delete_documents(session: AsyncSession, documents: Sequence[Document]) -> None:
    """Delete documents with their text; their files follow once this is committed."""
    for document in sorted(documents, key=lambda one: one.id):
        await cancel_by_key(session, key_of_job(document.id))
        session.add(StrayFile(storage_location=document.storage_location, storage_key=document.storage_key))
        await session.delete(document)
        await session.flush()
        await emit(session, DocumentDeleted(document_id=document.id))
    sweep_soon(session)


async def abandon_files(session: AsyncSession) -> None:
    """Hand the files of every document in scope to the sweeper, when all of its owner's rows are about to go."""
    rows = await session.execute(select(Document.storage_location, Document.storage_key))
    strays = [{"storage_location": location, "storage_key": key, "holder": None} for location, key in rows]
    await leave_to_sweeper(session, strays)


async def move_documents(
    session: AsyncSession, documents: Sequence[Document], workspace_id: str, *, project_id: str | None = None
) -> None:
    """Move documents to a workspace. They leave their projects, which stay behind, but for one.

    Raises:
        NoSuchWorkspaceError: the caller does not see it.
        BusyError: one of them is being read.
    """
    refuse_unseen(workspace_id)
    from_where = {document.id: document.workspace_id for document in documents}
    ids = list(from_where)
    of_them = Job.payload["document_id"].as_string().in_(ids)
    if await session.scalar(select(Job.id).where(of_them, IS_ACTIVE).limit(1)) is not None:
        raise BusyError
    await take_out(session, ids, true() if project_id is None else ProjectDocument.project_id != project_id)
    moving = rows_under(session, Document, ids)
    await move_rows(session, workspace_id, [*moving, (Job, of_them), (Document, Document.id.in_(ids))])
    for key, before in from_where.items():
        for place in {one for one in (before, workspace_id) if one}:
            tell_changed(session, DOCUMENT, key, at=frozenset({place}))
        await emit(session, DocumentMoved(document_id=key, workspace_id=workspace_id, previous_workspace_id=before))
