"""`/api/transcripts/{transcript_id}/versions`, `.../undo` and `.../redo`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.core.db import SessionDep
from verbatim.core.effects import AuditedRead, declares
from verbatim.core.ownership import inside
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts import repository
from verbatim.transcripts.errors import RevisionConflictError
from verbatim.transcripts.history import restoring, undoing, versions
from verbatim.transcripts.history.models import TranscriptVersion
from verbatim.transcripts.history.schemas import (
    CompareResponse,
    DifferenceResponse,
    HistoryStepResponse,
    LineResponse,
    NameVersionRequest,
    RestoreRequest,
    TranscriptChangeResponse,
    TranscriptUndoRequest,
    VersionKind,
    VersionListResponse,
    VersionResponse,
    VersionTextResponse,
)
from verbatim.transcripts.history.versions import ENGINE, Line
from verbatim.transcripts.locking import lock_transcript
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.routes import router

READ = [
    requires(Permission.TRANSCRIPT_READ),
    declares(audited=AuditedRead("transcript.opened", "transcript")),
]
UPDATE = [requires(Permission.TRANSCRIPT_UPDATE)]
CHANGES = 100


@router.get("/{transcript_id}/versions", dependencies=READ)
async def list_versions(
    request: Request,
    session: SessionDep,
    transcript_id: str,
    before: Annotated[int | None, Query(ge=1, description="Only changes with smaller numbers.")] = None,
    limit: Annotated[int, Query(ge=1, le=500, description="How many changes at most.")] = CHANGES,
) -> VersionListResponse:
    """List the versions of a transcript and its changes, the newest first."""
    transcript = await repository.get_transcript(session, transcript_id)
    names = await versions.list_names(session, transcript_id)
    changes = await versions.list_changes(session, transcript_id, before=before, limit=limit)
    possible = await undoing.what_is_possible(session, transcript_id, signed_in(request).id)
    named = [VersionResponse(kind=VersionKind.NAMED, **_version(one)) for one in names]
    made = VersionResponse(
        number=ENGINE, kind=VersionKind.ENGINE, name=None, author=None, reason=None, created_at=transcript.created_at
    )
    now = VersionResponse(
        number=transcript.revision,
        kind=VersionKind.CURRENT,
        name=None,
        author=changes[0].author if changes and before is None else None,
        reason=None,
        created_at=transcript.updated_at,
    )
    return VersionListResponse(
        revision=transcript.revision,
        items=[now, *named, made],
        changes=[TranscriptChangeResponse.model_validate(one, from_attributes=True) for one in changes],
        can_undo=possible.undo.number if possible.undo else None,
        can_redo=possible.redo.number if possible.redo else None,
    )


def _version(one: TranscriptVersion) -> dict[str, object]:
    return {name: getattr(one, name) for name in ("number", "name", "author", "reason", "created_at")}


@router.post("/{transcript_id}/versions", status_code=201, dependencies=UPDATE)
async def name_version(
    request: Request, session: SessionDep, transcript_id: str, body: NameVersionRequest
) -> VersionResponse:
    """Give the transcript as it is now a name."""
    transcript = await lock_transcript(session, transcript_id)
    with inside(transcript.workspace_id):
        named = TranscriptVersion(
            transcript_id=transcript.id,
            recording_id=transcript.recording_id,
            number=transcript.revision,
            name=body.name,
            reason=body.reason,
            author=signed_in(request).name,
        )
        session.add(named)
        await session.flush()
    return VersionResponse(kind=VersionKind.NAMED, **_version(named))


@router.get("/{transcript_id}/versions/{number}", dependencies=READ)
async def get_version(session: SessionDep, transcript_id: str, number: int) -> VersionTextResponse:
    """Get the text of a transcript as it was after change ``number``; 0 is what the engine heard."""
    transcript = await repository.get_transcript(session, transcript_id)
    lines = await versions.lines_at(session, transcript, number)
    return VersionTextResponse(number=number, lines=[_line(one) for one in lines])


@router.get("/{transcript_id}/versions/{number}/compare", dependencies=READ)
async def compare_versions(
    session: SessionDep,
    transcript_id: str,
    number: int,
    other: Annotated[int | None, Query(ge=0, description="By default the transcript as it is now.")] = None,
) -> CompareResponse:
    """Tell in which segments two versions differ."""
    transcript = await repository.get_transcript(session, transcript_id)
    before = {one.segment_id: one for one in await versions.lines_at(session, transcript, number)}
    other = transcript.revision if other is None else other
    after = {one.segment_id: one for one in await versions.lines_at(session, transcript, other)}
    both = sorted({**before, **after}.values(), key=lambda one: (one.start_time, int(one.segment_id)))
    differ = [one.segment_id for one in both if before.get(one.segment_id) != after.get(one.segment_id)]
    return CompareResponse(
        number=number,
        other=other,
        items=[
            DifferenceResponse(segment_id=one, before=_line_or_none(before, one), after=_line_or_none(after, one))
            for one in differ
        ],
    )


def _line(line: Line) -> LineResponse:
    return LineResponse.model_validate(line, from_attributes=True)


def _line_or_none(lines: dict[str, Line], segment_id: str) -> LineResponse | None:
    return _line(lines[segment_id]) if segment_id in lines else None


@router.post("/{transcript_id}/versions/{number}/restore", dependencies=UPDATE)
async def restore_version(
    request: Request, session: SessionDep, transcript_id: str, number: int, body: RestoreRequest
) -> HistoryStepResponse:
    """Go back to a version, wholly or in some segments. That is a change too, and can be taken back."""
    transcript = await _locked(session, transcript_id, body.revision)
    ids = await restoring.restore(session, transcript, number, segment_ids=body.segment_ids, reason=body.reason)
    return await _step(request, session, transcript, ids)


@router.post("/{transcript_id}/undo", dependencies=UPDATE)
async def undo(
    request: Request, session: SessionDep, transcript_id: str, body: TranscriptUndoRequest | None = None
) -> HistoryStepResponse:
    """Take back your last change of the transcript."""
    transcript = await _locked(session, transcript_id, body.revision if body else None)
    ids = await undoing.undo(session, transcript, signed_in(request).id)
    return await _step(request, session, transcript, ids)


@router.post("/{transcript_id}/redo", dependencies=UPDATE)
async def redo(
    request: Request, session: SessionDep, transcript_id: str, body: TranscriptUndoRequest | None = None
) -> HistoryStepResponse:
    """Make the change again that you took back last."""
    transcript = await _locked(session, transcript_id, body.revision if body else None)
    ids = await undoing.redo(session, transcript, signed_in(request).id)
    return await _step(request, session, transcript, ids)


async def _locked(session: AsyncSession, transcript_id: str, revision: int | None) -> Transcript:
    transcript = await lock_transcript(session, transcript_id)
    if revision is not None and revision != transcript.revision:
        raise RevisionConflictError(extra={"revision": transcript.revision})
    return transcript


async def _step(request: Request, session: AsyncSession, transcript: Transcript, ids: list[str]) -> HistoryStepResponse:
    await session.flush()
    speakers = {one.id: one for one in await repository.speakers_of(session, transcript.id)}
    shown = [int(one) for one in ids[:500]]
    rows = select(Segment).where(Segment.transcript_id == transcript.id, Segment.id.in_(shown))
    ordered = rows.order_by(Segment.segment_index, Segment.id).options(undefer(Segment.words))
    segments = list(await session.scalars(ordered.execution_options(populate_existing=True)))
    there = {str(one.id) for one in segments}
    possible = await undoing.what_is_possible(session, transcript.id, signed_in(request).id)
    return HistoryStepResponse(
        revision=transcript.revision,
        segments=[repository.segment_response(one, speakers.get(one.speaker_id or ""), words=True) for one in segments],
        gone=[one for one in ids[:500] if one not in there],
        speakers=[repository.speaker_response(one) for one in speakers.values()],
        can_undo=possible.undo.number if possible.undo else None,
        can_redo=possible.redo.number if possible.redo else None,
    )
