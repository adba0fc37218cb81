"""The schedule: a server with a folder for backups takes and proves them by itself, in processes of their own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Final

import structlog
from fastapi import FastAPI

from verbatim.backups.models import Installation, RunKind
from verbatim.backups.runs import last_run
from verbatim.backups.settings import BackupSettings
from verbatim.core.background import RepeatedTask
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.epoch import set_epoch
from verbatim.core.ownership import as_system
from verbatim.core.services import Service
from verbatim.core.settings.current import current
from verbatim.runtime import Runtime

log = structlog.get_logger(__name__)

LOOK_SECONDS: Final = 300.0
TRY_AGAIN: Final = timedelta(hours=1)
_NICE: Final = 10
VERBATIM: Final = (sys.executable, "-P", "-c", "from verbatim.cli import main; main()")
"""The command line of this program."""


class RestoringError(Exception):
    """The server must not start."""


class BackupUpkeep(RepeatedTask):
    """Looks from time to time whether a backup or a proof is due, for as long as the server runs."""

    def __init__(self, database: Database, chosen: BackupSettings, seconds: float = LOOK_SECONDS) -> None:
        super().__init__(self.look, name="backup-upkeep", seconds=seconds, failed="backup_not_begun", at_once=True)
        self._database, self._chosen = database, chosen
        self._process: asyncio.subprocess.Process | None = None

    async def look(self) -> None:
        """Do what is due, a backup before its proof."""
        place = str(self._chosen.backup_to)
        if await self._is_due(RunKind.BACKUP, self._chosen.backup_every_hours):
            await self._run("backup", "--to", place)
        if await self._is_due(RunKind.PROOF, self._chosen.backup_prove_every_hours):
            await self._run("backup", "prove", "--from", place)

    async def _is_due(self, kind: RunKind, hours: float) -> bool:
        if not hours:
            return False
        with as_system("backups"):
            async with self._database.transaction(read_only=True) as session:
                last = await last_run(session, kind)
        if last is None:
            return True
        pause = timedelta(hours=hours)
        return utcnow() - last.started_at >= (pause if last.status == "good" else min(pause, TRY_AGAIN))

    async def _run(self, *arguments: str) -> None:
        """Run the command; how it went stands in its row and in the log."""
        process = self._process = await asyncio.create_subprocess_exec(
            *_nice(), *VERBATIM, *arguments, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
        )
        try:
            _, said = await process.communicate()
        except asyncio.CancelledError:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()
            raise
        if process.returncode:
            last = said.decode("utf-8", "replace").strip().splitlines()[-1:]
            log.error("backup_failed", step=arguments[1] if arguments[1] == "prove" else "take", reason=" ".join(last))


def _nice() -> Sequence[str]:
    return ("nice", "-n", str(_NICE)) if os.path.exists("/usr/bin/nice") else ()  # noqa: PTH110 - takes no time


UPKEEP: Final = Service[BackupUpkeep]("backup_upkeep")


async def start_backups(app: FastAPI) -> None:
    """Learn the timeline; where this server has a folder for backups, begin to look."""
    runtime: Runtime = app.state.runtime
    with as_system("start"):
        async with runtime.database.transaction(read_only=True) as session:
            installation = await session.get(Installation, 1)
    if installation is not None:
        if installation.restoring:
            raise RestoringError(
                f"The restore of the backup {installation.restoring} is not complete. Run verbatim restore again."
            )
        set_epoch(installation.epoch)
    chosen = current(BackupSettings)
    if chosen.backup_to is not None and runtime.member.leads and not runtime.is_worker:
        UPKEEP.put(app, BackupUpkeep(runtime.database, chosen)).start()


async def stop_backups(app: FastAPI) -> None:
    """Stop looking; what runs is ended, and begun anew when the server is there again."""
    if (upkeep := UPKEEP.found(app)) is not None:
        await upkeep.stop()
