"""Once an hour, what the settings say is old enough is removed."""

from __future__ import annotations

from functools import partial
from typing import Final

from verbatim_enterprise.audit.retention import purge
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.host import Database, RepeatedTask

EVERY_SECONDS: Final = 3600.0


class Upkeep(RepeatedTask):
    """Removes old rows for as long as the server runs; does nothing where rows are kept for ever."""

    def __init__(self, database: Database, writer: AuditWriter, days: int) -> None:
        super().__init__(
            partial(purge, database, writer, days),
            name="audit-upkeep",
            seconds=EVERY_SECONDS,
            failed="audit_not_purged",
            at_once=True,
        )
        self.days = days

    def start(self) -> None:
        if self.days:
            super().start()
