"""Keys that keys have made: they last no longer and can do no more than their maker, also later.

Whoever ends or tightens a key that got into wrong hands means those that were made with it too. A key is its maker's
until its owner gives it another secret themselves.
"""

from __future__ import annotations

from datetime import datetime
from ipaddress import ip_network
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.errors import ApiKeyRevokedError, BoundsError
from verbatim_enterprise.api_keys.grants import Maker, effective_rate, is_wider
from verbatim_enterprise.api_keys.live import LiveKey
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.rate_limits.settings import RateSettings

_AT_ONCE: Final = 1_000
"""Keys named in one statement."""


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
    """Return what a key has made, what that has made, and so on, as far as it was not revoked; locked.

    One generation after the other: what is locked makes nothing more, so that none can be missed. Those that were
    revoked before are passed through: what they have made may have been left.
    """
    found, makers = dict[str, ApiKey](), {row.id}
    passed = set(makers)
    while makers:
        more = set[str]()
        ids = sorted(makers)
        for first in range(0, len(ids), _AT_ONCE):
            made = (ApiKey.user_id == row.user_id, ApiKey.made_by_key_id.in_(ids[first : first + _AT_ONCE]))
            alive = select(ApiKey).where(*made, ApiKey.revoked_at.is_(None)).order_by(ApiKey.id).with_for_update()
            children = await session.scalars(alive.execution_options(populate_existing=True))
            found |= {one.id: one for one in children if one.id not in passed}
            more |= set(await session.scalars(select(ApiKey.id).where(*made)))
        makers = more - passed
        passed |= more
    return list(found.values())


def tighten(child: ApiKey, maker: ApiKey, rates: RateSettings) -> bool:
    """Take from a key what its maker has no more; says whether there was anything."""
    before = (child.scopes, child.addresses, child.expires_at, child.rate_per_minute, child.rate_burst)
    child.scopes = [scope for scope in child.scopes if scope in maker.scopes]
    if is_wider(child.addresses, maker.addresses):
        child.addresses = _shared(child.addresses, maker.addresses)
    child.expires_at = _sooner(child.expires_at, maker.expires_at)
    mine = effective_rate(maker.rate_per_minute, maker.rate_burst, rates)
    theirs = effective_rate(child.rate_per_minute, child.rate_burst, rates)
    if theirs[0] > mine[0]:
        child.rate_per_minute = maker.rate_per_minute
    if theirs[1] > mine[1]:
        child.rate_burst = maker.rate_burst
    return before != (child.scopes, child.addresses, child.expires_at, child.rate_per_minute, child.rate_burst)


def _shared(addresses: list[str], than: list[str]) -> list[str]:
    """Return the addresses in both, or all of the second where there are none: a key without any may be used from
    everywhere.
    """
    inside = [one for one in addresses if not is_wider([one], than)]
    around = [one for one in than if addresses and not is_wider([one], addresses)]
    return list(dict.fromkeys([*inside, *around])) or list(than)


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment is not None), default=None)


def adopt(maker: Maker, row: ApiKey) -> None:
    """Note whose a key is from now on whose secret somebody has just been given, and how safely they had signed in."""
    if maker.key is None:
        row.made_by_key_id = None
    row.second_factor = row.second_factor and maker.second_factor
