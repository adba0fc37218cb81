"""Taking jobs and giving them back: every change of who holds a job, whichever engine found it.

A claim takes a lease and a new fencing token. While its worker lives the lease is renewed; one that has run out lets
another worker have the job.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import Database, one_of
from verbatim.core.jobs.models import IS_ACTIVE, Job, JobStatus
from verbatim.core.jobs.progress import tell_progress
from verbatim.core.jobs.queue import announce_queued, end_job
from verbatim.core.ownership import scope_of_owner, use_scope
from verbatim.core.process import is_dead

_RUNNING = (IS_ACTIVE, Job.status == JobStatus.RUNNING)
TOO_OFTEN = "The server stopped several times while working on this."


@dataclass(frozen=True)
class ClaimedJob:
    """What a worker knows of a job that it has taken, in the order of `_COLUMNS`."""

    id: str
    job_type: str
    owner_id: str | None
    workspace_id: str | None
    payload: dict[str, Any]
    attempts: int
    max_attempts: int
    lease_token: int
    priority: int = 0
    trace: str | None = None


_COLUMNS = (
    Job.id,
    Job.job_type,
    Job.owner_id,
    Job.workspace_id,
    Job.payload,
    Job.attempts,
    Job.max_attempts,
    Job.lease_token,
    Job.priority,
    Job.trace,
)


async def take(session: AsyncSession, ids: Sequence[str], *, worker_id: str, lease: timedelta) -> list[ClaimedJob]:
    """Give queued jobs to a worker, in the order of `ids`. Those that have ended meanwhile are left out."""
    if not ids:
        return []
    now = utcnow()
    statement = (
        update(Job)
        .where(
            one_of(session, Job.id, ids),
            Job.status == JobStatus.QUEUED,
            Job.cancel_requested.is_(False),
            Job.attempts < Job.max_attempts,
        )
        .values(
            status=JobStatus.RUNNING,
            attempts=Job.attempts + 1,
            lease_token=Job.lease_token + 1,
            worker_id=worker_id,
            lease_expires_at=now + lease,
            started_at=func.coalesce(Job.started_at, literal(now, Job.started_at.type)),
        )
        .returning(*_COLUMNS)
        .execution_options(synchronize_session=False)
    )
    found = {row.id: ClaimedJob(*row) for row in await session.execute(statement)}
    for job_id in ids:
        if job_id not in found:
            job = await session.get(Job, job_id, populate_existing=True, with_for_update=True)
            if job is not None and job.status == JobStatus.QUEUED:
                await _end_if_hopeless(session, job)
    return [found[job_id] for job_id in ids if job_id in found]


async def _end_if_hopeless(session: AsyncSession, job: Job) -> bool:
    """End a job that must not run again. Returns whether it was one."""
    if job.cancel_requested:
        await end_job(session, job, JobStatus.CANCELLED)
    elif job.attempts >= job.max_attempts:
        await end_job(session, job, JobStatus.FAILED, TOO_OFTEN, "interrupted")
    else:
        return False
    return True


async def put_back(session: AsyncSession, job: Job, *, delay: float = 0, count_attempt: bool = True) -> None:
    """Let a running job wait again, for `delay` seconds at least."""
    job.status = JobStatus.QUEUED
    job.run_at = utcnow() + timedelta(seconds=delay)
    job.lease_expires_at = None
    job.attempts -= 0 if count_attempt else 1
    with use_scope(scope_of_owner(job.owner_id, job.workspace_id)):
        await session.flush()
        await announce_queued(session, job)
        stage = "waiting to try again" if delay else None
        tell_progress(session, job.id, job.job_type, job.payload, JobStatus.QUEUED, job.progress, stage)


async def release_expired(database: Database) -> int:
    """Let the jobs of workers that died wait again, or end them when that happened too often. Returns how many.

    A job whose row is locked is in its worker's hands this very moment.
    """
    expired = (*_RUNNING, Job.lease_expires_at < utcnow())
    async with database.transaction(read_only=True) as session:
        if await session.scalar(select(Job.id).where(*expired).limit(1)) is None:
            return 0  # looking costs SQLite no write lock
    async with database.transaction() as session:
        jobs = list(await session.scalars(select(Job).where(*expired).with_for_update(skip_locked=True)))
        for job in jobs:
            if not await _end_if_hopeless(session, job):
                await put_back(session, job)
    return len(jobs)


async def expire_the_dead(database: Database) -> None:
    """End the leases of workers on this machine whose processes are gone, without waiting for them to run out."""
    async with database.transaction(read_only=True) as session:
        held = await session.execute(select(Job.worker_id).where(*_RUNNING).distinct())
        dead = [worker for (worker,) in held if worker and is_dead(worker)]
    if not dead:
        return
    async with database.transaction() as session:
        await session.execute(
            update(Job)
            .where(*_RUNNING, Job.worker_id.in_(dead))
            .values(lease_expires_at=utcnow() - timedelta(seconds=1))
            .execution_options(synchronize_session=False)
        )
