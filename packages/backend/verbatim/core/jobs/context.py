"""What a job handler gets: its payload, progress, and transactions that only the rightful worker can commit."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import Database, rows_affected
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.progress import tell_progress

PROGRESS_INTERVAL = 0.5
"""Seconds between two progress writes; more would only load the database."""


class LeaseLostError(Exception):
    """Another worker has taken this job over; nothing of this run may be written."""


class JobError(Exception):
    """The job failed for a reason its user should read. ``retry`` asks for another attempt first."""

    def __init__(self, message: str, *, code: str = "job_failed", retry: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.retry = retry


@dataclass
class JobContext:
    """One run of one job."""

    database: Database
    app_state: Any
    id: str
    job_type: str
    owner_id: str | None
    payload: dict[str, Any]
    attempt: int
    lease_token: int
    max_attempts: int = 1
    workspace_id: str | None = None
    priority: int = 0
    trace: str | None = None
    returned: bool = False
    finished: bool = False
    _last_progress: float = field(default=0.0, repr=False)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """Open a transaction that commits only while this run still holds its lease.

        Raises:
            LeaseLostError: the job belongs to another worker now, or was ended from outside.
        """
        async with self.database.transaction() as session:
            await self._fence(session)
            yield session

    def is_held(self) -> ColumnElement[bool]:
        """Return the condition under which the job's row still belongs to this run."""
        return (Job.id == self.id) & (Job.lease_token == self.lease_token) & (Job.status == JobStatus.RUNNING)

    async def _fence(self, session: AsyncSession, **values: Any) -> None:
        held = await session.execute(
            update(Job)
            .where(self.is_held())
            .values(**(values or {"lease_token": self.lease_token}))
            .execution_options(synchronize_session=False)
        )
        if not rows_affected(held):
            raise LeaseLostError(self.id)

    async def finish(self, session: AsyncSession, result: dict[str, Any] | None = None) -> None:
        """Mark the job as completed in the same transaction as its effects, so that both happen exactly once."""
        await self._fence(
            session,
            status=JobStatus.COMPLETED,
            result=result,
            progress=100.0,
            stage=None,
            completed_at=utcnow(),
            lease_expires_at=None,
        )
        tell_progress(session, self.id, self.job_type, self.payload, JobStatus.COMPLETED, 100.0, None)
        self.finished = True

    async def progress(self, percent: float, stage: str, **fields: Any) -> None:
        """Report progress (0 to 100) to the row and to open pages, at most every `PROGRESS_INTERVAL` seconds."""
        now = time.monotonic()
        if now - self._last_progress < PROGRESS_INTERVAL and percent < 100:  # noqa: PLR2004 - percent
            return
        self._last_progress = now
        async with self.database.transaction() as session:
            await self._fence(session, progress=percent, stage=stage)
            tell_progress(session, self.id, self.job_type, self.payload, JobStatus.RUNNING, percent, stage, **fields)


JobHandler = Callable[[JobContext], Awaitable[dict[str, Any] | None]]
