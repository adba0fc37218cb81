"""Knowing how many servers there are: each says every twenty seconds that it is there, and counts the others."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from datetime import timedelta
from typing import Final

import structlog
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, new_id, utcnow
from verbatim_enterprise.rate_limits.models import ServerProcess
from verbatim_enterprise.system_session import system_transaction

log = structlog.get_logger(__name__)

BEAT_SECONDS: Final = 20.0
GONE_AFTER: Final = timedelta(seconds=60)
FORGET_AFTER: Final = timedelta(days=1)


class Presence:
    """This process among the others."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._id = new_id()
        self._task: asyncio.Task[None] | None = None
        self.servers = 1

    async def start(self) -> None:
        await self.beat()
        self._task = asyncio.create_task(self._beat_forever())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        async with system_transaction(self._database) as session:
            await session.execute(delete(ServerProcess).where(ServerProcess.id == self._id))

    async def _beat_forever(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            try:
                await self.beat()
            except Exception as error:  # noqa: BLE001 - the number known so far stays good
                log.warning("presence_not_written", reason=type(error).__name__)

    async def beat(self) -> None:
        """Say that this process is there, and count who else is."""
        async with system_transaction(self._database) as session:
            row = await session.get(ServerProcess, self._id)
            if row is None:
                row = ServerProcess(id=self._id, host=socket.gethostname()[:255])
                session.add(row)
            row.seen_at = utcnow()
            await session.flush()
            await session.execute(delete(ServerProcess).where(ServerProcess.seen_at < utcnow() - FORGET_AFTER))
            self.servers = max(1, await count_servers(session))


async def count_servers(session: AsyncSession) -> int:
    """Return how many servers were there within the last minute."""
    alive = ServerProcess.seen_at > utcnow() - GONE_AFTER
    return await session.scalar(select(func.count()).select_from(ServerProcess).where(alive)) or 0
