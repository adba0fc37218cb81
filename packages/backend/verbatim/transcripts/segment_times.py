"""Moving the times of segments, between those beside them."""

from __future__ import annotations

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.transcripts.errors import BadTimesError
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.word_times import fitted

_PLACE = tuple_(Segment.segment_index, Segment.id)


async def move_segment(
    session: AsyncSession, transcript: Transcript, segment: Segment, *, start: float | None, end: float | None
) -> dict[str, float]:
    """Give a segment other times, between those beside it. Words that do not fit any more are estimated.

    Returns what has changed, for the record. Nobody is told yet.

    Raises:
        BadTimesError: it would begin before the one in front of it, or after the next one.
    """
    start = segment.start_time if start is None else start
    end = segment.end_time if end is None else end
    if (start, end) == (segment.start_time, segment.end_time):
        return {}
    check_times(start, end)
    place = tuple_(segment.segment_index, segment.id)
    of_it = select(Segment.start_time).where(Segment.transcript_id == transcript.id).limit(1)
    before = await session.scalar(of_it.where(place > _PLACE).order_by(Segment.segment_index.desc(), Segment.id.desc()))
    after = await session.scalar(of_it.where(place < _PLACE).order_by(Segment.segment_index, Segment.id))
    if (before is not None and start < before) or (after is not None and start > after):
        raise BadTimesError
    facts = {
        "previous_start_time": segment.start_time,
        "start_time": start,
        "previous_end_time": segment.end_time,
        "end_time": end,
    }
    segment.words = fitted(segment.words or [], start=start, end=end)
    segment.start_time, segment.end_time = start, end
    return facts


def check_times(start: float, end: float) -> None:
    """Refuse times that no segment can have.

    Raises:
        BadTimesError: it would end before it begins.
    """
    if not 0 <= start < end:
        raise BadTimesError
