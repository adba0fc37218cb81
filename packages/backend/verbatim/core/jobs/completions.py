"""Writing down what is done: those who finish at the same time share one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import String, cast, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import Database, one_of
from verbatim.core.jobs.context import JobContext, LeaseLostError
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.jobs.progress import tell_progress
from verbatim.core.ownership import as_system, scope_of_owner, use_scope

MOST = 200
"""Jobs ended in one transaction, so that none takes long."""


@dataclass(eq=False)
class _Done:
    context: JobContext
    result: dict[str, Any] | None
    written: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Completions:
    """Ends jobs whose handlers returned. While one transaction is under way, the next jobs gather."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: list[_Done] = []
        self._writer: asyncio.Task[None] | None = None

    async def complete(self, context: JobContext, result: dict[str, Any] | None) -> None:
        """Mark a job as completed.

        Raises:
            LeaseLostError: the job belongs to another worker now, or was ended from outside.
        """
        done = _Done(context, result)
        self._waiting.append(done)
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_all(), name="jobs-completions")
        if not await done.written:
            raise LeaseLostError(context.id)
        context.finished = True

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                batch = [done for done in self._waiting[:MOST] if not done.written.cancelled()]
                del self._waiting[:MOST]
                if batch:
                    await self._write(batch)
        finally:
            self._writer = None

    async def _write(self, batch: Sequence[_Done]) -> None:
        try:
            held = await self._commit(batch)
        except Exception as error:  # noqa: BLE001 - each run has to know
            for done in batch:
                if not done.written.done():
                    done.written.set_exception(error)
            return
        for done in batch:
            if not done.written.done():
                done.written.set_result(_run(done) in held)

    async def _commit(self, batch: Sequence[_Done]) -> set[str]:
        """Return the runs that still held their jobs."""
        with as_system("job engine"):
            async with self._database.transaction() as session:
                held = set[str]()
                plain = [done for done in batch if done.result is None]
                if plain:
                    held |= {
                        f"{job_id}:{token}" for job_id, token in await session.execute(_completion(session, plain))
                    }
                for done in batch:
                    context = done.context
                    with use_scope(scope_of_owner(context.owner_id, context.workspace_id)):
                        if done.result is not None:
                            try:
                                await context.finish(session, done.result)
                                held.add(_run(done))
                            except LeaseLostError:
                                continue
                        elif _run(done) in held:
                            told = context.id, context.job_type, context.payload
                            tell_progress(session, *told, JobStatus.COMPLETED, 100.0, None)
        return held


def _run(done: _Done) -> str:
    return f"{done.context.id}:{done.context.lease_token}"


def _completion(session: AsyncSession, batch: Sequence[_Done]) -> Any:
    """Return the statement that completes jobs without a result, each only while its run holds it."""
    return (
        update(Job)
        .where(
            one_of(session, Job.id, [done.context.id for done in batch]),
            Job.status == JobStatus.RUNNING,
            one_of(session, Job.id + ":" + cast(Job.lease_token, String), [_run(done) for done in batch]),
        )
        .values(status=JobStatus.COMPLETED, progress=100.0, stage=None, completed_at=utcnow(), lease_expires_at=None)
        .returning(Job.id, Job.lease_token)
        .execution_options(synchronize_session=False)
    )
