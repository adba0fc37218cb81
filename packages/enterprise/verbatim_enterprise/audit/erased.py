"""What goes with a team: a row for each member, and for each recording, project and other audited thing that lies in a
workspace, so that whoever asks later what became of one of them finds it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any, Final

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.changes import snapshot
from verbatim_enterprise.audit.context import WRITER, current_request, origin_of
from verbatim_enterprise.audit.service import write_rows, writer_of
from verbatim_enterprise.audit.sight import workspace_of
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import Resource, Scope, resources_of, scope_or_none
from verbatim_enterprise.teams.models import TeamMember
from verbatim_enterprise.users.models import User

_AT_ONCE: Final = 500
MakeRow = Callable[..., dict[str, Any]]


async def write_down_erased(session: AsyncSession) -> None:
    """Write down what is about to go with the owner in scope."""
    scope = scope_or_none()
    if WRITER.found(session) is None or not isinstance(scope, Scope):
        return
    team_id = str(scope.write)
    make = partial(writer_of(session).row, origin=origin_of(current_request()), team_id=team_id)
    for resource in resources_of(session):
        if resource.in_workspace and resource.audited:
            async for rows in _in_parts(session, resource.model):
                await session.run_sync(write_rows, [_content_row(make, resource, row) for row in rows])
    await _write_members(session, make, team_id)


def _content_row(make: MakeRow, resource: Resource, row: Any) -> dict[str, Any]:
    return make(
        f"{resource.name}.deleted",
        resource_type=resource.name,
        resource_id=row.id,
        resource_name=None if resource.title is None else getattr(row, resource.title),
        before=snapshot(resource, row),
        details={**workspace_of([row.workspace_id]), "with_team": True},
    )


async def _write_members(session: AsyncSession, make: MakeRow, team_id: str) -> None:
    inside = select(TeamMember.user_id, TeamMember.role, User.username).join(User, User.id == TeamMember.user_id)
    members = await session.execute(inside.where(TeamMember.team_id == team_id).order_by(User.username_key))
    made = [
        make(
            AuditTag.TEAM_MEMBER_REMOVED,
            resource_type="team",
            resource_id=team_id,
            before={"role": role},
            details={"user_id": user_id, "user": username, "with_team": True},
        )
        for user_id, role, username in members
    ]
    await session.run_sync(write_rows, made)


async def _in_parts(session: AsyncSession, model: Any) -> AsyncIterator[list[Any]]:
    """Yield what of a kind is in scope, some at a time: a team may have any number of recordings."""
    last = ""
    while True:
        part: Select[Any] = select(model).where(model.id > last).order_by(model.id).limit(_AT_ONCE)
        rows = list(await session.scalars(part))
        if not rows:
            return
        yield rows
        last = rows[-1].id
        for row in rows:
            session.expunge(row)
