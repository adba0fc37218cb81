"""Sealing anew when a server starts; after a step, not before servers of the release before have had time to go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

import structlog
from sqlalchemy.exc import DBAPIError

from verbatim.core.background import BackgroundTask
from verbatim.core.db import Database
from verbatim.core.sealed import SealedColumn, reseal
from verbatim.core.secrets import KeyRing
from verbatim.core.steps import note_overlap

log = structlog.get_logger(__name__)

_PAUSE_SECONDS = 60.0


class Resealing(BackgroundTask):
    """Brings sealed values under the current key and binds them to their rows, at once or when a step is over."""

    def __init__(self, database: Database, keys: Callable[[], KeyRing], columns: Iterable[SealedColumn]) -> None:
        super().__init__("sealing anew")
        self._database, self._keys, self._columns = database, keys, list(columns)

    async def start(self) -> None:
        wait = await note_overlap(self._database.engine)
        if wait:
            self.begin(self._later(wait))
        else:
            await reseal(self._database, self._keys, self._columns)

    async def _later(self, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds + 1)
            try:
                await reseal(self._database, self._keys, self._columns)
            except (DBAPIError, OSError):
                log.exception("sealing_anew_failed")
                seconds = _PAUSE_SECONDS
            else:
                return
