"""`/api/trash`: what was deleted and can still be brought back."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from verbatim.core.effects import Effect, declares
from verbatim.core.pagination import ListResponse, PageDep
from verbatim.core.routing import Router
from verbatim.core.text import storable
from verbatim.permissions import Permission, requires, signed_in
from verbatim.trash import service
from verbatim.trash.schemas import TrashedIdsRequest, TrashedItemResponse, TrashOutcome
from verbatim.trash.sessions import TrashSession

router = Router()

USE = [requires(Permission.RECORDING_DELETE)]


@router.get("", dependencies=USE)
async def list_(
    request: Request,
    session: TrashSession,
    page: PageDep,
    search: Annotated[str | None, Query(max_length=500)] = None,
) -> ListResponse[TrashedItemResponse]:
    """List what the caller may bring back, the last deleted first: what they deleted, and for those who run the team
    what anybody did.
    """
    items, total = await service.list_trash(session, signed_in(request), page, storable(search or "") or None)
    return ListResponse.of(items, total, page)


@router.post("/restore", dependencies=[*USE, declares(Effect.CHANGE)])
async def restore(request: Request, session: TrashSession, body: TrashedIdsRequest) -> TrashOutcome:
    """Bring things back to where they were, with their transcripts, tags and projects."""
    return await service.restore(session, signed_in(request), body.ids)


@router.post("/purge", dependencies=[*USE, declares(Effect.DELETE)])
async def purge(request: Request, session: TrashSession, body: TrashedIdsRequest) -> TrashOutcome:
    """Delete things for ever, with their files. What is under legal hold stays."""
    return await service.purge(session, signed_in(request), body.ids)


@router.delete("", dependencies=USE)
async def empty(request: Request, session: TrashSession) -> TrashOutcome:
    """Empty the caller's trash, up to 500 things at once. What is under legal hold stays."""
    return await service.purge(session, signed_in(request), None)
