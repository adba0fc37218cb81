"""Background work on recordings: drawing the waveform."""

from __future__ import annotations

import asyncio
from typing import Any

from verbatim.adapters.media import MediaError, waveform
from verbatim.core.events import announce
from verbatim.core.jobs.context import JobContext, JobError
from verbatim.recordings.errors import RecordingNotFoundError
from verbatim.recordings.models import Waveform
from verbatim.recordings.repository import get_recording

POINTS = 1_000


async def draw_waveform(job: JobContext) -> dict[str, Any] | None:
    """Job ``waveform``: store the peaks that the player shows."""
    recording_id = job.payload["recording_id"]
    try:
        async with job.database.transaction(read_only=True) as session:
            recording = await get_recording(session, recording_id)
        storage = job.app_state.storages[recording.storage_location]
        async with storage.local_copy(recording.storage_key) as path:
            peaks = await asyncio.to_thread(waveform, path, POINTS)
        async with job.transaction() as session:
            await get_recording(session, recording_id, lock=True)
            await session.merge(Waveform(recording_id=recording_id, peaks=[round(peak, 4) for peak in peaks]))
            announce(session, "recording.updated", recording_id=recording_id, status=recording.status)
            await job.finish(session)
    except (RecordingNotFoundError, FileNotFoundError):
        return None  # deleted in the meantime
    except MediaError as error:
        raise JobError(str(error), code=error.code) from error
    return None
