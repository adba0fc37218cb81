"""Who somebody is by now that asked for something earlier, for work that outlives its request.

It is the person that counts, not their session: whoever signs out lets go on what they began. Whoever is deactivated,
or leaves the team or its workspace, does not; nor does a program whose key was revoked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.live import KeyRules, LiveKey, load_key
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.auth.rbac import effective_permissions
from verbatim_enterprise.host import Principal, Role
from verbatim_enterprise.teams.access import role_in_team
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.teams.sight import Sight, scope_of_team, sight_of, sights_of
from verbatim_enterprise.users.models import User

Known = Mapping[str, str | None]


@dataclass(frozen=True, kw_only=True)
class RecalledPrincipal(Principal):
    """Somebody who is not here now; ``key`` is that of the program that asked for them."""

    username: str
    team_id: str | None
    key: LiveKey | None = None


def known(user_id: str, team_id: str | None, workspace_id: str | None, key_id: str | None = None) -> Known:
    """Return what `recall` takes."""
    return {"user_id": user_id, "team_id": team_id, "workspace_id": workspace_id, "key_id": key_id}


async def recall(session: AsyncSession, known_by: Known, rules: KeyRules) -> RecalledPrincipal | None:
    """Return somebody with what they may do now in the team and workspace of that time; None when they have no way in.
    The session is one in the server's own scope.
    """
    user = await session.get(User, known_by["user_id"], populate_existing=True)
    if user is None or not user.is_active:
        return None
    team_id, role = known_by["team_id"], None
    sight = Sight()
    if team_id is not None:
        role = await role_in_team(session, team_id, user.id)
        if role is None:
            return None
        sight = sight_of(await sights_of(session, user.id, [team_id]), team_id)
    key = None
    if (key_id := known_by["key_id"]) is not None:
        key = await _key(session, key_id, rules)
        if key is None or (team_id is not None and team_id not in key.teams):
            return None
        sight = key.sight(team_id)
    return _principal(user, role, sight, known_by, key)


async def _key(session: AsyncSession, key_id: str, rules: KeyRules) -> LiveKey | None:
    secret = await session.scalar(select(ApiKey.secret_hash).where(ApiKey.id == key_id))
    key = None if secret is None else await load_key(session, secret, rules)
    return None if key is None or key.why_not() is not None else key


def _principal(
    user: User, role: TeamRole | None, sight: Sight, known_by: Known, key: LiveKey | None
) -> RecalledPrincipal | None:
    team_id, workspace_id = known_by["team_id"], known_by["workspace_id"]
    if workspace_id is not None and workspace_id not in sight.seen:
        return None
    permissions = effective_permissions(Role(user.role), role)
    return RecalledPrincipal(
        id=user.id,
        name=user.display_name or user.username,
        permissions=permissions if key is None else permissions & key.scopes,
        scope=scope_of_team(team_id, sight, workspace_id),
        is_delegate=key is not None,
        lent=frozenset() if key is None else frozenset(key.scopes),
        known_by=known_by,
        username=user.username,
        team_id=team_id,
        key=key,
    )
