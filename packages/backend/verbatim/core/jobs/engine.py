"""What every job engine does: look for work, run it, and see to jobs whose workers died.

An engine differs from another in how it finds the next jobs, and in what it needs when one is queued.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import structlog
from sqlalchemy import exists
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.jobs.claims import ClaimedJob, release_expired
from verbatim.core.jobs.fairness import FairShare
from verbatim.core.jobs.models import IS_ACTIVE, IS_QUEUED, Job, JobStatus
from verbatim.core.jobs.parts import EngineParts, Lane
from verbatim.core.jobs.runner import STOP_SECONDS, JobRunner
from verbatim.core.ownership import as_system
from verbatim.core.pulse import moment

log = structlog.get_logger(__name__)

POLL_SECONDS = 2.0
"""Between two looks for work that nobody told of: what another process queued, what was put off, what was left. The
pulse tells of all that, as long as it works.
"""

CANCEL_POLL_SECONDS = 0.5
GATHER_SECONDS = 0.01


class JobEngine(ABC):
    """Claims jobs, runs as many at a time as its lanes have slots, and takes over what dead workers left."""

    def __init__(self, parts: EngineParts) -> None:
        self.database = parts.database
        self.lanes = parts.lanes
        self.lease = parts.lease
        self.worker_id = parts.worker_id
        self.healthy = True
        self._fair = {lane: FairShare() for lane in parts.lanes}
        self.pulse = parts.pulse
        self.resting = parts.resting
        self.relay: Callable[[], None] | None = None
        """Tells other processes that they may have something to do."""
        self._wake, self._left = asyncio.Event(), asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []
        self._patient_until = 0.0
        self._stopping = False
        self.runner = JobRunner(parts, ended=self.look)

    @abstractmethod
    async def claim(self, lane: Lane, slots: int, fair: FairShare) -> Sequence[ClaimedJob]:
        """Take at most `slots` jobs of a lane."""

    async def queued(self, session: AsyncSession, job: Job) -> None:  # noqa: B027 - most have nothing to do
        """Called in the transaction in which a job begins to wait."""

    async def moved(self, session: AsyncSession, job_id: str, priority: int) -> bool:
        """Called in the transaction in which a waiting job gets another priority, before its row is locked. Returns
        False when somebody claims it this moment.
        """
        del session, job_id, priority  # most keep priorities nowhere but in the job's own row
        return True

    async def recover(self) -> None:
        """Let what dead workers left wait again. Called when there is something, and now and then."""
        await release_expired(self.database)

    def look(self) -> None:
        """Look for work in this process now."""
        self._wake.set()

    def wake(self) -> None:
        """Called after the commit of a transaction in which a job began to wait, or was cancelled."""
        self.look()
        if self.relay is not None:
            self.relay()

    async def start(self) -> None:
        if not self.lanes:
            return  # another process of this server runs them
        steps = ((self._claim_and_start, POLL_SECONDS, self._wake), (self._recover, POLL_SECONDS, self._left),
                 (self._cancel_asked, CANCEL_POLL_SECONDS, None))  # fmt: skip
        self._stopping = False
        self._loops = [asyncio.create_task(self._forever(*step), name=f"jobs-{step[0].__name__}") for step in steps]
        types = sorted(frozenset[str]().union(*(lane.types for lane in self.lanes)))
        if types:
            due = (IS_QUEUED, Job.job_type.in_(types), Job.run_at <= moment(Job.run_at.type))
            self.pulse.ask("jobs", exists().where(*due), self.look)
        lost = (IS_ACTIVE, Job.status == JobStatus.RUNNING, Job.lease_expires_at < moment(Job.lease_expires_at.type))
        self.pulse.ask("leases", exists().where(*lost), self._left.set)

    async def stop(self) -> None:
        """Stop claiming and hand the running jobs back to the queue."""
        self._stopping = True
        self.look()
        if self._loops:  # a job that is being claimed this moment would wait for its lease if nobody knew of it
            await asyncio.wait(self._loops[:1], timeout=STOP_SECONDS)
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        await self.runner.stop()

    async def _forever(self, step: Any, seconds: float, wake: asyncio.Event | None) -> None:
        while not self._stopping:
            await self.guarded(step)
            if wake is None:
                await asyncio.sleep(seconds)
                continue
            try:
                # Not wait_for(): before Python 3.12 it swallows a cancellation that comes together with the wake.
                async with asyncio.timeout(self.pulse.patience(seconds)):
                    await wake.wait()
            except TimeoutError:
                continue
            wake.clear()

    async def guarded(self, step: Any) -> None:
        """Do one step; what it fails for is logged and tried again."""
        try:
            with as_system("job engine"):
                await step()
            self.healthy = True
        except Exception:
            # The database may be away for a while; the jobs are rows and wait for it. Nor could leases be renewed
            # meanwhile: when it is back, living workers come first.
            self.healthy = False
            self._patient_until = time.monotonic() + self.lease.total_seconds()
            log.exception("job_engine_step_failed", step=step.__name__)

    async def _cancel_asked(self) -> None:
        await self.runner.busy()
        await self.runner.cancel_asked()

    async def _recover(self) -> None:
        if time.monotonic() >= self._patient_until:
            await self.recover()

    def _is_needed(self, lane: Lane) -> bool:
        """Return whether a lane that overtakes has anybody to overtake: while an ordinary worker of its types is idle,
        that one takes what came in since it looked.
        """
        ordinary = [other for other in self.lanes if other.least_priority is None and other.types & lane.types]
        return lane.least_priority is None or all(self.runner.free(other) <= 0 for other in ordinary)

    async def _claim_and_start(self) -> None:
        for lane in self.lanes:
            free = self.runner.free(lane) if self._is_needed(lane) else 0
            if 0 < free < lane.slots // 4:  # many short jobs: those that end next are replaced in the same transaction
                await asyncio.sleep(GATHER_SECONDS)
                free = self.runner.free(lane)
            if lane.types and free > 0 and not self._stopping:
                awake = replace(lane, types=lane.types - self.resting())
                for job in await self.claim(awake, free, self._fair[lane]) if awake.types else ():
                    self.runner.start(job, lane)
