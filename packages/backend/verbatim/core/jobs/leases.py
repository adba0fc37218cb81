"""Keeping leases: a thread with a database connection of its own, so that no handler can hold it up."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import structlog
from sqlalchemy import select, update

from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import as_system

log = structlog.get_logger(__name__)

RENEWALS = 4
"""Renewals within the life of a lease, so that a few may fail."""


class LeaseKeeper:
    """Renews the leases of the jobs that this process runs, and notices which of them are another's now."""

    def __init__(
        self,
        open_database: Callable[[], Database],
        *,
        worker_id: str,
        lease: timedelta,
        lost: Callable[[str, int], None],
    ) -> None:
        """`lost(job id, fencing token)` is called in the event loop that called `hold`."""
        self._open = open_database
        self._worker_id = worker_id
        self._lease = lease
        self._lost = lost
        self._held: dict[str, int] = {}
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._owner: asyncio.AbstractEventLoop | None = None

    def hold(self, job_id: str, token: int) -> None:
        with self._lock:
            self._held[job_id] = token
        if self._thread is None:
            self._owner = asyncio.get_running_loop()
            self._stop.clear()
            self._thread = threading.Thread(target=self._run, name="job-leases", daemon=True)
            self._thread.start()

    def release(self, job_id: str, token: int) -> None:
        with self._lock:
            if self._held.get(job_id) == token:
                del self._held[job_id]

    async def stop(self) -> None:
        if self._thread is not None:
            self._stop.set()
            await asyncio.to_thread(self._thread.join)
            self._thread = None

    def _run(self) -> None:
        asyncio.run(self._keep())

    async def _keep(self) -> None:
        database = self._open()
        pause = self._lease.total_seconds() / RENEWALS
        well = True
        try:
            # The thread has nothing else to do, so that waiting may block its loop.
            while not self._stop.wait(pause if well else min(pause, 0.5)):
                try:
                    await self._renew(database)
                    well = True
                except Exception as error:  # noqa: BLE001 - the database may be away for a while
                    if well:
                        log.warning("job_leases_not_renewed", reason=f"{type(error).__name__}: {error}")
                    well = False
        finally:
            await database.close()

    async def _renew(self, database: Database) -> None:
        with self._lock:
            held = dict(self._held)
        if not held:
            return
        mine = Job.id.in_(list(held)) & (Job.worker_id == self._worker_id) & (Job.status == JobStatus.RUNNING)
        with as_system("job leases"):
            async with database.transaction() as session:
                # A row that is locked is being written by its own run; nobody takes that job over meanwhile.
                free = select(Job.id).where(mine).with_for_update(skip_locked=True).scalar_subquery()
                renewed = await session.scalars(
                    update(Job)
                    .where(Job.id.in_(free))
                    .values(lease_expires_at=utcnow() + self._lease)
                    .returning(Job.id)
                    .execution_options(synchronize_session=False)
                )
                missing = held.keys() - set(renewed)
                if missing:
                    missing -= set(await session.scalars(select(Job.id).where(mine, Job.id.in_(list(missing)))))
        for job_id in missing:
            self._tell(job_id, held[job_id])

    def _tell(self, job_id: str, token: int) -> None:
        with self._lock:
            if self._held.get(job_id) != token:
                return  # ended in the meantime
        if self._owner is not None:
            with suppress(RuntimeError):  # the loop is closed: the process ends
                self._owner.call_soon_threadsafe(self._lost, job_id, token)
