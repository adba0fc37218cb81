"""Who belongs to a team. Every change happens under the team's lock, so that it never loses its last owner."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Page, utcnow
from verbatim_enterprise.teams.access import lock_team, role_in_team
from verbatim_enterprise.teams.errors import (
    AlreadyMemberError,
    InactiveUserError,
    LastOwnerError,
    MemberNotFoundError,
    TeamNotFoundError,
)
from verbatim_enterprise.teams.events import TeamMemberAdded, TeamMemberRemoved, TeamMemberRoleChanged, tell
from verbatim_enterprise.teams.models import Invite, TeamMember, TeamRole, Workspace, WorkspaceMember
from verbatim_enterprise.teams.policy import ALLOWED, TeamAction
from verbatim_enterprise.teams.schemas import MemberResponse
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.repository import matches
from verbatim_enterprise.users.service import lock_user


async def list_members(
    session: AsyncSession, team_id: str, page: Page, *, search: str | None
) -> tuple[list[MemberResponse], int]:
    """Return one page of a team's members, by user name, and the number of all matches."""
    conditions: list[ColumnElement[bool]] = [TeamMember.team_id == team_id]
    if search:
        conditions.append(matches(search))
    joined = select(TeamMember, User).join(User, User.id == TeamMember.user_id).where(*conditions)
    total = await session.scalar(select(func.count()).select_from(joined.subquery())) or 0
    rows = await session.execute(joined.order_by(User.username_key).offset(page.offset).limit(page.page_size))
    return [member_response(member, user) for member, user in rows], total


def member_response(member: TeamMember, user: User) -> MemberResponse:
    """Return a member as the team sees them."""
    return MemberResponse(
        user_id=user.id,
        username=user.username,
        email=user.email,
        display_name=user.display_name,
        is_active=user.is_active,
        role=member.role,
        joined_at=member.joined_at,
    )


async def join_team(session: AsyncSession, *, team_id: str, user_id: str, role: TeamRole) -> TeamMember:
    """Make somebody a member. Locks the account, then the team.

    Raises:
        UserNotFoundError, TeamNotFoundError: one of them does not exist.
        InactiveUserError, AlreadyMemberError: the account cannot join.
    """
    user = await lock_user(session, user_id)
    if not user.is_active:
        raise InactiveUserError
    if await lock_team(session, team_id) is None:
        raise TeamNotFoundError
    return await admit(session, team_id, user, role)


async def admit(session: AsyncSession, team_id: str, user: User, role: TeamRole) -> TeamMember:
    """Make `user` a member; the caller holds both locks.

    Raises:
        AlreadyMemberError: they are one.
    """
    if await role_in_team(session, team_id, user.id) is not None:
        raise AlreadyMemberError
    member = TeamMember(team_id=team_id, user_id=user.id, role=role)
    session.add(member)
    if user.default_team_id is None:
        user.default_team_id = team_id
    await session.flush()
    await tell(session, team_id, TeamMemberAdded(team_id=team_id, user_id=user.id, role=role))
    return member


async def get_member(session: AsyncSession, team_id: str, user_id: str) -> TeamMember:
    """Return a membership.

    Raises:
        MemberNotFoundError: there is none.
    """
    found = await session.get(TeamMember, (team_id, user_id), populate_existing=True)
    if found is None:
        raise MemberNotFoundError
    return found


async def change_role(session: AsyncSession, member: TeamMember, role: TeamRole) -> None:
    """Give a member another role; the caller holds the team's lock.

    Raises:
        LastOwnerError: the team would have no owner.
    """
    if member.role == role:
        return
    if member.role == TeamRole.OWNER:
        await _keep_one_owner(session, member)
    previous, member.role = member.role, role
    await session.flush()
    if TeamAction.INVITE not in ALLOWED[role]:
        await revoke_invites_of(session, member.user_id, team_id=member.team_id)
    event = TeamMemberRoleChanged(team_id=member.team_id, user_id=member.user_id, role=role, previous_role=previous)
    await tell(session, member.team_id, event)


async def remove_member(session: AsyncSession, member: TeamMember) -> None:
    """End a membership, with what came with it; the caller holds the team's lock.

    Raises:
        LastOwnerError: the team would have no owner.
    """
    if member.role == TeamRole.OWNER:
        await _keep_one_owner(session, member)
    team_id, user_id = member.team_id, member.user_id
    here = select(Workspace.id).where(Workspace.team_id == team_id)
    await session.execute(
        delete(WorkspaceMember).where(WorkspaceMember.user_id == user_id, WorkspaceMember.workspace_id.in_(here))
    )
    # An invitation that somebody made before they were removed must not be their way back.
    await revoke_invites_of(session, user_id, team_id=team_id)
    await session.delete(member)
    await session.flush()
    await tell(session, team_id, TeamMemberRemoved(team_id=team_id, user_id=user_id))


async def hand_over(session: AsyncSession, *, owner: TeamMember, heir: TeamMember) -> None:
    """Make `heir` an owner and `owner` an admin; the caller holds the team's lock."""
    await change_role(session, heir, TeamRole.OWNER)
    if owner.user_id != heir.user_id:
        await change_role(session, owner, TeamRole.ADMIN)


async def revoke_invites_of(session: AsyncSession, user_id: str, *, team_id: str | None = None) -> None:
    """Withdraw the open invitations that somebody made, in one team or in all."""
    statement = update(Invite).where(
        Invite.created_by == user_id, Invite.accepted_at.is_(None), Invite.revoked_at.is_(None)
    )
    if team_id is not None:
        statement = statement.where(Invite.team_id == team_id)
    await session.execute(statement.values(revoked_at=utcnow()).execution_options(synchronize_session=False))


async def _keep_one_owner(session: AsyncSession, leaving: TeamMember) -> None:
    if await is_only_owner(session, leaving.team_id, leaving.user_id):
        raise LastOwnerError


async def is_only_owner(session: AsyncSession, team_id: str, user_id: str) -> bool:
    """Say whether somebody owns a team and nobody else does who may sign in."""
    owners = await session.scalars(
        select(TeamMember.user_id)
        .join(User, User.id == TeamMember.user_id)
        .where(TeamMember.team_id == team_id, TeamMember.role == TeamRole.OWNER)
        .where((TeamMember.user_id == user_id) | User.is_active.is_(True))  # an owner who cannot sign in is none
    )
    return list(owners) == [user_id]


async def inherit(session: AsyncSession, team_id: str, heir: User) -> None:
    """Make somebody an owner of a team, whether they are in it or not."""
    try:
        await change_role(session, await get_member(session, team_id, heir.id), TeamRole.OWNER)
    except MemberNotFoundError:
        await admit(session, team_id, heir, TeamRole.OWNER)
