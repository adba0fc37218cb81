"""The job ``storage_check``: what `verbatim storage check` does, at night and when asked; its result is a row."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Check, Database, Job, JobContext, JobStatus, Settings, utcnow
from verbatim_enterprise.storage_locations.models import StorageCheck
from verbatim_enterprise.storage_locations.schemas import StorageCheckResult, StorageCheckStatus
from verbatim_enterprise.system_session import system_transaction

CHECK_JOB: Final = "storage_check"
MOST_FINDINGS: Final = 500
KINDS: Final = ("changed", "missing", "unknown", "unreadable")


async def check_files(job: JobContext) -> dict[str, Any]:
    """Compare, and write down what was found."""
    started, quick, only = utcnow(), bool(job.payload.get("quick")), job.payload.get("location_id")
    await job.progress(0, "comparing files with the database")
    report: Any = await job.app_state.check_storages(job.database, job.app_state.storages, quick=quick, only=only)
    counts = Counter(one.kind for one in report.findings)
    async with job.transaction() as session:
        row = StorageCheck(
            location_id=only,
            quick=quick,
            started_at=started,
            finished_at=utcnow(),
            recordings=report.recordings,
            files=report.files,
            counts={kind: counts[kind] for kind in KINDS},
            findings=[asdict(one) for one in report.findings[:MOST_FINDINGS]],
        )
        session.add(row)
        await session.flush()
        result = {"ok": row.ok, "recordings": row.recordings, "files": row.files, "counts": row.counts}
        await job.finish(session, result)
    return result


async def latest_check(session: AsyncSession) -> StorageCheck | None:
    """Return what was found last."""
    found: StorageCheck | None = await session.scalar(
        select(StorageCheck).order_by(StorageCheck.finished_at.desc(), StorageCheck.id.desc()).limit(1)
    )
    return found


async def check_status(session: AsyncSession) -> StorageCheckStatus:
    """Return what the API tells."""
    active = select(Job).where(Job.job_type == CHECK_JOB, Job.status.in_([JobStatus.QUEUED, JobStatus.RUNNING]))
    job, last = await session.scalar(active.limit(1)), await latest_check(session)
    shown = None
    if last is not None:
        shown = StorageCheckResult.model_validate(
            {name: getattr(last, name) for name in StorageCheckResult.model_fields}
        )
    return StorageCheckStatus(running=job is not None, stage=None if job is None else job.stage, last=shown)


async def look_at_last_check(_: Settings, database: Database) -> Check:
    """Did the last comparison find everything as it should be?"""
    name = "stored files"
    async with system_transaction(database, read_only=True) as session:
        last = await latest_check(session)
    if last is None:
        return Check(name, ok=True, detail="They have not been compared with the database yet.")
    when = f"{last.finished_at:%Y-%m-%d %H:%M} UTC"
    wrong = ", ".join(f"{count} {kind}" for kind, count in last.counts.items() if count)
    if wrong:
        todo = "Look at them on the page Storage, and bring back what is lost from a backup."
        return Check(name, ok=False, detail=f"Of {last.files} files at {when}: {wrong}.", todo=todo)
    if not last.recordings:
        return Check(name, ok=True, detail=f"There was no recording to compare at {when}.")
    return Check(name, ok=True, detail=f"Files that were compared at {when}: {last.files}, all as they should be.")
