"""Once an hour, what the settings say is old enough is removed."""

from __future__ import annotations

import asyncio
import random
from typing import Final

import structlog

from verbatim_enterprise.audit.retention import purge
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.host import Database

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 3600.0


class Upkeep:
    """Removes old rows for as long as the server runs; does nothing where rows are kept for ever."""

    def __init__(self, database: Database, writer: AuditWriter, days: int) -> None:
        self.database, self.writer, self.days = database, writer, days
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        if self.days:
            self._task = asyncio.create_task(self._forever(), name="audit-upkeep")

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _forever(self) -> None:
        while True:
            try:
                await purge(self.database, self.writer, self.days)
            except Exception:
                log.exception("audit_not_purged")
            await asyncio.sleep(EVERY_SECONDS * random.uniform(0.5, 1.5))  # noqa: S311 - servers take turns
