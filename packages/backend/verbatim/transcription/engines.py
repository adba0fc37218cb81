"""Which engine runs here: settings for the engines, and the choice they lead to."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from verbatim.adapters.transcription.api import (
    Availability,
    LanguageNotSupported,
    TranscriptionError,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.auto import choose_engine, known_languages, list_engines
from verbatim.adapters.transcription.model_files import model_places
from verbatim.adapters.transcription.models.inventory import models_here
from verbatim.adapters.transcription.warm.pool import PoolOptions
from verbatim.config import Settings
from verbatim.core.errors import InvalidInputError
from verbatim.transcription.options import TranscriptionOptions, languages_in

REMEMBERED_SECONDS = 30.0
"""Looking at the engines asks the network and the disk; pages ask far more often than the answer changes."""


def models_folder(settings: Settings) -> Path:
    """Return where models are kept that were fetched or imported."""
    return settings.data_dir / "models"


def engine_settings(settings: Settings) -> TranscriptionSettings:
    """Translate the ``VERBATIM_TRANSCRIPTION_*`` variables for the engines."""
    return TranscriptionSettings(
        engine=settings.transcription_engine,  # type: ignore[arg-type] # its pattern allows nothing else
        whisper_model=settings.transcription_model.strip(),
        models_folder=models_folder(settings),
        whisper_device=settings.transcription_device,
        whisper_compute_type=settings.transcription_compute_type,
        allow_downloads=settings.transcription_allow_download,
        external_url=settings.transcription_url or None,
        external_api_key=settings.transcription_api_key.get_secret_value() or None,
        external_model=settings.transcription_url_model,
        external_timeout_seconds=settings.transcription_timeout_seconds,
        external_max_bytes=settings.transcription_upload_limit_bytes or None,
    )


def pool_options(settings: Settings, *, at_once: int) -> PoolOptions:
    """Translate the settings for the processes of engines, of which ``at_once`` can be busy at the same time."""
    numbers = [number.strip() for number in settings.transcription_gpus.split(",") if number.strip()]
    return PoolOptions(
        processes=settings.transcription_processes or at_once,
        idle_seconds=settings.transcription_idle_seconds,
        memory_bytes=settings.transcription_memory_mb * 1024**2 or None,
        gpus=tuple(int(number) for number in numbers),
    )


def with_model(settings: TranscriptionSettings, model: str) -> TranscriptionSettings:
    """Return the settings with a model that somebody chose, which must be one that is on this machine.

    Raises:
        InvalidInputError: it is not; a name never becomes a path or a download.
    """
    if not any(here.name == model for here in models_here(model_places(settings))):
        raise InvalidInputError(
            "There is no such model on the server; GET /api/config/transcription/models lists them.",
            code="unknown_model",
        )
    return replace(settings, engine="faster-whisper", whisper_model=model)


@dataclass(frozen=True)
class EngineReport:
    """The engine that a transcription would use now and why; None when none can run, with the reason.

    ``languages`` are those that any engine here knows (None: a service may know any), ``detects`` says whether the
    language of a recording is found out, ``caveat`` what to expect of the engine in use.
    """

    engine: str | None
    reason: str
    model: str | None
    engines: tuple[Availability, ...]
    languages: frozenset[str] | None = None
    detects: bool = False
    caveat: str | None = None


def inspect_engines(settings: TranscriptionSettings) -> EngineReport:
    """Look at the engines. Blocks for up to about 3 seconds."""
    languages = known_languages(settings)
    try:
        choice = choose_engine(settings)
    except TranscriptionError as error:
        return EngineReport(None, str(error), None, list_engines(settings), languages)
    detects = choice.languages is None or len(choice.languages) > 1
    return EngineReport(choice.engine, choice.reason, choice.model, choice.engines, languages, detects, choice.caveat)


class EngineInspector:
    """Answers which engine would be used now, without asking the world each time."""

    def __init__(self, settings: Callable[[], TranscriptionSettings], *, is_here: bool = True) -> None:
        """``is_here`` says that this process, or its children, transcribe; else other machines with other models."""
        self._told = settings
        self._is_here = is_here
        self._lock = asyncio.Lock()
        self._known: EngineReport | None = None
        self._known_at = 0.0
        self._known_of: TranscriptionSettings | None = None

    @property
    def _settings(self) -> TranscriptionSettings:
        return self._told()

    async def report(self) -> EngineReport:
        async with self._lock:
            settings = self._settings
            stale = time.monotonic() - self._known_at > REMEMBERED_SECONDS or settings != self._known_of
            if self._known is None or stale:
                self._known = await asyncio.to_thread(inspect_engines, settings)
                self._known_at, self._known_of = time.monotonic(), settings
            return self._known

    def forget(self) -> None:
        """Look again at the next question: a model came or went."""
        self._known = None

    async def check(self, options: TranscriptionOptions) -> None:
        """Refuse what nothing here could do, before it is queued.

        Raises:
            InvalidInputError: a language or the model is unknown, or no engine here knows the languages.
        """
        languages = languages_in(options.language)
        if options.model and self._is_here:
            await asyncio.to_thread(with_model, self._settings, options.model)
        await self.check_language(*languages, model=options.model or None, translate=bool(options.translate))

    async def check_language(self, *languages: str | None, model: str | None = None, translate: bool = False) -> None:
        """Refuse languages that nothing here could transcribe, or translate into English.

        Raises:
            InvalidInputError: no engine here, or not this model, knows them.
        """
        wanted = [language for language in languages if language is not None]
        if not (wanted or translate) or not self._is_here:
            return
        report = await self.report()
        is_plain = model is None and len(wanted) == 1 and not translate
        if is_plain and (report.languages is None or wanted[0] in report.languages):
            return
        settings = self._settings if model is None else await asyncio.to_thread(with_model, self._settings, model)
        try:
            await asyncio.to_thread(choose_engine, settings, *wanted, translate=translate)
        except LanguageNotSupported as error:
            raise InvalidInputError(str(error), code=error.code) from error
        except TranscriptionError:
            return  # no engine at all: that may change while the recording waits
