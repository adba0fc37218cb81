"""Files without a recording: remembered before they exist, deleted when they lost theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import timedelta

import structlog
from sqlalchemy import delete, select

from verbatim.adapters.storage.api import StorageAdapter, StorageError
from verbatim.backups.runs import backup_runs
from verbatim.core.background import BackgroundTask
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.core.process import is_dead
from verbatim.recordings.models import StrayFile

log = structlog.get_logger(__name__)

UPLOAD_LIMIT = timedelta(hours=24)
"""No upload takes longer; an older stray belongs to a process on another machine that died."""


HELD_SECONDS = 30.0
"""Between two tries while a backup is being taken."""


class HeldError(Exception):
    """Nothing may be deleted now."""


async def delete_strays(database: Database, storages: Mapping[str, StorageAdapter]) -> int:
    """Delete every stray file that no living process works with. Returns how many.

    Raises:
        HeldError: a backup is being taken, which may still want some of them.
    """
    with as_system("stray files"):
        async with database.transaction(read_only=True) as session:
            if await backup_runs(session):
                raise HeldError
            strays = list(await session.scalars(select(StrayFile)))
        gone = [stray for stray in strays if _abandoned(stray) and await _delete(storages, stray)]
        await forget(database, [stray.id for stray in gone])
    return len(gone)


def _abandoned(stray: StrayFile) -> bool:
    return stray.holder is None or is_dead(stray.holder) or stray.created_at < utcnow() - UPLOAD_LIMIT


async def _delete(storages: Mapping[str, StorageAdapter], stray: StrayFile) -> bool:
    storage = storages.get(stray.storage_location)
    if storage is None:
        return False
    try:
        await storage.delete_file(stray.storage_key)
    except (StorageError, OSError):
        log.warning("stray_file_not_deleted", key=stray.storage_key)  # the next start tries again
        return False
    return True


async def forget(database: Database, stray_ids: Iterable[str]) -> None:
    """Remove the rows of files that are gone."""
    ids = list(stray_ids)
    if not ids:
        return
    with as_system("stray files"):
        async with database.transaction() as session:
            await session.execute(delete(StrayFile).where(StrayFile.id.in_(ids)))


class StraySweeper(BackgroundTask):
    """Deletes stray files in the background, soon after it is woken."""

    def __init__(self, database: Database, storages: Mapping[str, StorageAdapter]) -> None:
        super().__init__("stray-files")
        self._database = database
        self._storages = storages
        self._wake = asyncio.Event()

    def wake(self) -> None:
        self._wake.set()

    def start(self) -> None:
        self._wake.set()
        self.begin(self._forever())

    async def _forever(self) -> None:
        pause: float | None = None
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._wake.wait()
            self._wake.clear()
            pause = None
            try:
                await delete_strays(self._database, self._storages)
            except HeldError:
                pause = HELD_SECONDS
            except Exception:
                log.exception("stray_files_not_swept")
