"""Reading transcripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.recordings.models import Recording
from verbatim.recordings.repository import get_recording
from verbatim.transcripts.errors import SegmentNotFoundError, SpeakerNotFoundError, TranscriptNotFoundError
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.schemas import (
    Decision,
    SegmentResponse,
    SpeakerResponse,
    StretchResponse,
    TranscriptSummary,
    TranscriptWithSegmentsResponse,
    TryResponse,
    TryState,
    WordResponse,
)


async def get_transcript(session: AsyncSession, transcript_id: str) -> Transcript:
    """Return a transcript without its text. Who changes anything inside locks it instead, see `locking`.

    Raises:
        TranscriptNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: Transcript | None = await session.scalar(select(Transcript).where(Transcript.id == transcript_id))
    if found is None:
        raise TranscriptNotFoundError
    return found


async def list_transcripts(session: AsyncSession, recording_id: str) -> list[TranscriptSummary]:
    """Return all transcripts of a recording, the newest first."""
    recording = await get_recording(session, recording_id)
    rows = await session.scalars(
        select(Transcript)
        .where(Transcript.recording_id == recording_id)
        .order_by(Transcript.created_at.desc(), Transcript.id.desc())
    )
    return [
        TranscriptSummary(
            id=row.id,
            language=row.language,
            engine=row.engine,
            model_used=row.model_used,
            word_count=row.word_count,
            confidence_avg=row.confidence_avg,
            is_current=row.id == recording.transcript_id,
            created_at=row.created_at,
        )
        for row in rows
    ]


def segment_number(segment_id: str) -> int:
    """Return the key behind a segment's public id.

    Raises:
        SegmentNotFoundError: it cannot be one.
    """
    if not segment_id.isascii() or not segment_id.isdigit() or len(segment_id) > 18:  # noqa: PLR2004 - below 2**63
        raise SegmentNotFoundError
    return int(segment_id)


async def get_segment(session: AsyncSession, transcript_id: str, segment_id: str) -> Segment:
    """Return a segment with its words.

    Raises:
        SegmentNotFoundError: it is not in this transcript.
    """
    statement = (
        select(Segment)
        .where(Segment.id == segment_number(segment_id), Segment.transcript_id == transcript_id)
        .options(undefer(Segment.words))
    )
    found: Segment | None = await session.scalar(statement)
    if found is None:
        raise SegmentNotFoundError
    return found


async def segments_of(
    session: AsyncSession, transcript_id: str, *, words: bool, skip: int = 0, limit: int | None = None
) -> Sequence[Segment]:
    """Return segments in order."""
    statement: Select[Segment] = (
        select(Segment).where(Segment.transcript_id == transcript_id).order_by(Segment.segment_index, Segment.id)
    )
    if words:
        statement = statement.options(undefer(Segment.words))
    if limit is not None:
        statement = statement.offset(skip).limit(limit)
    return list(await session.scalars(statement))


async def speakers_of(session: AsyncSession, transcript_id: str) -> list[Speaker]:
    """Return a transcript's speakers in the order of their labels, *Speaker 10* after *Speaker 9*."""
    in_order = (func.length(Speaker.speaker_label), Speaker.speaker_label)
    rows = await session.scalars(select(Speaker).where(Speaker.transcript_id == transcript_id).order_by(*in_order))
    return list(rows)


async def get_speaker(session: AsyncSession, speaker_id: str) -> Speaker:
    """Return a speaker.

    Raises:
        SpeakerNotFoundError: there is no such speaker, or it belongs to somebody else.
    """
    found: Speaker | None = await session.scalar(select(Speaker).where(Speaker.id == speaker_id))
    if found is None:
        raise SpeakerNotFoundError
    return found


async def count_segments(session: AsyncSession, transcript_id: str) -> int:
    """Return how many segments a transcript has."""
    return await session.scalar(select(func.count(Segment.id)).where(Segment.transcript_id == transcript_id)) or 0


def shown_name(speaker: Speaker | None) -> str | None:
    """Return what a speaker is called on screen."""
    return None if speaker is None else speaker.speaker_name or speaker.speaker_label


def segment_response(segment: Segment, speaker: Speaker | None, *, words: bool) -> SegmentResponse:
    """Return a segment as the API shows it."""
    return SegmentResponse(
        id=str(segment.id),
        segment_index=segment.segment_index,
        speaker=shown_name(speaker),
        speaker_id=segment.speaker_id,
        speaker_confidence=segment.speaker_confidence,
        start_time=segment.start_time,
        end_time=segment.end_time,
        text=segment.text,
        confidence=segment.confidence,
        edited_by=segment.edited_by,
        checked_by=segment.checked_by,
        original_text=segment.original_text,
        version=segment.version,
        doubt=segment.doubt,
        folded=segment.decision == Decision.DROP or (segment.folded and segment.decision is None),
        decision=None if segment.decision is None else Decision(segment.decision),
        words=cast("list[WordResponse]", segment.words or []) if words else None,
        highlight_color=None,
        comment_count=0,
        created_at=segment.created_at,
        updated_at=segment.updated_at,
    )


def stretches_of(transcript: Transcript) -> list[StretchResponse] | None:
    """Return where somebody speaks and nothing was understood; None where nobody listened for voices."""
    return stretches(transcript.not_understood)


def stretches(noted: list[dict[str, Any]] | None) -> list[StretchResponse] | None:
    """Return what a transcript's ``not_understood`` holds as the API shows it."""
    if noted is None:
        return None
    return [
        StretchResponse(
            start_time=one["start"],
            end_time=one["end"],
            tries=[TryResponse.model_validate({"state": _state(a_try), **a_try}) for a_try in one.get("tries", [])],
        )
        for one in noted
    ]


def _state(a_try: dict[str, Any]) -> TryState:
    """Return how an attempt went that was noted without saying so."""
    return TryState.WAITING if a_try["segments"] is None else TryState.DONE


def speaker_response(speaker: Speaker) -> SpeakerResponse:
    """Return a speaker as the API shows it."""
    return SpeakerResponse.model_validate(speaker, from_attributes=True)


async def transcript_response(
    session: AsyncSession, transcript: Transcript, *, words: bool
) -> TranscriptWithSegmentsResponse:
    """Return a whole transcript as the API shows it."""
    title = await session.scalar(select(Recording.title).where(Recording.id == transcript.recording_id)) or ""
    speakers = {speaker.id: speaker for speaker in await speakers_of(session, transcript.id)}
    segments = await segments_of(session, transcript.id, words=words)
    return TranscriptWithSegmentsResponse(
        id=transcript.id,
        recording_id=transcript.recording_id,
        recording_title=title,
        language=transcript.language,
        engine=transcript.engine,
        engine_reason=transcript.engine_reason,
        model_used=transcript.model_used,
        diarizer=transcript.diarizer,
        diarization_note=transcript.diarization_note,
        confidence_avg=transcript.confidence_avg,
        word_count=transcript.word_count,
        revision=transcript.revision,
        corrections=transcript.corrections,
        not_understood=stretches_of(transcript),
        ai_summary=None,
        created_at=transcript.created_at,
        updated_at=transcript.updated_at,
        segments=[
            segment_response(segment, speakers.get(segment.speaker_id or ""), words=words) for segment in segments
        ],
        speakers=[speaker_response(speaker) for speaker in speakers.values()],
    )
