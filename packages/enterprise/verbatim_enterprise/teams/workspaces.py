"""The parts of a team. Changes happen under the team's lock."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, func, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import has_content, move_content, utcnow
from verbatim_enterprise.teams.access import Access
from verbatim_enterprise.teams.errors import (
    DefaultWorkspaceError,
    LastWorkspaceMemberError,
    MemberNotFoundError,
    WorkspaceExistsError,
    WorkspaceNotConfirmedError,
    WorkspaceNotEmptyError,
    WorkspaceNotFoundError,
)
from verbatim_enterprise.teams.events import TeamWorkspaceChanged, tell
from verbatim_enterprise.teams.members import member_response
from verbatim_enterprise.teams.models import TeamMember, Workspace, WorkspaceMember
from verbatim_enterprise.teams.policy import TeamAction
from verbatim_enterprise.teams.schemas import MemberResponse, WorkspaceResponse, WorkspaceUpdate
from verbatim_enterprise.teams.sight import sight_of, sights_of
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key

DEFAULT_NAME = "General"


async def make_workspace(
    session: AsyncSession,
    team_id: str,
    *,
    name: str,
    is_private: bool = False,
    is_default: bool = False,
    creator_id: str | None = None,
) -> Workspace:
    """Make a workspace; whoever makes a private one is its first member.

    Raises:
        WorkspaceExistsError: the team has one of this name.
    """
    await _refuse_taken(session, team_id, name)
    workspace = Workspace(
        team_id=team_id, name=name, name_key=name_key(name), is_private=is_private, is_default=is_default
    )
    session.add(workspace)
    await session.flush()
    if is_private and creator_id is not None:
        session.add(WorkspaceMember(workspace_id=workspace.id, user_id=creator_id))
    await _changed(session, workspace, "created")
    return workspace


async def get_workspace(session: AsyncSession, access: Access, workspace_id: str) -> Workspace:
    """Return a workspace that the caller sees.

    Raises:
        WorkspaceNotFoundError: it does not exist, or is a private one of others.
    """
    found: Workspace | None = await session.scalar(
        select(Workspace)
        .where(Workspace.id == workspace_id, Workspace.team_id == access.team.id, _visible(access))
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise WorkspaceNotFoundError
    return found


async def target_of_move(session: AsyncSession, access: Access, workspace: Workspace, target_id: str) -> Workspace:
    """Return the workspace to which a caller may move what lies in another: they see the content of both.

    Raises:
        WorkspaceNotFoundError: they do not, or both are one.
    """
    sights = await sights_of(session, access.caller.id, [access.team.id] if access.role is not None else [])
    if target_id == workspace.id or not {workspace.id, target_id} <= sight_of(sights, access.team.id).seen:
        raise WorkspaceNotFoundError
    return await get_workspace(session, access, target_id)


async def list_workspaces(session: AsyncSession, access: Access) -> list[WorkspaceResponse]:
    """Return the workspaces of a team that the caller sees, the default one first."""
    rows = await session.scalars(
        select(Workspace)
        .where(Workspace.team_id == access.team.id, _visible(access))
        .order_by(Workspace.is_default.desc(), Workspace.name_key)
    )
    return [workspace_response(workspace) for workspace in rows]


def _visible(access: Access) -> ColumnElement[bool]:
    if access.may(TeamAction.SEE_PRIVATE_WORKSPACES):
        return true()
    listed = select(WorkspaceMember.workspace_id).where(WorkspaceMember.user_id == access.caller.id)
    return or_(Workspace.is_private.is_(False), Workspace.id.in_(listed))


async def update_workspace(
    session: AsyncSession, workspace: Workspace, change: WorkspaceUpdate, access: Access
) -> None:
    """Change what is given, leave the rest.

    Raises:
        WorkspaceExistsError: the team has one of this name.
        DefaultWorkspaceError: it would leave the team without a default workspace that everybody sees.
    """
    if change.name is not None and name_key(change.name) != workspace.name_key:
        await _refuse_taken(session, workspace.team_id, change.name)
    if change.name is not None:
        workspace.name, workspace.name_key = change.name, name_key(change.name)
    becomes_private = change.is_private is True and not workspace.is_private
    if change.is_private is not None:
        workspace.is_private = change.is_private
    if (change.is_default is False and workspace.is_default) or (
        workspace.is_private and (change.is_default or workspace.is_default)
    ):
        raise DefaultWorkspaceError
    if change.is_default and not workspace.is_default:
        await session.execute(
            update(Workspace)
            .where(Workspace.team_id == workspace.team_id, Workspace.is_default)
            .values(is_default=False)
        )
        workspace.is_default = True
    if becomes_private and access.role is not None and await _count_members(session, workspace) == 0:
        session.add(WorkspaceMember(workspace_id=workspace.id, user_id=access.caller.id))
    await _changed(session, workspace)


async def delete_workspace(
    session: AsyncSession, workspace: Workspace, *, move_to: Workspace | None = None, confirm: str = ""
) -> None:
    """Delete a workspace; what lies in it goes to ``move_to``, if ``confirm`` is the workspace's name.

    Raises:
        DefaultWorkspaceError, WorkspaceNotEmptyError, WorkspaceNotConfirmedError: it has to stay.
        BusyError: something in it is being worked on.
    """
    if workspace.is_default:
        raise DefaultWorkspaceError
    # Moving content lets go of every row that was read, so ids are kept here.
    team_id, workspace_id = workspace.team_id, workspace.id
    moved_to = None if move_to is None else move_to.id
    if move_to is None and await has_content(session, team_id, workspace_id):
        raise WorkspaceNotEmptyError
    if move_to is not None and confirm.strip() != workspace.name:
        raise WorkspaceNotConfirmedError
    # Books go too: nobody could see them any more.
    default = select(Workspace.id).where(Workspace.team_id == team_id, Workspace.is_default)
    target = moved_to or await session.scalar(default)
    await move_content(session, team_id, workspace_id, str(target))
    await session.delete(workspace)
    await session.flush()
    event = TeamWorkspaceChanged(team_id=team_id, workspace_id=workspace_id, change="deleted", moved_to=moved_to)
    await tell(session, team_id, event)


async def listed_members(session: AsyncSession, workspace: Workspace) -> list[MemberResponse]:
    """Return who is listed for a workspace, by user name."""
    rows = await session.execute(
        select(TeamMember, User)
        .join(User, User.id == TeamMember.user_id)
        .join(WorkspaceMember, WorkspaceMember.user_id == TeamMember.user_id)
        .where(WorkspaceMember.workspace_id == workspace.id, TeamMember.team_id == workspace.team_id)
        .order_by(User.username_key)
    )
    return [member_response(member, user) for member, user in rows]


async def list_user(session: AsyncSession, workspace: Workspace, user_id: str) -> None:
    """Let a member of the team see a private workspace; doing it twice changes nothing."""
    if await session.get(WorkspaceMember, (workspace.id, user_id)) is None:
        session.add(WorkspaceMember(workspace_id=workspace.id, user_id=user_id))
        await _changed(session, workspace, "member_added", user_id)


async def unlist_user(session: AsyncSession, workspace: Workspace, user_id: str) -> None:
    """End that.

    Raises:
        MemberNotFoundError: they were not listed.
        LastWorkspaceMemberError: nobody would see the workspace any more.
    """
    if await session.get(WorkspaceMember, (workspace.id, user_id)) is None:
        raise MemberNotFoundError
    if workspace.is_private and await _count_members(session, workspace) == 1:
        raise LastWorkspaceMemberError
    await session.execute(
        delete(WorkspaceMember).where(WorkspaceMember.workspace_id == workspace.id, WorkspaceMember.user_id == user_id)
    )
    await _changed(session, workspace, "member_removed", user_id)


def workspace_response(workspace: Workspace) -> WorkspaceResponse:
    """Return a workspace as the API shows it."""
    return WorkspaceResponse.model_validate(workspace, from_attributes=True)


async def _count_members(session: AsyncSession, workspace: Workspace) -> int:
    inside = WorkspaceMember.workspace_id == workspace.id
    return await session.scalar(select(func.count()).select_from(WorkspaceMember).where(inside)) or 0


async def _refuse_taken(session: AsyncSession, team_id: str, name: str) -> None:
    taken = select(Workspace.id).where(Workspace.team_id == team_id, Workspace.name_key == name_key(name))
    if await session.scalar(taken) is not None:
        raise WorkspaceExistsError


async def _changed(
    session: AsyncSession, workspace: Workspace, change: str = "updated", user_id: str | None = None
) -> None:
    workspace.updated_at = utcnow()
    await session.flush()
    event = TeamWorkspaceChanged(team_id=workspace.team_id, workspace_id=workspace.id, change=change, user_id=user_id)
    await tell(session, workspace.team_id, event)
