"""The embedded engine: workers inside the server process, on any database, that look for work in the jobs' own rows."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.jobs.claims import ClaimedJob, expire_the_dead, take
from verbatim.core.jobs.engine import JobEngine
from verbatim.core.jobs.fairness import FairShare, Owner
from verbatim.core.jobs.models import IS_QUEUED, Job
from verbatim.core.jobs.parts import LOWEST, Lane

# From owner to owner through the index of queued jobs, however many jobs each has.
_WAITING = text("""
WITH RECURSIVE owners (id) AS (
    SELECT min(owner_id) FROM jobs WHERE status = 'queued'
    UNION ALL
    SELECT (SELECT min(owner_id) FROM jobs WHERE status = 'queued' AND owner_id > owners.id)
    FROM owners WHERE owners.id IS NOT NULL
), running AS (
    SELECT owner_id, job_type FROM jobs WHERE status IN ('queued', 'running') AND status = 'running'
)
SELECT id, (SELECT count(*) FROM running WHERE owner_id = owners.id AND job_type IN :types)
FROM owners WHERE EXISTS (
    SELECT 1 FROM jobs WHERE status = 'queued' AND owner_id = owners.id AND run_at <= :now AND job_type IN :types
    AND priority >= :least)
UNION ALL
SELECT NULL, (SELECT count(*) FROM running WHERE owner_id IS NULL AND job_type IN :types)
WHERE EXISTS (
    SELECT 1 FROM jobs WHERE status = 'queued' AND owner_id IS NULL AND run_at <= :now AND job_type IN :types
    AND priority >= :least)
""").bindparams(bindparam("types", expanding=True), bindparam("now", type_=Job.run_at.type))


class EmbeddedJobEngine(JobEngine):
    """Runs jobs beside the requests. What a process that was killed had in hand goes on at the next start."""

    async def start(self) -> None:
        if self.lanes:
            await self.guarded(self._take_over)
        await super().start()

    async def _take_over(self) -> None:
        await expire_the_dead(self.database)
        await self.recover()

    async def claim(self, lane: Lane, slots: int, fair: FairShare) -> Sequence[ClaimedJob]:
        types, least = sorted(lane.types), LOWEST if lane.least_priority is None else lane.least_priority
        async with self.database.transaction(read_only=True) as session:
            wanted = {"types": types, "now": utcnow(), "least": least}
            found = await session.execute(_WAITING, wanted)
            waiting = {owner: busy for owner, busy in found}  # noqa: C416 - a dict() of rows has no types
        if not waiting:
            return []  # looking costs SQLite no write lock
        async with self.database.transaction() as session:
            picked = list[str]()

            async def some(owner: Owner, limit: int) -> list[str]:
                ids = await _next_jobs(session, types, owner, limit, picked, least)
                picked.extend(ids)
                return ids

            ids = await fair.pick(waiting, slots, some)
            return await take(session, ids, worker_id=self.worker_id, lease=self.lease)


async def _next_jobs(
    session: AsyncSession, types: Sequence[str], owner: Owner, limit: int, but: Sequence[str], least: int
) -> list[str]:
    """Return the ids of an owner's next jobs, and lock them."""
    whose = Job.owner_id.is_(None) if owner is None else Job.owner_id == owner
    statement = (
        select(Job.id)
        .where(IS_QUEUED, whose, Job.run_at <= utcnow(), Job.job_type.in_(types), Job.id.not_in(but))
        .where(Job.priority >= least)
        .order_by(Job.priority.desc(), Job.run_at, Job.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return list(await session.scalars(statement))
