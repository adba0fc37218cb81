"""Reading sessions for people."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.host import utcnow


async def list_sessions(session: AsyncSession, user_id: str) -> Sequence[AuthSession]:
    """Return the sessions of an account that can still be used, the last used first."""
    now = utcnow()
    rows = await session.scalars(
        select(AuthSession)
        .where(
            AuthSession.user_id == user_id,
            AuthSession.ended_at.is_(None),
            AuthSession.expires_at > now,
            AuthSession.ends_at > now,
        )
        .order_by(AuthSession.rotated_at.desc(), AuthSession.id)
    )
    return rows.all()
