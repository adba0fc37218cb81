"""Putting work in and taking it back: everything a feature does with jobs besides running them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.db import after_commit
from verbatim.core.inbound import FreeJsonError, check_json
from verbatim.core.jobs.errors import JobPayloadError
from verbatim.core.jobs.job_type import JobType, RetryPolicy
from verbatim.core.jobs.models import ACTIVE, Job, JobStatus
from verbatim.core.jobs.progress import tell_progress
from verbatim.core.ownership import owner_in_scope, owner_of_new_rows, scope_of_owner, use_scope

MOST_PAYLOAD_BYTES: Final = 256 * 1024
"""Of what a job is told: as much as a long mail. Files and texts stand where they are, and jobs name them."""


async def _nothing(_: AsyncSession, __: Job) -> None:
    """Rows are enough."""


async def _stays(_: AsyncSession, __: str, ___: int) -> bool:
    """The row says where a job stands."""
    return True


@dataclass
class JobHooks:
    """What the queue knows of the types of jobs, and what it tells the engine: in the transaction in which a job is
    queued, and after the commit.
    """

    types: Mapping[str, JobType] = field(default_factory=dict)
    queued: Callable[[AsyncSession, Job], Awaitable[None]] = _nothing
    moved: Callable[[AsyncSession, str, int], Awaitable[bool]] = _stays
    wake: Callable[[], None] = lambda: None


async def enqueue(
    session: AsyncSession,
    job_type: str,
    payload: dict[str, Any],
    *,
    run_at: datetime | None = None,
    priority: int = 0,
    dedupe_key: str | None = None,
    max_attempts: int | None = None,
) -> Job:
    """Add a job in the caller's transaction: it exists if and only if the caller's change does.

    With a ``dedupe_key`` an owner has at most one queued or running job of that key; the existing one is returned.
    Higher ``priority`` runs first among the owner's jobs. The type's retry policy says how often it is tried, unless
    ``max_attempts`` does.

    Raises:
        JobPayloadError: the payload is larger than jobs may keep, or no JSON.
    """
    try:
        check_json(payload, most_bytes=MOST_PAYLOAD_BYTES)
    except FreeJsonError as error:
        raise JobPayloadError(f"This cannot be done later, because {error}.") from error
    if dedupe_key is not None:
        dedupe_key = _own_key(dedupe_key, owner_of_new_rows())
    if dedupe_key is not None:
        existing = await _active(session, dedupe_key)
        if existing is not None:
            return existing
    job = Job(
        job_type=job_type,
        payload=payload,
        run_at=run_at or utcnow(),
        priority=priority,
        dedupe_key=dedupe_key,
        max_attempts=max_attempts or _retry(_hooks(session), job_type).attempts,
    )
    try:
        async with session.begin_nested():
            session.add(job)
    except IntegrityError:  # another transaction was faster with the same key
        existing = await _active(session, dedupe_key)
        if existing is None:
            raise
        return existing
    await announce_queued(session, job)
    return job


async def announce_queued(session: AsyncSession, job: Job) -> None:
    """Tell the engine of a job that waits to be run, in the transaction that makes it wait."""
    hooks = _hooks(session)
    await hooks.queued(session, job)
    after_commit(session, hooks.wake)


async def cancel_by_key(session: AsyncSession, dedupe_key: str) -> None:
    """Cancel the owner's queued or running job of that key, if there is one.

    For callers that hold what the job works on: a job that is locked this moment is about to look for that itself, and
    is not waited for (docs/decisions/0012).
    """
    statement = select(Job).where(Job.dedupe_key == _own_key(dedupe_key, owner_in_scope()), Job.status.in_(ACTIVE))
    job: Job | None = await session.scalar(statement.limit(1).with_for_update(skip_locked=True))
    if job is not None:
        await request_cancel(session, job)


def _own_key(dedupe_key: str, owner: str | None) -> str:
    # Two owners may use the same key, and must not learn of each other's.
    return dedupe_key if owner is None else f"{owner}:{dedupe_key}"


def _retry(hooks: JobHooks, job_type: str) -> RetryPolicy:
    known = hooks.types.get(job_type)
    return RetryPolicy() if known is None else known.retry


async def _active(session: AsyncSession, dedupe_key: str | None) -> Job | None:
    found: Job | None = await session.scalar(
        select(Job).where(Job.dedupe_key == dedupe_key, Job.status.in_(ACTIVE)).limit(1)
    )
    return found


async def request_cancel(session: AsyncSession, job: Job) -> bool:
    """Cancel a queued job at once, ask a running one to stop. Returns False when it had already ended."""
    current = await session.get(Job, job.id, populate_existing=True, with_for_update=True)
    if current is None or current.status not in ACTIVE:
        return False
    if current.status == JobStatus.QUEUED:
        await end_job(session, current, JobStatus.CANCELLED)
    else:
        current.cancel_requested = True
    after_commit(session, _hooks(session).wake)
    return True


async def change_priority(session: AsyncSession, job_id: str, priority: int) -> bool:
    """Let a waiting job run before those of its owner that have a lower priority. Returns False when it does not wait.

    What the engine keeps of it is locked before its row, which is the order of whoever claims it.
    """
    hooks = _hooks(session)
    if not await hooks.moved(session, job_id, priority):
        return False
    current = await session.get(Job, job_id, populate_existing=True, with_for_update=True)
    if current is None or current.status != JobStatus.QUEUED:
        return False
    current.priority = priority
    after_commit(session, hooks.wake)
    return True


async def queue_again(session: AsyncSession, job: Job) -> Job | None:
    """Queue a job that failed or was cancelled once more, as its owner's. Returns None when it did neither."""
    current = await session.get(Job, job.id, populate_existing=True, with_for_update=True)
    if current is None or current.status not in {JobStatus.FAILED, JobStatus.CANCELLED}:
        return None
    with use_scope(scope_of_owner(current.owner_id, current.workspace_id)):
        kind = _hooks(session).types.get(current.job_type)
        if kind is not None and kind.again is not None:
            return await kind.again(session, current)
        return await enqueue(session, current.job_type, current.payload, priority=current.priority)


async def end_job(
    session: AsyncSession, job: Job, status: JobStatus, reason: str | None = None, code: str | None = None
) -> None:
    """End `job` without success and let its feature follow in the same transaction."""
    job.status = status
    job.error = reason
    job.error_code = code if reason else None
    job.completed_at = utcnow()
    job.lease_expires_at = None
    with use_scope(scope_of_owner(job.owner_id, job.workspace_id)):
        await session.flush()
        kind = _hooks(session).types.get(job.job_type)
        if kind is not None and kind.ended is not None:
            await kind.ended(session, job)
        tell_progress(session, job.id, job.job_type, job.payload, status, job.progress, None, error=reason)


def _hooks(session: AsyncSession) -> JobHooks:
    hooks: JobHooks = session.info["jobs"]
    return hooks
