"""What happens to notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.notes.resource import NOTE

_AROUND = {
    "recording": "/api/recordings/{recording_id}",
    "document": "/api/documents/{document_id}",
    "project": "/api/projects/{project_id}",
}
_LINKS: Mapping[str, str] = MappingProxyType({"note": "/api/notes/{note_id}", **_AROUND})


@dataclass(frozen=True, kw_only=True)
class NoteCreated(Event):
    """Somebody wrote a note on a recording, a document or a project."""

    event_name: ClassVar[str] = "note.created"
    subject: ClassVar[Resource | None] = NOTE
    resource: ClassVar[Resource | None] = NOTE
    links: ClassVar[Mapping[str, str]] = _LINKS
    note_id: str
    recording_id: str | None
    document_id: str | None
    project_id: str | None


@dataclass(frozen=True, kw_only=True)
class NoteUpdated(Event):
    """Somebody changed a note."""

    event_name: ClassVar[str] = "note.updated"
    subject: ClassVar[Resource | None] = NOTE
    resource: ClassVar[Resource | None] = NOTE
    links: ClassVar[Mapping[str, str]] = _LINKS
    note_id: str
    recording_id: str | None
    document_id: str | None
    project_id: str | None


@dataclass(frozen=True, kw_only=True)
class NoteDeleted(Event):
    """A note was deleted; what it was on is still there."""

    event_name: ClassVar[str] = "note.deleted"
    subject: ClassVar[Resource | None] = NOTE
    links: ClassVar[Mapping[str, str]] = MappingProxyType(_AROUND)
    note_id: str
    recording_id: str | None
    document_id: str | None
    project_id: str | None
