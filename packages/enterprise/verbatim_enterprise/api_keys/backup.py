"""What a restore does about API keys."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.host import BackupPart, utcnow


async def end_keys(session: AsyncSession) -> None:
    """End every key. One that was revoked after the backup would open again, and nobody could tell it from the rest."""
    now = utcnow()
    ended = update(ApiKey).where(ApiKey.revoked_at.is_(None)).values(revoked_at=now, previous_ends_at=None)
    await session.execute(ended.execution_options(synchronize_session=False))


part = BackupPart(restored=end_keys)
