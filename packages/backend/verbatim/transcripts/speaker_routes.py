"""`/api/speakers`."""

from __future__ import annotations

from sqlalchemy import func, select

from verbatim.core.db import SessionDep
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.transcripts import repository, service
from verbatim.transcripts.locking import lock_segment, lock_speaker
from verbatim.transcripts.models import Speaker
from verbatim.transcripts.schemas import (
    ReassignSegmentRequest,
    ReassignSegmentResponse,
    SpeakerListResponse,
    SpeakerMergeRequest,
    SpeakerMergeResponse,
    SpeakerResponse,
    SpeakerUpdateRequest,
    UniqueSpeaker,
    UniqueSpeakerListResponse,
)

router = Router()

READ = [requires(Permission.TRANSCRIPT_READ)]
UPDATE = [requires(Permission.TRANSCRIPT_UPDATE)]
MAX_NAMES = 500


@router.get("/unique", dependencies=READ)
async def unique_speakers(session: SessionDep) -> UniqueSpeakerListResponse:
    """List the names that people gave to speakers, the most frequent first."""
    count = func.count(Speaker.transcript_id.distinct())
    rows = await session.execute(
        select(Speaker.speaker_name, count)
        .where(Speaker.speaker_name.is_not(None))
        .group_by(Speaker.speaker_name)
        .order_by(count.desc(), Speaker.speaker_name)
        .limit(MAX_NAMES)
    )
    return UniqueSpeakerListResponse(items=[UniqueSpeaker(name=name, count=number) for name, number in rows])


@router.get("/by-transcript/{transcript_id}", dependencies=READ)
async def list_speakers(session: SessionDep, transcript_id: str) -> SpeakerListResponse:
    """List a transcript's speakers."""
    await repository.get_transcript(session, transcript_id)
    speakers = await repository.speakers_of(session, transcript_id)
    return SpeakerListResponse(items=[repository.speaker_response(speaker) for speaker in speakers])


@router.patch("/{speaker_id}", dependencies=UPDATE)
async def update_speaker(session: SessionDep, speaker_id: str, body: SpeakerUpdateRequest) -> SpeakerResponse:
    """Rename or recolour a speaker, everywhere in the transcript."""
    transcript, speaker = await lock_speaker(session, speaker_id)
    await service.edit_speaker(session, transcript, speaker, body.model_dump(exclude_unset=True))
    return repository.speaker_response(speaker)


@router.post("/{speaker_id}/merge", dependencies=UPDATE)
async def merge_speakers(session: SessionDep, speaker_id: str, body: SpeakerMergeRequest) -> SpeakerMergeResponse:
    """Give all of a speaker's segments to another speaker of the transcript."""
    transcript, gone = await lock_speaker(session, speaker_id)
    stays = await repository.get_speaker(session, body.target_speaker_id)
    moved = await service.merge_speakers(session, transcript, gone, stays)
    return SpeakerMergeResponse(speaker=repository.speaker_response(stays), segments_moved=moved)


@router.post("/reassign-segment", dependencies=UPDATE)
async def reassign_segment(session: SessionDep, body: ReassignSegmentRequest) -> ReassignSegmentResponse:
    """Give one segment to another speaker; the speaker is made if the transcript has none of that name."""
    spoken = await lock_segment(session, body.transcript_id, body.segment_id)
    await service.assign_segment(session, spoken, body.speaker_name)
    speakers = await repository.speakers_of(session, spoken.transcript.id)
    spoken_by = next((speaker for speaker in speakers if speaker.id == spoken.segment.speaker_id), None)
    return ReassignSegmentResponse(
        segment=repository.segment_response(spoken.segment, spoken_by, words=True),
        speakers=[repository.speaker_response(speaker) for speaker in speakers],
    )
