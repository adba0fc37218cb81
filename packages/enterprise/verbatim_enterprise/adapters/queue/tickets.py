"""Tickets: rows of pgqueuer that say which job waits, and nothing else.

A ticket is written in the transaction in which its job begins to wait, and goes in the one that claims it. The job's
own row is the truth: a ticket whose job has ended meanwhile is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import LOWEST, Job, lazy, utcnow

if TYPE_CHECKING:
    from pgqueuer import queries
else:
    queries = lazy("pgqueuer.queries")


TABLE: Final = "pgqueuer"
LOG: Final = "pgqueuer_log"

# A claim that a crash of the database undoes is a job that still waits, whose worker is refused: it need not be on disk
# before the work begins.
# From entry point to entry point through pgqueuer's own index, however many tickets each has.
WAITING: Final = """
WITH RECURSIVE entry (name) AS (
    SELECT min(entrypoint) FROM pgqueuer WHERE status = 'queued'
    UNION ALL
    SELECT (SELECT min(entrypoint) FROM pgqueuer WHERE status = 'queued' AND entrypoint > entry.name)
    FROM entry WHERE entry.name IS NOT NULL
), running AS (
    SELECT coalesce(owner_id, '') AS owner, count(*) AS jobs FROM jobs
    WHERE status = 'running' AND job_type = ANY ($1::text[]) GROUP BY 1
)
SELECT entry.name, coalesce(running.jobs, 0) AS running, set_config('synchronous_commit', 'off', true)
FROM entry LEFT JOIN running ON running.owner = split_part(entry.name, ':', -1)
WHERE left(entry.name, -1 - length(split_part(entry.name, ':', -1))) = ANY ($1::text[])
  AND EXISTS (SELECT FROM pgqueuer WHERE entrypoint = entry.name AND status = 'queued' AND execute_after < now()
              AND priority >= $2)
"""


# In pgqueuer's order and along its index. Its own `dequeue` marks a ticket, notes it in a log and awaits a heartbeat:
# for a ticket that is gone at the end of the same transaction that was half of what a claim cost.
TAKE: Final = """
DELETE FROM pgqueuer WHERE id = ANY (ARRAY (
    SELECT id FROM pgqueuer WHERE entrypoint = ANY ($1::text[]) AND status = 'queued' AND execute_after < now()
      AND priority >= $3
    ORDER BY priority DESC, id LIMIT $2 FOR UPDATE SKIP LOCKED
)) RETURNING priority, id, payload
"""


# Whoever claims a job locks its ticket before its row, so nobody waits for a ticket here.
MOVE: Final = """
WITH mine AS (
    SELECT id FROM pgqueuer WHERE dedupe_key = $1 AND status = 'queued' FOR UPDATE SKIP LOCKED
), changed AS (
    UPDATE pgqueuer SET priority = $2 WHERE id IN (SELECT id FROM mine) RETURNING id
)
SELECT EXISTS (SELECT FROM pgqueuer WHERE dedupe_key = $1 AND status = 'queued') AS there,
       (SELECT count(*) FROM changed) AS moved
"""


async def driver_of(session: AsyncSession) -> Any:
    """Return the session's own asyncpg connection, in its transaction."""
    return (await (await session.connection()).get_raw_connection()).driver_connection


def entry_point(job_type: str, owner_id: str | None) -> str:
    return f"{job_type}:{owner_id or ''}"


def owner_of(name: str) -> str | None:
    return name.rpartition(":")[2] or None


async def write_ticket(session: AsyncSession, job: Job) -> None:
    """Let workers find a job that waits, once the session's transaction is committed."""
    wait = max(timedelta(0), job.run_at - utcnow())
    driver = await driver_of(session)
    if job.lease_token:  # the embedded engine, which knows no tickets, may have claimed it and left an old one
        await driver.execute(f"DELETE FROM {TABLE} WHERE dedupe_key = $1", job.id)  # noqa: S608 - a constant
    await queries.Queries.from_asyncpg_connection(driver).enqueue(
        entry_point(job.job_type, job.owner_id),
        job.id.encode(),
        job.priority,
        wait or None,
        dedupe_key=job.id,
        on_conflict="skip",
    )


async def move_ticket(session: AsyncSession, job_id: str, priority: int) -> bool:
    """Give a ticket another priority. Returns False when a worker takes it this moment. A job that waits without one
    gets it later, with the priority of its row.
    """
    found = await (await driver_of(session)).fetchrow(MOVE, job_id, priority)
    return not found["there"] or bool(found["moved"])


async def waiting(
    session: AsyncSession, types: Sequence[str], least: int = LOWEST
) -> tuple[dict[str | None, int], dict[str | None, list[str]]]:
    """Return who has jobs of these types and of this priority or more to be run now: how many of theirs run everywhere,
    and their entry points.
    """
    running: dict[str | None, int] = {}
    entries: dict[str | None, list[str]] = {}
    for name, count, _ in await (await driver_of(session)).fetch(WAITING, list(types), least):
        owner = owner_of(name)
        running[owner] = count
        entries.setdefault(owner, []).append(name)
    return running, entries


async def take_tickets(session: AsyncSession, names: Sequence[str], limit: int, least: int = LOWEST) -> list[str]:
    """Take the next tickets of some entry points; returns the ids of their jobs. No other worker gets them, unless this
    transaction is rolled back.
    """
    found = await (await driver_of(session)).fetch(TAKE, list(names), limit, least)
    return [payload.decode() for _, _, payload in sorted(found, key=lambda ticket: (-ticket[0], ticket[1]))]
