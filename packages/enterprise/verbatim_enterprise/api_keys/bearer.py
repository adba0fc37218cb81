"""Keys as a way to say who calls: somebody's program, with some of their rights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from starlette.requests import HTTPConnection

from verbatim_enterprise.api_keys import secret
from verbatim_enterprise.api_keys.live import LiveKey
from verbatim_enterprise.api_keys.services import ApiKeyServices, keys_of
from verbatim_enterprise.auth.crypto import digest
from verbatim_enterprise.auth.provider import Recognized, recognize, wished_team
from verbatim_enterprise.auth.rbac import effective_permissions
from verbatim_enterprise.auth.recalled import known
from verbatim_enterprise.host import Permission, Principal
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.verdict import licenses_of
from verbatim_enterprise.teams.sight import scope_of_team, wished_workspace


@dataclass(frozen=True, kw_only=True)
class KeyPrincipal(Principal):
    """A program that acts for the owner of its key; ``id`` is the owner's."""

    key: LiveKey
    team_id: str | None


class _Place(NamedTuple):
    """Where a key is at work, and the network address it comes from: the two for which it has been let in."""

    team_id: str | None
    workspace_id: str | None
    address: str | None


class KeyBearer:
    """Interface `Bearer` of the sign-in."""

    prefix: str = secret.PREFIX

    async def authenticate(self, connection: HTTPConnection, token: str) -> Principal:
        """Return who presents a key.

        Raises:
            ApiKeyError, ApiKeyAddressError, TooManyUnknownKeysError: the key does not work, or not from here.
            EntitlementMissingError: the licence includes no keys.
            TeamNotFoundError, WorkspaceNotFoundError: the request names one that is not within the key's reach.
        """
        (await licenses_of(connection).verdict()).demand(Entitlement.API_KEYS)
        services = keys_of(connection)
        address = connection.client.host if connection.client else None
        key = await services.find(token, address)
        who = Recognized(user_id=key.user_id, username=key.username, key_id=key.id, key_name=key.name)
        recognize(connection, who)
        key.refuse_unless_usable(address)
        team_id = key.active_team(wished_team(connection, key.teams))
        workspace_id = wished_workspace(connection, key.sight(team_id), key.workspace_id)
        place = _Place(team_id, workspace_id, address)
        principal: KeyPrincipal | None = key.principals.get(place)
        if principal is None:
            principal = key.principals[place] = _principal(services, key, place, digest(token))
        return principal


def _permissions(key: LiveKey, team_id: str | None) -> frozenset[Permission]:
    """Return what a key may do: what its owner may do now, and it was given."""
    team_role = key.teams[team_id] if team_id is not None else None
    return frozenset(one for one in effective_permissions(key.role, team_role) if one in key.scopes)


_NAME: Final = "{owner} ({key})"


def _principal(services: ApiKeyServices, key: LiveKey, place: _Place, secret_hash: str) -> KeyPrincipal:
    team_id, workspace_id, address = place
    permissions = _permissions(key, team_id)
    scope = scope_of_team(team_id, key.sight(team_id), workspace_id)

    async def renewed() -> Principal | None:
        now = await services.reload(secret_hash, address)
        if now is None or (team_id is not None and team_id not in now.teams):
            return None
        if workspace_id is not None and workspace_id not in now.sight(team_id).seen:
            return None
        return _principal(services, now, place, secret_hash)

    async def is_current() -> bool:
        now = await services.reload(secret_hash, address)
        if now is None or (team_id is not None and team_id not in now.teams):
            return False
        if scope_of_team(team_id, now.sight(team_id), workspace_id) != scope:
            return False  # other workspaces are seen by now, fewer or more
        return _permissions(now, team_id) == permissions

    return KeyPrincipal(
        id=key.user_id,
        name=_NAME.format(owner=key.display_name or key.username, key=key.name),
        permissions=permissions,
        scope=scope,
        is_current=is_current,
        renewed=renewed,
        is_delegate=True,
        lent=frozenset(key.scopes),
        key=key,
        team_id=team_id,
        known_by=known(key.user_id, team_id, workspace_id, key.id),
    )
