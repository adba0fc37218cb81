"""Running claimed jobs: each in its owner's scope, under its lease, to an end that is written once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus

import structlog
from sqlalchemy import select

from verbatim.adapters.storage.api import StorageError
from verbatim.core.errors import StorageFailedError, VerbatimError
from verbatim.core.failures import LOST_RACES, state_of
from verbatim.core.jobs.claims import ClaimedJob, put_back
from verbatim.core.jobs.completions import Completions
from verbatim.core.jobs.context import JobContext, JobError, LeaseLostError
from verbatim.core.jobs.leases import LeaseKeeper
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.parts import EngineParts, Lane
from verbatim.core.jobs.queue import end_job
from verbatim.core.ownership import scope_of_owner, use_scope
from verbatim.core.spans import begin, end, is_tracing, read_carried

log = structlog.get_logger(__name__)

STOP_SECONDS = 5.0
"""How long a stop waits for what is being written to the database this moment."""

INTERNAL = "The server could not complete this; the cause is in its log."


def _note_crash(error: Exception) -> None:
    if state_of(error) in LOST_RACES:
        log.info("job_lost_race")  # nothing is wrong; the next attempt has every chance
    else:
        log.error("job_crashed", exc_info=error)


@dataclass(frozen=True)
class Run:
    """A job and the task that runs it."""

    context: JobContext
    task: asyncio.Task[None]
    lane: Lane | None = None

    def takes_from(self, lane: Lane) -> bool:
        """Return whether it has one of a lane's workers."""
        if self.context.job_type not in lane.types:
            return False
        if lane.least_priority is not None:
            return self.context.priority >= lane.least_priority
        return self.lane is None or self.lane == lane


class JobRunner:
    """The runs of one process."""

    def __init__(self, parts: EngineParts, ended: Callable[[], None]) -> None:
        """`ended` is called whenever there may be room for another job."""
        self._database = parts.database
        self._types = parts.types
        self._services = parts.services
        self._leases = LeaseKeeper(parts.open_database, worker_id=parts.worker_id, lease=parts.lease, lost=self._lost)
        self._told = ended
        self._runs: dict[str, Run] = {}
        self._busy = asyncio.Event()
        self._cancelled: set[str] = set()
        self._completions = Completions(parts.database)

    def free(self, lane: Lane) -> int:
        """Return how many more jobs of a lane may begin. Those whose end is being written make room already, for as
        many again.
        """
        here = [run.context for run in self._runs.values() if run.takes_from(lane)]
        working = sum(not context.returned for context in here)
        return min(lane.slots - working, 2 * lane.slots - len(here))

    def start(self, job: ClaimedJob, lane: Lane | None = None) -> None:
        """Begin with a job that this process has just claimed."""
        if (overtaken := self._runs.get(job.id)) is not None:
            overtaken.task.cancel()  # this process was stuck longer than its lease: that run cannot write any more
        context = self.context_of(job)
        task = asyncio.create_task(self.run(context), name=f"job-{job.id}")
        self._runs[job.id] = Run(context, task, lane)
        self._busy.set()
        self._leases.hold(job.id, job.lease_token)
        task.add_done_callback(partial(self._ended, job.id, job.lease_token))

    def context_of(self, job: ClaimedJob) -> JobContext:
        return JobContext(
            database=self._database,
            app_state=self._services,
            id=job.id,
            job_type=job.job_type,
            owner_id=job.owner_id,
            workspace_id=job.workspace_id,
            payload=job.payload,
            attempt=job.attempts,
            max_attempts=job.max_attempts,
            lease_token=job.lease_token,
            priority=job.priority,
            trace=job.trace,
        )

    async def stop(self) -> None:
        """Hand the running jobs back to the queue, so that they go on elsewhere or at the next start. Of those that are
        done the end is written first: they would be done twice.
        """
        runs = list(self._runs.values())
        done = [run.task for run in runs if run.context.returned]
        for run in runs:
            if not run.context.returned:
                run.task.cancel()
        if done:
            _, late = await asyncio.wait(done, timeout=STOP_SECONDS)
            for task in late:
                task.cancel()
        await asyncio.gather(*(run.task for run in runs), return_exceptions=True)
        await self._leases.stop()

    async def busy(self) -> None:
        """Wait until something runs."""
        await self._busy.wait()

    async def cancel_asked(self) -> None:
        """Stop the runs whose jobs somebody has cancelled."""
        if not self._runs:
            return
        asked = select(Job.id).where(
            Job.id.in_(list(self._runs)), Job.status == JobStatus.RUNNING, Job.cancel_requested.is_(True)
        )
        async with self._database.transaction(read_only=True) as session:
            found = list(await session.scalars(asked))
        for job_id in found:
            if job_id in self._runs and job_id not in self._cancelled:
                self._cancelled.add(job_id)
                self._runs[job_id].task.cancel()

    def _ended(self, job_id: str, token: int, task: asyncio.Task[None]) -> None:
        # Also when its end could not be written because the database was away: the lease runs out and it runs again.
        self._leases.release(job_id, token)
        run = self._runs.get(job_id)
        if run is not None and run.task is task:
            del self._runs[job_id]
            if not self._runs:
                self._busy.clear()
            self._cancelled.discard(job_id)
        self._told()

    def _lost(self, job_id: str, token: int) -> None:
        run = self._runs.get(job_id)
        if run is None or run.context.lease_token != token:
            return
        # One whose end is written, or about to be, is no longer running there either; the fence decides about that.
        if not (run.context.finished or run.context.returned):
            log.warning("job_lease_lost", job_id=job_id)
            run.task.cancel()

    async def run(self, context: JobContext) -> None:
        """Run a job to its end, whatever that is."""
        # Never unbound: each run is a task of its own, and its context ends with it.
        known = {"team": context.owner_id} if context.owner_id else {}
        trace = read_carried(context.trace)
        span = begin(f"job {context.job_type}", "consumer", trace) if is_tracing() else None
        if trace is not None:
            known["trace_id"] = trace[0]
        elif span is not None:
            known["trace_id"] = span.trace_id
        structlog.contextvars.bind_contextvars(job_id=context.id, job_type=context.job_type, **known)
        try:
            await self._run(context)
        finally:
            if span is not None:
                named = {"verbatim.job.type": context.job_type, "verbatim.job.id": context.id}
                end(span, failed=not context.finished, attributes={**named, "verbatim.job.attempt": context.attempt})

    async def _run(self, context: JobContext) -> None:
        with use_scope(scope_of_owner(context.owner_id, context.workspace_id)):
            try:
                await self._attempt(context)
            except LeaseLostError:
                log.warning("job_lease_lost")
            except Exception:
                log.exception("job_bookkeeping_failed")

    async def _attempt(self, context: JobContext) -> None:
        try:
            result = await self._types[context.job_type].handler(context)
            if not context.finished:
                context.returned = True
                self._told()
                await self._completions.complete(context, result)
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
            if not error.retry or not await self._try_again(context):
                await self._settle(context, JobStatus.FAILED, error.message, error.code)
        except Exception as error:  # noqa: BLE001 - whatever it is, the job ends
            await self._failed(context, error)

    async def _failed(self, context: JobContext, error: Exception) -> None:
        """End a job that nobody foresaw to fail, or try it again where that may help."""
        if isinstance(error, VerbatimError) and error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            # Refused for a reason that people can read: trying again changes nothing.
            log.info("job_refused", code=error.code)
            await self._settle(context, JobStatus.FAILED, error.detail, error.code)
            return
        reason, code = INTERNAL, "internal"
        if isinstance(error, StorageError):
            log.warning("job_storage_failed", reason=str(error))
            away = StorageFailedError()
            reason, code = away.detail, away.code
        else:
            _note_crash(error)
        if not await self._try_again(context):
            await self._settle(context, JobStatus.FAILED, reason, code)

    async def _try_again(self, context: JobContext) -> bool:
        """Queue another attempt, unless there have been enough."""
        if context.attempt >= context.max_attempts:
            return False
        delay = self._types[context.job_type].retry.delay(context.attempt)
        await self._requeue(context, delay=delay, count_attempt=True)
        return True

    async def _requeue(self, context: JobContext, *, delay: float, count_attempt: bool) -> None:
        async with context.transaction() as session:
            job = await session.get_one(Job, context.id)
            await put_back(session, job, delay=delay, count_attempt=count_attempt)

    async def _settle(self, context: JobContext, status: JobStatus, reason: str | None, code: str | None) -> None:
        async with context.transaction() as session:
            await end_job(session, await session.get_one(Job, context.id), status, reason, code)
