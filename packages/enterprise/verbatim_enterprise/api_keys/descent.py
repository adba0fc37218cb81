"""Keys that keys have made: they last no longer and can do no more than their maker, also later.

Whoever ends or tightens a key that got into wrong hands means those that were made with it too. A key is its maker's
until its owner gives it another secret themselves.
"""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_network

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.errors import ApiKeyRevokedError, BoundsError
from verbatim_enterprise.api_keys.grants import Maker, effective_rate, is_wider
from verbatim_enterprise.api_keys.live import LiveKey
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.rate_limits.settings import RateSettings


async def refuse_outdated(session: AsyncSession, key: LiveKey) -> None:
    """Make sure that a program acts with what its key is allowed now; what is remembered may be seconds old. Locks the
    key, so that nothing is made with it while it is ended or tightened.

    Raises:
        ApiKeyRevokedError, BoundsError: it was ended or changed meanwhile.
    """
    locked = select(ApiKey).where(ApiKey.id == key.id).with_for_update()
    row: ApiKey | None = await session.scalar(locked.execution_options(populate_existing=True))
    if row is None or row.revoked_at is not None:
        raise ApiKeyRevokedError
    bounds = (frozenset(row.scopes), tuple(map(ip_network, row.addresses)), row.rate_per_minute, row.rate_burst)
    sooner = row.expires_at is not None and row.expires_at.timestamp() < key.ends
    if sooner or bounds != (key.scopes, key.networks, key.rate_per_minute, key.rate_burst):
        raise BoundsError


async def made_with(session: AsyncSession, row: ApiKey) -> list[ApiKey]:
    """Return what a key has made, what that has made, and so on, as far as it was not revoked; locked."""
    mine = (ApiKey.user_id == row.user_id, ApiKey.made_by_key_id.is_not(None), ApiKey.revoked_at.is_(None))
    made = list(await session.scalars(select(ApiKey).where(*mine).order_by(ApiKey.id).with_for_update()))
    found: list[ApiKey] = []
    makers = {row.id}
    while more := [one for one in made if one.made_by_key_id in makers and one not in found]:
        found += more
        makers = {one.id for one in more}
    return found


def tighten(child: ApiKey, maker: ApiKey, rates: RateSettings) -> bool:
    """Take from a key what its maker has no more; says whether there was anything."""
    before = (child.scopes, child.addresses, child.expires_at, child.rate_per_minute, child.rate_burst)
    child.scopes = [scope for scope in child.scopes if scope in maker.scopes]
    if is_wider(child.addresses, maker.addresses):
        child.addresses = list(maker.addresses)
    child.expires_at = _sooner(child.expires_at, maker.expires_at)
    mine = effective_rate(maker.rate_per_minute, maker.rate_burst, rates)
    theirs = effective_rate(child.rate_per_minute, child.rate_burst, rates)
    if any(often > most for often, most in zip(theirs, mine, strict=True)):
        child.rate_per_minute, child.rate_burst = maker.rate_per_minute, maker.rate_burst
    return before != (child.scopes, child.addresses, child.expires_at, child.rate_per_minute, child.rate_burst)


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment is not None), default=None)


def adopt(maker: Maker, row: ApiKey) -> None:
    """Note whose a key is from now on whose secret somebody has just been given, and how safely they had signed in."""
    if maker.key is None:
        row.made_by_key_id = None
    row.second_factor = row.second_factor and maker.second_factor
