"""Background work on recordings: drawing the waveform, making a copy that browsers play."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from sqlalchemy import delete, update

from verbatim.adapters.media import MediaError, copy_caged, draw_caged
from verbatim.adapters.storage.api import RangeReader, StorageAdapter
from verbatim.core.events import tell_changed
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.core.process import process_id
from verbatim.core.stored.strays import sweep_soon
from verbatim.recordings.errors import RecordingNotFoundError
from verbatim.recordings.files import playable_key
from verbatim.recordings.models import Recording, StrayFile, Waveform
from verbatim.recordings.repository import get_recording
from verbatim.recordings.resource import RECORDING
from verbatim.recordings.sound import channels_of, sound_of

POINTS = 1_000
_NOTICED_SECONDS = 0.1


async def draw_waveform(job: JobContext) -> dict[str, Any] | None:
    """Job ``waveform``: store the peaks that the player shows, and the length that was found in drawing them."""
    await _with_file(job, _draw)
    return None


async def make_playable(job: JobContext) -> dict[str, Any] | None:
    """Job ``playable``: keep a copy of the sound that every browser plays beside a file that not all of them do."""
    await _with_file(job, _copy)
    return None


Work = Callable[[JobContext, Recording, StorageAdapter, Path | RangeReader], Awaitable[None]]


async def _with_file(job: JobContext, work: Work) -> None:
    """Do something with the file of the job's recording; nothing if that is deleted before or meanwhile."""
    try:
        async with job.database.transaction(read_only=True) as session:
            recording = await get_recording(session, job.payload["recording_id"])
        storage: StorageAdapter = await job.app_state.storages.of(recording.storage_location)
        async with storage.open_source(recording.storage_key) as path:
            await work(job, recording, storage, path)
    except (RecordingNotFoundError, FileNotFoundError):
        return
    except MediaError as error:
        raise JobError(str(error), code=error.code) from error


async def _draw(job: JobContext, recording: Recording, _: StorageAdapter, path: Path | RangeReader) -> None:
    sound = sound_of(recording)
    tracks = len(channels_of(recording.media))
    seconds = recording.duration_seconds
    peaks, found = await draw_caged(job.app_state.cage, path, POINTS, sound, seconds=seconds, tracks=tracks)
    async with job.transaction() as session:
        current = await get_recording(session, recording.id, lock=True)
        await session.merge(Waveform(recording_id=recording.id, peaks=[round(peak, 4) for peak in peaks]))
        if sound == "mix" and abs(found - current.duration_seconds) > _NOTICED_SECONDS:
            current.duration_seconds = found  # what the upload could only estimate
        tell_changed(session, RECORDING, recording.id, status=current.status)
        await job.finish(session)


async def _copy(job: JobContext, recording: Recording, storage: StorageAdapter, path: Path | RangeReader) -> None:
    key = playable_key(recording)
    async with job.transaction() as session:
        stray = StrayFile(storage_location=recording.storage_location, storage_key=key, holder=process_id())
        session.add(stray)
    try:
        tracks = len(channels_of(recording.media))
        async with storage.open_writer(key) as writer:
            await copy_caged(job.app_state.cage, path, recording.duration_seconds, tracks, writer.write)
        async with job.transaction() as session:
            current = await get_recording(session, recording.id, lock=True)
            current.media = {**current.media, "playable": True}
            await session.execute(delete(StrayFile).where(StrayFile.id == stray.id))
            tell_changed(session, RECORDING, recording.id, status=current.status)
            await job.finish(session)
    finally:
        if not job.finished:
            # Shielded: a job that is cancelled must still let go of its file.
            await asyncio.shield(_let_go(job, stray.id))


async def _let_go(job: JobContext, stray_id: str) -> None:
    """Leave a file that came to nothing to the sweeper."""
    async with job.database.transaction() as session:
        await session.execute(update(StrayFile).where(StrayFile.id == stray_id).values(holder=None))
        sweep_soon(session)
