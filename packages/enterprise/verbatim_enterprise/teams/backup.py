"""What a restore does about invitations."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import BackupPart, utcnow
from verbatim_enterprise.teams.models import Invite


async def end_invitations(session: AsyncSession) -> None:
    """End those that are open: their links may have been taken back, or used, after the backup."""
    is_open = (Invite.revoked_at.is_(None), Invite.accepted_at.is_(None))
    ended = update(Invite).where(*is_open).values(revoked_at=utcnow())
    await session.execute(ended.execution_options(synchronize_session=False))


part = BackupPart(restored=end_invitations)
