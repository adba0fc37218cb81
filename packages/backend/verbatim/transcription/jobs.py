"""Job ``transcribe``: listen, keep what was heard, save it.

Listening may take hours and costs money with some engines, saving takes a second. What was heard is therefore kept as
a file first: if saving fails or the server dies, the next attempt goes on from there.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import structlog

from verbatim.adapters.media import MediaError
from verbatim.adapters.storage.api import StorageAdapter
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
from verbatim.core.background import to_the_end
from verbatim.core.clock import utcnow
from verbatim.core.events import announce, emit
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.recordings.errors import RecordingNotFoundError
from verbatim.recordings.files import outcome_key
from verbatim.recordings.models import Recording, RecordingStatus
from verbatim.recordings.repository import get_recording
from verbatim.recordings.sound import voices_of
from verbatim.transcription.engines import engine_settings, with_model
from verbatim.transcription.events import TranscriptionComplete
from verbatim.transcription.ingest import outcome_from_json, outcome_to_json, save_transcript
from verbatim.transcription.options import TranscriptionOptions, is_each, languages_in
from verbatim.transcription.service import release_outcome
from verbatim.transcription.speakers import WhoSpoke, chosen_diarizers, prepare, who_spoke
from verbatim.transcription.voices import TOO_SLOW, deadline_seconds, listen_to_each
from verbatim.transcripts.attempts import keep_output, packed

log = structlog.get_logger(__name__)

LISTENING_SHARE, SPEAKERS_SHARE = 90.0, 97.0
"""Percent of the progress bar at which listening ends, and telling speakers apart; the rest is saving."""


TELLING_SECONDS = 20.0
"""Shorter recordings say little about how fast a model is."""


async def transcribe(job: JobContext) -> dict[str, Any] | None:
    """Transcribe the recording in the payload."""
    try:
        return await _run(job)
    finally:
        # To the end also when the job is cancelled at this very moment: nobody else would let go of that file.
        await to_the_end(_release(job))


async def _release(job: JobContext) -> None:
    """Hand what was heard to the sweeper if its recording was deleted meanwhile: nothing writes that file any more."""
    async with job.database.transaction() as session:
        await release_outcome(session, job.id)


async def _run(job: JobContext) -> dict[str, Any] | None:
    try:
        recording = await _begin(job)
    except RecordingNotFoundError:
        return None  # deleted in the meantime, and its job cancelled
    storage: StorageAdapter = job.app_state.storages[recording.storage_location]
    kept = outcome_key(recording, job.id)
    try:
        await _transcribe(job, recording, storage, kept)
    except RecordingNotFoundError:
        pass  # deleted while it was listened to: what was heard goes too
    except FileNotFoundError as error:
        raise JobError("The file of this recording is missing from the storage.", code="file_missing") from error
    await storage.delete_file(kept)
    return None


async def _transcribe(job: JobContext, recording: Recording, storage: StorageAdapter, kept: str) -> None:
    outcome = await _kept_outcome(storage, kept)
    earlier = job.payload.get("checkpoint")
    if outcome is None and earlier is not None:
        outcome = await _kept_outcome(storage, earlier)
        if outcome is not None:  # under this job's name from now on, where the next retry looks for it
            await _keep(storage, kept, outcome)
    if earlier is not None:
        await storage.delete_file(earlier)
    if outcome is None:
        outcome = await _listen(job, recording, storage)
        await _keep(storage, kept, outcome)
    who = await _tell_apart(job, recording, storage, outcome)
    await job.progress(SPEAKERS_SHARE, "saving")
    await _save(job, outcome, who)


async def _keep(storage: StorageAdapter, key: str, outcome: TranscriptionOutcome) -> None:
    # Threads cannot be stopped, and a file must not appear later.
    await to_the_end(storage.write_file(key, outcome_to_json(outcome)))


async def _begin(job: JobContext) -> Recording:
    async with job.transaction() as session:
        recording = await get_recording(session, job.payload["recording_id"], lock=True)
        recording.status = RecordingStatus.PROCESSING
        announce(session, "recording.updated", recording_id=recording.id, status=recording.status)
    return recording


async def _kept_outcome(storage: StorageAdapter, key: str) -> TranscriptionOutcome | None:
    if not await storage.exists(key):
        return None
    try:
        return outcome_from_json(await storage.read_file(key))
    except (ValueError, TypeError, KeyError):
        log.warning("kept_outcome_unreadable", key=key)  # listening again is safe
        return None


@dataclass
class _Heard:
    """What an engine told so far; ``since`` is when it began to listen, its model being loaded."""

    job: JobContext
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
            case Progress():
                if event.stage != "transcribing":
                    self.since = time.monotonic()
                await self.job.progress(event.fraction * LISTENING_SHARE, event.stage, latest_text=self._latest)

    async def note_speed(self, settings: TranscriptionSettings, outcome: TranscriptionOutcome) -> None:
        """Remember how fast the model was on this machine."""
        if outcome.duration >= TELLING_SECONDS and self.since is not None and settings.models_folder is not None:
            speed = outcome.duration / max(0.01, time.monotonic() - self.since)
            await asyncio.to_thread(note_speed, settings.models_folder, outcome.model, speed)


async def _listen(job: JobContext, recording: Recording, storage: StorageAdapter) -> TranscriptionOutcome:
    heard = _Heard(job)
    settings = await _settings_for(job)
    voices = voices_of(recording, job.payload.get("sound"))
    services = job.app_state
    if not voices:
        prepare(chosen_diarizers(services.settings, services.diarizers))
    async with storage.local_copy(recording.storage_key) as path:
        request = request_for(path, job.payload)
        try:
            with using_pool(services.engine_pool):
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
        speakers=None if options.subtitles_only else options.num_speakers,
    )


async def _settings_for(job: JobContext) -> TranscriptionSettings:
    settings = engine_settings(job.app_state.settings)
    model = (job.payload.get("options") or {}).get("model")
    return settings if model is None else await asyncio.to_thread(with_model, settings, model)


async def _keep_failed(job: JobContext, chosen: EngineChosen | None, output: list[Output], error: str) -> None:
    """Keep what an engine said before it failed: it is what tells why."""
    if not output:
        return
    async with job.transaction() as session:
        recording = await get_recording(session, job.payload["recording_id"], lock=True)
        engine, model = (chosen.engine, chosen.model) if chosen else (None, None)
        content = packed({"engine": engine, "model": model, "error": error, "output": output})
        keep_output(session, recording, job.id, content, engine=engine, model=model, error=error)


async def _tell_apart(
    job: JobContext, recording: Recording, storage: StorageAdapter, outcome: TranscriptionOutcome
) -> WhoSpoke:
    async def on_progress(fraction: float) -> None:
        share = SPEAKERS_SHARE - LISTENING_SHARE
        await job.progress(LISTENING_SHARE + fraction * share, "telling speakers apart")

    services = job.app_state
    diarizers = chosen_diarizers(services.settings, services.diarizers)
    async with storage.local_copy(recording.storage_key) as path:
        told = {"speakers": job.payload.get("speakers"), "sound": job.payload.get("sound")}
        return await who_spoke(outcome, path, diarizers, on_progress, **told)


async def _save(job: JobContext, outcome: TranscriptionOutcome, who: WhoSpoke) -> None:
    async with job.transaction() as session:
        recording = await get_recording(session, job.payload["recording_id"], lock=True)
        keep_voices = job.app_state.settings.voice_profiles
        transcript = await save_transcript(session, recording, job.id, outcome, who, keep_voices=keep_voices)
        recording.transcript_id = transcript.id
        recording.status = RecordingStatus.COMPLETED
        recording.updated_at = utcnow()
        await session.flush()
        await emit(session, TranscriptionComplete(recording_id=recording.id, transcript_id=transcript.id))
        announce(session, "recording.updated", recording_id=recording.id, status=recording.status)
        await job.finish(session, {"transcript_id": transcript.id, "engine": outcome.engine})
