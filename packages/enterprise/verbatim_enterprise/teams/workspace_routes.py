"""`/api/teams/{team_id}/workspaces`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import MessageResponse, Router
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.teams import workspaces
from verbatim_enterprise.teams.access import enter_team
from verbatim_enterprise.teams.members import get_member
from verbatim_enterprise.teams.policy import TeamAction
from verbatim_enterprise.teams.schemas import (
    WorkspaceCreate,
    WorkspaceMemberAdd,
    WorkspaceMembersResponse,
    WorkspaceResponse,
    WorkspacesResponse,
    WorkspaceUpdate,
)

workspaces_router = Router()

MANAGE = TeamAction.MANAGE_WORKSPACES


@workspaces_router.get("/{team_id}/workspaces")
async def list_workspaces(session: SystemSession, caller: CallerDep, team_id: str) -> WorkspacesResponse:
    """List the workspaces of a team that you see, the default one first."""
    items = await workspaces.list_workspaces(session, await enter_team(session, team_id, caller))
    return WorkspacesResponse(items=items, total=len(items))


@workspaces_router.post("/{team_id}/workspaces", status_code=201, dependencies=[entitled(Entitlement.TEAMS)])
async def create_workspace(
    session: SystemSession, caller: CallerDep, team_id: str, body: WorkspaceCreate
) -> WorkspaceResponse:
    """Make a workspace. Whoever makes a private one is the first to see it."""
    access = await enter_team(session, team_id, caller, MANAGE, lock=True)
    made = await workspaces.make_workspace(
        session,
        team_id,
        name=body.name,
        is_private=body.is_private,
        creator_id=caller.id if access.role is not None else None,
    )
    return workspaces.workspace_response(made)


@workspaces_router.get("/{team_id}/workspaces/{workspace_id}")
async def get_workspace(
    session: SystemSession, caller: CallerDep, team_id: str, workspace_id: str
) -> WorkspaceResponse:
    """Get one workspace."""
    access = await enter_team(session, team_id, caller)
    return workspaces.workspace_response(await workspaces.get_workspace(session, access, workspace_id))


@workspaces_router.patch("/{team_id}/workspaces/{workspace_id}", dependencies=[entitled(Entitlement.TEAMS)])
async def update_workspace(
    session: SystemSession, caller: CallerDep, team_id: str, workspace_id: str, body: WorkspaceUpdate
) -> WorkspaceResponse:
    """Rename a workspace, make it private or shared, or make it the default one."""
    access = await enter_team(session, team_id, caller, lock=True)
    workspace = await workspaces.get_workspace(session, access, workspace_id)
    access.demand(MANAGE)
    await workspaces.update_workspace(session, workspace, body, access)
    return workspaces.workspace_response(workspace)


@workspaces_router.delete("/{team_id}/workspaces/{workspace_id}")
async def delete_workspace(
    session: SystemSession,
    caller: CallerDep,
    team_id: str,
    workspace_id: str,
    move_to: Annotated[str | None, Query(max_length=36)] = None,
    confirm: Annotated[str, Query(max_length=200)] = "",
) -> MessageResponse:
    """Delete a workspace. One that has content takes ``move_to``, the workspace to which that goes, and ``confirm``,
    which repeats the name of the one that goes; only who sees its content can do that.
    """
    access = await enter_team(session, team_id, caller, lock=True)
    workspace = await workspaces.get_workspace(session, access, workspace_id)
    access.demand(MANAGE)
    target = None if move_to is None else await workspaces.target_of_move(session, access, workspace, move_to)
    await workspaces.delete_workspace(session, workspace, move_to=target, confirm=confirm)
    return MessageResponse(message="The workspace was deleted.", id=workspace_id)


@workspaces_router.get("/{team_id}/workspaces/{workspace_id}/members")
async def list_workspace_members(
    session: SystemSession, caller: CallerDep, team_id: str, workspace_id: str
) -> WorkspaceMembersResponse:
    """List who is named for a workspace; a shared one is seen by the whole team besides."""
    access = await enter_team(session, team_id, caller)
    workspace = await workspaces.get_workspace(session, access, workspace_id)
    items = await workspaces.listed_members(session, workspace)
    return WorkspaceMembersResponse(items=items, total=len(items))


@workspaces_router.post(
    "/{team_id}/workspaces/{workspace_id}/members", status_code=201, dependencies=[entitled(Entitlement.TEAMS)]
)
async def add_workspace_member(
    session: SystemSession, caller: CallerDep, team_id: str, workspace_id: str, body: WorkspaceMemberAdd
) -> MessageResponse:
    """Let a member of the team see a private workspace."""
    access = await enter_team(session, team_id, caller, lock=True)
    workspace = await workspaces.get_workspace(session, access, workspace_id)
    access.demand(MANAGE)
    member = await get_member(session, team_id, body.user_id)
    await workspaces.list_user(session, workspace, member.user_id)
    return MessageResponse(message="They see the workspace now.", id=body.user_id)


@workspaces_router.delete("/{team_id}/workspaces/{workspace_id}/members/{user_id}")
async def remove_workspace_member(
    session: SystemSession, caller: CallerDep, team_id: str, workspace_id: str, user_id: str
) -> MessageResponse:
    """Let a member of the team no longer see a private workspace."""
    access = await enter_team(session, team_id, caller, lock=True)
    workspace = await workspaces.get_workspace(session, access, workspace_id)
    if user_id != caller.id:
        access.demand(MANAGE)
    await workspaces.unlist_user(session, workspace, user_id)
    return MessageResponse(message="They no longer see the workspace.", id=user_id)
