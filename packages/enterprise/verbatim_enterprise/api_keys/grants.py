"""What a key can be given: never more than whoever makes it may do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import ip_network

from verbatim_enterprise.api_keys.errors import BoundsError, ScopesError, TeamScopesError
from verbatim_enterprise.api_keys.live import LiveKey, Network
from verbatim_enterprise.auth.rbac import CONTENT_PERMISSIONS, effective_permissions
from verbatim_enterprise.host import Permission, Role
from verbatim_enterprise.rate_limits.settings import RateSettings
from verbatim_enterprise.teams.errors import TeamNotFoundError
from verbatim_enterprise.teams.models import TeamRole

OF_TEAMS: frozenset[Permission] = CONTENT_PERMISSIONS | {Permission.WEBHOOK_MANAGE}
"""What concerns one team. The rest concerns the whole server, which no limit to a team could contain."""


@dataclass(frozen=True)
class Maker:
    """Who makes or renews a key: a person, or a program with the key ``key``."""

    user_id: str
    role: Role
    teams: Mapping[str, TeamRole]
    second_factor: bool
    key: LiveKey | None = None
    rates: RateSettings = field(default_factory=RateSettings)
    """What a key may do that has no rate of its own."""

    def grantable(self, team_id: str | None) -> frozenset[Permission]:
        """Return what a key may be given: in one team, or in any of the maker's teams.

        Raises:
            TeamNotFoundError: the team is none of theirs.
        """
        if team_id is None:
            roles: list[TeamRole | None] = [*self.teams.values(), None]
        elif team_id in self.teams:
            roles = [self.teams[team_id]]
        else:
            raise TeamNotFoundError
        mine = frozenset[Permission]().union(*(effective_permissions(self.role, role) for role in roles))
        if team_id is not None:
            mine &= OF_TEAMS
        return mine if self.key is None else frozenset(one for one in mine if one in self.key.scopes)

    def refuse_excess(self, scopes: frozenset[Permission], team_id: str | None) -> None:
        """Make sure that a key with these scopes can do nothing that its maker cannot.

        Raises:
            TeamNotFoundError, TeamScopesError, ScopesError
        """
        grantable = self.grantable(team_id)
        if team_id is not None and (foreign := scopes - OF_TEAMS):
            raise TeamScopesError(extra={"scopes": sorted(foreign)})
        if excess := scopes - grantable:
            raise ScopesError(extra={"scopes": sorted(excess)})

    def refuse_wider(self, addresses: list[str], ends: datetime | None) -> None:
        """Make sure that what a key makes or renews can be used only where and as long as the key itself.

        Raises:
            BoundsError: it could be used elsewhere or longer.
        """
        if self.key is None:
            return
        if self.key.ends != float("inf") and (ends is None or ends.timestamp() > self.key.ends):
            raise BoundsError
        if is_wider(addresses, [str(network) for network in self.key.networks]):
            raise BoundsError

    def refuse_faster(self, per_minute: int | None, burst: int | None) -> None:
        """Make sure that what a key makes or renews is let in no more often than the key itself.

        Raises:
            BoundsError: it would be.
        """
        if self.key is None:
            return
        mine = effective_rate(self.key.rate_per_minute, self.key.rate_burst, self.rates)
        theirs = effective_rate(per_minute, burst, self.rates)
        if any(wished > own for wished, own in zip(theirs, mine, strict=True)):
            raise BoundsError


def effective_rate(per_minute: int | None, burst: int | None, rates: RateSettings) -> tuple[float, float]:
    """Return how many requests a minute and at once a key with these rates may make; without end where nothing says."""
    often = per_minute or rates.rate_key_per_minute
    return (often, burst or rates.rate_key_burst) if often else (float("inf"), float("inf"))


def is_wider(addresses: list[str], than: list[str]) -> bool:
    """Say whether a key with these addresses can be used from somewhere that one with the others cannot."""
    outer = tuple(ip_network(text) for text in than)
    return bool(outer) and not (addresses and all(_is_within(ip_network(text), outer) for text in addresses))


def _is_within(inner: Network, outer: tuple[Network, ...]) -> bool:
    return any(inner.version == network.version and inner.subnet_of(network) for network in outer)  # type: ignore[arg-type] # same version, same type
