"""Counting what happens, in the transaction in which it does."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from verbatim_enterprise.admin.figures import Counted, note
from verbatim_enterprise.host import Job, content_class, current_session, utcnow


def _recordings() -> Any:
    """Return the class of recordings by its name: statements about it are asked whose."""
    return content_class("recordings")


async def recording_created(recording_id: str, project_id: str | None) -> None:  # noqa: ARG001 - the event's fields
    recording = _recordings()
    length = await current_session().scalar(select(recording.duration_seconds).where(recording.id == recording_id))
    note(Counted.RECORDINGS)
    note(Counted.RECORDED_SECONDS, length or 0.0)


async def transcription_complete(recording_id: str, transcript_id: str) -> None:  # noqa: ARG001 - the event's fields
    """Count how long the recording is and how long its job took, waiting not included."""
    recording = _recordings()
    begun = (
        select(recording.duration_seconds, Job.started_at)
        .join(Job, Job.id == recording.job_id)
        .where(recording.id == recording_id)
    )
    row = (await current_session().execute(begun)).one_or_none()
    if row is None or row.started_at is None:
        return
    note(Counted.TRANSCRIBED_SECONDS, row.duration_seconds or 0.0)
    note(Counted.TRANSCRIBING_SECONDS, max(0.001, (utcnow() - row.started_at).total_seconds()))


async def transcription_failed(recording_id: str, error: str) -> None:  # noqa: ARG001 - the event's fields
    note(Counted.FAILURES)
