"""`/api/transcripts`, and a recording's list of them."""

from __future__ import annotations

import asyncio
import re
from typing import Annotated

from fastapi import Depends, Header, Query, Request
from starlette.responses import Response

from verbatim.core.db import SessionDep
from verbatim.core.effects import AuditedRead, Effect, declares
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import HELD, Router, sends
from verbatim.permissions import Permission, requires, signed_in
from verbatim.recordings.naming import safe_file_name
from verbatim.recordings.playback import content_disposition
from verbatim.recordings.repository import get_recording
from verbatim.transcripts import attempts, doubts, repository, service
from verbatim.transcripts.errors import AnotherAuthorError
from verbatim.transcripts.export import EXPORT_TYPES, Doubtful, ExportFormat, ExportOptions, export_file
from verbatim.transcripts.locking import lock_segment, lock_transcript
from verbatim.transcripts.schemas import (
    BulkDeleteRequest,
    DecisionRequest,
    DecisionResponse,
    SegmentListResponse,
    SegmentResponse,
    SegmentUpdateRequest,
    TranscriptionAttemptListResponse,
    TranscriptionAttemptResponse,
    TranscriptListResponse,
    TranscriptWithSegmentsResponse,
    subtitle_rules,
)
from verbatim.transcripts.subtitles.rules import SubtitleRules
from verbatim.transcripts.whole import send_current, send_transcript

router = Router()
recording_router = Router()

READ = [requires(Permission.TRANSCRIPT_READ)]
UPDATE = [requires(Permission.TRANSCRIPT_UPDATE)]
Author = Annotated[
    str | None,
    Header(max_length=200, description="The account that wrote the change: it is refused when another one sends it."),
]
Words = Annotated[bool, Query(description="Also send each word with its time and confidence.")]


@recording_router.get(
    "/{recording_id}/transcripts", dependencies=[*READ, declares(audited=AuditedRead("transcript.opened", "recording"))]
)
async def list_transcripts(session: SessionDep, recording_id: str) -> TranscriptListResponse:
    """List a recording's transcripts, the newest first."""
    return TranscriptListResponse(items=await repository.list_transcripts(session, recording_id))


@recording_router.get(
    "/{recording_id}/attempts", dependencies=[*READ, declares(audited=AuditedRead("transcript.opened", "recording"))]
)
async def list_attempts(session: SessionDep, recording_id: str) -> TranscriptionAttemptListResponse:
    """List the attempts to transcribe a recording, the newest first."""
    await get_recording(session, recording_id)
    rows = await attempts.list_attempts(session, recording_id)
    return TranscriptionAttemptListResponse(
        items=[TranscriptionAttemptResponse.model_validate(row, from_attributes=True) for row in rows]
    )


@recording_router.get(
    "/{recording_id}/attempts/{job_id}/output",
    dependencies=[*READ, declares(audited=AuditedRead("transcript.exported", "recording", as_file=True))],
    response_class=Response,
    responses=sends("application/json"),
)
async def attempt_output(session: SessionDep, recording_id: str, job_id: str) -> Response:
    """Save what the engine itself said in a job, as it came, before anything was made of it."""
    await get_recording(session, recording_id)
    content = await attempts.output_of(session, recording_id, job_id)
    name = content_disposition("attachment", f"engine-output-{job_id}.json")
    return Response(content, media_type="application/json", headers={"Content-Disposition": name})


@router.get(
    "/by-recording/{recording_id}",
    dependencies=[*READ, declares(audited=AuditedRead("transcript.opened", "recording"))],
    response_model=TranscriptWithSegmentsResponse,
    responses=HELD,
)
async def get_by_recording(
    request: Request, session: SessionDep, recording_id: str, *, words: Words = False
) -> Response:
    """Get the current transcript of a recording."""
    return await send_current(session, request.headers, recording_id, words=words)


@router.get(
    "/{transcript_id}",
    dependencies=[*READ, declares(audited=AuditedRead("transcript.opened", "transcript"))],
    response_model=TranscriptWithSegmentsResponse,
    responses=HELD,
)
async def get(request: Request, session: SessionDep, transcript_id: str, *, words: Words = False) -> Response:
    """Get a whole transcript."""
    return await send_transcript(session, request.headers, transcript_id, words=words)


@router.get(
    "/{transcript_id}/segments", dependencies=[*READ, declares(audited=AuditedRead("transcript.opened", "transcript"))]
)
async def list_segments(
    session: SessionDep,
    transcript_id: str,
    skip: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    *,
    words: Words = False,
) -> SegmentListResponse:
    """Get a part of a transcript."""
    transcript = await repository.get_transcript(session, transcript_id)
    speakers = {speaker.id: speaker for speaker in await repository.speakers_of(session, transcript_id)}
    rows = await repository.segments_of(session, transcript_id, words=words, skip=skip, limit=limit)
    items = [repository.segment_response(row, speakers.get(row.speaker_id or ""), words=words) for row in rows]
    return SegmentListResponse(items=items, total=transcript.segment_count, skip=skip, limit=limit)


@router.patch("/{transcript_id}/segments/{segment_id}", dependencies=UPDATE)
async def update_segment(
    request: Request,
    session: SessionDep,
    transcript_id: str,
    segment_id: str,
    body: SegmentUpdateRequest,
    written_by: Author = None,
) -> SegmentResponse:
    """Correct a segment. With an outdated ``version`` the answer is 409 with the segment as it is now, unless it is
    what you want already: a change whose answer was lost can be sent again.
    """
    if written_by is not None and written_by != signed_in(request).id:
        raise AnotherAuthorError
    spoken = await lock_segment(session, transcript_id, segment_id)
    speaker = await service.edit_segment(
        session,
        spoken,
        text=body.text,
        speaker=body.speaker,
        times=(body.start_time, body.end_time),
        version=body.version,
        editor=signed_in(request).name,
    )
    return repository.segment_response(spoken.segment, speaker, words=True)


@router.delete("/{transcript_id}/segments/{segment_id}", dependencies=UPDATE)
async def delete_segment(session: SessionDep, transcript_id: str, segment_id: str) -> MessageResponse:
    """Delete a segment."""
    spoken = await lock_segment(session, transcript_id, segment_id)
    await service.delete_segments(session, spoken.transcript, [segment_id])
    return MessageResponse(message="The segment was deleted.", id=segment_id)


@router.post("/{transcript_id}/segments/decide", dependencies=UPDATE)
async def decide(session: SessionDep, transcript_id: str, body: DecisionRequest) -> DecisionResponse:
    """Keep or drop doubtful segments, or take that back. What is dropped stays stored, and is left out of files."""
    transcript = await lock_transcript(session, transcript_id)
    segments = await doubts.decide(session, transcript, body.segment_ids, body.decision)
    speakers = {speaker.id: speaker for speaker in await repository.speakers_of(session, transcript_id)}
    return DecisionResponse(
        items=[repository.segment_response(one, speakers.get(one.speaker_id or ""), words=True) for one in segments]
    )


@router.post("/{transcript_id}/segments/bulk-delete", dependencies=[*UPDATE, declares(Effect.DELETE)])
async def bulk_delete_segments(session: SessionDep, transcript_id: str, body: BulkDeleteRequest) -> MessageResponse:
    """Delete several segments."""
    transcript = await lock_transcript(session, transcript_id)
    count = await service.delete_segments(session, transcript, body.segment_ids)
    return MessageResponse(message=f"{count} segments deleted.", id=transcript_id)


@router.get(
    "/{transcript_id}/export",
    dependencies=[*READ, declares(audited=AuditedRead("transcript.exported", "transcript", as_file=True))],
    response_class=Response,
    responses=sends(*EXPORT_TYPES),
)
async def export(
    session: SessionDep,
    transcript_id: str,
    subtitles: Annotated[SubtitleRules, Depends(subtitle_rules)],
    format: ExportFormat = ExportFormat.TXT,  # noqa: A002 - the published name
    *,
    include_timestamps: bool = True,
    include_speakers: bool = True,
    doubtful: Doubtful = Doubtful.UNFOLDED,
) -> Response:
    """Save a transcript as a file.

    Of ``doubtful`` text either what is not folded is in it, all but what somebody dropped, or only what somebody kept.

    Subtitles (``srt``, ``vtt``) are cut into cues of at most ``lines`` lines of ``line_length`` columns, in which a
    Chinese sign takes two, with at most ``speed`` columns a second where there is time for it.
    """
    transcript = await repository.get_transcript(session, transcript_id)
    whole = await repository.transcript_response(session, transcript, words=format.needs_words)
    options = ExportOptions(include_timestamps, include_speakers, subtitles, doubtful)
    content, media_type = await asyncio.to_thread(export_file, whole, format, options)
    title = re.sub(r"[/\\]", "-", whole.recording_title)
    name = safe_file_name(f"{title}.{format.value}")
    return Response(
        content,
        media_type=media_type,
        headers={"Content-Disposition": content_disposition("attachment", name)},
    )
