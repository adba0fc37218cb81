"""What happens to transcripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event, PageMessage
from verbatim.core.resources import Resource
from verbatim.recordings.events import RECORDING_LINK
from verbatim.recordings.resource import RECORDING
from verbatim.transcripts.resource import TRANSCRIPT


@dataclass(frozen=True, kw_only=True)
class TranscriptUpdated(Event):
    """Somebody corrected a transcript: its text, its speakers or its segments."""

    event_name: ClassVar[str] = "transcript.updated"
    shown: ClassVar[frozenset[str]] = frozenset({"segment_ids"})
    subject: ClassVar[Resource | None] = TRANSCRIPT
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"transcript": "/api/transcripts/{transcript_id}", "recording": RECORDING_LINK}
    )
    transcript_id: str
    recording_id: str


@dataclass(frozen=True, kw_only=True)
class TranscriptExported(Event):
    """A transcript was put into a file with many others; one that is saved by itself is told of by its own request."""

    event_name: ClassVar[str] = "transcript.exported"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = TRANSCRIPT
    transcript_id: str
    recording_id: str
    file_format: str


@dataclass(frozen=True, kw_only=True)
class StretchTried(PageMessage):
    """Another attempt at a stretch that was not understood has ended without words."""

    event_name: ClassVar[str] = "transcript.stretch_tried"
    transcript_id: str
    recording_id: str
