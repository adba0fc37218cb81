"""`/api/admin/audit`: reading, exporting and proving the audit log."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Depends, Query, Request

from verbatim_enterprise.audit import repository, retention
from verbatim_enterprise.audit.chain.proof import proof_lines
from verbatim_enterprise.audit.errors import BadCursorError, NothingToPurgeError
from verbatim_enterprise.audit.export import csv_pieces, json_lines
from verbatim_enterprise.audit.filter_routes import filters_router
from verbatim_enterprise.audit.query import MOST_HOURS, AuditQuery, latest_of
from verbatim_enterprise.audit.rows import Row
from verbatim_enterprise.audit.schemas import (
    ActionsResponse,
    ActivityResponse,
    AuditDetailResponse,
    AuditPageResponse,
    AuditRetentionResponse,
    AuditRowResponse,
    HourOfAuditResponse,
    RetentionRequest,
)
from verbatim_enterprise.audit.services import audit_of
from verbatim_enterprise.audit.settings import SHORTEST_DAYS
from verbatim_enterprise.audit.sight import reader_of
from verbatim_enterprise.audit.streams.routes import streams_router
from verbatim_enterprise.audit.tags import AuditTag, Outcome
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import (
    AuditedRead,
    Effect,
    Moment,
    Permission,
    Router,
    StreamedResponse,
    declares,
    demand,
    requires,
    sends,
    utcnow,
)
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.spreadsheet import CSV_TYPE, Separator, SeparatorQuery
from verbatim_enterprise.system_session import SystemSession, system_transaction

router = Router(dependencies=[requires(Permission.AUDIT_READ), entitled(Entitlement.AUDIT)])

Text = Annotated[str | None, Query(max_length=64)]
TYPES = {"csv": CSV_TYPE, "jsonl": "application/jsonl", "proof": "application/jsonl"}


async def _query(
    session: SystemSession,
    *,
    actor: Annotated[str | None, Query(max_length=64, description="A user name, or the id of an account.")] = None,
    action: Text = None,
    resource_type: Text = None,
    resource_id: Text = None,
    team_id: Text = None,
    address: Text = None,
    outcome: Outcome | None = None,
    start: Moment | None = None,
    end: Moment | None = None,
    last_hours: Annotated[
        int | None, Query(ge=1, le=MOST_HOURS, description="What was done in so many hours until now.")
    ] = None,
    search: Annotated[str | None, Query(max_length=200, description="Words, or beginnings of words.")] = None,
    about: Annotated[
        str | None, Query(max_length=64, description="The id of a thing: what was done to it and to what is in it.")
    ] = None,
    sort_order: Annotated[Literal["asc", "desc"], Query(description="By time: asc is the oldest first.")] = "desc",
) -> AuditQuery:
    return AuditQuery(
        actor_id=await repository.actor_id_of(session, actor) if actor else None,
        action=action,
        resource_type=resource_type,
        resource_id=resource_id,
        team_id=team_id,
        address=address,
        outcome=outcome,
        start=latest_of(start, last_hours),
        end=end,
        search=search,
        about=about,
        oldest_first=sort_order == "asc",
    )


QueryDep = Annotated[AuditQuery, Depends(_query)]


def fields_of(row: Row) -> dict[str, Any]:
    """Return a row under the names that the API has."""
    return {**row, "actor": row["actor_name"]}


@router.get("")
async def list_rows(
    request: Request,
    session: SystemSession,
    query: QueryDep,
    cursor: Annotated[str | None, Query(max_length=36)] = None,
    page_size: Annotated[int, Query(ge=1, le=100)] = 50,
) -> AuditPageResponse:
    """List what was done. Filters hold together; a page costs the same however long the log is."""
    if cursor is not None:
        try:
            cursor = str(UUID(cursor))
        except ValueError as error:
            raise BadCursorError from error
    rows = await repository.find(session, query, cursor, page_size + 1)
    reader = await reader_of(session, request)
    items = [AuditRowResponse(**fields_of(row)) for row in reader.views(rows[:page_size])]
    return AuditPageResponse(items=items, next_cursor=items[-1].id if len(rows) > page_size else None)


@router.get("/actions")
async def list_actions() -> ActionsResponse:
    """List what can be filtered by."""
    return ActionsResponse(actions=sorted(AuditTag), outcomes=list(Outcome))


@router.get("/activity")
async def show_activity(session: SystemSession, hours: Annotated[int, Query(ge=1, le=72)] = 24) -> ActivityResponse:
    """Count the rows of each of the last hours."""
    found = await repository.activity(session, hours)
    return ActivityResponse(hours=[HourOfAuditResponse(start=at, total=total, failed=bad) for at, total, bad in found])


@router.get(
    "/export",
    response_class=StreamedResponse,
    responses=sends(*dict.fromkeys(TYPES.values())),
    dependencies=[declares(audited=AuditedRead("audit.exported", "audit", as_file=True))],
)
async def export_rows(
    request: Request,
    session: SystemSession,
    query: QueryDep,
    format: Literal["csv", "jsonl", "proof"] = "csv",  # noqa: A002 - its name in the API
    separator: SeparatorQuery = Separator.COMMA,
) -> StreamedResponse:
    """Download the same rows that the list shows; as ``proof`` the whole log, names too, with what proves it."""
    database = request.app.state.database
    if format == "proof":
        demand(request, Permission.SYSTEM_ADMIN)
        lines = proof_lines(database)
    else:
        reader = await reader_of(session, request)
        is_csv = format == "csv"
        lines = csv_pieces(database, query, reader, separator) if is_csv else json_lines(database, query, reader)
    name = f"verbatim-audit-{utcnow():%Y-%m-%d}.{'csv' if format == 'csv' else 'jsonl'}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamedResponse(lines, media_type=TYPES[format], headers=headers)


@router.get("/retention")
async def preview_retention(
    session: SystemSession, days: Annotated[int, Query(ge=SHORTEST_DAYS, le=36_500)] = 365
) -> AuditRetentionResponse:
    """Say what removing everything older would remove."""
    before = retention.limit_of(days)
    rows = await retention.count_old(session, before)
    return AuditRetentionResponse(days=days, before=before, rows=rows, automatic_days=_automatic())


@router.post("/retention", dependencies=[declares(Effect.DELETE)])
async def remove_old_rows(request: Request, body: RetentionRequest) -> AuditRetentionResponse:
    """Remove everything older. That it was done stays in the log, and the rest can still be proved."""
    demand(request, Permission.SYSTEM_ADMIN)
    database, before = request.app.state.database, retention.limit_of(body.days)
    async with system_transaction(database, read_only=True) as session:
        if await retention.count_old(session, before) == 0:
            raise NothingToPurgeError
    gone = await retention.purge(database, audit_of(request).writer, body.days)
    return AuditRetentionResponse(days=body.days, before=before, rows=gone, automatic_days=_automatic())


def _automatic() -> int:
    return enterprise_settings().audit.audit_retention_days


router.include_router(filters_router)
router.include_router(streams_router)


@router.get("/{audit_id}")
async def get_row(request: Request, session: SystemSession, audit_id: UUID) -> AuditDetailResponse:
    """Get one row with its place in the chain."""
    row = (await reader_of(session, request)).view(await repository.get_row(session, str(audit_id)))
    return AuditDetailResponse(**fields_of(row), number=row["seq"])
