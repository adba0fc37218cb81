"""Making, renewing and ending keys."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.errors import (
    ApiKeyEndedError,
    BoundsError,
    ExpiryError,
    RateNotAllowedError,
    TooManyApiKeysError,
    WorkspaceOfKeyError,
)
from verbatim_enterprise.api_keys.events import (
    ApiKeyCreated,
    ApiKeyRevoked,
    ApiKeyRotated,
    ApiKeyUpdated,
    tell_key,
)
from verbatim_enterprise.api_keys.grants import Maker
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.api_keys.schemas import KeyCreate, KeyRotate, KeyUpdate
from verbatim_enterprise.api_keys.secret import SHOWN, new_secret
from verbatim_enterprise.auth.crypto import digest
from verbatim_enterprise.config import EnterpriseSettings
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.teams.models import Workspace, WorkspaceMember
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
    if wanted.workspace_id is not None:
        await _refuse_unseen(session, maker.user_id, str(wanted.team_id), wanted.workspace_id)
    await lock_user(session, maker.user_id)  # so that parallel requests cannot make more than allowed
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
        **wanted.model_dump(include={"name", "team_id", "workspace_id", "rate_per_minute", "rate_burst"}),
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


async def _refuse_unseen(session: AsyncSession, user_id: str, team_id: str, workspace_id: str) -> None:
    workspace = await session.get(Workspace, workspace_id)
    if workspace is None or workspace.team_id != team_id:
        raise WorkspaceOfKeyError
    if workspace.is_private and await session.get(WorkspaceMember, (workspace_id, user_id)) is None:
        raise WorkspaceOfKeyError


async def update_key(
    session: AsyncSession, row: ApiKey, change: KeyUpdate, *, settings: EnterpriseSettings, may_raise_rate: bool
) -> None:
    """Give a key another name or rate.

    Raises:
        RateNotAllowedError: the rate is above the server's default.
    """
    _refuse_rate(change, settings, may_raise_rate=may_raise_rate)
    for name in change.model_fields_set:
        value = getattr(change, name)
        if name != "name" or value is not None:
            setattr(row, name, value)
    await session.flush()
    await tell_key(session, ApiKeyUpdated(api_key_id=row.id, name=row.name, user_id=row.user_id, team_id=row.team_id))


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
    secret = new_secret()
    row.previous_hash = row.secret_hash if wanted.overlap_seconds else None
    row.previous_ends_at = now + timedelta(seconds=wanted.overlap_seconds) if wanted.overlap_seconds else None
    row.secret_hash, row.secret_made_at, row.start = digest(secret), now, secret[:SHOWN]
    row.expires_at = ends
    await session.flush()
    await tell_key(session, ApiKeyRotated(**_told(row), overlap_seconds=wanted.overlap_seconds))
    return secret


async def revoke_key(session: AsyncSession, row: ApiKey, *, by: str) -> None:
    """End a key for good; doing it twice changes nothing."""
    if row.revoked_at is not None:
        return
    row.revoked_at, row.revoked_by = utcnow(), by
    row.previous_hash = row.previous_ends_at = None
    await session.flush()
    await tell_key(session, ApiKeyRevoked(**_told(row), revoked_by=by))
