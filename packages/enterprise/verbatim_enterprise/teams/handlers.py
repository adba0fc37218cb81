"""What teams do when something happens to an account."""

from __future__ import annotations

from sqlalchemy import select

from verbatim_enterprise.host import current_session
from verbatim_enterprise.teams.access import lock_team
from verbatim_enterprise.teams.errors import OwnsTeamsError
from verbatim_enterprise.teams.members import get_member, inherit, is_only_owner, remove_member, revoke_invites_of
from verbatim_enterprise.teams.models import TeamMember
from verbatim_enterprise.users.service import lock_user

SHOWN = 20
"""Teams named in an error; more would not help."""


async def user_deactivated(user_id: str, username: str) -> None:  # noqa: ARG001 - the event's arguments
    """Withdraw the invitations that somebody made: they may not be able to stand by them any more."""
    await revoke_invites_of(current_session(), user_id)


async def user_deleted(user_id: str, username: str, transfer_to: str | None) -> None:  # noqa: ARG001 - the event's
    """Take somebody out of their teams; a team that only they own goes to ``transfer_to``.

    Raises:
        OwnsTeamsError: there is such a team and nobody takes over. It names the teams.
    """
    session = current_session()
    await revoke_invites_of(session, user_id)
    heir = None if transfer_to is None else await lock_user(session, transfer_to)
    orphans = []
    ids = await session.scalars(
        select(TeamMember.team_id).where(TeamMember.user_id == user_id).order_by(TeamMember.team_id)
    )
    for team_id in list(ids):
        team = await lock_team(session, team_id)
        if team is None:
            continue
        if await is_only_owner(session, team_id, user_id):
            if heir is None:
                orphans.append({"id": team.id, "name": team.name})
                continue
            await inherit(session, team_id, heir)
        await remove_member(session, await get_member(session, team_id, user_id))
    if orphans:
        raise OwnsTeamsError(extra={"teams": orphans[:SHOWN], "team_count": len(orphans)})
