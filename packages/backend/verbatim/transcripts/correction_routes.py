"""Correcting who spoke: `/api/transcripts/{transcript_id}/assign-speaker` and `.../split`."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import SessionDep
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts import repository
from verbatim.transcripts.correction_schemas import AssignSpeakerRequest, SpeakersChangedResponse, SplitSegmentRequest
from verbatim.transcripts.locking import lock_segment, lock_transcript
from verbatim.transcripts.models import Segment
from verbatim.transcripts.routes import router
from verbatim.transcripts.speaker_changes import Choice, assign_segments, split_segment

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
    """Cut a segment in two at a word. With an outdated ``version`` the answer is 409 with the segment as it is now."""
    spoken = await lock_segment(session, transcript_id, segment_id)
    parts = await split_segment(
        session,
        spoken,
        word_index=body.word_index,
        speaker=body.speaker,
        version=body.version,
        editor=signed_in(request).name,
    )
    return await _response(session, transcript_id, parts, words=True)


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
