"""A provider's groups become roles here: in teams and, where the settings say so, in the installation.

Only memberships that a group gave are changed or taken away again; those that people gave are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.models import MappedMembership
from verbatim_enterprise.auth.oidc.claims import group_key
from verbatim_enterprise.auth.oidc.settings import GroupMapping, OidcProviderSettings
from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import Permission, Role
from verbatim_enterprise.teams.access import lock_team
from verbatim_enterprise.teams.errors import LastOwnerError
from verbatim_enterprise.teams.members import admit, change_role, remove_member
from verbatim_enterprise.teams.models import TeamMember, TeamRole
from verbatim_enterprise.users.errors import LastAdminError
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.schemas import UserUpdate
from verbatim_enterprise.users.service import lock_user, update_user

log = structlog.get_logger(__name__)

_TEAM_RANK: Final = (TeamRole.VIEWER, TeamRole.MEMBER, TeamRole.ADMIN, TeamRole.OWNER)
_RANK: Final = (Role.VIEWER, Role.USER, Role.AUDITOR, Role.OPERATOR, Role.USER_MANAGER, Role.ADMIN)


async def apply_groups(
    session: AsyncSession, settings: OidcProviderSettings, user_id: str, groups: frozenset[str]
) -> None:
    """Give an account the roles that its groups map to, in the caller's transaction."""
    held = [mapping for mapping in settings.groups if group_key(mapping.group) in groups]
    await _apply_installation_role(session, settings, user_id, held)
    wanted = _wanted_teams(held)
    mapped = {
        row.team_id: row
        for row in await session.scalars(
            select(MappedMembership).where(
                MappedMembership.user_id == user_id, MappedMembership.provider == settings.id
            )
        )
    }
    user = await lock_user(session, user_id)
    # In one order, so that two sign-ins never wait for each other.
    for team_id in sorted({*wanted, *mapped}):
        await _apply_to_team(session, settings.id, user, team_id, wanted.get(team_id), mapped.get(team_id))


async def _apply_installation_role(
    session: AsyncSession, settings: OidcProviderSettings, user_id: str, held: Iterable[GroupMapping]
) -> None:
    if not any(mapping.installation_role for mapping in settings.groups):
        return
    roles = [Role(mapping.installation_role) for mapping in held if mapping.installation_role]
    role = max(roles, key=_RANK.index, default=Role.USER)
    acting = Caller(id=user_id, name=settings.name, permissions=frozenset(Permission))
    try:
        await update_user(session, user_id, UserUpdate(role=role), caller=acting)
    except LastAdminError:
        log.warning("oidc_keeps_last_admin", user_id=user_id, provider=settings.id)


def _wanted_teams(held: Iterable[GroupMapping]) -> dict[str, TeamRole]:
    wanted: dict[str, TeamRole] = {}
    for mapping in held:
        if mapping.team is not None:
            role = TeamRole(mapping.role)
            wanted[mapping.team] = max(role, wanted.get(mapping.team, role), key=_TEAM_RANK.index)
    return wanted


async def _apply_to_team(
    session: AsyncSession,
    provider: str,
    user: User,
    team_id: str,
    role: TeamRole | None,
    mapped: MappedMembership | None,
) -> None:
    if await lock_team(session, team_id) is None:
        log.warning("oidc_team_unknown", team_id=team_id, provider=provider)
        return
    member = await session.get(TeamMember, (team_id, user.id), populate_existing=True)
    try:
        if role is None:
            if member is not None:
                await remove_member(session, member)
            if mapped is not None:
                await session.delete(mapped)
        elif member is None:
            await admit(session, team_id, user, role)
            if mapped is None:
                session.add(MappedMembership(user_id=user.id, provider=provider, team_id=team_id))
        elif mapped is not None:
            await change_role(session, member, role)
    except LastOwnerError:
        log.warning("oidc_keeps_last_owner", user_id=user.id, team_id=team_id, provider=provider)
    await session.flush()
