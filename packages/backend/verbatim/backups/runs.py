"""Rows of backups and proofs: who is at work, when it was last done well."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.backups.errors import BackupError
from verbatim.backups.models import BackupRun, RunKind, RunStatus
from verbatim.core.background import RepeatedTask
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.ownership import as_system

BEAT_SECONDS: Final = 10.0
GONE_AFTER: Final = timedelta(seconds=90)
"""A run that has said nothing for so long has died."""
_DETAIL: Final = 4000


class BusyError(BackupError):
    """Somebody else is at it."""


def _alive(kind: RunKind) -> Any:
    return (
        (BackupRun.kind == kind) & (BackupRun.status == RunStatus.RUNNING) & (BackupRun.seen_at > utcnow() - GONE_AFTER)
    )


async def backup_runs(session: AsyncSession) -> bool:
    """Say whether a backup is being taken at this moment: no file that it may still want must go."""
    return bool(await session.scalar(select(exists().where(_alive(RunKind.BACKUP)))))


@asynccontextmanager
async def noted_run(database: Database, kind: RunKind, place: str) -> AsyncIterator[BackupRun]:
    """Write down that a backup or a proof runs. What the caller puts into the row is kept when the block ends.

    Raises:
        BusyError: another one is at it.
    """
    run = BackupRun(kind=kind, place=place, status=RunStatus.RUNNING)
    with as_system("backups"):
        async with database.transaction() as session:
            await session.execute(  # those that died
                update(BackupRun)
                .where(BackupRun.status == RunStatus.RUNNING, BackupRun.seen_at <= utcnow() - GONE_AFTER)
                .values(status=RunStatus.BAD, detail="It ended without a word.", ended_at=utcnow())
            )
            if await session.scalar(select(exists().where(_alive(kind)))):
                raise BusyError(f"Another {kind} is running on this installation; wait until it has ended.")
            session.add(run)
    beats = RepeatedTask(
        lambda: _beat(database, run.id), name="backup", seconds=BEAT_SECONDS, failed="backup_not_noted"
    )
    beats.start()
    try:
        yield run
    except BaseException as error:
        run.status, run.detail = RunStatus.BAD, str(error) or type(error).__name__
        raise
    finally:
        await beats.stop()
        await _end(database, run)


async def _beat(database: Database, run_id: str) -> None:
    with as_system("backups"):
        async with database.transaction() as session:
            await session.execute(update(BackupRun).where(BackupRun.id == run_id).values(seen_at=utcnow()))


async def _end(database: Database, run: BackupRun) -> None:
    status = RunStatus.BAD if run.status == RunStatus.RUNNING else run.status
    values = {
        "status": status,
        "backup": run.backup,
        "detail": (run.detail or "")[:_DETAIL] or None,
        "counts": run.counts or {},
        "ended_at": utcnow(),
    }
    with as_system("backups"):
        async with database.transaction() as session:
            await session.execute(update(BackupRun).where(BackupRun.id == run.id).values(values))


async def last_good(session: AsyncSession) -> dict[RunKind, datetime]:
    """Return when each kind was last begun that ended well: of a backup that is the moment it is of."""
    asked = (
        select(BackupRun.kind, func.max(BackupRun.started_at))
        .where(BackupRun.status == RunStatus.GOOD)
        .group_by(BackupRun.kind)
    )
    return {RunKind(kind): moment for kind, moment in await session.execute(asked)}


async def last_run(session: AsyncSession, kind: RunKind) -> BackupRun | None:
    """Return the run of a kind that began last."""
    newest = select(BackupRun).where(BackupRun.kind == kind).order_by(BackupRun.started_at.desc()).limit(1)
    return await session.scalar(newest)
