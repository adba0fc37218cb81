"""What choices for transcriptions are to those who treat all kinds of things alike."""

from __future__ import annotations

from types import MappingProxyType

from verbatim.core.resources import Resource
from verbatim.transcription.tables import TranscriptionDefaults

TRANSCRIPTION_DEFAULTS = Resource(
    name="transcription_defaults",
    model=TranscriptionDefaults,
    audited=("options",),
    shown_as=MappingProxyType({"options": "transcription"}),
    choices=("options",),
)
