"""Does work that waits get done?"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import func, select

from verbatim.config import Settings
from verbatim.core.checks import Check
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.jobs.models import IS_ACTIVE, IS_QUEUED, Job, JobStatus
from verbatim.core.ownership import as_system

STALLED_AFTER: Final = timedelta(minutes=2)
LONG: Final = timedelta(hours=1)
_TODO: Final = "Look at the jobs: start a worker, or let those that are paused go on."


async def check_queue(_: Settings, database: Database) -> Check:
    """Say how many jobs wait and for how long. The queue stands still when the oldest waits and nothing at all runs."""
    now = utcnow()
    ready = (IS_QUEUED, Job.run_at <= now)
    alive = (IS_ACTIVE, Job.status == JobStatus.RUNNING, Job.lease_expires_at > now)
    with as_system("health"):
        async with database.transaction(read_only=True) as session:
            count, oldest = (await session.execute(select(func.count(), func.min(Job.run_at)).where(*ready))).one()
            running = await session.scalar(select(func.count()).select_from(Job).where(*alive)) or 0
    if not count:
        return Check("queue", ok=True, detail=f"No job waits; {running} run.")
    waits = now - oldest
    told = f"{count} {'job waits' if count == 1 else 'jobs wait'}, the oldest for {minutes(waits)}; {running} run."
    if waits > STALLED_AFTER and not running:
        return Check("queue", ok=False, detail=told, todo=_TODO)
    return Check("queue", ok=True, warning=waits > LONG, detail=told, todo=_TODO if waits > LONG else "")


def minutes(span: timedelta) -> str:
    """Return how long something takes, as people say it."""
    seconds = max(0, int(span.total_seconds()))
    if seconds < 120:  # noqa: PLR2004 - below two minutes seconds say more
        return f"{seconds} seconds"
    if seconds < 2 * 3600:
        return f"{seconds // 60} minutes"
    return f"{seconds // 3600} hours" if seconds < 2 * 86400 else f"{seconds // 86400} days"
