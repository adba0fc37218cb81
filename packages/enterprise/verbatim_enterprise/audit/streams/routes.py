"""`/api/admin/audit/streams`: how far other systems have been told."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.models import AuditStream
from verbatim_enterprise.audit.schemas import StreamResponse, StreamsResponse
from verbatim_enterprise.audit.services import audit_of
from verbatim_enterprise.audit.streams.stream import Stream
from verbatim_enterprise.host import Router
from verbatim_enterprise.system_session import SystemSession

streams_router = Router(prefix="/streams")


@streams_router.get("")
async def list_streams(request: Request, session: SystemSession) -> StreamsResponse:
    """Say how long rows are kept, and list the receivers of the settings with what each still has to be told."""
    last, services = await store.last_sealed(session), audit_of(request)
    items = [await _response(session, one, last) for one in services.streams]
    return StreamsResponse(kept_days=services.upkeep.days, items=items)


async def _response(session: AsyncSession, stream: Stream, last: int) -> StreamResponse:
    row = await session.get(AuditStream, stream.name)
    if row is None or row.target != stream.target:  # it is new, and no server has got round to it yet
        return StreamResponse(name=stream.name, target=stream.target, told=0, waiting=last)
    return StreamResponse(
        name=stream.name,
        target=row.target,
        told=row.last_seq,
        waiting=max(0, last - row.last_seq),
        failing_since=row.failing_since,
        error=row.error,
    )
