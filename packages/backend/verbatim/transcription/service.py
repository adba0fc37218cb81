"""Starting, repeating and stopping the transcription of a recording."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import rows_affected
from verbatim.core.errors import ConflictError
from verbatim.core.events import emit, tell_changed
from verbatim.core.jobs.job_type import EXPRESS_PRIORITY
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.queue import enqueue, request_cancel
from verbatim.core.ownership import inside
from verbatim.core.stored.strays import sweep_soon
from verbatim.recordings.files import outcome_key, outcome_name
from verbatim.recordings.models import Recording, RecordingStatus, StrayFile
from verbatim.recordings.repository import get_recording
from verbatim.recordings.resource import RECORDING
from verbatim.recordings.sound import known_sound
from verbatim.transcription.defaults import with_defaults
from verbatim.transcription.events import TranscriptionFailed
from verbatim.transcription.options import TranscriptionOptions, languages_in
from verbatim.transcripts.errors import TranscriptNotFoundError
from verbatim.transcripts.repository import get_transcript
from verbatim.transcripts.service import note_change

JOB_TYPE = "transcribe"
SHORT_SECONDS = 120.0
"""A recording of at most this length does not wait for long ones, whoever they belong to."""

RETRYABLE = (RecordingStatus.FAILED, RecordingStatus.CANCELLED)


class WrongStateError(ConflictError):
    """This recording is not in a state in which that can be done."""

    code = "wrong_state"


def only_language(text: str | None) -> str | None:
    """Return the code when exactly one language was named.

    Raises:
        InvalidInputError: one of the languages is unknown.
    """
    codes = languages_in(text)
    return codes[0] if len(codes) == 1 else None


async def start_transcription(
    session: AsyncSession,
    recording: Recording,
    *,
    language: str | None = None,
    sound: str | None = None,
    checkpoint: str | None = None,
    options: TranscriptionOptions | None = None,
) -> Job:
    """Queue the transcription of a recording; while one is queued or running, that one is returned.

    ``checkpoint`` names what an earlier attempt heard, so that only the saving has to be repeated. The ``language``
    goes before that of the ``options``; what neither says is as the project, then the owner, has it.

    Raises:
        InvalidInputError: a language is unknown, or the choice of tracks and channels.
    """
    chosen = options or TranscriptionOptions()
    if language is not None:
        chosen = chosen.model_copy(update={"language": language})
    chosen = await with_defaults(session, recording.id, chosen)
    code = only_language(chosen.language)
    payload: dict[str, Any] = {
        "recording_id": recording.id,
        "language": code,
        "sound": known_sound(sound, recording.media),
        "checkpoint": checkpoint,
    }
    if kept := chosen.chosen():
        payload["options"] = kept
    if chosen.subtitles_only or chosen.num_speakers:
        payload["speakers"] = 1 if chosen.subtitles_only else chosen.num_speakers  # one speaker is nobody to tell apart
    with inside(recording.workspace_id):
        job = await enqueue(
            session, JOB_TYPE, payload, priority=_priority(recording), dedupe_key=f"{JOB_TYPE}:{recording.id}"
        )
    if recording.job_id != job.id:
        if recording.job_id is not None and checkpoint is None:
            # A new beginning: what an attempt that failed had heard is of no use any more.
            session.add(
                StrayFile(
                    storage_location=recording.storage_location, storage_key=outcome_key(recording, recording.job_id)
                )
            )
            sweep_soon(session)
        recording.job_id = job.id
        recording.language = code
        recording.status = RecordingStatus.PENDING
        tell_changed(session, RECORDING, recording.id, status=recording.status)
    await session.flush()
    return job


def _priority(recording: Recording) -> int:
    length = recording.duration_seconds
    return EXPRESS_PRIORITY if length is not None and length <= SHORT_SECONDS else 0


async def retry_transcription(session: AsyncSession, recording: Recording) -> Job:
    """Try a failed or cancelled transcription again, with the same choices.

    Raises:
        WrongStateError: it neither failed nor was cancelled.
    """
    job = await _latest_job(session, recording)
    ended_badly = job is not None and job.status in {JobStatus.FAILED, JobStatus.CANCELLED}
    if recording.status not in RETRYABLE and not ended_badly:
        raise WrongStateError("Only a failed or cancelled transcription can be tried again.")
    return await start_transcription(
        session,
        recording,
        options=TranscriptionOptions.model_validate((job.payload.get("options") if job else None) or {}),
        language=recording.language,
        sound=job.payload.get("sound") if job else None,
        checkpoint=outcome_key(recording, job.id) if job else None,
    )


async def transcribe_again(session: AsyncSession, job: Job) -> Job:
    """Queue a transcription once more that failed or was cancelled.

    Raises:
        WrongStateError: its recording has been transcribed, or is being, by another job.
    """
    recording = await get_recording(session, job.payload["recording_id"], lock=True, with_job=True)
    if recording.job_id != job.id:
        raise WrongStateError("Another job has been begun for this recording since.")
    return await retry_transcription(session, recording)


async def cancel_transcription(session: AsyncSession, recording: Recording) -> None:
    """Stop a queued or running transcription.

    Raises:
        WrongStateError: there is none.
    """
    job = await _latest_job(session, recording)
    if job is None or not await request_cancel(session, job):
        raise WrongStateError("This recording is not being transcribed.")


async def make_current(session: AsyncSession, recording: Recording, transcript_id: str) -> None:
    """Let people read this transcript of the recording; with its corrections, as it was left.

    Raises:
        TranscriptNotFoundError: it is none of this recording's.
    """
    transcript = await get_transcript(session, transcript_id)
    if transcript.recording_id != recording.id:
        raise TranscriptNotFoundError
    if recording.transcript_id == transcript.id:
        return
    before, recording.transcript_id = recording.transcript_id, transcript.id
    recording.updated_at = utcnow()
    await note_change(session, transcript, "made_current", previous_transcript_id=before)
    tell_changed(session, RECORDING, recording.id, status=recording.status)


async def transcription_ended(session: AsyncSession, job: Job) -> None:
    """Follow a transcription that failed for good or was cancelled. An earlier transcript stays as it is."""
    await release_outcome(session, job.id)
    statement = select(Recording).where(Recording.id == job.payload["recording_id"], Recording.job_id == job.id)
    recording: Recording | None = await session.scalar(statement)
    if recording is None:
        return
    if recording.transcript_id is not None:
        recording.status = RecordingStatus.COMPLETED
    elif job.status == JobStatus.CANCELLED:
        recording.status = RecordingStatus.CANCELLED
    else:
        recording.status = RecordingStatus.FAILED
    await session.flush()
    if job.status == JobStatus.FAILED:
        await emit(session, TranscriptionFailed(recording_id=recording.id, error=job.error or ""))
    tell_changed(session, RECORDING, recording.id, status=recording.status)


async def release_outcome(session: AsyncSession, job_id: str) -> None:
    """Leave the file of what a job heard to the sweeper, if the recording was deleted while the job held it."""
    released = await session.execute(
        update(StrayFile)
        .where(StrayFile.holder.is_not(None), StrayFile.storage_key.endswith(outcome_name(job_id)))
        .values(holder=None)
        .execution_options(synchronize_session=False)
    )
    if rows_affected(released):
        sweep_soon(session)


async def _latest_job(session: AsyncSession, recording: Recording) -> Job | None:
    found: Job | None = await session.scalar(select(Job).where(Job.id == recording.job_id))
    return found
