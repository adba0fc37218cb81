"""The part of a transcription that listens: asks the engine, follows it, keeps what it says even when it fails."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from verbatim.adapters.diarization.api import DiarizationRequest
from verbatim.adapters.media import MediaError
from verbatim.adapters.transcription.api import (
    EngineChosen,
    EngineEvent,
    Output,
    OutputReady,
    Progress,
    SegmentReady,
    TranscriptionError,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.models.speeds import note_speed
from verbatim.adapters.transcription.runner import run_engine
from verbatim.adapters.transcription.warm.pool import using_pool
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.recordings.models import Recording
from verbatim.recordings.repository import get_recording
from verbatim.recordings.sound import voices_of
from verbatim.transcription.early_speakers import EarlyDiarizer
from verbatim.transcription.engines import engine_settings, with_model
from verbatim.transcription.options import TranscriptionOptions, is_each, languages_in
from verbatim.transcription.voices import TOO_SLOW, deadline_seconds, listen_to_each
from verbatim.transcripts.attempts import keep_output, packed

LISTENING_SHARE = 90.0
"""Percent of the progress bar at which listening ends."""

_SPEAKERS_COME_ALONG = "openai-compatible"
"""A service may tell speakers apart by itself: nothing is begun before it is known whether it did."""

TELLING_SECONDS = 20.0
"""Shorter recordings say little about how fast a model is."""


async def listen(
    job: JobContext, recording: Recording, path: Path, diarizers: Sequence[EarlyDiarizer]
) -> TranscriptionOutcome:
    """Return what an engine heard in the file at `path`. The first of `diarizers` begins beside it, where that helps.

    Raises:
        JobError: it failed, with its code; what it said until then is kept.
    """
    settings = await _settings_for(job)
    voices = voices_of(recording, job.payload.get("sound"))
    may_begin = not voices and job.payload.get("speakers") != 1
    heard = _Heard(job, partial(diarizers[0].begin, asked_of(job, path)) if may_begin and diarizers else None)
    request = request_for(path, job.payload)
    try:
        with using_pool(job.app_state.engine_pool):
            async with asyncio.timeout(deadline_seconds(recording.duration_seconds, len(voices))):
                if voices:
                    outcome = await listen_to_each(voices, request, settings, heard.on_event, run_engine)
                    heard.since = None  # it was listened to several times
                else:
                    outcome = await run_engine(request, settings, heard.on_event)
    except TimeoutError as error:
        await _keep_failed(job, heard.chosen, heard.output, TOO_SLOW)
        raise JobError(TOO_SLOW, code="took_too_long") from error
    except (TranscriptionError, MediaError) as error:
        await _keep_failed(job, heard.chosen, heard.output, str(error))
        raise JobError(str(error), code=error.code) from error
    await heard.note_speed(settings, outcome)
    return replace(outcome, output=outcome.output or tuple(heard.output))


def request_for(path: Path, payload: Mapping[str, Any]) -> TranscriptionRequest:
    """Return what the engine is asked for, as it was chosen when the job was queued."""
    options = TranscriptionOptions.model_validate(payload.get("options") or {})
    terms = ", ".join(options.vocabulary or ()) or None
    several = languages_in(options.language)
    return TranscriptionRequest(
        path=path,
        language=payload.get("language"),
        sound=payload.get("sound") or "mix",
        prompt=terms,
        hotwords=terms,
        languages=several if len(several) > 1 else (),
        each_stretch=is_each(options.language),
        translate=bool(options.translate),
        voice_detection=options.voice_detection is not False,
        speakers=None if options.subtitles_only else options.num_speakers or None,
    )


async def _settings_for(job: JobContext) -> TranscriptionSettings:
    settings = engine_settings(job.app_state.settings)
    model = (job.payload.get("options") or {}).get("model")
    return await asyncio.to_thread(with_model, settings, model) if model else settings


async def _keep_failed(job: JobContext, chosen: EngineChosen | None, output: list[Output], error: str) -> None:
    """Keep what an engine said before it failed: it is what tells why."""
    if not output:
        return
    async with job.transaction() as session:
        recording = await get_recording(session, job.payload["recording_id"], lock=True)
        engine, model = (chosen.engine, chosen.model) if chosen else (None, None)
        content = packed({"engine": engine, "model": model, "error": error, "output": output})
        keep_output(session, recording, job.id, content, engine=engine, model=model, error=error)


def asked_of(job: JobContext, path: Path) -> DiarizationRequest:
    """Return what a diarizer is asked for."""
    return DiarizationRequest(path, job.payload.get("speakers"), job.payload.get("sound") or "mix")


@dataclass
class _Heard:
    """What an engine told so far; ``since`` is when it began to listen, its model being loaded."""

    job: JobContext
    begin_early: Callable[[], None] | None = None
    chosen: EngineChosen | None = None
    output: list[Output] = field(default_factory=list)
    since: float | None = None
    _latest: str | None = None

    async def on_event(self, event: EngineEvent) -> None:
        match event:
            case SegmentReady():
                self._latest = event.segment.text
            case OutputReady():
                self.output.append(event.output)
            case EngineChosen():
                self.chosen, self.since = event, time.monotonic()
                if self.begin_early is not None and event.engine != _SPEAKERS_COME_ALONG:
                    self.begin_early()
            case Progress():
                if event.stage != "transcribing":
                    self.since = time.monotonic()
                await self.job.progress(event.fraction * LISTENING_SHARE, event.stage, latest_text=self._latest)

    async def note_speed(self, settings: TranscriptionSettings, outcome: TranscriptionOutcome) -> None:
        """Remember how fast the model was on this machine."""
        if outcome.duration >= TELLING_SECONDS and self.since is not None and settings.models_folder is not None:
            speed = outcome.duration / max(0.01, time.monotonic() - self.since)
            await asyncio.to_thread(note_speed, settings.models_folder, outcome.model, speed)
