"""`/api/documents`."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request
from starlette.responses import PlainTextResponse, Response

from verbatim.adapters.documents import EXTENSIONS
from verbatim.core.db import SessionDep, WideSessionDep
from verbatim.core.effects import AuditedRead, Effect, declares
from verbatim.core.inbound import MomentOrDay
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import request_cancel
from verbatim.core.pagination import ListResponse, MessageResponse, PageDep
from verbatim.core.routing import Router, sends
from verbatim.core.shown import shown
from verbatim.core.text import storable
from verbatim.core.trash.moving import discard
from verbatim.documents import service
from verbatim.documents.content import serve_document, storage_of
from verbatim.documents.process import read_with_password
from verbatim.documents.repository import (
    DocumentFilter,
    get_document,
    get_response,
    list_documents,
    lock_documents,
    read_text,
    whole_text,
)
from verbatim.documents.resource import DOCUMENT
from verbatim.documents.schemas import (
    DocumentAssignRequest,
    DocumentCreateResponse,
    DocumentKindsResponse,
    DocumentPropertiesResponse,
    DocumentResponse,
    DocumentUpdateRequest,
    ProcessRequest,
    Status,
    TextResponse,
)
from verbatim.documents.upload import FORM, receive_document
from verbatim.favourites.narrowing import ONLY_STARRED
from verbatim.permissions import Permission, demand, requires, signed_in
from verbatim.projects.service import get_project
from verbatim.recordings.naming import format_bytes
from verbatim.recordings.schemas import BulkIdsRequest, MoveRequest
from verbatim.trash.sessions import TrashSession

router = Router()

CREATE = [requires(Permission.DOCUMENT_CREATE)]
READ = [requires(Permission.DOCUMENT_READ)]
UPDATE = [requires(Permission.DOCUMENT_UPDATE)]
DELETE = [requires(Permission.DOCUMENT_DELETE)]
# Once for each stay, not for each range: the viewer asks for a PDF piece by piece.
TAKEN = declares(audited=AuditedRead("document.opened", "document"))
MOST_TEXT = 4 * 1024 * 1024
"""Characters of a text that are sent in one answer."""


async def _filter(
    request: Request,
    *,
    project_id: Annotated[str | None, Query(max_length=36)] = None,
    status: Status | None = None,
    search: Annotated[str | None, Query(max_length=500)] = None,
    date_from: MomentOrDay | None = None,
    date_to: MomentOrDay | None = None,
    tag_ids: Annotated[str | None, Query(max_length=1000, description="Comma-separated; all must be present.")] = None,
    mime_type: Annotated[str | None, Query(max_length=100)] = None,
    kind: Annotated[str | None, Query(max_length=20)] = None,
    workspace_id: Annotated[str | None, Query(max_length=36)] = None,
    favourites: Annotated[bool, Query(description=ONLY_STARRED)] = False,
) -> DocumentFilter:
    tags = tuple(tag for tag in (tag_ids or "").split(",") if tag)
    searched = storable(search or "") or None
    starred = signed_in(request).id if favourites else None
    between = (date_from, date_to)
    return DocumentFilter(project_id, status, searched, *between, tags, mime_type, kind, workspace_id, starred)


@router.post("", status_code=201, dependencies=CREATE, openapi_extra=FORM)
async def upload_document(request: Request) -> DocumentCreateResponse:
    """Upload a document. Its text is read in the background and can then be searched."""
    return await receive_document(request)


@router.get("", dependencies=READ)
async def list_(
    session: SessionDep,
    page: PageDep,
    wanted: Annotated[DocumentFilter, Depends(_filter)],
    sort_by: Literal["created_at", "title", "file_size"] = "created_at",
    sort_order: Literal["asc", "desc"] = "desc",
) -> ListResponse[DocumentResponse]:
    """List documents, newest first unless asked otherwise."""
    items, total = await list_documents(session, wanted, page, sort_by=sort_by, descending=sort_order == "desc")
    return ListResponse.of(items, total, page)


@router.get("/kinds", dependencies=CREATE)
async def kinds() -> DocumentKindsResponse:
    """Tell which kinds of document can be read, for the dialog in which people choose them."""
    extensions = [f".{extension}" for extension in EXTENSIONS]
    return DocumentKindsResponse(extensions=extensions, accept=",".join(extensions))


@router.post("/bulk-delete", dependencies=[*DELETE, declares(Effect.DELETE)])
async def bulk_delete(request: Request, session: TrashSession, body: BulkIdsRequest) -> MessageResponse:
    """Delete several documents. They lie in the trash for as long as the server is set to, and can be restored."""
    found = await lock_documents(session, body.ids)
    await discard(session, DOCUMENT, found, days=request.app.state.settings.trash_days)
    return MessageResponse(message=f"{len(found)} documents deleted.")


@router.post("/bulk-assign", dependencies=[requires(Permission.PROJECT_UPDATE)])
async def bulk_assign(session: SessionDep, body: DocumentAssignRequest) -> MessageResponse:
    """Put several documents into a project, or take them out of every project."""
    count = await service.assign_documents(session, body.ids, body.project_id)
    return MessageResponse(message=f"{count} documents assigned.")


@router.post("/move", dependencies=UPDATE)
async def move(session: WideSessionDep, body: MoveRequest) -> MessageResponse:
    """Move documents to another workspace; they leave their projects, which stay behind."""
    found = await lock_documents(session, body.ids)
    await service.move_documents(session, found, body.workspace_id)
    return MessageResponse(message=f"{len(found)} documents moved.")


@router.get("/{document_id}", dependencies=[*READ, declares(audited=AuditedRead("document.opened", "document"))])
async def get(session: SessionDep, document_id: str, *, include_content: bool = False) -> DocumentResponse:
    """Get one document, with the text that was read of it when ``include_content`` is true."""
    found = await get_response(session, document_id)
    if include_content:
        found.extracted_text = await whole_text(session, document_id, most=MOST_TEXT)
    return found


@router.patch("/{document_id}", dependencies=UPDATE)
async def update(
    request: Request, session: SessionDep, document_id: str, body: DocumentUpdateRequest
) -> DocumentResponse:
    """Change a document's title or metadata, or put it into a project."""
    document = await get_document(session, document_id, lock=True)
    if body.project_id is not None:
        demand(request, Permission.PROJECT_UPDATE)
        await service.add_to_project(session, await get_project(session, body.project_id), document)
    if body.title is not None or body.metadata is not None:
        await service.update_document(session, document, title=body.title, metadata=body.metadata)
    return await get_response(session, document_id)


@router.delete("/{document_id}", dependencies=DELETE)
async def delete(request: Request, session: TrashSession, document_id: str) -> MessageResponse:
    """Delete a document. It lies in the trash for as long as the server is set to, and can be restored from there."""
    document = await get_document(session, document_id, lock=True)
    await discard(session, DOCUMENT, [document], days=request.app.state.settings.trash_days)
    return MessageResponse(message="The document was deleted.", id=document_id)


@router.get("/{document_id}/properties", dependencies=READ)
async def properties(request: Request, session: SessionDep, document_id: str) -> DocumentPropertiesResponse:
    """Get what is known about a document's file."""
    document = await get_document(session, document_id)
    names = "id title mime_type page_count status storage_location sha256 created_at updated_at file_size"
    return shown(
        DocumentPropertiesResponse,
        {name: getattr(document, name) for name in names.split()}
        | {
            "file_path": document.storage_key,
            "filename": document.file_name,
            "file_size_formatted": format_bytes(document.file_size),
            "file_exists": await (await storage_of(request, document)).exists(document.storage_key),
        },
    )


@router.get("/{document_id}/text", dependencies=[*READ, declares(audited=AuditedRead("document.opened", "document"))])
async def text(
    session: SessionDep,
    document_id: str,
    page: Annotated[int | None, Query(ge=1, le=1_000_000, description="Only what stands on this page.")] = None,
    offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> TextResponse:
    """Get the text that was read of a document, in pieces that know where they stand."""
    return await read_text(session, document_id, offset=offset, limit=limit, page=page)


@router.head("/{document_id}/content", dependencies=READ, response_class=Response, include_in_schema=False)
@router.get(
    "/{document_id}/content",
    dependencies=[*READ, TAKEN],
    response_class=Response,
    responses=sends("application/octet-stream", "application/pdf", "text/plain", ranges=True),
)
async def content(
    request: Request,
    document_id: str,
    *,
    inline: bool = False,
    link: bool = True,
    format: Literal["file", "text", "markdown"] = "file",  # noqa: A002 - its name in the published API
) -> Response:
    """Get a document's file; byte ranges are supported. It is sent so that a browser never runs it: to be saved, or,
    ``inline`` and of a kind that the viewer reads, as a file that may do nothing. Where its storage allows it, one to
    be saved comes by a link that is good for a minute, unless ``link=false``. ``format`` asks for its text instead.
    """
    if format == "file":
        return await serve_document(request, document_id, inline=inline, by_link=link)
    async with request.app.state.database.transaction(read_only=True) as session:
        await get_document(session, document_id)
        found = await whole_text(session, document_id, most=MOST_TEXT)
    return PlainTextResponse(found, headers={"X-Content-Type-Options": "nosniff"})


@router.get(
    "/{document_id}/file",
    dependencies=[*READ, TAKEN],
    response_class=Response,
    responses=sends("application/octet-stream", "application/pdf", "text/plain", ranges=True),
)
async def file(request: Request, document_id: str, *, inline: bool = False, link: bool = True) -> Response:
    """Get a document's file, as ``content`` does."""
    return await serve_document(request, document_id, inline=inline, by_link=link)


@router.post("/{document_id}/process", dependencies=UPDATE)
async def process(request: Request, document_id: str, body: ProcessRequest | None = None) -> DocumentResponse:
    """Read a document's text again: in the background, or at once with the password that opens it."""
    database = request.app.state.database
    if body is not None and body.password is not None:
        await read_with_password(request, document_id, body.password)
    else:
        async with database.transaction() as session:
            await service.queue_extraction(session, await get_document(session, document_id, lock=True))
    async with database.transaction(read_only=True) as session:
        return await get_response(session, document_id)


@router.post("/{document_id}/cancel", dependencies=[*UPDATE, declares(Effect.STOP)])
async def cancel(session: SessionDep, document_id: str) -> MessageResponse:
    """Stop reading a document."""
    document = await get_document(session, document_id)
    job = await session.get(Job, document.job_id) if document.job_id else None
    stopped = job is not None and await request_cancel(session, job)
    return MessageResponse(message="It is being stopped." if stopped else "It was not being read.", id=document_id)
