"""Which engine runs here: settings for the engines, and the choice they lead to."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from verbatim.adapters.transcription.api import Availability, TranscriptionError, TranscriptionSettings
from verbatim.adapters.transcription.auto import choose_engine, list_engines
from verbatim.config import Settings

REMEMBERED_SECONDS = 30.0
"""Looking at the engines asks the network and the disk; pages ask far more often than the answer changes."""


def engine_settings(settings: Settings) -> TranscriptionSettings:
    """Translate the ``VERBATIM_TRANSCRIPTION_*`` variables for the engines."""
    return TranscriptionSettings(
        engine=settings.transcription_engine,  # type: ignore[arg-type] # its pattern allows nothing else
        whisper_model=settings.transcription_model,
        whisper_device=settings.transcription_device,
        whisper_compute_type=settings.transcription_compute_type,
        allow_downloads=settings.transcription_allow_download,
        external_url=settings.transcription_url or None,
        external_api_key=settings.transcription_api_key.get_secret_value() or None,
        external_model=settings.transcription_url_model,
        external_timeout_seconds=settings.transcription_timeout_seconds,
        external_max_bytes=settings.transcription_upload_limit_bytes or None,
    )


@dataclass(frozen=True)
class EngineReport:
    """The engine that a transcription would use now and why; None when none can run, with the reason."""

    engine: str | None
    reason: str
    model: str | None
    engines: tuple[Availability, ...]


def inspect_engines(settings: TranscriptionSettings) -> EngineReport:
    """Look at the engines. Blocks for up to about 3 seconds."""
    try:
        choice = choose_engine(settings)
    except TranscriptionError as error:
        return EngineReport(None, str(error), None, list_engines(settings))
    return EngineReport(choice.engine, choice.reason, choice.model, choice.engines)


class EngineInspector:
    """Answers which engine would be used now, without asking the world each time."""

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings
        self._lock = asyncio.Lock()
        self._known: EngineReport | None = None
        self._known_at = 0.0

    async def report(self) -> EngineReport:
        async with self._lock:
            if self._known is None or time.monotonic() - self._known_at > REMEMBERED_SECONDS:
                self._known = await asyncio.to_thread(inspect_engines, self._settings)
                self._known_at = time.monotonic()
            return self._known
