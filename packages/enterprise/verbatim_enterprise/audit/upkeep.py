"""Once an hour, what the settings say is old enough is removed."""

from __future__ import annotations

from typing import Final

from verbatim_enterprise.audit.retention import purge
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.audit.settings import AuditSettings
from verbatim_enterprise.host import Database, RepeatedTask

EVERY_SECONDS: Final = 3600.0


class Upkeep(RepeatedTask):
    """Removes old rows for as long as the server runs; does nothing while rows are kept for ever."""

    def __init__(self, database: Database, writer: AuditWriter, settings: AuditSettings) -> None:
        super().__init__(
            self._step, name="audit-upkeep", seconds=EVERY_SECONDS, failed="audit_not_purged", at_once=True
        )
        self._database, self._writer, self._settings = database, writer, settings

    @property
    def days(self) -> int:
        return self._settings.audit_retention_days

    async def _step(self) -> None:
        if self.days:
            await purge(self._database, self._writer, self.days)
