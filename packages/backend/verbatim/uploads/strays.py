"""Files without a recording: remembered before they exist, deleted when they lost theirs."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy import delete, select

from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.chosen import Storages
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

AT_ONCE: Final = 500
"""Strays whose rows are removed together."""

PATIENCE: Final = 3
"""Failures in a row after which a storage is not asked again in this sweep."""

SOON: Final = 15.0
"""Seconds until what could not be deleted is tried again; twice as many after each further failure."""

LATER: Final = 900.0
"""The longest such pause, and how often is looked when nothing is known to wait."""


HELD: Final = 30.0
"""Seconds between two tries while a backup is being taken."""


class HeldError(Exception):
    """Nothing may be deleted now."""


@dataclass
class Swept:
    """What a sweep did. ``left`` files could not be deleted yet; ``next_due`` is when the next one may go."""

    deleted: int = 0
    left: int = 0
    next_due: datetime | None = None


async def delete_strays(database: Database, storages: Storages) -> int:
    """Delete every stray file that no living process works with. Returns how many.

    Raises:
        HeldError: a backup is being taken, which may still want some of them.
    """
    return (await sweep(database, storages)).deleted


async def sweep(database: Database, storages: Storages) -> Swept:
    """Delete every stray file that no living process works with. A row goes when the storage has confirmed that; while
    a storage cannot be reached, its files wait and those of the others go.

    Raises:
        HeldError: a backup is being taken, which may still want some of them.
    """
    done, now, gone = Swept(), utcnow(), list[str]()
    with as_system("stray files"):
        async with database.transaction(read_only=True) as session:
            if await backup_runs(session):
                raise HeldError
            strays = list(await session.scalars(select(StrayFile).order_by(StrayFile.id)))
        random.shuffle(strays)  # a file that can never be deleted shall not stand before all others each time
        failures: Counter[str] = Counter()
        for stray in strays:
            if not _abandoned(stray):
                continue
            if stray.due_at is not None and stray.due_at > now:
                done.next_due = min(done.next_due or stray.due_at, stray.due_at)
            elif failures[stray.storage_location] >= PATIENCE:
                done.left += 1
            elif await _delete(storages, stray):
                gone.append(stray.id)
                failures[stray.storage_location] = 0
            else:
                failures[stray.storage_location] += 1
                done.left += 1
            if len(gone) >= AT_ONCE:
                done.deleted += await _forget_all(database, gone)
        done.deleted += await _forget_all(database, gone)
    return done


async def _forget_all(database: Database, gone: list[str]) -> int:
    count = len(gone)
    await forget(database, gone)
    gone.clear()
    return count


def _abandoned(stray: StrayFile) -> bool:
    return stray.holder is None or is_dead(stray.holder) or stray.created_at < utcnow() - UPLOAD_LIMIT


async def _delete(storages: Storages, stray: StrayFile) -> bool:
    try:
        storage = await storages.of(stray.storage_location)
        await storage.delete_file(stray.storage_key)
    except (StorageError, OSError) as error:
        log.warning("stray_file_not_deleted", location=stray.storage_location, key=stray.storage_key, reason=str(error))
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
    """Deletes stray files in the background, soon after it is woken, and again until the storage has confirmed it."""

    def __init__(self, database: Database, storages: Storages) -> None:
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
        pause, failures = LATER, 0
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(pause):
                    await self._wake.wait()
            self._wake.clear()
            try:
                done = await sweep(self._database, self._storages)
            except HeldError:
                pause = HELD
                continue
            except Exception:
                log.exception("stray_files_not_swept")
                done = Swept(left=1)
            failures = failures + 1 if done.left else 0
            pause = _pause(done, failures)


def _pause(done: Swept, failures: int) -> float:
    """Return the seconds until the next look: sooner where something waits for its time or another try."""
    pause = min(LATER, SOON * 2 ** min(failures - 1, 10)) if failures else LATER
    if done.next_due is not None:
        pause = min(pause, max(1.0, (done.next_due - utcnow()).total_seconds()))
    return pause
