"""How transcriptions end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.recordings.events import RECORDING_LINK
from verbatim.recordings.resource import RECORDING


@dataclass(frozen=True, kw_only=True)
class TranscriptionComplete(Event):
    """A recording has a new transcript."""

    event_name: ClassVar[str] = "transcription.complete"
    subject: ClassVar[Resource | None] = RECORDING
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"recording": RECORDING_LINK, "transcript": "/api/transcripts/{transcript_id}"}
    )
    recording_id: str
    transcript_id: str


@dataclass(frozen=True, kw_only=True)
class TranscriptionFailed(Event):
    """A recording could not be transcribed; ``error`` is a sentence for its user."""

    event_name: ClassVar[str] = "transcription.failed"
    subject: ClassVar[Resource | None] = RECORDING
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    recording_id: str
    error: str
