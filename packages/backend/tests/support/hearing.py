"""Listening with a transcription service that says what a test wants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from verbatim.adapters.transcription.api import (
    Output,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.openai_compatible import OpenAICompatibleEngine

from support.fixed_service import FixedService

SECONDS = 30.0
"""How long the sound is that a `Listener` hears."""


class Listener:
    """Transcribes one sound with the service and keeps what it said."""

    def __init__(self, service: FixedService, sound: Path) -> None:
        self._service, self._sound = service, sound
        self.output: list[Output] = []

    def hears(self, reply: Any, content_type: str = "application/json") -> TranscriptionOutcome:
        self._service.says(reply, content_type)
        settings = TranscriptionSettings(engine="openai-compatible", external_url=self._service.base)
        engine = OpenAICompatibleEngine(settings)
        request = TranscriptionRequest(self._sound)
        return engine.transcribe(request, lambda *_: None, lambda _: None, self.output.append)

    def texts(self, reply: Any) -> list[str]:
        return [segment.text for segment in self.hears(reply).segments]
