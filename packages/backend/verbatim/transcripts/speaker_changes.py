"""Correcting who spoke: many segments at once, and segments in which two people speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.transcripts.errors import (
    NoSuchWordError,
    NothingChosenError,
    SegmentConflictError,
    SegmentNotFoundError,
    SpeakerNotFoundError,
)
from verbatim.transcripts.locking import Spoken
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.pieces import text_pieces, word_places
from verbatim.transcripts.places import room_after
from verbatim.transcripts.repository import get_segment, get_speaker, segment_number, segment_response
from verbatim.transcripts.service import note_change, speaker_named


@dataclass(frozen=True)
class Choice:
    """Which segments: all that fit every part that is given. ``first`` alone means from there to the end."""

    segment_ids: Sequence[str] | None = None
    first: str | None = None
    last: str | None = None
    of_speaker: str | None = None

    @property
    def is_empty(self) -> bool:
        return self.segment_ids is None and self.is_of_ids_alone

    @property
    def is_of_ids_alone(self) -> bool:
        """Whether nothing but ids say which."""
        return self.first is None and self.last is None and self.of_speaker is None


async def assign_segments(  # noqa: D417 - the rest is plain
    session: AsyncSession,
    transcript: Transcript,
    choice: Choice,
    speaker: str | None,
    versions: Mapping[str, int],
) -> list[Segment]:
    """Give many segments to the speaker of that name, or to nobody, and return those that were another's before.

    Args:
        versions: of segments, as the editor saw them; those that are not named are taken as they are.

    Raises:
        NothingChosenError: the choice names no segments at all.
        SegmentNotFoundError: one that is named is not in this transcript.
        SpeakerNotFoundError: nor is the speaker.
        SegmentConflictError: one has another version by now; nothing is changed.
    """
    if choice.is_empty:
        raise NothingChosenError
    chosen = await _chosen(session, transcript, choice)
    for segment in chosen:
        if versions.get(str(segment.id), segment.version) != segment.version:
            spoken_by = await session.get(Speaker, segment.speaker_id or "")
            raise SegmentConflictError(extra={"current": segment_response(segment, spoken_by, words=False)})
    person_id = None if speaker is None else (await speaker_named(session, transcript.id, speaker)).id
    moved = [segment for segment in chosen if segment.speaker_id != person_id]
    before = {str(segment.id): segment.speaker_id for segment in moved}
    now = utcnow()
    for segment in moved:
        segment.speaker_id, segment.speaker_confidence = person_id, None
        segment.version += 1
        segment.updated_at = now
    if moved:
        after = dict.fromkeys(before, person_id)
        facts = {"segment_ids": list(before), "previous_speaker_ids": before, "speaker_ids": after}
        change = "segments_unassigned" if person_id is None else "segments_assigned"
        await note_change(session, transcript, change, **facts)
    return moved


async def _chosen(session: AsyncSession, transcript: Transcript, choice: Choice) -> Sequence[Segment]:
    place = tuple_(Segment.segment_index, Segment.id)
    wanted: Select[Segment] = select(Segment).where(Segment.transcript_id == transcript.id)
    if choice.segment_ids is not None:
        numbers = {segment_number(one) for one in choice.segment_ids}
        wanted = wanted.where(Segment.id.in_(numbers))
        if not choice.is_of_ids_alone:  # else those found are counted below
            there = select(func.count(Segment.id)).where(Segment.transcript_id == transcript.id)
            if await session.scalar(there.where(Segment.id.in_(numbers))) != len(numbers):
                raise SegmentNotFoundError
    if choice.first is not None:
        first = await get_segment(session, transcript.id, choice.first)
        wanted = wanted.where(place >= tuple_(first.segment_index, first.id))
    if choice.last is not None:
        last = await get_segment(session, transcript.id, choice.last)
        wanted = wanted.where(place <= tuple_(last.segment_index, last.id))
    if choice.of_speaker is not None:
        if (await get_speaker(session, choice.of_speaker)).transcript_id != transcript.id:
            raise SpeakerNotFoundError
        wanted = wanted.where(Segment.speaker_id == choice.of_speaker)
    ordered = wanted.order_by(Segment.segment_index, Segment.id).with_for_update()
    found = list(await session.scalars(ordered.execution_options(populate_existing=True)))
    if choice.is_of_ids_alone and len(found) != len({*map(segment_number, choice.segment_ids or ())}):
        raise SegmentNotFoundError
    return found


async def split_segment(  # noqa: D417 - the rest is plain
    session: AsyncSession,
    spoken: Spoken,
    *,
    word_index: int,
    speaker: str | None,
    version: int | None,
    editor: str,
) -> tuple[Segment, Segment]:
    """Cut a segment in two before a word, and give what follows to a speaker. No word's time is changed.

    Args:
        word_index: the place of the second part's first word, counted from 0.
        speaker: whose the second part is; None leaves it with the same.

    Raises:
        SegmentConflictError: the segment has another version by now.
        NoSuchWordError: there is nothing before, or nothing after, that place.
    """
    transcript, segment = spoken.transcript, spoken.segment
    if version is not None and version != segment.version:
        raise SegmentConflictError(extra={"current": segment_response(segment, spoken.speaker, words=True)})
    words = segment.words or []
    if not 0 < word_index < len(words):
        raise NoSuchWordError
    whole, texts = segment.text, text_pieces(segment.text, [word["text"] for word in words], [0, word_index])
    following = await room_after(session, segment)
    second = Segment(
        transcript_id=segment.transcript_id,
        recording_id=segment.recording_id,
        workspace_id=segment.workspace_id,
        speaker_id=segment.speaker_id,
        segment_index=following,
        start_time=words[word_index]["start"],
        end_time=max(segment.end_time, words[word_index]["start"]),
        text=texts[1],
        confidence=segment.confidence,
        words=words[word_index:],
        doubt=segment.doubt,
        folded=segment.folded,
        decision=segment.decision,
        edited_by=editor,
    )
    segment.text, segment.words = texts[0], words[:word_index]
    segment.end_time = max(words[word_index - 1]["end"], segment.start_time)
    segment.version += 1
    segment.updated_at = utcnow()
    session.add(second)
    if speaker is not None:
        second.speaker_id = (await speaker_named(session, transcript.id, speaker)).id
    transcript.segment_count += 1
    await session.flush()
    facts = {
        "segment_ids": [str(segment.id), str(second.id)],
        "previous_text": whole,
        "text": texts,
        "speaker_id": second.speaker_id,
        "previous_speaker_id": segment.speaker_id,
    }
    await note_change(session, transcript, "segment_split", **facts)
    return segment, second


def word_at(segment: Segment, word_index: int | None, at: int | None) -> int:
    """Return the word that a segment is to be split before: the one that is named, or the one at or behind a character.

    Raises:
        NoSuchWordError: there is none, or neither was given.
    """
    if word_index is not None:
        return word_index
    if at is None:
        raise NoSuchWordError
    places = word_places(segment.text, [word["text"] for word in segment.words or ()]) or []
    found = next((number for number, place in enumerate(places) if place >= at), None)
    if found is None:
        raise NoSuchWordError
    return found
