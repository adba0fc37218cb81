"""How transcriptions end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim.core.events import Event


@dataclass(frozen=True, kw_only=True)
class TranscriptionComplete(Event):
    """A recording has a new transcript."""

    event_name: ClassVar[str] = "transcription.complete"
    recording_id: str
    transcript_id: str


@dataclass(frozen=True, kw_only=True)
class TranscriptionFailed(Event):
    """A recording could not be transcribed; ``error`` is a sentence for its user."""

    event_name: ClassVar[str] = "transcription.failed"
    recording_id: str
    error: str
