"""Making, renewing and ending keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.descent import adopt, made_with, refuse_outdated, tighten
from verbatim_enterprise.api_keys.errors import (
    ApiKeyEndedError,
    BoundsError,
    ExpiryError,
    OnlyTighterError,
    RateNotAllowedError,
    TooManyApiKeysError,
)
from verbatim_enterprise.api_keys.events import (
    ApiKeyCreated,
    ApiKeyRevoked,
    ApiKeyRotated,
    ApiKeyUpdated,
    tell_key,
)
from verbatim_enterprise.api_keys.grants import Maker, is_wider
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.api_keys.repository import refuse_unseen
from verbatim_enterprise.api_keys.schemas import KeyCreate, KeyRotate, KeyUpdate
from verbatim_enterprise.api_keys.secret import SHOWN, new_secret
from verbatim_enterprise.auth.crypto import digest
from verbatim_enterprise.config import EnterpriseSettings
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.users.service import lock_user


async def create_key(
    session: AsyncSession, maker: Maker, wanted: KeyCreate, *, settings: EnterpriseSettings, may_raise_rate: bool
) -> tuple[ApiKey, str]:
    """Make a key; returns it with its secret, which is known only now.

    Raises:
        TeamNotFoundError, TeamScopesError, ScopesError, BoundsError: it would reach further than its maker.
        WorkspaceOfKeyError, ExpiryError, RateNotAllowedError, TooManyApiKeysError
    """
    maker.refuse_excess(frozenset(wanted.scopes), wanted.team_id)
    _refuse_rate(wanted, settings, may_raise_rate=may_raise_rate)
    addresses, ends = _bounds(maker, wanted, settings)
    rates = _rates(maker, wanted)
    if wanted.workspace_id is not None:
        await refuse_unseen(session, maker.user_id, str(wanted.team_id), wanted.workspace_id)
    await lock_user(session, maker.user_id)  # so that parallel requests cannot make more than allowed
    if maker.key is not None:
        await refuse_outdated(session, maker.key)
    if await keys_left(session, maker.user_id, settings) <= 0:
        raise TooManyApiKeysError
    secret, now = new_secret(), utcnow()
    row = ApiKey(
        user_id=maker.user_id,
        start=secret[:SHOWN],
        secret_hash=digest(secret),
        secret_made_at=now,
        scopes=sorted(set(wanted.scopes)),
        addresses=addresses,
        second_factor=maker.second_factor,
        made_by_key_id=maker.key.id if maker.key else None,
        created_at=now,
        expires_at=ends,
        rate_per_minute=rates[0],
        rate_burst=rates[1],
        **wanted.model_dump(include={"name", "team_id", "workspace_id"}),
    )
    session.add(row)
    await session.flush()
    await tell_key(session, ApiKeyCreated(**_told(row), scopes=tuple(row.scopes)))
    return row, secret


def _bounds(maker: Maker, wanted: KeyCreate, settings: EnterpriseSettings) -> tuple[list[str], datetime | None]:
    """Return from where and until when a new key may be used; what a key makes inherits both unless it asks for less.

    Raises:
        ExpiryError, BoundsError
    """
    addresses, ends = wanted.addresses, _end(wanted.expires_at, settings)
    if (key := maker.key) is not None:
        addresses = addresses or [str(network) for network in key.networks]
        if wanted.expires_at is None and key.ends != float("inf"):
            ends = datetime.fromtimestamp(key.ends, tz=UTC)
    maker.refuse_wider(addresses, ends)
    return addresses, ends


def _rates(maker: Maker, wanted: KeyCreate) -> tuple[int | None, int | None]:
    """Return the rates of a new key; what a key makes inherits its own unless it asks for less.

    Raises:
        BoundsError
    """
    per_minute, burst = wanted.rate_per_minute, wanted.rate_burst
    if maker.key is not None:
        per_minute, burst = per_minute or maker.key.rate_per_minute, burst or maker.key.rate_burst
    maker.refuse_faster(per_minute, burst)
    return per_minute, burst


def _told(row: ApiKey) -> dict[str, Any]:
    """Return what every event of a key tells."""
    return {"api_key_id": row.id, "name": row.name, "user_id": row.user_id, "team_id": row.team_id}


async def keys_left(session: AsyncSession, user_id: str, settings: EnterpriseSettings) -> int:
    """Return how many further keys somebody may have."""
    works = or_(ApiKey.expires_at.is_(None), ApiKey.expires_at > utcnow())
    counted = select(func.count()).where(ApiKey.user_id == user_id, ApiKey.revoked_at.is_(None), works)
    return settings.api_keys.keys_per_user - (await session.scalar(counted) or 0)


def _end(wished: datetime | None, settings: EnterpriseSettings) -> datetime | None:
    now, days = utcnow(), settings.api_keys.keys_max_days
    latest = now + timedelta(days=days) if days else None
    if wished is None:
        return latest
    # A minute of grace: clocks differ, and forms say "in 90 days" a moment before they are sent.
    if wished <= now or (latest is not None and wished > latest + timedelta(minutes=1)):
        raise ExpiryError(extra={"max_days": days or None})
    return wished if latest is None else min(wished, latest)


def _refuse_rate(wanted: KeyCreate | KeyUpdate, settings: EnterpriseSettings, *, may_raise_rate: bool) -> None:
    if may_raise_rate:
        return
    rates = settings.rates
    for wished, usual in (
        (wanted.rate_per_minute, rates.rate_key_per_minute),
        (wanted.rate_burst, rates.rate_key_burst),
    ):
        if wished is not None and usual and wished > usual:
            raise RateNotAllowedError(extra={"rate_per_minute": rates.rate_key_per_minute})


async def update_key(
    session: AsyncSession,
    maker: Maker,
    row: ApiKey,
    change: KeyUpdate,
    *,
    settings: EnterpriseSettings,
    may_raise_rate: bool,
) -> None:
    """Give a key another name, rate, end, or other addresses or scopes.

    Its owner may give it whatever they could give a new one; others may only take away, and so may programs, which
    besides can give nothing that they do not have themselves.

    Raises:
        RateNotAllowedError: the rate is above the server's default.
        ApiKeyEndedError: it was revoked.
        ScopesError, BoundsError, OnlyTighterError, ExpiryError: it would reach further than it may.
    """
    given = change.model_fields_set
    _refuse_rate(change, settings, may_raise_rate=may_raise_rate)
    if row.revoked_at is not None and given - {"name"}:
        raise ApiKeyEndedError
    if "name" in given and change.name is not None:
        row.name = change.name
    if given & {"rate_per_minute", "rate_burst"}:
        _change_rate(maker, row, change)
    _change_bounds(maker, row, change, settings)
    made = await made_with(session, row) if given - {"name"} else []
    for one in (row, *(child for child in made if tighten(child, row, settings.rates))):
        await session.flush()
        await tell_key(session, ApiKeyUpdated(**_told(one)))
        if not one.scopes:  # nothing is left that it could do
            await revoke_key(session, one, by=maker.user_id)


def _change_rate(maker: Maker, row: ApiKey, change: KeyUpdate) -> None:
    for name in ("rate_per_minute", "rate_burst"):
        if name in change.model_fields_set:
            setattr(row, name, getattr(change, name))
    maker.refuse_faster(row.rate_per_minute, row.rate_burst)


def _change_bounds(maker: Maker, row: ApiKey, change: KeyUpdate, settings: EnterpriseSettings) -> None:
    given, before, ends_before = change.model_fields_set, (row.addresses, row.scopes), row.expires_at
    if "scopes" in given:
        row.scopes = sorted(set(change.scopes))
        if row.user_id == maker.user_id:
            maker.refuse_excess(frozenset(change.scopes), row.team_id)
    if "addresses" in given:
        row.addresses = change.addresses
    if "expires_at" in given:
        row.expires_at = _end(change.expires_at, settings)
    if not given & {"scopes", "addresses", "expires_at"}:
        return
    later = ends_before is not None and (row.expires_at is None or row.expires_at > ends_before)
    wider = later or is_wider(row.addresses, before[0]) or not set(row.scopes) <= set(before[1])
    if wider and row.user_id != maker.user_id:
        raise OnlyTighterError
    if wider and maker.key is not None:
        raise BoundsError


async def rotate_key(
    session: AsyncSession, maker: Maker, row: ApiKey, wanted: KeyRotate, *, settings: EnterpriseSettings
) -> str:
    """Give a key a new secret and return it. The one before works for a while longer, one before that no more.

    A key that ends gets as long a life again, except from a program: that could so live for ever.

    Raises:
        ApiKeyEndedError: it was revoked.
        BoundsError: a program asks, and the key can do more than its own.
        ExpiryError
    """
    if row.revoked_at is not None:
        raise ApiKeyEndedError
    if maker.key is not None and not set(row.scopes) <= maker.key.scopes:
        raise BoundsError
    now = utcnow()
    if wanted.expires_at is not None:
        ends = _end(wanted.expires_at, settings)
    elif row.expires_at is None:
        ends = _end(None, settings)
    else:
        ends = row.expires_at if maker.key else now + (row.expires_at - row.secret_made_at)
    maker.refuse_wider(row.addresses, ends)
    maker.refuse_faster(row.rate_per_minute, row.rate_burst)
    secret = new_secret()
    row.previous_hash = row.secret_hash if wanted.overlap_seconds else None
    row.previous_ends_at = now + timedelta(seconds=wanted.overlap_seconds) if wanted.overlap_seconds else None
    row.secret_hash, row.secret_made_at, row.start = digest(secret), now, secret[:SHOWN]
    row.expires_at = ends
    adopt(maker, row)
    await session.flush()
    await tell_key(session, ApiKeyRotated(**_told(row), overlap_seconds=wanted.overlap_seconds))
    return secret


async def revoke_key(session: AsyncSession, row: ApiKey, *, by: str) -> None:
    """End a key for good, with all that was made with it; doing it twice changes nothing."""
    ending = [one for one in (row, *await made_with(session, row)) if one.revoked_at is None]
    for one in ending:
        one.revoked_at, one.revoked_by = utcnow(), by
        one.previous_hash = one.previous_ends_at = None
    await session.flush()
    for one in ending:
        await tell_key(session, ApiKeyRevoked(**_told(one), revoked_by=by))
