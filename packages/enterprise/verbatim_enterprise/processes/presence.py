"""Knowing who else is there: each process says so from time to time, and counts the servers among the others."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid5

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, Member, RepeatedTask, Service, utcnow
from verbatim_enterprise.processes.models import Role, ServerProcess
from verbatim_enterprise.system_session import system_transaction

BEAT_SECONDS: Final = 20.0
GONE_AFTER: Final = timedelta(seconds=60)
FORGET_AFTER: Final = timedelta(days=1)


class Presence:
    """This process among the others."""

    def __init__(self, database: Database, role: Role, job_types: Sequence[str], member: Member) -> None:
        self.servers = 1
        """How many servers there are, this one included."""
        self._database = database
        # Who comes after one that was killed takes its row over.
        self._id = str(uuid5(UUID(member.server), str(member.number)))
        self._role, self._job_types = role, list(job_types)
        # When a beat fails the number known so far stays good.
        self._beats = RepeatedTask(self.beat, name="presence", seconds=BEAT_SECONDS, failed="presence_not_written")

    async def start(self) -> None:
        await self.beat()
        self._beats.start()

    async def stop(self) -> None:
        await self._beats.stop()
        async with system_transaction(self._database) as session:
            await session.execute(delete(ServerProcess).where(ServerProcess.id == self._id))

    async def beat(self) -> None:
        """Say that this process is there, and count who else is."""
        async with system_transaction(self._database) as session:
            row = await session.get(ServerProcess, self._id)
            if row is None:
                host = socket.gethostname()[:255]
                row = ServerProcess(id=self._id, host=host, role=self._role, job_types=self._job_types)
                session.add(row)
            row.seen_at = utcnow()
            await session.flush()
            await session.execute(delete(ServerProcess).where(ServerProcess.seen_at < utcnow() - FORGET_AFTER))
            self.servers = max(1, await count_servers(session))


async def count_servers(session: AsyncSession) -> int:
    """Return how many servers were there within the last minute."""
    servers = select(func.count()).select_from(ServerProcess).where(_alive(), ServerProcess.role == Role.SERVER)
    return await session.scalar(servers) or 0


async def living(session: AsyncSession) -> Sequence[ServerProcess]:
    """Return all processes that were there within the last minute."""
    return (await session.scalars(select(ServerProcess).where(_alive()))).all()


def _alive() -> ColumnElement[bool]:
    return ServerProcess.seen_at > utcnow() - GONE_AFTER


PRESENCE: Final = Service[Presence]("presence")
