"""`/api/notes`: whoever may see what a note is on sees it, and whoever may change that may write one."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request
from sqlalchemy import func, select

from verbatim.core.db import SessionDep
from verbatim.core.pagination import MAX_PAGE_SIZE, MessageResponse
from verbatim.core.routing import Router
from verbatim.notes import service
from verbatim.notes.models import Note
from verbatim.notes.schemas import NoteCreate, NoteListResponse, NoteResponse, NoteUpdate
from verbatim.permissions import Permission, demand, requires, signed_in

router = Router()

READ = [requires(Permission.DOCUMENT_READ)]
WRITE = [requires(Permission.DOCUMENT_UPDATE)]
_READING = {"recording_id": Permission.RECORDING_READ, "project_id": Permission.PROJECT_READ}
_WRITING = {"recording_id": Permission.RECORDING_UPDATE, "project_id": Permission.PROJECT_UPDATE}
Id = Annotated[str | None, Query(max_length=36)]


def _shown(note: Note) -> NoteResponse:
    return NoteResponse.model_validate(note, from_attributes=True)


def _demand(request: Request, of: dict[str, Permission], note: Any) -> None:
    """Insist on what a note's thing needs beyond what its own routes ask for."""
    for name, permission in of.items():
        if getattr(note, name) is not None:
            demand(request, permission)


@router.get("", dependencies=READ)
async def list_notes(
    request: Request,
    session: SessionDep,
    recording_id: Id = None,
    document_id: Id = None,
    project_id: Id = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    page_size: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)] = MAX_PAGE_SIZE,
) -> NoteListResponse:
    """List notes, the newest first: those on one thing, or all that the caller sees."""
    asked = {"recording_id": recording_id, "document_id": document_id, "project_id": project_id}
    wanted = [getattr(Note, name) == value for name, value in asked.items() if value is not None]
    for name, permission in _READING.items():
        if asked[name] is not None or not wanted:
            demand(request, permission)
    total = await session.scalar(select(func.count(Note.id)).where(*wanted)) or 0
    order = select(Note).where(*wanted).order_by(Note.created_at.desc(), Note.id.desc())
    rows = await session.scalars(order.offset((page - 1) * page_size).limit(page_size))
    return NoteListResponse(items=[_shown(note) for note in rows], total=total)


@router.post("", status_code=201, dependencies=WRITE)
async def create_note(request: Request, session: SessionDep, body: NoteCreate) -> NoteResponse:
    """Write a note on a recording, a document or a project."""
    _demand(request, _WRITING, body)
    return _shown(await service.create_note(session, body, signed_in(request).name))


@router.get("/{note_id}", dependencies=READ)
async def get_note(request: Request, session: SessionDep, note_id: str) -> NoteResponse:
    """Get one note."""
    note = await service.get_note(session, note_id)
    _demand(request, _READING, note)
    return _shown(note)


@router.patch("/{note_id}", dependencies=WRITE)
async def update_note(request: Request, session: SessionDep, note_id: str, body: NoteUpdate) -> NoteResponse:
    """Change a note. With the ``revision`` that was read, it is refused when somebody was faster."""
    note = await service.get_note(session, note_id, lock=True)
    _demand(request, _WRITING, note)
    await service.update_note(session, note, body)
    return _shown(note)


@router.delete("/{note_id}", dependencies=WRITE)
async def delete_note(request: Request, session: SessionDep, note_id: str) -> MessageResponse:
    """Delete a note."""
    note = await service.get_note(session, note_id, lock=True)
    _demand(request, _WRITING, note)
    await service.delete_note(session, note)
    return MessageResponse(message="The note was deleted.", id=note_id)
