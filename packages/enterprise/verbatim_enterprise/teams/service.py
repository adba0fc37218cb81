"""Making, renaming and deleting teams."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import Page, erase_owner, every_word, owns_content, utcnow
from verbatim_enterprise.keyset import Counting, CursorPage, Order, count, turn
from verbatim_enterprise.teams.access import Access
from verbatim_enterprise.teams.errors import TeamNotConfirmedError, TeamNotEmptyError
from verbatim_enterprise.teams.events import TeamCreated, TeamDeleted, TeamUpdated, tell, tell_end
from verbatim_enterprise.teams.members import admit
from verbatim_enterprise.teams.models import Team, TeamMember, TeamRole
from verbatim_enterprise.teams.policy import allowed
from verbatim_enterprise.teams.schemas import TeamResponse
from verbatim_enterprise.teams.workspaces import DEFAULT_NAME, make_workspace
from verbatim_enterprise.users.models import User

FIRST_TEAM = "My team"


async def create_team(session: AsyncSession, *, name: str, owner: User) -> Team:
    """Make a team with its default workspace; ``owner`` is locked by the caller, or was made in this transaction."""
    team = Team(name=name)
    session.add(team)
    await session.flush()
    await tell(session, team.id, TeamCreated(team_id=team.id, name=name))
    await admit(session, team.id, owner, TeamRole.OWNER)
    await make_workspace(session, team.id, name=DEFAULT_NAME, is_default=True)
    return team


async def create_first_team(session: AsyncSession, owner: User) -> Team:
    """Make the team that the first administrator starts with."""
    return await create_team(session, name=FIRST_TEAM, owner=owner)


async def rename_team(session: AsyncSession, access: Access, name: str) -> None:
    """Give a team another name."""
    team = access.team
    if team.name == name:
        return
    team.name, team.updated_at = name, utcnow()
    await session.flush()
    await tell(session, team.id, TeamUpdated(team_id=team.id, name=name))


async def delete_team(session: AsyncSession, access: Access, *, confirm: str, delete_content: bool) -> None:
    """Delete a team; with ``delete_content`` also everything that belongs to it, files included.

    The caller holds the lock for deletion, which lets nobody add content meanwhile.

    Raises:
        TeamNotConfirmedError: ``confirm`` is not the team's name.
        TeamNotEmptyError: there is content, and it was not to be deleted.
    """
    team_id, name = access.team.id, access.team.name
    if confirm.strip() != name:
        raise TeamNotConfirmedError
    has_content = await owns_content(session, team_id)
    if has_content and not delete_content:
        raise TeamNotEmptyError
    await erase_owner(session, team_id)
    await session.execute(delete(Team).where(Team.id == team_id).execution_options(synchronize_session=False))
    await tell_end(session, TeamDeleted(team_id=team_id, name=name, with_content=has_content))


async def list_teams(
    session: AsyncSession,
    caller: Caller,
    page: Page,
    *,
    search: str | None,
    everyone: bool,
    order: Order,
    cursor: str | None,
    counting: Counting,
) -> CursorPage[TeamResponse]:
    """Return one page of the caller's teams, or of all: from a cursor on or, without one, by its number.

    Raises:
        InvalidCursorError: the cursor is none of this order.
    """
    mine = select(TeamMember.team_id).where(TeamMember.user_id == caller.id)
    conditions: list[ColumnElement[bool]] = [] if everyone else [Team.id.in_(mine)]
    if search:
        conditions.append(every_word(search, Team.name))
    total = await count(session, Team.id, conditions, counting)
    turned = await turn(
        session,
        select(Team).where(*conditions),
        order,
        cursor=cursor,
        offset=page.offset,
        size=page.page_size,
    )
    return CursorPage.turned(turned, await responses(session, turned.rows, caller), total, page, counting)


async def responses(session: AsyncSession, teams: list[Team], caller: Caller) -> list[TeamResponse]:
    """Return teams as the caller sees them."""
    ids = [team.id for team in teams]
    inside = TeamMember.team_id.in_(ids)
    counted = select(TeamMember.team_id, func.count()).where(inside).group_by(TeamMember.team_id)
    counts = dict((await session.execute(counted)).all())
    mine = select(TeamMember.team_id, TeamMember.role).where(inside, TeamMember.user_id == caller.id)
    roles = dict((await session.execute(mine)).all())
    default = await session.scalar(select(User.default_team_id).where(User.id == caller.id))
    return [
        TeamResponse(
            id=team.id,
            name=team.name,
            role=(role := roles.get(team.id)),
            allowed=sorted(allowed(TeamRole(role) if role else None, manages_teams=caller.manages_teams)),
            is_default=team.id == default,
            member_count=counts.get(team.id, 0),
            created_at=team.created_at,
            updated_at=team.updated_at,
        )
        for team in teams
    ]
