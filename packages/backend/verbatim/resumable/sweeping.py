"""What nobody goes on with: rows whose time is over, and files without a row."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import structlog
from fastapi import FastAPI
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.background import RepeatedTask
from verbatim.core.backup_parts import BackupPart
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.core.services import Service
from verbatim.resumable.desk import DESK, UploadDesk, desk_of
from verbatim.resumable.folder import UploadFolder
from verbatim.resumable.models import UnfinishedUpload
from verbatim.runtime import Runtime

log = structlog.get_logger(__name__)

SECONDS: Final = 600.0
_AT_ONCE: Final = 200


async def sweep(database: Database, desk: UploadDesk) -> int:
    """Delete what has expired, and the files of uploads that are not in the books any more. Returns how many files."""
    now = utcnow()
    with as_system("unfinished uploads"):
        async with database.transaction() as session:
            statement = delete(UnfinishedUpload).where(UnfinishedUpload.expires_at <= now)
            await session.execute(statement.execution_options(synchronize_session=False))
        # Files first: what begins meanwhile has its row before it has its file.
        files = await asyncio.to_thread(lambda: sorted(desk.folder.uploads()))
        gone = 0
        for start in range(0, len(files), _AT_ONCE):
            some = files[start : start + _AT_ONCE]
            async with database.transaction(read_only=True) as session:
                kept = select(UnfinishedUpload.id).where(
                    UnfinishedUpload.id.in_(some), UnfinishedUpload.result_id.is_(None)
                )
                known = set(await session.scalars(kept))
            for name in (one for one in some if one not in known and not desk.is_sending(one)):
                await asyncio.to_thread(desk.folder.delete, name)
                gone += 1
    if gone:
        log.info("unfinished_uploads_deleted", files=gone)
    return gone


async def forget_all(session: AsyncSession) -> None:
    """Forget every upload on its way, in a restored database: a backup has no bytes of them."""
    await session.execute(delete(UnfinishedUpload).execution_options(synchronize_session=False))


BACKUP: Final = BackupPart(restored=forget_all)


SWEEP: Final = Service[RepeatedTask]("upload_sweep")


async def start(app: FastAPI) -> None:
    """Open the desk, and begin to sweep in the process that does so."""
    runtime: Runtime = app.state.runtime
    settings = runtime.settings
    folder = UploadFolder(settings.data_dir / "uploads", lambda: settings.upload_reserve_bytes)
    DESK.put(app, UploadDesk(folder))
    if runtime.is_worker or not runtime.member.leads:
        return

    async def step() -> Any:
        return await sweep(runtime.database, desk_of(app))

    task = RepeatedTask(step, name="unfinished-uploads", seconds=SECONDS, failed="uploads_not_swept", at_once=True)
    SWEEP.put(app, task).start()


async def stop(app: FastAPI) -> None:
    """End the sweeping."""
    if (task := SWEEP.found(app)) is not None:
        await task.stop()
