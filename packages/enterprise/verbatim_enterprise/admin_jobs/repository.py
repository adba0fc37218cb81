"""Reading jobs across teams."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.admin_jobs.errors import AdminJobNotFoundError
from verbatim_enterprise.admin_jobs.schemas import AdminJob, AdminJobPage, JobTypeFigures, MachineFigures
from verbatim_enterprise.host import IS_ACTIVE, IS_FAILED, Job, JobStatus, utcnow
from verbatim_enterprise.keyset import InvalidCursorError
from verbatim_enterprise.processes.models import Role
from verbatim_enterprise.processes.presence import living
from verbatim_enterprise.teams.models import Team

_RECENT: Final = timedelta(days=7)


@dataclass(frozen=True)
class JobFilter:
    """Which jobs a list shows; everything that is set must hold."""

    status: JobStatus | None = None
    job_type: str | None = None
    team_id: str | None = None
    host: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.status is not None:
            found.append(Job.status == self.status)
        if self.job_type is not None:
            found.append(Job.job_type == self.job_type)
        if self.team_id is not None:
            found.append(Job.owner_id == self.team_id)
        if self.host is not None:
            found.append(Job.worker_id.startswith(f"{self.host}:", autoescape=True))
        return found


async def list_jobs(session: AsyncSession, wanted: JobFilter, cursor: str | None, limit: int) -> AdminJobPage:
    """Return jobs, the newest first, from a cursor on."""
    statement = select(Job).where(*wanted.conditions())
    if cursor is not None:
        statement = statement.where(tuple_(Job.created_at, Job.id) < _place(cursor))
    rows = list(await session.scalars(statement.order_by(Job.created_at.desc(), Job.id.desc()).limit(limit + 1)))
    shown = rows[:limit]
    last = f"{shown[-1].created_at.isoformat()}|{shown[-1].id}" if len(rows) > limit else None
    return AdminJobPage(items=await responses(session, shown), next_cursor=last)


def _place(cursor: str) -> tuple[datetime, str]:
    moment, _, job_id = cursor.partition("|")
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        raise InvalidCursorError from None
    if at.tzinfo is None or not job_id:
        raise InvalidCursorError
    return at, job_id


async def get_job(session: AsyncSession, job_id: str) -> Job:
    """Return a job of anybody.

    Raises:
        AdminJobNotFoundError: there is none.
    """
    job = await session.get(Job, job_id)
    if job is None:
        raise AdminJobNotFoundError
    return job


async def responses(session: AsyncSession, jobs: Sequence[Job]) -> list[AdminJob]:
    """Return jobs as they are shown."""
    owners = {job.owner_id for job in jobs if job.owner_id}
    named = await session.execute(select(Team.id, Team.name).where(Team.id.in_(owners)))
    teams = {team_id: name for team_id, name in named}  # noqa: C416 - a dict() of rows has no types
    return [
        AdminJob(
            id=job.id,
            job_type=job.job_type,
            status=job.status,
            team_id=job.owner_id,
            team=teams.get(job.owner_id or ""),
            recording_id=recording_of(job),
            stage=job.stage,
            progress=job.progress,
            error=job.error,
            error_code=job.error_code,
            attempts=job.attempts,
            max_attempts=job.max_attempts,
            priority=job.priority,
            host=host_of(job),
            cancel_requested=job.cancel_requested,
            run_at=job.run_at,
            created_at=job.created_at,
            started_at=job.started_at,
            completed_at=job.completed_at,
        )
        for job in jobs
    ]


def recording_of(job: Job) -> str | None:
    found = job.payload.get("recording_id") if isinstance(job.payload, dict) else None
    return found if isinstance(found, str) else None


def host_of(job: Job) -> str | None:
    return job.worker_id.partition(":")[0] if job.worker_id else None


async def by_type(session: AsyncSession, known: Sequence[str], paused: Sequence[str]) -> list[JobTypeFigures]:
    """Return how many jobs of each type there are; of those that ended only the ones that failed lately."""
    active = select(Job.job_type, Job.status, func.count()).where(IS_ACTIVE)
    failed = select(Job.job_type, func.count()).where(IS_FAILED, Job.completed_at > utcnow() - _RECENT)
    counts: dict[tuple[str, str], int] = {}
    for kind, status, count in await session.execute(active.group_by(Job.job_type, Job.status)):
        counts[kind, status] = count
    for kind, count in await session.execute(failed.group_by(Job.job_type)):
        counts[kind, JobStatus.FAILED] = count
    return [
        JobTypeFigures(
            job_type=kind,
            queued=counts.get((kind, JobStatus.QUEUED), 0),
            running=counts.get((kind, JobStatus.RUNNING), 0),
            failed=counts.get((kind, JobStatus.FAILED), 0),
            paused=kind in paused,
        )
        for kind in sorted({*known, *(kind for kind, _ in counts)})
    ]


async def machines(session: AsyncSession, drained: Sequence[str]) -> list[MachineFigures]:
    """Return the machines that are there, and those that are drained and gone."""
    there = await living(session)
    held = await session.scalars(select(Job.worker_id).where(IS_ACTIVE, Job.status == JobStatus.RUNNING))
    running = Counter(worker.partition(":")[0] for worker in held if worker)
    found: dict[str, MachineFigures] = {}
    for process in there:
        one = found.setdefault(
            process.host,
            MachineFigures(
                host=process.host,
                servers=0,
                workers=0,
                running=running[process.host],
                drained=process.host in drained,
                seen_at=process.seen_at,
            ),
        )
        one.servers += process.role != Role.WORKER
        one.workers += process.role == Role.WORKER
        one.seen_at = max(one.seen_at, process.seen_at)
    return sorted(found.values(), key=lambda one: one.host)
