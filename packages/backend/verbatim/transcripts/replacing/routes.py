"""`POST /api/transcripts/{transcript_id}/find` and `.../replace`."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy import select
from sqlalchemy.orm import undefer

from verbatim.adapters.transcription.writing import tidy
from verbatim.core.clock import utcnow
from verbatim.core.db import SessionDep
from verbatim.core.effects import AuditedRead, Effect, declares
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts import repository
from verbatim.transcripts.errors import RevisionConflictError
from verbatim.transcripts.locking import lock_transcript
from verbatim.transcripts.models import Segment
from verbatim.transcripts.replacing.matching import Pattern
from verbatim.transcripts.replacing.schemas import (
    FindRequest,
    FindResponse,
    FoundResponse,
    ReplacedResponse,
    ReplaceRequest,
)
from verbatim.transcripts.repository import segment_number
from verbatim.transcripts.routes import router
from verbatim.transcripts.service import note_change, set_text

SHOWN = 200


def _pattern(body: FindRequest) -> Pattern:
    return Pattern(body.find, whole_words=body.whole_words, case=body.case, accents=body.accents)


@router.post(
    "/{transcript_id}/find",
    dependencies=[
        requires(Permission.TRANSCRIPT_READ),
        declares(Effect.READ, audited=AuditedRead("transcript.opened", "transcript")),
    ],
)
async def find(session: SessionDep, transcript_id: str, body: FindRequest) -> FindResponse:
    """Show where a text stands in a transcript, and what replacing it would make of that. Nothing is changed."""
    transcript = await repository.get_transcript(session, transcript_id)
    speakers = {one.id: one for one in await repository.speakers_of(session, transcript_id)}
    pattern, places, count = _pattern(body), 0, 0
    items: list[FoundResponse] = []
    for segment in await repository.segments_of(session, transcript_id, words=False):
        found = list(pattern.places(segment.text))
        places += len(found)
        count += bool(found)
        if found and len(items) < SHOWN:
            items.append(
                FoundResponse(
                    segment_id=str(segment.id),
                    start_time=segment.start_time,
                    speaker=repository.shown_name(speakers.get(segment.speaker_id or "")),
                    text=segment.text,
                    places=found,
                    after=tidy(pattern.replaced(segment.text, body.replace)),
                )
            )
    return FindResponse(revision=transcript.revision, segments=count, places=places, items=items)


@router.post("/{transcript_id}/replace", dependencies=[requires(Permission.TRANSCRIPT_UPDATE)])
async def replace(request: Request, session: SessionDep, transcript_id: str, body: ReplaceRequest) -> ReplacedResponse:
    """Replace a text wherever it stands in a transcript. It is one change, which undo takes back as a whole."""
    transcript = await lock_transcript(session, transcript_id)
    if body.revision is not None and body.revision != transcript.revision:
        raise RevisionConflictError(extra={"revision": transcript.revision})
    pattern, replaced, changed = _pattern(body), 0, []
    rows = select(Segment).where(Segment.transcript_id == transcript_id).options(undefer(Segment.words))
    ordered = rows.order_by(Segment.segment_index, Segment.id).with_for_update()
    chosen = None if body.segment_ids is None else {segment_number(one) for one in body.segment_ids}
    for segment in await session.scalars(ordered.execution_options(populate_existing=True)):
        if chosen is not None and segment.id not in chosen:
            continue
        found = len(list(pattern.places(segment.text)))
        text = tidy(pattern.replaced(segment.text, body.replace)) if found else segment.text
        if text == segment.text:
            continue
        set_text(transcript, segment, text)
        segment.edited_by = signed_in(request).name
        segment.version += 1
        segment.updated_at = utcnow()
        replaced += found
        changed.append(segment)
    if changed:
        facts = {"segment_ids": [str(one.id) for one in changed[:500]], "segments": len(changed), "places": replaced}
        await note_change(session, transcript, "replaced", previous_text=body.find, text=body.replace, **facts)
    speakers = {one.id: one for one in await repository.speakers_of(session, transcript_id)}
    return ReplacedResponse(
        revision=transcript.revision,
        replaced=replaced,
        segments=[
            repository.segment_response(one, speakers.get(one.speaker_id or ""), words=False) for one in changed[:SHOWN]
        ],
    )
