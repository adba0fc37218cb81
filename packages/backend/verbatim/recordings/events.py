"""What happens to recordings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.recordings.resource import RECORDING

RECORDING_LINK = "/api/recordings/{recording_id}"


@dataclass(frozen=True, kw_only=True)
class RecordingCreated(Event):
    """A file was uploaded and stored. ``project_id`` is the project it was uploaded into, if any."""

    event_name: ClassVar[str] = "recording.created"
    subject: ClassVar[Resource | None] = RECORDING
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
    subject: ClassVar[Resource | None] = RECORDING
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    recording_id: str
    status: str


@dataclass(frozen=True, kw_only=True)
class RecordingMoved(Event):
    """A recording went to another workspace, by itself or with its project."""

    event_name: ClassVar[str] = "recording.moved"
    subject: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    recording_id: str
    workspace_id: str
    previous_workspace_id: str | None


@dataclass(frozen=True, kw_only=True)
class RecordingTrashed(Event):
    """A recording was put into the trash: nobody sees it, and it can be restored."""

    event_name: ClassVar[str] = "recording.trashed"
    subject: ClassVar[Resource | None] = RECORDING
    recording_id: str


@dataclass(frozen=True, kw_only=True)
class RecordingRestored(Event):
    """A recording came back from the trash, with its transcripts."""

    event_name: ClassVar[str] = "recording.restored"
    subject: ClassVar[Resource | None] = RECORDING
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    recording_id: str


@dataclass(frozen=True, kw_only=True)
class RecordingDeleted(Event):
    """A recording is gone for ever, with its file and its transcripts."""

    event_name: ClassVar[str] = "recording.deleted"
    subject: ClassVar[Resource | None] = RECORDING
    recording_id: str
