"""Gathering what the installation knows of one person."""

from __future__ import annotations

from typing import Final

from sqlalchemy import column, func, or_, select, table
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.admin.models import ActivityDay
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.audit.models import AuditLog
from verbatim_enterprise.auth.models import Identity, RecoveryCode
from verbatim_enterprise.auth.repository import list_sessions
from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import TRASH, Permission, utcnow
from verbatim_enterprise.people.schemas import Person, PersonAction, PersonDevice, PersonKey, PersonStorage
from verbatim_enterprise.teams.models import Team, TeamMember, TeamRole
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.repository import responses

LATEST: Final = 20
_MOST: Final = 100
_COUNTED: Final = ("owner_key", "workspace_key", "recordings", "bytes")
_COUNTS: Final = table("recording_counts", *(column(name) for name in _COUNTED))


async def person_of(session: AsyncSession, user: User, caller: Caller) -> Person:
    """Return everything about somebody that the caller may see."""
    account = (await responses(session, [user]))[0]
    devices = [
        PersonDevice(
            id=row.id,
            method=row.method,
            address=row.address,
            user_agent=row.user_agent,
            second_factor=row.second_factor,
            last_used_at=row.rotated_at,
        )
        for row in await list_sessions(session, user.id)
    ]
    keys = await _keys(session, user)
    codes = select(func.count(RecoveryCode.id)).where(RecoveryCode.user_id == user.id, RecoveryCode.used_at.is_(None))
    providers = select(Identity.provider).where(Identity.user_id == user.id).distinct().order_by(Identity.provider)
    return Person(
        account=account,
        last_active_on=await session.scalar(select(ActivityDay.day).where(ActivityDay.user_id == user.id)),
        providers=list(await session.scalars(providers)),
        recovery_codes_left=await session.scalar(codes) or 0,
        sessions=devices,
        keys=keys,
        storage=await _storage(session, [team.id for team in account.teams]),
        actions=await _actions(session, user) if Permission.AUDIT_READ in caller.permissions else None,
        deactivating=await _deactivating(session, user, devices=len(devices), keys=len(keys)),
    )


async def _keys(session: AsyncSession, user: User) -> list[PersonKey]:
    works = (ApiKey.revoked_at.is_(None), or_(ApiKey.expires_at.is_(None), ApiKey.expires_at > utcnow()))
    rows = select(ApiKey).where(ApiKey.user_id == user.id, *works).order_by(ApiKey.created_at.desc(), ApiKey.id)
    return [PersonKey.model_validate(row, from_attributes=True) for row in await session.scalars(rows.limit(_MOST))]


async def _storage(session: AsyncSession, team_ids: list[str]) -> list[PersonStorage]:
    sums = (func.sum(_COUNTS.c.recordings), func.sum(_COUNTS.c.bytes))
    shown = (_COUNTS.c.owner_key.in_(team_ids), _COUNTS.c.workspace_key != TRASH)
    kept = select(_COUNTS.c.owner_key, *sums).where(*shown).group_by(_COUNTS.c.owner_key)
    rows = await session.execute(kept.order_by(_COUNTS.c.owner_key))
    return [PersonStorage(team_id=team, recordings=int(count), bytes=int(size)) for team, count, size in rows]


async def _actions(session: AsyncSession, user: User) -> list[PersonAction]:
    latest = select(AuditLog).where(AuditLog.actor_id == user.id).order_by(AuditLog.id.desc()).limit(LATEST)
    return [PersonAction.model_validate(row, from_attributes=True) for row in await session.scalars(latest)]


async def _deactivating(session: AsyncSession, user: User, *, devices: int, keys: int) -> list[str]:
    """Say what deactivating somebody means."""
    if not user.is_active:
        return []
    alone = (
        select(TeamMember.team_id)
        .where(TeamMember.role == TeamRole.OWNER)
        .group_by(TeamMember.team_id)
        .having(func.count() == 1)
    )
    mine = (TeamMember.user_id == user.id, TeamMember.role == TeamRole.OWNER, TeamMember.team_id.in_(alone))
    names = select(Team.name).join(TeamMember, TeamMember.team_id == Team.id).where(*mine).order_by(Team.name)
    owned = list(await session.scalars(names.limit(_MOST)))
    told = [
        "They are signed out everywhere at once and cannot sign in again.",
        f"{devices} {'session ends' if devices == 1 else 'sessions end'}, {keys} of their API keys stop working.",
        "What they recorded belongs to their teams and stays; their seat becomes free.",
    ]
    if owned:
        told.append(f"Nobody else owns {', '.join(owned)}: make somebody else an owner first.")
    return told
