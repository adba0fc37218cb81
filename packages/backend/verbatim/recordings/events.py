"""What happens to recordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim.core.events import Event


@dataclass(frozen=True, kw_only=True)
class RecordingCreated(Event):
    """A file was uploaded and stored. ``project_id`` is the project it was uploaded into, if any."""

    event_name: ClassVar[str] = "recording.created"
    recording_id: str
    project_id: str | None


@dataclass(frozen=True, kw_only=True)
class RecordingDeleted(Event):
    """A recording is gone, with its file and its transcripts."""

    event_name: ClassVar[str] = "recording.deleted"
    recording_id: str
