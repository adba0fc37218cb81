"""What a note is to those who treat all kinds of things alike."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.errors import NotFoundError
from verbatim.core.resources import Resource
from verbatim.notes.models import Note
from verbatim.notes.schemas import NoteResponse


class NoteNotFoundError(NotFoundError):
    """There is no such note."""

    code = "note_not_found"


async def load_note(session: AsyncSession, note_id: str) -> NoteResponse:
    """Return one note as the API shows it.

    Raises:
        NoteNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: Note | None = await session.scalar(select(Note).where(Note.id == note_id))
    if found is None:
        raise NoteNotFoundError
    return NoteResponse.model_validate(found, from_attributes=True)


NOTE = Resource(
    name="note",
    model=Note,
    audited=("content",),
    schema=NoteResponse,
    load=load_note,
)
