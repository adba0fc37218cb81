"""`/api/transcripts/{transcript_id}/corrections`: what people had corrected in the transcript before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import SessionDep
from verbatim.core.effects import AuditedRead, declares
from verbatim.core.pagination import ListResponse, PageDep
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts import repository
from verbatim.transcripts.carrying.deciding import take
from verbatim.transcripts.carrying.listing import Standing, State, counts_of, page_of, standing_in
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.schemas import (
    CarriedCorrectionListResponse,
    CarriedCorrectionResponse,
    CarriedDecision,
    DecideCorrectionsRequest,
    DecidedCorrectionsResponse,
)
from verbatim.transcripts.carrying.there import There, what_is_there
from verbatim.transcripts.errors import CorrectionDecidedError, CorrectionNotFoundError, RevisionConflictError
from verbatim.transcripts.locking import lock_transcript
from verbatim.transcripts.models import Transcript
from verbatim.transcripts.routes import router

_COLUMNS = ("id", "kind", "start_time", "end_time", "heard", "text", "before", "after", "author")
_DECIDED = ("decided_by", "decided_at")

_STANDS = {CarriedDecision.MINE: (State.MINE, State.CARRIED), CarriedDecision.NEW: (State.NEW,)}
"""What stands already as it is decided: whoever never heard that their decision arrived sends it again."""


@router.get(
    "/{transcript_id}/corrections",
    dependencies=[
        requires(Permission.TRANSCRIPT_READ),
        declares(audited=AuditedRead("transcript.opened", "transcript")),
    ],
)
async def list_corrections(
    session: SessionDep,
    transcript_id: str,
    page: PageDep,
    waiting: Annotated[
        bool | None, Query(description="Only those that wait for a decision; with false only the others.")
    ] = None,
) -> CarriedCorrectionListResponse:
    """List what people had corrected in the transcript before this one: what was carried over, and what waits for
    somebody to decide because its place is not certain.
    """
    transcript = await repository.get_transcript(session, transcript_id)
    counts = await counts_of(session, transcript_id)
    found = await page_of(session, transcript_id, page, waiting=waiting)
    total = counts.of(*State) if waiting is None else counts.open if waiting else counts.decided
    items = await _responses(session, transcript_id, found)
    return CarriedCorrectionListResponse(
        **ListResponse.of(items, total, page).model_dump(),
        revision=transcript.revision,
        from_transcript_id=counts.from_id,
        open=counts.open,
        carried=counts.of(State.CARRIED),
    )


@router.post("/{transcript_id}/corrections/decide", dependencies=[requires(Permission.TRANSCRIPT_UPDATE)])
async def decide_corrections(
    request: Request, session: SessionDep, transcript_id: str, body: DecideCorrectionsRequest
) -> DecidedCorrectionsResponse:
    """Take corrections of the earlier transcript over by hand, or keep what the engine wrote now.

    What is taken is a change that can be taken back; then the correction is open again. What stands in the text already
    is decided otherwise only after that.
    """
    transcript = await lock_transcript(session, transcript_id)
    chosen = await standing_in(session, transcript_id, body.correction_ids)
    if {one.row.id for one in chosen} != set(body.correction_ids):
        raise CorrectionNotFoundError
    to_do = [one for one in chosen if one.state not in _STANDS[body.decision]]
    if to_do and body.revision is not None and body.revision != transcript.revision:
        raise RevisionConflictError(extra={"revision": transcript.revision})
    if body.decision is CarriedDecision.NEW and any(one.state is not State.OPEN for one in to_do):
        raise CorrectionDecidedError
    editor = signed_in(request).name
    for one in to_do:
        await _decide(session, transcript, one.row, body.decision, editor)
    if to_do:
        transcript.updated_at = utcnow()  # open pages hold the transcript with what is open in it
    await session.flush()
    counts = await counts_of(session, transcript_id)
    items = await _responses(session, transcript_id, await standing_in(session, transcript_id, body.correction_ids))
    return DecidedCorrectionsResponse(
        revision=transcript.revision, open=counts.open, carried=counts.of(State.CARRIED), items=items
    )


async def _decide(
    session: AsyncSession, transcript: Transcript, row: CarriedCorrection, decision: CarriedDecision, editor: str
) -> None:
    before = transcript.revision
    if decision is CarriedDecision.MINE:
        await take(session, transcript, row, editor)
    row.state = State(decision.value)
    row.change_number = transcript.revision if transcript.revision > before else None
    row.decided_by, row.decided_at = editor, utcnow()


async def _responses(
    session: AsyncSession, transcript_id: str, found: Sequence[Standing]
) -> list[CarriedCorrectionResponse]:
    there = await what_is_there(session, transcript_id, [one.row for one in found if one.state is State.OPEN])
    return [_response(one, there.get(one.row.id)) for one in found]


def _response(one: Standing, there: There | None) -> CarriedCorrectionResponse:
    decided = _DECIDED if one.state is not State.OPEN else ()
    return CarriedCorrectionResponse(
        state=one.state,
        there=None if there is None else there.text,
        segment_id=None if there is None else there.segment_id,
        **{name: getattr(one.row, name) for name in _COLUMNS},
        **{name: getattr(one.row, name) if name in decided else None for name in _DECIDED},
    )
