"""Changing and deleting recordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import and_, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.errors import InvalidInputError
from verbatim.core.events import emit
from verbatim.core.inbound import FreeJsonError, check_json
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.queue import cancel_by_key, request_cancel
from verbatim.core.stored.strays import sweep_soon
from verbatim.recordings.events import RecordingDeleted, RecordingUpdated
from verbatim.recordings.files import outcome_beside, outcome_key, playable_beside, playable_key
from verbatim.recordings.models import Recording, StrayFile

MAX_METADATA_BYTES = 32 * 1024
_ROWS_AT_ONCE = 1_000


def check_metadata(metadata: dict[str, Any]) -> None:
    """Refuse metadata that cannot be stored and shown again, or that is too large to be carried around in every
    list.
    """
    try:
        check_json(metadata, most_bytes=MAX_METADATA_BYTES)
    except FreeJsonError as error:
        raise InvalidInputError(f"The metadata cannot be stored: {error}.", code="bad_metadata") from error


async def update_recording(
    session: AsyncSession, recording: Recording, *, title: str | None, metadata: dict[str, Any] | None
) -> None:
    """Change what is given, leave the rest."""
    if title is not None:
        recording.title = title
    if metadata is not None:
        check_metadata(metadata)
        recording.details = metadata
    recording.updated_at = utcnow()
    await session.flush()
    await emit(session, RecordingUpdated(recording_id=recording.id, status=recording.status))


async def delete_recordings(session: AsyncSession, recordings: Sequence[Recording]) -> None:
    """Delete recordings with their transcripts for ever; their files follow once this is committed."""
    # Each of them changes a counter of its workspace and status: in one order, so that two who delete many do not wait
    # for each other.
    for recording in sorted(recordings, key=lambda one: (one.workspace_id or "", one.status, one.id)):
        await stop_work(session, recording)
        keys = [recording.storage_key]
        if not recording.media.get("plays_in_browser", True):
            keys.append(playable_key(recording))
        session.add_all(StrayFile(storage_location=recording.storage_location, storage_key=key) for key in keys)
        await session.delete(recording)
        await session.flush()
        await emit(session, RecordingDeleted(recording_id=recording.id))
    sweep_soon(session)


async def stop_work(session: AsyncSession, recording: Recording) -> None:
    """Cancel what works on a recording, and leave what that has written so far to the sweeper."""
    for job_type in ("waveform", "playable"):
        await cancel_by_key(session, f"{job_type}:{recording.id}")
    job: Job | None = await session.scalar(select(Job).where(Job.id == recording.job_id))
    if job is None:
        return
    await request_cancel(session, job)
    strays: dict[str, str | None] = {}
    if earlier := job.payload.get("checkpoint"):
        strays[earlier] = None
    # Its worker notices soon, and gives this file free when it can no longer be writing it.
    strays[outcome_key(recording, job.id)] = job.worker_id if job.status == JobStatus.RUNNING else None
    session.add_all(
        StrayFile(storage_location=recording.storage_location, storage_key=key, holder=holder)
        for key, holder in strays.items()
    )


async def abandon_files(session: AsyncSession) -> None:
    """Hand the files of every recording in scope to the sweeper, when all of its owner's rows are about to go."""
    running = and_(Job.id == Recording.job_id, Job.status == JobStatus.RUNNING)
    rows = await session.execute(
        select(Recording.storage_location, Recording.storage_key, Recording.job_id, Job.worker_id).outerjoin(
            Job, running
        )
    )
    strays: list[Mapping[str, Any]] = []
    for location, key, job_id, worker_id in rows:
        strays += [
            {"storage_location": location, "storage_key": one, "holder": None} for one in (key, playable_beside(key))
        ]
        if job_id is not None:
            # Its worker notices soon, but may write this file before it does.
            kept = outcome_beside(key, job_id)
            strays.append({"storage_location": location, "storage_key": kept, "holder": worker_id})
    await leave_to_sweeper(session, strays)


async def leave_to_sweeper(session: AsyncSession, strays: Sequence[Mapping[str, Any]]) -> None:
    """Have files deleted once this is committed; each with its location, key and who may still write it."""
    for start in range(0, len(strays), _ROWS_AT_ONCE):
        await session.execute(insert(StrayFile), strays[start : start + _ROWS_AT_ONCE])
    sweep_soon(session)
