"""Transcribing a file for a program that wants its text and nothing else: nothing of it is kept afterwards.

The file becomes a recording like any other for as long as that takes, so that whatever holds for recordings holds for
it: rights, the log, limits, the queue and its fairness.
"""

from __future__ import annotations

import asyncio
from typing import Final

import structlog
from sqlalchemy import select
from starlette.requests import Request

from verbatim.core.background import to_the_end
from verbatim.core.db import Database
from verbatim.core.errors import VerbatimError
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.openai_api.errors import TranscriptionFailedError
from verbatim.recordings.errors import OvertakenError
from verbatim.recordings.repository import get_recording, lock_recordings
from verbatim.recordings.service import delete_recordings
from verbatim.transcripts.repository import get_transcript, transcript_response
from verbatim.transcripts.schemas import TranscriptWithSegmentsResponse

log = structlog.get_logger(__name__)

_FIRST_LOOK, _LAST_LOOK = 0.1, 1.0
_TRIES: Final = 5


class ClientLeftError(Exception):
    """Nobody waits for the answer any more."""


async def wait_for_text(
    request: Request, database: Database, recording_id: str, job_id: str, *, words: bool
) -> TranscriptWithSegmentsResponse:
    """Return what was heard, once it was.

    Raises:
        TranscriptionFailedError: nothing was, and why.
        ClientLeftError: nobody waits any more.
    """
    pause = _FIRST_LOOK
    while True:
        async with database.transaction(read_only=True) as session:
            job: Job | None = await session.scalar(select(Job).where(Job.id == job_id))
            if job is None or job.status == JobStatus.CANCELLED:
                raise TranscriptionFailedError("The transcription was stopped.")
            if job.status == JobStatus.FAILED:
                raise TranscriptionFailedError(job.error or None)
            if job.status == JobStatus.COMPLETED:
                recording = await get_recording(session, recording_id)
                transcript = await get_transcript(session, recording.transcript_id or "")
                return await transcript_response(session, transcript, words=words)
        if await request.is_disconnected():
            raise ClientLeftError
        await asyncio.sleep(pause)
        pause = min(_LAST_LOOK, pause * 1.5)


async def forget(database: Database, recording_id: str) -> None:
    """Delete the recording, and stop what is still being done with it; to the end, whoever leaves meanwhile."""
    await to_the_end(_forget(database, recording_id))


async def _forget(database: Database, recording_id: str) -> None:
    for _ in range(_TRIES):
        try:
            async with database.transaction() as session:
                await delete_recordings(session, await lock_recordings(session, [recording_id], with_jobs=True))
        except OvertakenError:
            continue
        except VerbatimError as error:  # somebody has put a hold on it meanwhile
            log.warning("transcribed_file_stays", recording_id=recording_id, code=error.code)
        return
