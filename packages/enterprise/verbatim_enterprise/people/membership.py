"""Teams of people, as a file of people names them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import ForbiddenError
from verbatim_enterprise.people.errors import HeirError
from verbatim_enterprise.people.wishes import WishError
from verbatim_enterprise.teams.access import lock_team
from verbatim_enterprise.teams.errors import InactiveUserError
from verbatim_enterprise.teams.members import admit, change_role, get_member, inherit, is_only_owner, remove_member
from verbatim_enterprise.teams.models import Team, TeamMember, TeamRole
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.service import lock_admins, lock_user


async def change_teams(
    session: AsyncSession, user: User, wanted: Mapping[str, TeamRole | None], caller: Caller, told: list[str]
) -> None:
    """Let somebody into teams, change what they are there, or take them out.

    Raises:
        WishError: there is no such team, or several.
        ForbiddenError: the caller does not look after teams: whoever is in a team reads all of it.
    """
    for name, role in wanted.items():
        team_id = await _team_named(session, name)
        member = await session.get(TeamMember, (team_id, user.id), populate_existing=True)
        if (None if member is None else member.role) == role:
            continue
        if not caller.manages_teams:
            raise ForbiddenError("Your role does not let you change who is in a team.")
        await lock_user(session, user.id)
        await lock_team(session, team_id)
        if role is None:
            await remove_member(session, await get_member(session, team_id, user.id))
            told.append(f"Take out of the team {name}")
        elif member is not None:
            told.append(f"In the team {name}: {member.role} becomes {role}")
            await change_role(session, member, role)
        else:
            if not user.is_active:
                raise InactiveUserError
            await admit(session, team_id, user, role)
            told.append(f"Add to the team {name} as {role}")


async def _team_named(session: AsyncSession, name: str) -> str:
    # By its id where it is one: two teams may have one name.
    found = list(await session.scalars(select(Team.id).where((Team.name == name) | (Team.id == name)).limit(2)))
    if len(found) != 1:
        problem = "There are several teams" if found else "There is no team"
        raise WishError(f"{problem} {name[:100]}." + (" Write the team's id." if found else ""))
    return found[0]


async def hand_over_teams(session: AsyncSession, user: User, heir_id: str) -> list[str]:
    """Make somebody else an owner of every team that only `user` owns. Content belongs to teams, and stays in them.
    Returns the names of the teams.

    Raises:
        HeirError: the heir is the same person, or may not sign in.
    """
    if heir_id == user.id:
        raise HeirError
    await lock_admins(session)  # before several accounts, as everywhere
    for each in sorted((user.id, heir_id)):
        await lock_user(session, each)
    heir = await session.get(User, heir_id)
    if heir is None or not heir.is_active:
        raise HeirError
    owned = select(TeamMember.team_id).where(TeamMember.user_id == user.id, TeamMember.role == TeamRole.OWNER)
    names = []
    for team_id in list(await session.scalars(owned.order_by(TeamMember.team_id))):
        team = await lock_team(session, team_id)
        if team is None or not await is_only_owner(session, team_id, user.id):
            continue
        await inherit(session, team_id, heir)
        names.append(team.name)
    return sorted(names)
