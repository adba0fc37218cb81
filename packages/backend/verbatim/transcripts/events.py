"""What happens to transcripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim.core.events import Event


@dataclass(frozen=True, kw_only=True)
class TranscriptUpdated(Event):
    """Somebody corrected a transcript: its text, its speakers or its segments."""

    event_name: ClassVar[str] = "transcript.updated"
    transcript_id: str
    recording_id: str
