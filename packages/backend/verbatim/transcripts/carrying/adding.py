"""Adding the lines that people wrote themselves to another transcript, however many there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.transcription.writing import count_words, tidy
from verbatim.core.ownership import inside
from verbatim.transcripts.carrying.corrections import Correction
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.places import room_for
from verbatim.transcripts.word_times import retimed


async def add_lines(session: AsyncSession, transcript: Transcript, added: Sequence[Correction]) -> list[str]:
    """Put lines behind those of a new transcript that begin before them; they are spoken by whoever spoke before.
    Nobody heard their words: their times are estimated. Returns the ids of the segments, in order of time.
    """
    if not added:
        return []
    await session.flush()
    there = select(Segment.start_time, Segment.segment_index, Segment.speaker_id).where(
        Segment.transcript_id == transcript.id
    )
    known = list(await session.execute(there.order_by(Segment.segment_index, Segment.id)))
    starts = [start for start, *_ in known]  # in order: a transcript is written in order of time
    in_order = sorted(added, key=lambda one: one.start)
    behind = [bisect_right(starts, one.start) for one in in_order]
    before = [known[at - 1][1] + 1 if at else 0 for at in behind]
    segments = []
    with inside(transcript.workspace_id):
        for one, at, place in zip(in_order, behind, await room_for(session, transcript.id, before), strict=True):
            text = tidy(one.text)
            segments.append(
                Segment(
                    transcript_id=transcript.id,
                    recording_id=transcript.recording_id,
                    segment_index=place,
                    speaker_id=known[at - 1][2] if at else None,
                    start_time=one.start,
                    end_time=one.end,
                    text=text,
                    words=retimed([], text, start=one.start, end=one.end),
                    edited_by=one.author,
                )
            )
        session.add_all(segments)
        await session.flush()
    transcript.segment_count += len(segments)
    transcript.word_count += sum(count_words(one.text) for one in segments)
    return [str(one.id) for one in segments]
