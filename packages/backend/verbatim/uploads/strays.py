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
from sqlalchemy import delete, select, update

from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.chosen import Storages
from verbatim.backups.runs import backup_runs
from verbatim.core.background import BackgroundTask
from verbatim.core.clock import utcnow
from verbatim.core.db import Database, rows_affected
from verbatim.core.ownership import as_system
from verbatim.core.process import is_dead, process_id
from verbatim.recordings.models import StrayFile

log = structlog.get_logger(__name__)

UPLOAD_LIMIT = timedelta(hours=24)
"""No upload takes longer; an older stray belongs to a process on another machine that died."""

AT_ONCE: Final = 50
"""Strays that are taken, deleted and forgotten together."""

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
    done, now = Swept(), utcnow()
    with as_system("stray files"):
        async with database.transaction(read_only=True) as session:
            if await backup_runs(session):
                raise HeldError
            strays = [stray for stray in await session.scalars(select(StrayFile)) if _abandoned(stray)]
        waiting = [stray.due_at for stray in strays if stray.due_at is not None and stray.due_at > now]
        done.next_due = min(waiting, default=None)
        ready = [stray for stray in strays if stray.due_at is None or stray.due_at <= now]
        random.shuffle(ready)  # a file that can never be deleted shall not stand before all others each time
        failures: Counter[str] = Counter()
        for start in range(0, len(ready), AT_ONCE):
            some = ready[start : start + AT_ONCE]
            tried = [stray for stray in some if failures[stray.storage_location] < PATIENCE]
            done.left += len(some) - len(tried)
            if tried:
                await _sweep_some(database, storages, tried, failures, done)
    return done


async def _sweep_some(
    database: Database, storages: Storages, strays: list[StrayFile], failures: Counter[str], done: Swept
) -> None:
    """Delete the files of these that nobody else has taken meanwhile, such as a move that brings one of them back."""
    mine = await _take(database, strays)
    gone, left = list[str](), list[str]()
    for stray in mine:
        if failures[stray.storage_location] < PATIENCE and await _delete(storages, stray):
            failures[stray.storage_location] = 0
            gone.append(stray.id)
        else:
            failures[stray.storage_location] += 1
            left.append(stray.id)
    await forget(database, gone)
    if left:
        async with database.transaction() as session:
            await session.execute(update(StrayFile).where(StrayFile.id.in_(left)).values(holder=None))
    done.deleted += len(gone)
    done.left += len(left)


async def _take(database: Database, strays: list[StrayFile]) -> list[StrayFile]:
    taken = []
    async with database.transaction() as session:
        for stray in strays:
            same = StrayFile.holder.is_(None) if stray.holder is None else StrayFile.holder == stray.holder
            statement = update(StrayFile).where(StrayFile.id == stray.id, same).values(holder=process_id())
            if rows_affected(await session.execute(statement.execution_options(synchronize_session=False))):
                taken.append(stray)
    return taken


def _abandoned(stray: StrayFile) -> bool:
    return stray.holder is None or is_dead(stray.holder) or stray.created_at < utcnow() - UPLOAD_LIMIT


async def _delete(storages: Storages, stray: StrayFile) -> bool:
    try:
        storage = await storages.of(stray.storage_location)
        await storage.discard_unfinished(stray.storage_key)
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
