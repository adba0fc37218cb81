"""Writing, changing and deleting notes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.errors import ConflictError, InvalidInputError, NotFoundError
from verbatim.core.events import emit
from verbatim.core.inbound import FreeJsonError, check_json
from verbatim.core.ownership import inside
from verbatim.documents.repository import get_document
from verbatim.notes.events import NoteCreated, NoteDeleted, NoteUpdated
from verbatim.notes.models import Note
from verbatim.notes.resource import NoteNotFoundError
from verbatim.notes.schemas import NoteCreate, NoteUpdate
from verbatim.projects.service import get_project
from verbatim.recordings.repository import get_recording

MOST_ANCHOR_BYTES = 8 * 1024

__all__ = ["NoteChangedError", "NoteNotFoundError", "create_note", "delete_note", "get_note", "update_note"]


class NoteChangedError(ConflictError):
    """Somebody has changed this note since you read it; load it again and decide what stays."""

    code = "note_changed"


async def get_note(session: AsyncSession, note_id: str, *, lock: bool = False) -> Note:
    """Return a note.

    Raises:
        NoteNotFoundError: it does not exist, or belongs to somebody else.
    """
    wanted = select(Note).where(Note.id == note_id)
    found: Note | None = await session.scalar(wanted.with_for_update() if lock else wanted)
    if found is None:
        raise NoteNotFoundError
    return found


async def create_note(session: AsyncSession, body: NoteCreate, author: str) -> Note:
    """Write a note. It lies where what it is on does.

    Raises:
        NotFoundError: there is no such thing, or it belongs to somebody else.
    """
    _check_anchor(body.anchor_data)
    with inside(await _place_of(session, body)):
        note = Note(**body.model_dump(), author=author[:200])
        session.add(note)
        await session.flush()
    await emit(session, NoteCreated(**_named(note)))
    return note


async def _place_of(session: AsyncSession, body: NoteCreate) -> str | None:
    if body.recording_id is not None:
        return (await get_recording(session, body.recording_id)).workspace_id
    if body.document_id is not None:
        return (await get_document(session, body.document_id)).workspace_id
    if body.project_id is not None:
        return (await get_project(session, body.project_id)).workspace_id
    raise NotFoundError


async def update_note(session: AsyncSession, note: Note, body: NoteUpdate) -> None:
    """Change what is given, leave the rest.

    Raises:
        NoteChangedError: it has another revision than the caller has read.
    """
    if body.revision is not None and body.revision != note.revision:
        raise NoteChangedError(extra={"revision": note.revision})
    if body.content is not None:
        note.content = body.content
    if body.anchor_type is not None:
        note.anchor_type = body.anchor_type
    if body.anchor_data is not None:
        _check_anchor(body.anchor_data)
        note.anchor_data = body.anchor_data
    note.revision += 1
    note.updated_at = utcnow()
    await session.flush()
    await emit(session, NoteUpdated(**_named(note)))


async def delete_note(session: AsyncSession, note: Note) -> None:
    """Delete a note."""
    named = _named(note)
    await session.delete(note)
    await session.flush()
    await emit(session, NoteDeleted(**named))


def _named(note: Note) -> dict[str, Any]:
    named = {name: getattr(note, name) for name in ("recording_id", "document_id", "project_id")}
    return {"note_id": note.id, **named}


def _check_anchor(anchor: dict[str, Any]) -> None:
    try:
        check_json(anchor, most_bytes=MOST_ANCHOR_BYTES)
    except FreeJsonError as error:
        raise InvalidInputError(f"The place of the note cannot be stored: {error}.", code="bad_anchor") from error
