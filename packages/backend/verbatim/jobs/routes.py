"""`/api/jobs`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import Query
from pydantic import BaseModel
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import SessionDep, rows_affected
from verbatim.core.effects import Effect, declares
from verbatim.core.errors import ConflictError, NotFoundError
from verbatim.core.inbound import ShownJson
from verbatim.core.jobs.models import ACTIVE, Job, JobStatus
from verbatim.core.jobs.queue import request_cancel
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router
from verbatim.core.shown import shown
from verbatim.permissions import Permission, requires
from verbatim.recordings.models import Recording

router = Router()

READ = [requires(Permission.RECORDING_READ)]
UPDATE = [requires(Permission.RECORDING_UPDATE)]


class JobNotFoundError(NotFoundError):
    """There is no such job."""

    code = "job_not_found"


class JobEndedError(ConflictError):
    """This job has ended already."""

    code = "job_ended"


class JobResponse(BaseModel):
    """A piece of background work; ``progress`` runs from 0 to 100."""

    id: str
    job_type: str
    status: str
    payload: ShownJson
    result: ShownJson | None
    error: str | None
    progress: float
    stage: str | None
    attempts: int
    created_at: datetime
    started_at: datetime | None
    completed_at: datetime | None


class JobListResponse(BaseModel):
    """Jobs, the newest first."""

    items: list[JobResponse]
    total: int


def _response(job: Job) -> JobResponse:
    return shown(JobResponse, {name: getattr(job, name) for name in JobResponse.model_fields})


async def _get(session: AsyncSession, job_id: str) -> Job:
    job: Job | None = await session.scalar(select(Job).where(Job.id == job_id))
    if job is None:
        raise JobNotFoundError
    return job


@router.get("", dependencies=READ)
async def list_jobs(
    session: SessionDep, status: JobStatus | None = None, limit: Annotated[int, Query(ge=1, le=500)] = 100
) -> JobListResponse:
    """List jobs, the newest first."""
    wanted = [] if status is None else [Job.status == status]
    total = await session.scalar(select(func.count(Job.id)).where(*wanted)) or 0
    rows = await session.scalars(select(Job).where(*wanted).order_by(Job.created_at.desc(), Job.id.desc()).limit(limit))
    return JobListResponse(items=[_response(job) for job in rows], total=total)


@router.post("/clear-completed", dependencies=[*UPDATE, declares(Effect.DELETE)])
async def clear_completed(session: SessionDep) -> MessageResponse:
    """Remove jobs that have ended and that no recording shows any more."""
    shown = select(Recording.job_id).where(Recording.job_id.is_not(None))
    done = await session.execute(
        delete(Job).where(Job.status.not_in(ACTIVE), Job.id.not_in(shown)).execution_options(synchronize_session=False)
    )
    return MessageResponse(message=f"{rows_affected(done)} jobs removed.")


@router.get("/{job_id}", dependencies=READ)
async def get_job(session: SessionDep, job_id: str) -> JobResponse:
    """Get one job."""
    return _response(await _get(session, job_id))


@router.post("/{job_id}/cancel", dependencies=[*UPDATE, declares(Effect.STOP)])
async def cancel_job(session: SessionDep, job_id: str) -> MessageResponse:
    """Stop a queued or running job."""
    if not await request_cancel(session, await _get(session, job_id)):
        raise JobEndedError
    return MessageResponse(message="The job is being stopped.", id=job_id)
