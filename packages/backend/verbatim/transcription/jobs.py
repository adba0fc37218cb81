"""Job ``transcribe``: listen, keep what was heard, save it.

Listening may take hours and costs money with some engines, saving takes a second. What was heard is therefore kept as
a file first: if saving fails or the server dies, the next attempt goes on from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import structlog

from verbatim.adapters.storage.api import StorageAdapter
from verbatim.adapters.transcription.api import (
    TranscriptionOutcome,
)
from verbatim.core.background import to_the_end
from verbatim.core.clock import utcnow
from verbatim.core.events import emit, tell_changed
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.recordings.errors import RecordingNotFoundError
from verbatim.recordings.files import outcome_key
from verbatim.recordings.models import Recording, RecordingStatus
from verbatim.recordings.repository import get_recording
from verbatim.recordings.resource import RECORDING
from verbatim.transcription.again import heard_of, prepare_corrections
from verbatim.transcription.early_speakers import EarlyDiarizer, early
from verbatim.transcription.events import TranscriptionComplete
from verbatim.transcription.ingest import outcome_from_json, outcome_to_json, save_transcript
from verbatim.transcription.listening import LISTENING_SHARE, asked_of, listen
from verbatim.transcription.service import release_outcome
from verbatim.transcription.speakers import WhoSpoke, chosen_diarizers, who_spoke
from verbatim.transcripts.carrying.carry import carry_over, lock_earlier

log = structlog.get_logger(__name__)

SPEAKERS_SHARE = 97.0
"""Percent of the progress bar at which telling speakers apart ends; the rest is saving."""

CARRYING_TRIES = 3
"""How often corrections of the transcript before are looked at again because somebody has made another meanwhile; the
last time they wait.
"""


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
    storage: StorageAdapter = await job.app_state.storages.of(recording.storage_location)
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
    services = job.app_state
    async with (
        storage.local_copy(recording.storage_key) as path,  # one for both: it may come from far away
        early(chosen_diarizers(services.settings, services.diarizers)) as diarizers,
    ):
        if outcome is None:
            outcome = await listen(job, recording, path, diarizers)
            await _keep(storage, kept, outcome)
        who = await _tell_apart(job, path, outcome, diarizers)
    await job.progress(SPEAKERS_SHARE, "saving")
    await _save(job, recording.id, outcome, who)


async def _keep(storage: StorageAdapter, key: str, outcome: TranscriptionOutcome) -> None:
    # Threads cannot be stopped, and a file must not appear later.
    await to_the_end(storage.write_file(key, outcome_to_json(outcome)))


async def _begin(job: JobContext) -> Recording:
    async with job.transaction() as session:
        recording = await get_recording(session, job.payload["recording_id"], lock=True)
        recording.status = RecordingStatus.PROCESSING
        tell_changed(session, RECORDING, recording.id, status=recording.status)
    return recording


async def _kept_outcome(storage: StorageAdapter, key: str) -> TranscriptionOutcome | None:
    if not await storage.exists(key):
        return None
    try:
        return outcome_from_json(await storage.read_file(key))
    except (ValueError, TypeError, KeyError):
        log.warning("kept_outcome_unreadable", key=key)  # listening again is safe
        return None


async def _tell_apart(
    job: JobContext, path: Path, outcome: TranscriptionOutcome, diarizers: Sequence[EarlyDiarizer]
) -> WhoSpoke:
    async def on_progress(fraction: float) -> None:
        share = SPEAKERS_SHARE - LISTENING_SHARE
        await job.progress(LISTENING_SHARE + fraction * share, "telling speakers apart")

    return await who_spoke(outcome, asked_of(job, path), diarizers, on_progress)


async def _save(job: JobContext, recording_id: str, outcome: TranscriptionOutcome, who: WhoSpoke) -> None:
    heard = heard_of(who.attributed)
    for tries_left in reversed(range(CARRYING_TRIES)):
        prepared = await prepare_corrections(job, recording_id, who, heard)
        async with job.transaction() as session:
            recording = await get_recording(session, recording_id, lock=True)
            earlier = await lock_earlier(session, recording.transcript_id)
            if earlier is not None and prepared is not None and not prepared.fits(earlier) and tries_left:
                continue  # somebody has corrected it meanwhile
            keep_voices = job.app_state.settings.voice_profiles
            transcript = await save_transcript(session, recording, job.id, outcome, who, keep_voices=keep_voices)
            made_id, recording.transcript_id = transcript.id, transcript.id
            recording.status = RecordingStatus.COMPLETED
            recording.updated_at = utcnow()
            await session.flush()
            await emit(session, TranscriptionComplete(recording_id=recording_id, transcript_id=made_id))
            await carry_over(session, made_id, earlier, heard, prepared)
            tell_changed(session, RECORDING, recording_id, status=RecordingStatus.COMPLETED)
            await job.finish(session, {"transcript_id": made_id, "engine": outcome.engine})
            return
