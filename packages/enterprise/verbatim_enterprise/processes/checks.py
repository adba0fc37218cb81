"""What ``verbatim doctor`` says about who does the work."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Check, Database, Figure, HealthCheck, Job, JobStatus, Settings, utcnow
from verbatim_enterprise.processes.models import Role
from verbatim_enterprise.processes.presence import living
from verbatim_enterprise.system_session import system_transaction

_NAME: Final = "workers"
_START: Final = "Start verbatim worker; see docs/guides/workers.md."
PATIENCE: Final = timedelta(minutes=1)
"""A job that has waited less is no sign of anything: its worker may be starting this moment."""


async def count_processes(_: Settings, database: Database) -> list[Figure]:
    """How many servers, their further processes and workers were there within the last minute, on all machines?"""
    async with system_transaction(database, read_only=True) as session:
        there = Counter(str(process.role) for process in await living(session))
    counts: dict[tuple[tuple[str, str], ...], float] = {
        (("role", role.value),): float(there[role.value]) for role in Role
    }
    return [Figure("verbatim_processes", "Servers, their further processes (member), and workers.", counts)]


async def check_servers(_: Settings, database: Database) -> Check:
    """Which processes answer requests?"""
    async with system_transaction(database, read_only=True) as session:
        there = await living(session)
    members = Counter(process.host for process in there if process.role in {Role.SERVER, Role.MEMBER})
    if not members:
        return Check("processes", ok=True, detail="No server is running.")
    told = ", ".join(f"{count} on {host}" for host, count in sorted(members.items()))
    return Check("processes", ok=True, detail=f"Processes that answer requests: {told}.")


async def check_workers(settings: Settings, database: Database) -> Check:
    """Is there a worker for every job that waits?"""
    if settings.jobs == "embedded":
        return Check(_NAME, ok=True, detail="The server does the work itself (VERBATIM_JOBS=embedded).")
    async with system_transaction(database, read_only=True) as session:
        there = await living(session)
        waiting = await _waiting(session)
    lost = sorted(set(waiting).difference(*(process.job_types for process in there)))
    if lost:
        what = ", ".join(f"{waiting[one]} of type {one}" for one in lost)
        return Check(_NAME, ok=False, detail=f"Jobs wait that no worker runs: {what}. {_START}")
    hosts = sorted(process.host for process in there if process.role == Role.WORKER)
    if not hosts:
        return Check(_NAME, ok=False, detail=f"No worker runs, so that recordings would not be transcribed. {_START}")
    running = "1 worker runs" if len(hosts) == 1 else f"{len(hosts)} workers run"
    return Check(_NAME, ok=True, detail=f"{running} on {', '.join(dict.fromkeys(hosts))}.{_queue(waiting)}")


async def _waiting(session: AsyncSession) -> dict[str, int]:
    """Return how many jobs of each type could have begun a while ago."""
    ready = (Job.status == JobStatus.QUEUED) & (Job.run_at < utcnow() - PATIENCE)
    found = await session.execute(select(Job.job_type, func.count()).where(ready).group_by(Job.job_type))
    return {job_type: count for job_type, count in found}  # noqa: C416 - a dict() of rows has no types


def _queue(waiting: dict[str, int]) -> str:
    jobs = sum(waiting.values())
    return f" Jobs that wait for their turn: {jobs}." if jobs else ""


SERVERS: Final = HealthCheck("processes", check_servers)
WORKERS: Final = HealthCheck(_NAME, check_workers, link="/admin/jobs")
