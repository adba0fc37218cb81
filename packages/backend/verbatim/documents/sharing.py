"""Documents in projects, and tags on them: `/api/projects/{id}/documents` and `/api/tags/documents`."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy import select

from verbatim.core.db import SessionDep
from verbatim.core.pagination import ListResponse, MessageResponse, PageDep
from verbatim.core.routing import Router
from verbatim.documents import service, tagging
from verbatim.documents.models import DocumentTag, ProjectDocument
from verbatim.documents.repository import DocumentFilter, get_document, list_documents
from verbatim.documents.schemas import DocumentResponse
from verbatim.permissions import Permission, demand, requires
from verbatim.projects.service import get_project, touch
from verbatim.tags.models import Tag
from verbatim.tags.schemas import TagAssignRequest, TagListResponse, TagResponse
from verbatim.tags.service import get_tag

project_router = Router()
tag_router = Router()

UPDATE = [requires(Permission.PROJECT_UPDATE)]


@project_router.get("/{project_id}/documents", dependencies=[requires(Permission.DOCUMENT_READ)])
async def project_documents(session: SessionDep, project_id: str, page: PageDep) -> ListResponse[DocumentResponse]:
    """List a project's documents, the newest first."""
    await get_project(session, project_id)
    wanted = DocumentFilter(project_id=project_id)
    items, total = await list_documents(session, wanted, page, sort_by="created_at", descending=True)
    return ListResponse.of(items, total, page)


@project_router.post("/{project_id}/documents/{document_id}", dependencies=UPDATE)
async def add_document(request: Request, session: SessionDep, project_id: str, document_id: str) -> MessageResponse:
    """Put a document into a project."""
    project = await get_project(session, project_id)
    demand(request, Permission.DOCUMENT_READ)
    await service.add_to_project(session, project, await get_document(session, document_id, lock=True))
    return MessageResponse(message="The document is in the project.", id=document_id)


@project_router.delete("/{project_id}/documents/{document_id}", dependencies=UPDATE)
async def remove_document(request: Request, session: SessionDep, project_id: str, document_id: str) -> MessageResponse:
    """Take a document out of a project; the document itself stays."""
    project = await get_project(session, project_id)
    demand(request, Permission.DOCUMENT_READ)
    document = await get_document(session, document_id, lock=True)
    await service.take_out(session, [document.id], ProjectDocument.project_id == project.id)
    await touch(session, project)
    return MessageResponse(message="The document is no longer in the project.", id=document_id)


@tag_router.get("/documents/{document_id}", dependencies=[requires(Permission.DOCUMENT_READ)])
async def document_tags(session: SessionDep, document_id: str) -> TagListResponse:
    """List the tags on a document."""
    await get_document(session, document_id)
    on_it = select(DocumentTag.tag_id).where(DocumentTag.document_id == document_id)
    rows = await session.scalars(select(Tag).where(Tag.id.in_(on_it)).order_by(Tag.name_key))
    return TagListResponse(items=[TagResponse.model_validate(tag, from_attributes=True) for tag in rows])


@tag_router.post("/documents/{document_id}", status_code=201, dependencies=[requires(Permission.DOCUMENT_UPDATE)])
async def put_tag(session: SessionDep, document_id: str, body: TagAssignRequest) -> MessageResponse:
    """Put a tag on a document."""
    document = await get_document(session, document_id, lock=True)
    if await tagging.put_on(session, document.id, await get_tag(session, body.tag_id)):
        await service.touched(session, document)
    return MessageResponse(message="The tag is on the document.", id=document_id)


@tag_router.delete("/documents/{document_id}/{tag_id}", dependencies=[requires(Permission.DOCUMENT_UPDATE)])
async def take_tag_off(session: SessionDep, document_id: str, tag_id: str) -> MessageResponse:
    """Take a tag off a document."""
    document = await get_document(session, document_id, lock=True)
    if await tagging.take_off(session, document_id, await get_tag(session, tag_id)):
        await service.touched(session, document)
    return MessageResponse(message="The tag was taken off.", id=document_id)
