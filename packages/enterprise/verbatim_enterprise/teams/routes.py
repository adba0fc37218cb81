"""`/api/teams`."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import (
    ForbiddenError,
    MessageResponse,
    PageDep,
    Permission,
    Router,
    any_user,
)
from verbatim_enterprise.keyset import CountQuery, CursorPage, CursorQuery, Order
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.teams import service
from verbatim_enterprise.teams.access import enter_team
from verbatim_enterprise.teams.errors import TeamCreationError
from verbatim_enterprise.teams.models import Team
from verbatim_enterprise.teams.policy import TeamAction, may_create_teams
from verbatim_enterprise.teams.schemas import TeamCreate, TeamResponse, TeamUpdate
from verbatim_enterprise.users.service import lock_user

# Whoever is signed in may call, and keys that may manage teams; policy.py decides what each of them may do with the
# team in question.
teams_router = Router(dependencies=[any_user(delegates=Permission.TEAM_MANAGE)])


@teams_router.get("")
async def list_teams(
    session: SystemSession,
    caller: CallerDep,
    page: PageDep,
    search: Annotated[str | None, Query(max_length=200)] = None,
    sort_by: Literal["name", "created_at"] = "name",
    sort_order: Literal["asc", "desc"] = "asc",
    cursor: CursorQuery = None,
    count: CountQuery = "exact",
    *,
    everyone: Annotated[bool, Query(alias="all")] = False,
) -> CursorPage[TeamResponse]:
    """List your teams; with ``all`` those of everybody, for administrators."""
    if everyone and not caller.manages_teams:
        raise ForbiddenError
    order = Order(sort_by, getattr(Team, sort_by), Team.id, sort_order == "desc")
    return await service.list_teams(
        session, caller, page, search=search, everyone=everyone, order=order, cursor=cursor, counting=count
    )


@teams_router.post("", status_code=201, dependencies=[entitled(Entitlement.TEAMS)])
async def create_team(session: SystemSession, caller: CallerDep, body: TeamCreate) -> TeamResponse:
    """Make a team and own it."""
    if not may_create_teams(caller):
        raise TeamCreationError
    owner = await lock_user(session, caller.id)
    team = await service.create_team(session, name=body.name, owner=owner)
    return (await service.responses(session, [team], caller))[0]


@teams_router.get("/{team_id}")
async def get_team(session: SystemSession, caller: CallerDep, team_id: str) -> TeamResponse:
    """Get one team."""
    access = await enter_team(session, team_id, caller)
    return (await service.responses(session, [access.team], caller))[0]


@teams_router.patch("/{team_id}")
async def update_team(session: SystemSession, caller: CallerDep, team_id: str, body: TeamUpdate) -> TeamResponse:
    """Rename a team."""
    access = await enter_team(session, team_id, caller, TeamAction.RENAME, lock=True)
    await service.rename_team(session, access, body.name)
    return (await service.responses(session, [access.team], caller))[0]


@teams_router.delete("/{team_id}")
async def delete_team(
    session: SystemSession,
    caller: CallerDep,
    team_id: str,
    confirm: Annotated[str, Query(max_length=200)] = "",
    *,
    delete_content: bool = False,
) -> MessageResponse:
    """Delete a team; ``confirm`` repeats its name. Only with ``delete_content`` does its content go too, for good."""
    access = await enter_team(session, team_id, caller, TeamAction.DELETE, lock=True, for_deletion=True)
    await service.delete_team(session, access, confirm=confirm, delete_content=delete_content)
    return MessageResponse(message="The team was deleted.", id=team_id)
