"""What follows when a recording is put into the trash, and when it comes back."""

from __future__ import annotations

from sqlalchemy import select

from verbatim.core.events import current_session
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import inside
from verbatim.core.stored.strays import sweep_soon
from verbatim.recordings.models import RecordingStatus, Waveform
from verbatim.recordings.repository import get_recording
from verbatim.recordings.service import stop_work

_WORKING = frozenset({RecordingStatus.PENDING, RecordingStatus.PROCESSING})


async def recording_trashed(*, recording_id: str) -> None:
    """Stop what works on a recording: nobody waits for it any more."""
    session = current_session()
    recording = await get_recording(session, recording_id)
    await stop_work(session, recording)
    if recording.status in _WORKING:
        # Who hears that the job has ended no longer finds the recording.
        done = recording.transcript_id is not None
        recording.status = RecordingStatus.COMPLETED if done else RecordingStatus.CANCELLED
    await session.flush()
    sweep_soon(session)


async def recording_restored(*, recording_id: str) -> None:
    """Make what was not finished when a recording was put into the trash."""
    session = current_session()
    recording = await get_recording(session, recording_id)
    unfinished = []
    if await session.scalar(select(Waveform.recording_id).where(Waveform.recording_id == recording_id)) is None:
        unfinished.append("waveform")
    if not recording.media.get("plays_in_browser", True) and not recording.media.get("playable"):
        unfinished.append("playable")
    with inside(recording.workspace_id):
        for job_type in unfinished:
            await enqueue(
                session, job_type, {"recording_id": recording_id}, dedupe_key=f"{job_type}:{recording_id}", priority=5
            )
