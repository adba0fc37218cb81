"""The embedded engine: workers inside the server process, on any database.

A claim takes a lease and a new fencing token. While a worker lives its leases are renewed; a lease that runs out, or
whose process on this host is gone, lets the next claim take the job over.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.jobs.context import JobContext, JobError, JobHandler, LeaseLostError
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.queue import announce_progress, end_job
from verbatim.core.ownership import as_system, scope_of_owner, use_scope
from verbatim.core.process import PROCESS_ID, is_dead

log = structlog.get_logger(__name__)

POLL_SECONDS = 2.0
CANCEL_POLL_SECONDS = 0.5
BACKOFF_SECONDS = (5, 30, 120)
LIGHT_CONCURRENCY = 4
"""Jobs at a time that mostly wait for others, beside the heavy ones."""


class EmbeddedJobEngine:
    """Claims queued jobs and runs up to `concurrency` of them at a time; those of the types in `light` beside them."""

    def __init__(
        self,
        database: Database,
        handlers: Mapping[str, JobHandler],
        *,
        app_state: Any,
        concurrency: int,
        lease_seconds: float,
        light: frozenset[str] = frozenset(),
    ) -> None:
        self._database = database
        self._handlers = handlers
        self._app_state = app_state
        self._lanes = ((frozenset(handlers) - light, concurrency), (light & frozenset(handlers), LIGHT_CONCURRENCY))
        self._lease = timedelta(seconds=lease_seconds)
        self._worker_id = PROCESS_ID
        self._wake = asyncio.Event()
        self._running: dict[str, asyncio.Task[None]] = {}
        self._types: dict[str, str] = {}
        self._cancelled: set[str] = set()
        self._loops: list[asyncio.Task[None]] = []
        self.healthy = True

    def wake(self) -> None:
        self._wake.set()

    async def start(self) -> None:
        await self._guarded("take over", self._take_over_from_the_dead)
        self._loops = [
            asyncio.create_task(self._forever(self._claim_and_start, POLL_SECONDS, self._wake), name="jobs-claim"),
            asyncio.create_task(self._forever(self._renew_and_cancel, CANCEL_POLL_SECONDS, None), name="jobs-lease"),
        ]

    async def stop(self) -> None:
        """Stop claiming and hand the running jobs back to the queue, so that the next start goes on with them."""
        for loop in self._loops:
            loop.cancel()
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*self._loops, *tasks, return_exceptions=True)

    async def _forever(self, step: Any, seconds: float, wake: asyncio.Event | None) -> None:
        while True:
            await self._guarded(step.__name__, step)
            if wake is None:
                await asyncio.sleep(seconds)
                continue
            try:
                # Not wait_for(): before Python 3.12 it swallows a cancellation that comes together with the wake.
                async with asyncio.timeout(seconds):
                    await wake.wait()
            except TimeoutError:
                continue
            wake.clear()

    async def _guarded(self, name: str, step: Any) -> None:
        try:
            with as_system("job engine"):
                await step()
            self.healthy = True
        except Exception:
            # The database may be away for a while; the jobs are rows and wait for it.
            self.healthy = False
            log.exception("job_engine_step_failed", step=name)

    async def _take_over_from_the_dead(self) -> None:
        async with self._database.transaction() as session:
            held = await session.execute(select(Job.worker_id).where(Job.status == JobStatus.RUNNING).distinct())
            dead = [worker for (worker,) in held if worker and is_dead(worker)]
            if dead:
                await session.execute(
                    update(Job)
                    .where(Job.status == JobStatus.RUNNING, Job.worker_id.in_(dead))
                    .values(lease_expires_at=utcnow() - timedelta(seconds=1))
                    .execution_options(synchronize_session=False)
                )

    async def _claim_and_start(self) -> None:
        for types, slots in self._lanes:
            free = slots - sum(job_type in types for job_type in self._types.values())
            for job in await self._claim(types, free) if types and free > 0 else ():
                if (overtaken := self._running.get(job.id)) is not None:
                    overtaken.cancel()  # this process was stuck longer than its lease: that run cannot write any more
                task = asyncio.create_task(self._run(job), name=f"job-{job.id}")
                self._running[job.id] = task
                self._types[job.id] = job.job_type
                task.add_done_callback(partial(self._ended, job.id))

    def _ended(self, job_id: str, task: asyncio.Task[None]) -> None:
        if self._running.get(job_id) is task:
            del self._running[job_id]
            self._types.pop(job_id, None)
            self._cancelled.discard(job_id)
        self.wake()

    async def _claim(self, types: frozenset[str], limit: int) -> list[Job]:
        now = utcnow()
        ready = Job.job_type.in_(types) & or_(
            (Job.status == JobStatus.QUEUED) & (Job.run_at <= now),
            (Job.status == JobStatus.RUNNING) & (Job.lease_expires_at < now),
        )
        async with self._database.transaction(read_only=True) as session:
            if await session.scalar(select(Job.id).where(ready).limit(1)) is None:
                return []  # looking costs SQLite no write lock
        async with self._database.transaction() as session:
            statement = (
                select(Job)
                .where(ready)
                .order_by(Job.priority.desc(), Job.run_at, Job.id)
                .limit(limit)
                .with_for_update(skip_locked=True)
            )
            jobs = list(await session.scalars(statement))
            return [job for job in jobs if await self._take(session, job)]

    async def _take(self, session: AsyncSession, job: Job) -> bool:
        if job.cancel_requested or job.attempts >= job.max_attempts:
            status = JobStatus.CANCELLED if job.cancel_requested else JobStatus.FAILED
            reason = None if job.cancel_requested else "The server stopped several times while working on this."
            await end_job(session, job, status, reason, "interrupted")
            return False
        now = utcnow()
        job.status = JobStatus.RUNNING
        job.attempts += 1
        job.lease_token += 1
        job.worker_id = self._worker_id
        job.lease_expires_at = now + self._lease
        job.started_at = job.started_at or now
        return True

    async def _renew_and_cancel(self) -> None:
        if not self._running:
            return
        async with self._database.transaction() as session:
            await session.execute(
                update(Job)
                .where(Job.worker_id == self._worker_id, Job.status == JobStatus.RUNNING)
                # Not those whose end could not be written because the database was away: they run out and run again.
                .where(Job.id.in_(list(self._running)))
                .where(Job.lease_expires_at < utcnow() + self._lease / 2)
                .values(lease_expires_at=utcnow() + self._lease)
                .execution_options(synchronize_session=False)
            )
            asked = await session.scalars(
                select(Job.id).where(
                    Job.worker_id == self._worker_id,
                    Job.status == JobStatus.RUNNING,
                    Job.cancel_requested.is_(True),
                )
            )
            for job_id in asked:
                if job_id in self._running and job_id not in self._cancelled:
                    self._cancelled.add(job_id)
                    self._running[job_id].cancel()

    async def _run(self, job: Job) -> None:
        context = JobContext(
            database=self._database,
            app_state=self._app_state,
            id=job.id,
            job_type=job.job_type,
            owner_id=job.owner_id,
            payload=job.payload,
            attempt=job.attempts,
            lease_token=job.lease_token,
        )
        with (
            structlog.contextvars.bound_contextvars(job_id=job.id, job_type=job.job_type),
            use_scope(scope_of_owner(job.owner_id, job.workspace_id)),
        ):
            try:
                await self._attempt(context)
            except LeaseLostError:
                log.warning("job_lease_lost")
            except Exception:
                log.exception("job_bookkeeping_failed")

    async def _attempt(self, context: JobContext) -> None:
        try:
            result = await self._handlers[context.job_type](context)
            if not context.finished:
                async with self._database.transaction() as session:
                    await context.finish(session, result)
        except LeaseLostError:
            raise
        except asyncio.CancelledError:
            if context.id in self._cancelled:
                await self._settle(context, JobStatus.CANCELLED, None, None)
            else:
                await self._requeue(context, delay=0, count_attempt=False)
                raise
        except JobError as error:
            log.info("job_failed", reason=error.message, code=error.code)
            if error.retry and context.attempt < await self._max_attempts(context):
                await self._requeue(context, delay=_backoff(context.attempt), count_attempt=True)
            else:
                await self._settle(context, JobStatus.FAILED, error.message, error.code)
        except Exception:
            log.exception("job_crashed")
            if context.attempt < await self._max_attempts(context):
                await self._requeue(context, delay=_backoff(context.attempt), count_attempt=True)
            else:
                await self._settle(
                    context,
                    JobStatus.FAILED,
                    "The server could not complete this; the cause is in its log.",
                    "internal",
                )

    async def _max_attempts(self, context: JobContext) -> int:
        async with self._database.transaction(read_only=True) as session:
            return await session.scalar(select(Job.max_attempts).where(Job.id == context.id)) or 1

    async def _requeue(self, context: JobContext, *, delay: float, count_attempt: bool) -> None:
        async with context.transaction() as session:
            job = await session.get_one(Job, context.id)
            job.status = JobStatus.QUEUED
            job.run_at = utcnow() + timedelta(seconds=delay)
            job.lease_expires_at = None
            job.attempts -= 0 if count_attempt else 1
            stage = "waiting to try again" if delay else None
            announce_progress(session, job.id, job.job_type, job.payload, JobStatus.QUEUED, job.progress, stage)

    async def _settle(self, context: JobContext, status: JobStatus, reason: str | None, code: str | None) -> None:
        async with context.transaction() as session:
            await end_job(session, await session.get_one(Job, context.id), status, reason, code)


def _backoff(attempt: int) -> float:
    return BACKOFF_SECONDS[min(attempt, len(BACKOFF_SECONDS)) - 1]
