"""`/api/transcripts/{transcript_id}/corrections`: what people had corrected in the transcript before."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import SessionDep
from verbatim.core.effects import AuditedRead, declares
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts import repository
from verbatim.transcripts.carrying.deciding import take, what_is_there
from verbatim.transcripts.carrying.listing import Standing, State, standing_in
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.schemas import (
    CarriedCorrectionListResponse,
    CarriedCorrectionResponse,
    CarriedDecision,
    DecideCorrectionsRequest,
)
from verbatim.transcripts.errors import CorrectionNotFoundError, RevisionConflictError
from verbatim.transcripts.locking import lock_transcript
from verbatim.transcripts.models import Transcript
from verbatim.transcripts.routes import router

LOOKED_UP = 200
"""Of so many open ones it is told what the transcript says there now; of the others once these are decided."""

_COLUMNS = ("id", "kind", "start_time", "end_time", "heard", "text", "before", "after", "author")
_DECIDED = ("decided_by", "decided_at")


@router.get(
    "/{transcript_id}/corrections",
    dependencies=[
        requires(Permission.TRANSCRIPT_READ),
        declares(audited=AuditedRead("transcript.opened", "transcript")),
    ],
)
async def list_corrections(session: SessionDep, transcript_id: str) -> CarriedCorrectionListResponse:
    """List what people had corrected in the transcript before this one: what was carried over, and what waits for
    somebody to decide because its place is not certain.
    """
    transcript = await repository.get_transcript(session, transcript_id)
    return await _list(session, transcript)


@router.post("/{transcript_id}/corrections/decide", dependencies=[requires(Permission.TRANSCRIPT_UPDATE)])
async def decide_corrections(
    request: Request, session: SessionDep, transcript_id: str, body: DecideCorrectionsRequest
) -> CarriedCorrectionListResponse:
    """Take corrections of the earlier transcript over by hand, or keep what the engine wrote now.

    What is taken is a change that can be taken back; then the correction is open again.
    """
    transcript = await lock_transcript(session, transcript_id)
    if body.revision is not None and body.revision != transcript.revision:
        raise RevisionConflictError(extra={"revision": transcript.revision})
    chosen = await standing_in(session, transcript_id, body.correction_ids, lock=True)
    if {one.row.id for one in chosen} != set(body.correction_ids):
        raise CorrectionNotFoundError
    editor = signed_in(request).name
    for one in chosen:
        if one.state is State.OPEN or (one.state is State.NEW and body.decision is CarriedDecision.MINE):
            await _decide(session, transcript, one.row, body.decision, editor)
    transcript.updated_at = utcnow()  # open pages hold the transcript with what is open in it
    await session.flush()
    return await _list(session, transcript)


async def _decide(
    session: AsyncSession, transcript: Transcript, row: CarriedCorrection, decision: CarriedDecision, editor: str
) -> None:
    before = transcript.revision
    if decision is CarriedDecision.MINE:
        await take(session, transcript, row, editor)
    row.state = State(decision.value)
    row.change_number = transcript.revision if transcript.revision > before else None
    row.decided_by, row.decided_at = editor, utcnow()


async def _list(session: AsyncSession, transcript: Transcript) -> CarriedCorrectionListResponse:
    found = await standing_in(session, transcript.id)
    open_ones = [one for one in found if one.state is State.OPEN]
    looked_up = {one.row.id for one in open_ones[:LOOKED_UP]}
    return CarriedCorrectionListResponse(
        revision=transcript.revision,
        from_transcript_id=found[0].row.from_id if found else None,
        open=len(open_ones),
        carried=sum(one.state is State.CARRIED for one in found),
        items=[await _response(session, transcript.id, one, look=one.row.id in looked_up) for one in found],
    )


async def _response(
    session: AsyncSession, transcript_id: str, one: Standing, *, look: bool
) -> CarriedCorrectionResponse:
    there = await what_is_there(session, transcript_id, one.row) if look else None
    decided = _DECIDED if one.state is not State.OPEN else ()
    return CarriedCorrectionResponse(
        state=one.state,
        there=None if there is None else there.text,
        segment_id=None if there is None else there.segment_id,
        **{name: getattr(one.row, name) for name in _COLUMNS},
        **{name: getattr(one.row, name) if name in decided else None for name in _DECIDED},
    )
