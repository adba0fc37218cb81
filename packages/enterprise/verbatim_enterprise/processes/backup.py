"""What a restore does about processes: those of the other timeline are not there."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import BackupPart
from verbatim_enterprise.processes.models import ServerProcess


async def _forget(session: AsyncSession) -> None:
    await session.execute(delete(ServerProcess))


part = BackupPart(restored=_forget)
