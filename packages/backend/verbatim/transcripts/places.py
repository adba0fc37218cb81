"""Places of segments: making room for some between others, and taking some out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import one_of
from verbatim.transcripts.history.content import SEGMENTS, whole_row
from verbatim.transcripts.history.recorder import recorder_of
from verbatim.transcripts.models import Segment, Transcript

_NO_END = 2**31 - 1


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


async def room_for(session: AsyncSession, transcript_id: str, before: Sequence[int]) -> list[int]:
    """Make room for many segments at once, each before the one that has a place now; `before` is in order. Returns the
    places of the new ones. Each of the others is moved once, however many come.
    """
    await session.flush()
    ends = [*before[1:], None]
    ranges = [(start, end, moved) for moved, (start, end) in enumerate(zip(before, ends, strict=True), start=1)]
    table = Segment.__table__
    moving = (
        update(table)  # type: ignore[arg-type] # it is a table
        .where(
            table.c.transcript_id == transcript_id,
            table.c.segment_index >= bindparam("low"),
            table.c.segment_index < bindparam("high"),
        )
        .values(segment_index=table.c.segment_index + bindparam("places"))
    )
    values = [
        {"low": start, "high": _NO_END if end is None else end, "places": moved}
        for start, end, moved in reversed(ranges)  # from the last on, so that none is moved twice
        if start != end
    ]
    await session.execute(moving, values)
    places = [place + number for number, place in enumerate(before)]
    if (recorder := recorder_of(session)) is not None:
        for place in places:
            recorder.shifted(place, 1)
    return places


async def take_out(session: AsyncSession, transcript: Transcript, segments: Sequence[Segment]) -> None:
    """Take segments, read with their words, out of a locked transcript. Its words are for the caller to count."""
    await session.flush()
    if (recorder := recorder_of(session)) is not None:
        for one in segments:
            recorder.went((SEGMENTS, str(one.id)), whole_row(one))
    there = (Segment.transcript_id == transcript.id, one_of(session, Segment.id, [one.id for one in segments]))
    await session.execute(delete(Segment).where(*there).execution_options(synchronize_session=False))
    for one in segments:
        session.expunge(one)
    transcript.segment_count = max(0, transcript.segment_count - len(segments))
