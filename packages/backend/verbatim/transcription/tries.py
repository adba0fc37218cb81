"""What became of further attempts at a stretch that was not understood, as it is listed with the stretch."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.transcription.speech import uncovered
from verbatim.core.errors import ConflictError
from verbatim.core.events import tell_pages
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.transcription.ingest import SHORTEST_SECONDS, TEXT_MARGIN_SECONDS
from verbatim.transcripts.events import StretchTried
from verbatim.transcripts.models import Transcript
from verbatim.transcripts.schemas import TryState


async def stretch_ended(session: AsyncSession, job: Job) -> None:
    """Note why an attempt failed, or that it was cancelled, where it is listed."""
    statement = select(Transcript).where(Transcript.id == job.payload["transcript_id"]).with_for_update()
    transcript: Transcript | None = await session.scalar(statement)
    if transcript is None:
        return  # deleted in the meantime
    is_cancelled = job.status == JobStatus.CANCELLED
    state = TryState.CANCELLED if is_cancelled else TryState.FAILED
    a_try = noted_try(job.id, job.payload["engine"], state, error=None if is_cancelled else job.error)
    stretch = float(job.payload["start"]), float(job.payload["end"])
    try:
        async with session.begin_nested():
            transcript.not_understood = after_a_try(transcript.not_understood, stretch, [], a_try)
            await session.flush()
    except ConflictError:  # kept as it is by now, for a reason that counts more
        await session.refresh(transcript)
        return
    tell_pages(session, StretchTried(transcript_id=transcript.id, recording_id=transcript.recording_id))


def noted_try(
    job_id: str,
    engine: str,
    state: TryState,
    *,
    model_used: str | None = None,
    segments: int | None = None,
    error: str | None = None,
) -> dict[str, Any]:
    return {
        "job_id": job_id,
        "engine": engine,
        "model_used": model_used,
        "segments": segments,
        "state": state.value,
        "error": error,
    }


def after_a_try(
    known: list[dict[str, Any]] | None,
    stretch: tuple[float, float],
    text: list[tuple[float, float]],
    a_try: dict[str, Any],
) -> list[dict[str, Any]] | None:
    """Return the stretches that are still without text; those that were tried say so."""
    if known is None:
        return None
    found: list[dict[str, Any]] = []
    for one in known:
        tried = one["start"] < stretch[1] and one["end"] > stretch[0]
        pieces = [(one["start"], one["end"])]
        if tried:
            pieces = uncovered(pieces, text, margin=TEXT_MARGIN_SECONDS, shortest=SHORTEST_SECONDS)
        tries = [earlier for earlier in one.get("tries", []) if earlier["job_id"] != a_try["job_id"]]
        tries = [*tries, a_try] if tried else tries
        found.extend({"start": start, "end": end, "tries": tries} for start, end in pieces)
    return found
