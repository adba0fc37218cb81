"""Checking the log on request: one at a time, in the background, so that a long log does not hold up a request."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from verbatim_enterprise.audit.chain.verify import Report, verify
from verbatim_enterprise.audit.chain.witness import Witness
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.host import BackgroundTask, Database, utcnow

WAIT_SECONDS: Final = 5.0
"""So long a request waits for the result before it says that it is still running."""


class Verification(BackgroundTask):
    """The last check of this server, made here or in another of its processes."""

    def __init__(self, database: Database, writer: AuditWriter, witness: Witness) -> None:
        super().__init__("audit-verification")
        self.database = database
        self.writer = writer
        self.witness = witness
        self.started_at: datetime | None = None
        self.finished_at: datetime | None = None
        self.report: Report | None = None
        self.elsewhere: dict[str, Any] | None = None
        """What another process of this server tells of its check, as this one would answer it."""
        self.tell: Callable[[], None] = lambda: None
        """Called when something has changed here."""

    def heard(self, answer: dict[str, Any]) -> None:
        """Take what another process tells, unless a check is running here."""
        if not self.is_running:
            self.elsewhere = answer

    @property
    def is_running(self) -> bool:
        return self._task is not None and not self._task.done()

    async def run(self) -> None:
        """Begin a check unless one is running, and wait a little for it."""
        if not self.is_running:
            self.started_at, self.finished_at, self.report, self.elsewhere = utcnow(), None, None, None
            self.begin(self._check())
            self.tell()
        assert self._task is not None  # noqa: S101 - made just now, or running
        await asyncio.wait({self._task}, timeout=WAIT_SECONDS)
        if self._task.done():
            self._task.result()

    async def _check(self) -> None:
        self.report = await verify(self.database, self.writer, self.witness)
        self.finished_at = utcnow()
        self.tell()
