"""Correcting who spoke and how the text is cut: `/api/transcripts/{transcript_id}/assign-speaker`, `.../split` and
others.
"""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import SessionDep
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts import repository
from verbatim.transcripts.correction_schemas import (
    AssignSpeakerRequest,
    CheckRequest,
    MergeSegmentsRequest,
    NewSegmentRequest,
    SpeakersChangedResponse,
    SplitSegmentRequest,
)
from verbatim.transcripts.locking import lock_segment, lock_transcript
from verbatim.transcripts.models import Segment
from verbatim.transcripts.routes import router
from verbatim.transcripts.segment_changes import (
    NewSegment,
    check_segments,
    insert_segment,
    lock_segments,
    merge_segments,
)
from verbatim.transcripts.speaker_changes import Choice, assign_segments, split_segment, word_at

UPDATE = [requires(Permission.TRANSCRIPT_UPDATE)]


@router.post("/{transcript_id}/assign-speaker", dependencies=UPDATE)
async def assign_speaker(
    session: SessionDep, transcript_id: str, body: AssignSpeakerRequest
) -> SpeakersChangedResponse:
    """Give segments to a speaker: some, a range, from one on, or all of another speaker."""
    transcript = await lock_transcript(session, transcript_id)
    choice = Choice(body.segment_ids, body.from_segment_id, body.to_segment_id, body.of_speaker_id)
    changed = await assign_segments(session, transcript, choice, body.speaker, body.versions)
    return await _response(session, transcript_id, changed, words=False)


@router.post("/{transcript_id}/segments/{segment_id}/split", dependencies=UPDATE)
async def split(
    request: Request, session: SessionDep, transcript_id: str, segment_id: str, body: SplitSegmentRequest
) -> SpeakersChangedResponse:
    """Cut a segment in two at a word or at the caret.

    With an outdated ``version`` the answer is 409 with the segment as it is now.
    """
    spoken = await lock_segment(session, transcript_id, segment_id)
    parts = await split_segment(
        session,
        spoken,
        word_index=word_at(spoken.segment, body.word_index, body.at),
        speaker=body.speaker,
        version=body.version,
        editor=signed_in(request).name,
    )
    return await _response(session, transcript_id, parts, words=True)


@router.post("/{transcript_id}/segments/merge", dependencies=UPDATE)
async def merge(
    request: Request, session: SessionDep, transcript_id: str, body: MergeSegmentsRequest
) -> SpeakersChangedResponse:
    """Make one segment of several that follow each other. No word's time is changed."""
    transcript = await lock_transcript(session, transcript_id)
    segments = await lock_segments(session, transcript, body.segment_ids, body.versions)
    merged = await merge_segments(session, transcript, segments, speaker=body.speaker, editor=signed_in(request).name)
    return await _response(session, transcript_id, [merged], words=True)


@router.post("/{transcript_id}/segments", status_code=201, dependencies=UPDATE)
async def insert(
    request: Request, session: SessionDep, transcript_id: str, body: NewSegmentRequest
) -> SpeakersChangedResponse:
    """Add a segment where the engine heard none."""
    transcript = await lock_transcript(session, transcript_id)
    new = NewSegment(body.start_time, body.end_time, body.text, body.speaker)
    made = await insert_segment(session, transcript, new, signed_in(request).name)
    return await _response(session, transcript_id, [made], words=True)


@router.post("/{transcript_id}/segments/check", dependencies=UPDATE)
async def check(
    request: Request, session: SessionDep, transcript_id: str, body: CheckRequest
) -> SpeakersChangedResponse:
    """Say that the text of segments is right, or take that back."""
    transcript = await lock_transcript(session, transcript_id)
    segments = await lock_segments(session, transcript, body.segment_ids, body.versions)
    await check_segments(session, transcript, segments, checker=signed_in(request).name if body.checked else None)
    return await _response(session, transcript_id, segments, words=False)


async def _response(
    session: AsyncSession, transcript_id: str, segments: Sequence[Segment], *, words: bool
) -> SpeakersChangedResponse:
    speakers = {speaker.id: speaker for speaker in await repository.speakers_of(session, transcript_id)}
    return SpeakersChangedResponse(
        segments=[
            repository.segment_response(one, speakers.get(one.speaker_id or ""), words=words) for one in segments
        ],
        speakers=[repository.speaker_response(speaker) for speaker in speakers.values()],
    )
