"""Correcting how a transcript is cut: merging and inserting segments, and saying that one is right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.adapters.transcription.writing import count_words, glue, tidy
from verbatim.core.clock import utcnow
from verbatim.core.ownership import inside
from verbatim.transcripts.errors import (
    DifferentSpeakersError,
    NotAdjacentError,
    SegmentConflictError,
    SegmentNotFoundError,
)
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.places import room_at, take_out
from verbatim.transcripts.repository import segment_number, segment_response
from verbatim.transcripts.segment_times import check_times
from verbatim.transcripts.service import BY_ITSELF, Because, note_because, note_change, speaker_named
from verbatim.transcripts.word_times import retimed

_PLACE = tuple_(Segment.segment_index, Segment.id)


async def lock_segments(
    session: AsyncSession, transcript: Transcript, segment_ids: Sequence[str], versions: Mapping[str, int]
) -> list[Segment]:
    """Return segments of a locked transcript in order, with their words.

    Raises:
        SegmentNotFoundError: one of them is not in this transcript.
        SegmentConflictError: one has another version than the editor saw.
    """
    numbers = {segment_number(one) for one in segment_ids}
    rows = select(Segment).where(Segment.transcript_id == transcript.id, Segment.id.in_(numbers))
    ordered = rows.order_by(Segment.segment_index, Segment.id).options(undefer(Segment.words)).with_for_update()
    found = list(await session.scalars(ordered.execution_options(populate_existing=True)))
    if len(found) != len(numbers):
        raise SegmentNotFoundError
    for segment in found:
        if versions.get(str(segment.id), segment.version) != segment.version:
            speaker = await session.get(Speaker, segment.speaker_id or "")
            raise SegmentConflictError(extra={"current": segment_response(segment, speaker, words=True)})
    return found


async def merge_segments(  # noqa: D417 - the rest is plain
    session: AsyncSession, transcript: Transcript, segments: Sequence[Segment], *, speaker: str | None, editor: str
) -> Segment:
    """Make one segment of several that follow each other: the first, with the text and the words of all.

    Args:
        speaker: whose it is; None where it is the same for all.

    Raises:
        NotAdjacentError: there are others between them.
        DifferentSpeakersError: they are spoken by different people, and nobody said whose it shall be.
    """
    first, last = segments[0], segments[-1]
    between = select(Segment.id).where(
        Segment.transcript_id == transcript.id,
        tuple_(first.segment_index, first.id) <= _PLACE,
        tuple_(last.segment_index, last.id) >= _PLACE,
    )
    if len(segments) < 2 or len(list(await session.scalars(between))) != len(segments):  # noqa: PLR2004 - two make one
        raise NotAdjacentError
    if speaker is None and len({one.speaker_id for one in segments}) > 1:
        raise DifferentSpeakersError
    words = sum(count_words(one.text) for one in segments)
    if any(one.original_text is not None for one in segments):
        first.original_text = _joined([one.original_text or one.text for one in segments])
    text = _joined([one.text for one in segments])
    first.words = [
        word for one in segments for word in one.words or retimed([], one.text, start=one.start_time, end=one.end_time)
    ]
    first.text = text
    first.end_time = max(one.end_time for one in segments)
    first.start_time = min(one.start_time for one in segments)
    first.checked_by = first.checked_by if all(one.checked_by for one in segments) else None
    first.edited_by = editor
    _younger(first)
    if speaker is not None:
        first.speaker_id = (await speaker_named(session, transcript.id, speaker)).id
        first.speaker_confidence = None
    await take_out(session, transcript, segments[1:])
    transcript.word_count = max(0, transcript.word_count - words + count_words(text))
    ids = [str(one.id) for one in segments]
    await note_change(session, transcript, "segments_merged", segment_ids=ids, text=text)
    return first


def _joined(texts: Sequence[str]) -> str:
    whole = ""
    for text in texts:
        whole += (glue(whole, text) if whole and text else "") + text
    return whole


def _younger(segment: Segment) -> None:
    segment.version += 1
    segment.updated_at = utcnow()


@dataclass(frozen=True)
class NewSegment:
    """A segment that somebody writes themselves; times in seconds of the recording."""

    start: float
    end: float
    text: str
    speaker: str | None


async def insert_segment(
    session: AsyncSession, transcript: Transcript, new: NewSegment, editor: str | None, because: Because = BY_ITSELF
) -> Segment:
    """Put a segment behind those that begin before it. Nobody heard its words: their times are estimated.

    Raises:
        BadTimesError: it would end before it begins.
    """
    check_times(new.start, new.end)
    before = await session.scalar(
        select(Segment)
        .where(Segment.transcript_id == transcript.id, Segment.start_time <= new.start)
        .order_by(Segment.segment_index.desc(), Segment.id.desc())
        .limit(1)
    )
    text = tidy(new.text)
    speaker_id = None if before is None else before.speaker_id
    if new.speaker is not None:
        speaker_id = (await speaker_named(session, transcript.id, new.speaker)).id
    with inside(transcript.workspace_id):
        segment = Segment(
            transcript_id=transcript.id,
            recording_id=transcript.recording_id,
            segment_index=await room_at(session, transcript.id, 0 if before is None else before.segment_index + 1),
            speaker_id=speaker_id,
            start_time=new.start,
            end_time=new.end,
            text=text,
            words=retimed([], text, start=new.start, end=new.end),
            edited_by=editor,
        )
        session.add(segment)
        await session.flush()
    transcript.segment_count += 1
    transcript.word_count += count_words(text)
    facts = {"segment_ids": [str(segment.id)], "text": text}
    await note_because(session, transcript, "segment_inserted", because, **facts)
    return segment


async def check_segments(
    session: AsyncSession, transcript: Transcript, segments: Sequence[Segment], *, checker: str | None
) -> None:
    """Note that somebody found segments to be right; with None that nobody did."""
    changed = [one for one in segments if (one.checked_by is None) != (checker is None)]
    for segment in changed:
        segment.checked_by = checker
        _younger(segment)
    if changed:
        ids = [str(one.id) for one in changed]
        await note_change(session, transcript, "segments_checked", segment_ids=ids, checked=checker is not None)
