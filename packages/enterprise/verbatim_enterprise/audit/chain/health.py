"""Is the audit log complete and unchanged? Asked all the time, at a price that a long log does not raise."""

from __future__ import annotations

import time
from typing import Final

from sqlalchemy import func, select

from verbatim_enterprise.audit.chain.store import SEALS
from verbatim_enterprise.audit.chain.verify import Report, verify
from verbatim_enterprise.audit.chain.witness import Witness
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import BackgroundTask, Check, Database, HealthCheck, Settings, key_ring
from verbatim_enterprise.system_session import system_transaction

_NAME: Final = "audit chain"
SHORT_ROWS: Final = 5_000
"""A log up to this length is checked while somebody waits for it, a longer one in the background."""
SHARE: Final = 0.02
"""At most this part of the time is spent on it."""


class ChainWatch(BackgroundTask):
    """What the last check of this process found. A short log is checked again within seconds, a long one seldom."""

    def __init__(self) -> None:
        super().__init__("audit-chain")
        self._report: Report | None = None
        self._of: str = ""
        self._ended, self._took = 0.0, 0.0

    async def look(self, settings: Settings, database: Database) -> Check:
        """Say what checking the whole log found, of a long one what it found last."""
        async with system_transaction(database, read_only=True) as session:
            rows = await session.scalar(select(func.count()).select_from(SEALS)) or 0
        if not rows:
            return Check(_NAME, ok=True, detail="No row is sealed yet.")
        if (here := f"{database.engine.url}") != self._of:  # tests and commands have several in one process
            self._report, self._of, self._ended = None, here, 0.0
        rests = time.monotonic() - self._ended < self._took / SHARE and self._report is not None
        if rows <= SHORT_ROWS and not rests:
            await self._check(settings, database)
        elif not rests and (self._task is None or self._task.done()):
            self.begin(self._check(settings, database))
        if self._report is None:
            return Check(_NAME, ok=True, detail=f"The {rows} rows are being checked.")
        todo = "" if self._report.ok else "Keep the database as it is, and compare it with a backup."
        return Check(_NAME, ok=self._report.ok, detail=str(self._report), todo=todo)

    async def _check(self, settings: Settings, database: Database) -> None:
        begun = time.monotonic()
        writer = AuditWriter(key_ring(enterprise_settings().keys, settings.data_dir))
        self._report = await verify(database, writer, Witness(settings.data_dir))
        self._ended = time.monotonic()
        self._took = self._ended - begun


CHAIN: Final = HealthCheck(_NAME, ChainWatch().look, link="/admin/audit", timeout=15)
