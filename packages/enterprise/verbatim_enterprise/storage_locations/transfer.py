"""The job ``storage_move``: what `verbatim storage move` does, with progress for the page of administrators.

Nothing is kept about a run but the job itself: whoever takes it over goes on with what is still at the old place.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import (
    Job,
    JobContext,
    JobStatus,
    Moved,
    RetryPolicy,
    Route,
    StorageError,
    count_left,
    enqueue,
    move_files,
)
from verbatim_enterprise.storage_locations.errors import (
    LocationUnusableError,
    SameLocationError,
    TransferRunningError,
)
from verbatim_enterprise.storage_locations.schemas import StorageTransferStatus

JOB: Final = "storage_move"
RETRIES: Final = RetryPolicy(attempts=100, backoff_seconds=(5.0, 30.0, 60.0))
"""A store that is away for an hour does not end a move of days."""

_PAUSE_SECONDS: Final = 5.0
_PATIENCE_SECONDS: Final = 900.0
"""How long a run waits for things that are in use, without any being moved meanwhile."""


async def start_transfer(session: AsyncSession, storages: Any, route: Route) -> Job:
    """Put in the job, if none is going on.

    Raises:
        SameLocationError, TransferRunningError, LocationUnusableError
    """
    if route.source == route.target:
        raise SameLocationError
    for name in (route.source, route.target):
        try:
            await storages.of(name)
        except StorageError as error:
            raise LocationUnusableError(str(error)) from error
    latest = await latest_transfer(session)
    if latest is not None and latest.status in {JobStatus.QUEUED, JobStatus.RUNNING}:
        raise TransferRunningError
    payload = {"source": route.source, "target": route.target, "team_id": route.owner_id, "total": 0}
    return await enqueue(session, JOB, payload, dedupe_key=JOB)


async def latest_transfer(session: AsyncSession) -> Job | None:
    """Return the job that moves files, or did so last."""
    found: Job | None = await session.scalar(
        select(Job).where(Job.job_type == JOB).order_by(Job.created_at.desc(), Job.id.desc()).limit(1)
    )
    return found


def status_of(job: Job | None) -> StorageTransferStatus:
    """Return what the API tells of it."""
    if job is None:
        return StorageTransferStatus(status="none")
    told = {**(job.result or {}), **{name: job.payload.get(name) for name in ("source", "target", "team_id")}}
    known = {name: value for name, value in told.items() if name in StorageTransferStatus.model_fields}
    return StorageTransferStatus.model_validate(
        {
            **known,
            "status": job.status,
            "progress": job.progress,
            "stage": job.stage,
            "error": job.error,
            "started_at": job.created_at,
            "finished_at": job.completed_at,
        }
    )


async def transfer(job: JobContext) -> dict[str, Any]:
    """Move everything, and wait a while for what is in use."""
    route = Route(job.payload["source"], job.payload["target"], job.payload.get("team_id"))
    storages, whole = job.app_state.storages, Moved(total=await count_left(job.database, route))
    waited_since = time.monotonic()
    while True:
        before = whole.moved

        async def tell(now: Moved, before: int = before) -> None:
            done = before + now.moved
            await job.progress(
                min(99.0, 100.0 * done / max(1, whole.total)), f"{done} of {max(done, whole.total)} files moved"
            )

        run = await move_files(job.database, storages, route, tell)
        whole.moved, whole.bytes = whole.moved + run.moved, whole.bytes + run.bytes
        whole.later, whole.failed, whole.problems = run.later, run.failed, run.problems
        if run.moved:
            waited_since = time.monotonic()
        if not run.later or time.monotonic() - waited_since > _PATIENCE_SECONDS:
            return asdict(whole)
        await asyncio.sleep(_PAUSE_SECONDS)
