"""Places of segments: making room for one between others."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.transcripts.history.recorder import recorder_of
from verbatim.transcripts.models import Segment


async def room_after(session: AsyncSession, segment: Segment) -> int:
    """Make room for a segment after this one, and return its place."""
    return await room_at(session, segment.transcript_id, segment.segment_index + 1)


async def room_at(session: AsyncSession, transcript_id: str, place: int) -> int:
    """Make room for a segment at a place, and return it."""
    await shift(session, transcript_id, place, 1)
    return place


async def shift(session: AsyncSession, transcript_id: str, start: int, by: int) -> None:
    """Move the segments from a place on."""
    await session.flush()
    await session.execute(
        update(Segment)
        .where(Segment.transcript_id == transcript_id, Segment.segment_index >= start)
        .values(segment_index=Segment.segment_index + by)
        .execution_options(synchronize_session=False)
    )
    if (recorder := recorder_of(session)) is not None:
        recorder.shifted(start, by)
