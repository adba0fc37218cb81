"""What happens to recordings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.events import Event, Resource
from verbatim.recordings.repository import get_response
from verbatim.recordings.schemas import RecordingResponse


async def _load(session: AsyncSession, event: Any) -> RecordingResponse:
    return await get_response(session, event.recording_id)


RECORDING = Resource(
    "recording",
    RecordingResponse,
    _load,
    # Where the file lies is the server's own affair, and the job of this very event has not ended yet.
    exclude=frozenset({"file_path", "job", "template_id", "template"}),
)
"""The recording of an event that has a ``recording_id``."""

RECORDING_LINK = "/api/recordings/{recording_id}"


@dataclass(frozen=True, kw_only=True)
class RecordingCreated(Event):
    """A file was uploaded and stored. ``project_id`` is the project it was uploaded into, if any."""

    event_name: ClassVar[str] = "recording.created"
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"recording": RECORDING_LINK, "project": "/api/projects/{project_id}"}
    )
    recording_id: str
    project_id: str | None


@dataclass(frozen=True, kw_only=True)
class RecordingUpdated(Event):
    """A recording's title or metadata was changed."""

    event_name: ClassVar[str] = "recording.updated"
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    recording_id: str
    status: str


@dataclass(frozen=True, kw_only=True)
class RecordingMoved(Event):
    """A recording went to another workspace, by itself or with its project."""

    event_name: ClassVar[str] = "recording.moved"
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    recording_id: str
    workspace_id: str
    previous_workspace_id: str | None


@dataclass(frozen=True, kw_only=True)
class RecordingDeleted(Event):
    """A recording is gone, with its file and its transcripts."""

    event_name: ClassVar[str] = "recording.deleted"
    recording_id: str
