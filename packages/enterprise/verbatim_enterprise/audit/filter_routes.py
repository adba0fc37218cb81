"""`/api/admin/audit/filters`: searches that people keep for themselves."""

from __future__ import annotations

from typing import Final

from sqlalchemy import func, select

from verbatim_enterprise.audit.errors import AuditFilterNotFoundError, TooManyFiltersError
from verbatim_enterprise.audit.models import AuditFilter
from verbatim_enterprise.audit.schemas import FilterCreate, FilterQuery, FilterResponse, FiltersResponse
from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import MessageResponse, Router
from verbatim_enterprise.system_session import SystemSession

filters_router = Router(prefix="/filters")

MOST: Final = 50


@filters_router.get("")
async def list_filters(session: SystemSession, caller: CallerDep) -> FiltersResponse:
    """List one's own saved filters by name."""
    mine = select(AuditFilter).where(AuditFilter.user_id == caller.id).order_by(AuditFilter.name, AuditFilter.id)
    return FiltersResponse(items=[_response(row) for row in await session.scalars(mine)])


@filters_router.post("", status_code=201)
async def save_filter(session: SystemSession, caller: CallerDep, body: FilterCreate) -> FilterResponse:
    """Keep a search under a name."""
    mine = select(func.count()).select_from(AuditFilter).where(AuditFilter.user_id == caller.id)
    if (await session.scalar(mine) or 0) >= MOST:
        raise TooManyFiltersError
    row = AuditFilter(user_id=caller.id, name=body.name, query=body.query.model_dump(exclude_none=True, mode="json"))
    session.add(row)
    await session.flush()
    return _response(row)


@filters_router.delete("/{filter_id}")
async def delete_filter(session: SystemSession, caller: CallerDep, filter_id: str) -> MessageResponse:
    """Delete a saved filter."""
    wanted = select(AuditFilter).where(AuditFilter.id == filter_id, AuditFilter.user_id == caller.id)
    row = await session.scalar(wanted)
    if row is None:
        raise AuditFilterNotFoundError
    await session.delete(row)
    return MessageResponse(message="The filter was deleted.", id=filter_id)


def _response(row: AuditFilter) -> FilterResponse:
    return FilterResponse(id=row.id, name=row.name, query=FilterQuery(**row.query), created_at=row.created_at)
