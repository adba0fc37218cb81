"""A team ends: not while something of it is held."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.holds.errors import HeldError
from verbatim_enterprise.holds.models import Hold


async def refuse_held(session: AsyncSession) -> None:
    """Refuse before anything is done.

    Raises:
        HeldError: a hold stands.
    """
    standing = select(Hold).where(Hold.lifted_at.is_(None)).order_by(Hold.placed_at, Hold.id).limit(1)
    hold: Hold | None = await session.scalar(standing)
    if hold is not None:
        raise HeldError.by(hold)
