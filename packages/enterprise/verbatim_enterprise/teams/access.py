"""The way into a team: through the caller's membership, 404 before 403."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import ForbiddenError
from verbatim_enterprise.teams.errors import TeamNotFoundError
from verbatim_enterprise.teams.models import Team, TeamMember, TeamRole
from verbatim_enterprise.teams.policy import TeamAction, allowed


@dataclass(frozen=True)
class Access:
    """A team, and what the caller is to it: ``role`` is None for an administrator from outside."""

    team: Team
    role: TeamRole | None
    caller: Caller

    def may(self, action: TeamAction) -> bool:
        return action in allowed(self.role, manages_teams=self.caller.manages_teams)

    def demand(self, action: TeamAction) -> None:
        """Insist on `action`.

        Raises:
            ForbiddenError: the caller may not do it.
        """
        if not self.may(action):
            raise ForbiddenError


async def enter_team(
    session: AsyncSession,
    team_id: str,
    caller: Caller,
    action: TeamAction = TeamAction.SEE,
    *,
    lock: bool = False,
    for_deletion: bool = False,
) -> Access:
    """Return the way into a team for `action`.

    With ``lock`` nobody else changes the team, its members, workspaces or invitations until the transaction ends, and
    the caller's role is read after that, so that it cannot have changed in between. ``for_deletion`` also keeps new
    content out.

    Raises:
        TeamNotFoundError: there is no such team, or the caller is outside of it.
        ForbiddenError: the caller is inside but may not do this.
    """
    # The cheap look comes first, so that a stranger cannot make the team's people wait.
    if not caller.manages_teams and await role_in_team(session, team_id, caller.id) is None:
        raise TeamNotFoundError
    team = await lock_team(session, team_id, for_deletion=for_deletion) if lock else await session.get(Team, team_id)
    role = await role_in_team(session, team_id, caller.id)
    if team is None or (role is None and not caller.manages_teams):
        raise TeamNotFoundError
    access = Access(team, role, caller)
    access.demand(action)
    return access


async def lock_team(session: AsyncSession, team_id: str, *, for_deletion: bool = False) -> Team | None:
    """Return a team, locked until the transaction ends.

    Whoever also locks an account locks that one first.
    """
    statement = select(Team).where(Team.id == team_id).execution_options(populate_existing=True)
    found: Team | None = await session.scalar(statement.with_for_update(key_share=not for_deletion))
    return found


async def role_in_team(session: AsyncSession, team_id: str, user_id: str) -> TeamRole | None:
    """Return what somebody is to a team, as the database has it now; None for outsiders."""
    role = await session.scalar(
        select(TeamMember.role).where(TeamMember.team_id == team_id, TeamMember.user_id == user_id)
    )
    return None if role is None else TeamRole(role)
