"""A key as requests meet it: read with its owner and their memberships, remembered for two seconds."""

from __future__ import annotations

import hmac
import ipaddress
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.errors import (
    ApiKeyAddressError,
    ApiKeyError,
    ApiKeyExpiredError,
    ApiKeyOwnerError,
    ApiKeyRevokedError,
    ApiKeySecondFactorError,
    ApiKeyTeamError,
)
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.config import EnterpriseSettings
from verbatim_enterprise.host import Role
from verbatim_enterprise.teams.models import TeamMember, TeamRole, Workspace, WorkspaceMember
from verbatim_enterprise.teams.sight import Sight, sight_of, sights_of
from verbatim_enterprise.users.models import User

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class KeyRules:
    """What the installation asks of every key, now."""

    max_days: int
    mfa_roles: frozenset[str]

    def end_of(self, row: ApiKey) -> datetime | None:
        """Return when a key's current secret ends; None: never. A maximum also counts for keys made before it."""
        longest = row.secret_made_at + timedelta(days=self.max_days) if self.max_days else None
        return min((moment for moment in (row.expires_at, longest) if moment is not None), default=None)


def rules_of(settings: EnterpriseSettings) -> KeyRules:
    """Return what a server with these settings asks of keys now."""
    roles = frozenset(settings.auth.mfa_required_roles)
    return KeyRules(max_days=settings.api_keys.keys_max_days, mfa_roles=roles)


@dataclass(frozen=True)
class LiveKey:
    """A key of this server. ``refusal`` says why it does not work, if it does not; ``ends`` is a Unix time."""

    id: str
    name: str
    user_id: str
    username: str
    display_name: str | None
    role: Role
    scopes: frozenset[str]
    team_id: str | None
    workspace_id: str | None
    networks: tuple[Network, ...]
    rate_per_minute: int | None
    rate_burst: int | None
    second_factor: bool
    ends: float
    refusal: type[ApiKeyError] | None
    default_team_id: str | None
    teams: Mapping[str, TeamRole]
    sights: Mapping[str, Sight] = field(default_factory=dict)
    principals: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What requests make of it, by team, workspace and the address they come from, so that they make it once."""

    def sight(self, team_id: str | None) -> Sight:
        """Return what the key sees of a team: all that its owner does, or the one workspace it is limited to."""
        owners = sight_of(self.sights, team_id)
        if self.workspace_id is None:
            return owners
        return Sight(self.workspace_id, owners.seen & {self.workspace_id})

    def why_not(self) -> type[ApiKeyError] | None:
        """Return why the key does not work at this moment; None when it does."""
        return self.refusal or (ApiKeyExpiredError if self.ends <= time.time() else None)

    def active_team(self, wished: str | None) -> str | None:
        """Return the team to work in: the key's own, the wished one, the owner's default, or their oldest."""
        for team_id in (self.team_id, wished, self.default_team_id):
            if team_id is not None and team_id in self.teams:
                return team_id
        return next(iter(self.teams), None)

    def admits(self, address: str | None) -> bool:
        """Say whether the key may be used from a network address."""
        if not self.networks:
            return True
        try:
            parsed = ipaddress.ip_address(address or "")
        except ValueError:
            return False
        plain = getattr(parsed, "ipv4_mapped", None) or parsed
        return any(plain in network for network in self.networks)

    def refuse_unless_usable(self, address: str | None) -> None:
        """Refuse a key that does not work at this moment, or not from this network address.

        Raises:
            ApiKeyError, ApiKeyAddressError
        """
        if not self.admits(address):
            raise ApiKeyAddressError
        if (refusal := self.why_not()) is not None:
            raise refusal


async def load_key(session: AsyncSession, digest: str, rules: KeyRules) -> LiveKey | None:
    """Read the key with the SHA-256 `digest`, its owner and their memberships; None when there is none."""
    rows = (
        await session.execute(
            select(ApiKey, User, TeamMember.team_id, TeamMember.role)
            .join(User, User.id == ApiKey.user_id)
            .outerjoin(TeamMember, TeamMember.user_id == User.id)
            .where(or_(ApiKey.secret_hash == digest, ApiKey.previous_hash == digest))
            .order_by(TeamMember.joined_at, TeamMember.team_id)
        )
    ).all()
    if not rows:
        return None
    row, user = rows[0][0], rows[0][1]
    teams = {team_id: TeamRole(role) for _, _, team_id, role in rows if team_id is not None}
    refusal = _refusal(row, user, teams, rules) or await _workspace_refusal(session, row)
    return LiveKey(
        id=row.id,
        name=row.name,
        user_id=user.id,
        username=user.username,
        display_name=user.display_name,
        role=Role(user.role),
        scopes=frozenset(row.scopes),
        team_id=row.team_id,
        workspace_id=row.workspace_id,
        networks=tuple(ipaddress.ip_network(text) for text in row.addresses),
        rate_per_minute=row.rate_per_minute,
        rate_burst=row.rate_burst,
        second_factor=row.second_factor,
        ends=_end(row, digest, rules),
        refusal=refusal,
        default_team_id=user.default_team_id,
        sights=await sights_of(session, user.id, teams),
        teams=teams if row.team_id is None else {id_: role for id_, role in teams.items() if id_ == row.team_id},
    )


def _end(row: ApiKey, digest: str, rules: KeyRules) -> float:
    end = rules.end_of(row)
    if not hmac.compare_digest(row.secret_hash, digest):  # the secret before the last rotation
        previous = row.previous_ends_at or row.secret_made_at
        end = previous if end is None else min(previous, end)
    return float("inf") if end is None else end.timestamp()


def _refusal(row: ApiKey, user: User, teams: Mapping[str, TeamRole], rules: KeyRules) -> type[ApiKeyError] | None:
    if row.revoked_at is not None:
        return ApiKeyRevokedError
    if not user.is_active:
        return ApiKeyOwnerError
    if user.role in rules.mfa_roles and not row.second_factor:
        return ApiKeySecondFactorError
    if row.team_id is not None and row.team_id not in teams:
        return ApiKeyTeamError
    return None


async def _workspace_refusal(session: AsyncSession, row: ApiKey) -> type[ApiKeyError] | None:
    """A private workspace is visible only to those listed for it, whatever key they made before."""
    if row.workspace_id is None:
        return None
    workspace = await session.get(Workspace, row.workspace_id)
    if workspace is None or workspace.team_id != row.team_id:
        return ApiKeyTeamError
    if workspace.is_private and await session.get(WorkspaceMember, (workspace.id, row.user_id)) is None:
        return ApiKeyTeamError
    return None
