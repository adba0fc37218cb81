"""A plugin with a kind of thing of its own: notes on recordings, as somebody would write it who read the guide.

Nothing outside this folder knows of notes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, Field
from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column
from verbatim.plugins.api import (
    API_VERSION,
    Base,
    Event,
    Feature,
    NotFoundError,
    Permission,
    Placed,
    PluginRegistry,
    RequestBody,
    Resource,
    Router,
    SessionDep,
    content_class,
    emit,
    new_id,
    requires,
    utcnow,
)

READ = [requires(Permission.RECORDING_READ)]
UPDATE = [requires(Permission.RECORDING_UPDATE)]


class NoSuchNoteError(NotFoundError):
    """There is no such note."""

    code = "note_not_found"


class Note(Placed, Base):
    """What somebody wrote about a recording."""

    __tablename__ = "notes"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    recording_id: Mapped[str] = mapped_column(String(36), ForeignKey("recordings.id", ondelete="CASCADE"))
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    color: Mapped[str | None] = mapped_column(String(20))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class NoteBody(RequestBody):
    """A note as somebody writes it."""

    title: Annotated[str, Field(max_length=200)]
    text: Annotated[str, Field(max_length=10_000)] = ""
    color: Annotated[str | None, Field(max_length=20)] = None


class NoteResponse(BaseModel):
    """A note as the API shows it."""

    id: str
    recording_id: str
    title: str
    text: str
    color: str | None


async def get_note(session: AsyncSession, note_id: str, *, lock: bool = False) -> Note:
    """Return a note that the caller sees."""
    wanted = select(Note).where(Note.id == note_id)
    found: Note | None = await session.scalar(wanted.with_for_update() if lock else wanted)
    if found is None:
        raise NoSuchNoteError
    return found


async def load_note(session: AsyncSession, note_id: str) -> NoteResponse:
    return NoteResponse.model_validate(await get_note(session, note_id), from_attributes=True)


NOTE = Resource(
    name="note",
    model=Note,
    title="title",
    parent="recording",
    audited=("title", "color"),
    frozen=("recording_id", "title", "text", "created_at"),
    schema=NoteResponse,
    load=load_note,
)

LINKS: Mapping[str, str] = MappingProxyType(
    {"note": "/api/notes/{note_id}", "recording": "/api/recordings/{recording_id}"}
)


@dataclass(frozen=True, kw_only=True)
class NoteWritten(Event):
    """Somebody wrote a note."""

    event_name: ClassVar[str] = "note.written"
    subject: ClassVar[Resource | None] = NOTE
    resource: ClassVar[Resource | None] = NOTE
    links: ClassVar[Mapping[str, str]] = LINKS
    note_id: str
    recording_id: str


@dataclass(frozen=True, kw_only=True)
class NoteChanged(NoteWritten):
    """Somebody changed a note."""

    event_name: ClassVar[str] = "note.changed"


@dataclass(frozen=True, kw_only=True)
class NoteDeleted(Event):
    """A note is gone."""

    event_name: ClassVar[str] = "note.deleted"
    subject: ClassVar[Resource | None] = NOTE
    note_id: str
    recording_id: str


router = Router()


@router.post("/recordings/{recording_id}/notes", status_code=201, dependencies=UPDATE)
async def write(session: SessionDep, recording_id: str, body: NoteBody) -> NoteResponse:
    """Write a note about a recording."""
    recording: Any = content_class("recordings")
    if await session.scalar(select(recording).where(recording.id == recording_id)) is None:
        raise NoSuchNoteError
    note = Note(recording_id=recording_id, **body.model_dump())
    session.add(note)
    await session.flush()
    await emit(session, NoteWritten(note_id=note.id, recording_id=recording_id))
    return await load_note(session, note.id)


@router.get("/notes/{note_id}", dependencies=READ)
async def read(session: SessionDep, note_id: str) -> NoteResponse:
    """Get one note."""
    return await load_note(session, note_id)


@router.patch("/notes/{note_id}", dependencies=UPDATE)
async def change(session: SessionDep, note_id: str, body: NoteBody) -> NoteResponse:
    """Change a note."""
    note = await get_note(session, note_id, lock=True)
    for name, value in body.model_dump(exclude_unset=True).items():
        setattr(note, name, value)
    await session.flush()
    await emit(session, NoteChanged(note_id=note_id, recording_id=note.recording_id))
    return await load_note(session, note_id)


@router.delete("/notes/{note_id}", status_code=204, dependencies=UPDATE)
async def delete(session: SessionDep, note_id: str) -> None:
    """Delete a note."""
    note = await get_note(session, note_id, lock=True)
    await session.delete(note)
    await session.flush()
    await emit(session, NoteDeleted(note_id=note_id, recording_id=note.recording_id))


class NotesPlugin:
    """What its entry point would lead to."""

    name = "notes"
    version = "1.0"
    api_version = API_VERSION

    def register(self, registry: PluginRegistry) -> None:
        registry.add_migrations("support.notes_plugin.migrations")
        Feature(name="notes", routers={"/api": router}, models=(Note,), resources=(NOTE,)).register(registry)
