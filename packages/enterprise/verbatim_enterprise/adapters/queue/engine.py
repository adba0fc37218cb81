"""The engine on pgqueuer: any number of processes on any number of machines share the work."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.adapters.queue.tickets import LOG, TABLE, move_ticket, take_tickets, waiting, write_ticket
from verbatim_enterprise.host import (
    LOWEST,
    ClaimedJob,
    EngineParts,
    FairShare,
    Job,
    JobEngine,
    JobStatus,
    Lane,
    PluginError,
    as_system,
    release_expired,
    take,
)

TIDY_SECONDS: Final = 60.0
AT_ONCE: Final = 500

NEEDS_POSTGRESQL: Final = (
    "VERBATIM_JOBS=distributed needs PostgreSQL, which all machines share: set "
    "VERBATIM_DATABASE_URL=postgresql+asyncpg://…, or leave VERBATIM_JOBS at embedded."
)

_WITHOUT_TICKET = text(f"NOT EXISTS (SELECT FROM {TABLE} t WHERE t.dedupe_key = jobs.id AND t.status = 'queued')")
_OLD_LOG = text(f"DELETE FROM {LOG} WHERE created < now() - interval '1 hour'")  # noqa: S608 - a constant


class PgqueuerEngine(JobEngine):
    """Finds the next jobs by their tickets. A server runs only light jobs: the others are for `verbatim worker`."""

    def __init__(self, parts: EngineParts) -> None:
        """Make the engine.

        Raises:
            PluginError: the database is not one that several machines share.
        """
        if parts.database.dialect != "postgresql":
            raise PluginError(NEEDS_POSTGRESQL)
        lanes = parts.lanes if parts.is_worker else tuple(lane for lane in parts.lanes if lane.light)
        super().__init__(replace(parts, lanes=lanes))
        self._tidied = -TIDY_SECONDS

    async def queued(self, session: AsyncSession, job: Job) -> None:
        await write_ticket(session, job)

    async def moved(self, session: AsyncSession, job_id: str, priority: int) -> bool:
        return await move_ticket(session, job_id, priority)

    async def claim(self, lane: Lane, slots: int, fair: FairShare) -> Sequence[ClaimedJob]:
        least = LOWEST if lane.least_priority is None else lane.least_priority
        async with self.database.transaction() as session:
            running, entries = await waiting(session, sorted(lane.types), least)
            if not running:
                return []

            async def some(owner: str | None, limit: int) -> list[str]:
                return await take_tickets(session, entries[owner], limit, least)

            ids = await fair.pick(running, slots, some)
            return await take(session, ids, worker_id=self.worker_id, lease=self.lease)

    async def recover(self) -> None:
        await release_expired(self.database)
        if time.monotonic() - self._tidied >= TIDY_SECONDS:
            self._tidied = time.monotonic()
            await self._tidy()

    async def _tidy(self) -> None:
        """Give tickets to jobs that wait without one, from before this engine was chosen; throw old log lines away."""
        lost = select(Job).where(Job.status == JobStatus.QUEUED, _WITHOUT_TICKET)
        found = AT_ONCE
        while found == AT_ONCE:
            with as_system("job tickets"):
                async with self.database.transaction() as session:
                    jobs = list(await session.scalars(lost.limit(AT_ONCE).with_for_update(skip_locked=True)))
                    for job in jobs:
                        await write_ticket(session, job)
                    await session.execute(_OLD_LOG)
            found = len(jobs)
            if found:
                self.look()
