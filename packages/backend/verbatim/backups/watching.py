"""What monitors and ``verbatim doctor`` are told of backups: how old the last good one is, and its proof."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from verbatim.backups.models import RunKind, RunStatus
from verbatim.backups.runs import last_good, last_run
from verbatim.backups.settings import BackupSettings
from verbatim.config import Settings
from verbatim.core.checks import Check, HealthCheck
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.figures.shared import Labels
from verbatim.core.figures.text import Figure
from verbatim.core.ownership import as_system
from verbatim.core.settings.current import current

_NONE: Final = "There is no backup yet."
_HOW: Final = "Let the server take them: docs/guides/backup.md says how."
_LATE: Final = 2
"""So many intervals without a good one, and something is wrong."""


async def backup_figures(_: Settings, database: Database) -> Iterable[Figure]:
    """When was a backup last taken and proved, and how did the last ones end?"""
    with as_system("figures"):
        async with database.transaction(read_only=True) as session:
            good = await last_good(session)
            runs = {kind: await last_run(session, kind) for kind in RunKind}
    now = utcnow()
    times: dict[Labels, float] = {}
    ages: dict[Labels, float] = {}
    failed: dict[Labels, float] = {}
    for kind, run in runs.items():
        label: Labels = (("kind", str(kind)),)
        times[label] = good[kind].timestamp() if kind in good else 0.0
        failed[label] = float(run is not None and run.status == RunStatus.BAD)
        if kind in good:
            ages[label] = max(0.0, (now - good[kind]).total_seconds())
    return [
        Figure(
            "verbatim_backup_last_success_timestamp_seconds",
            "When the last good backup or proof was begun, in Unix time; 0: never.",
            times,
        ),
        Figure("verbatim_backup_age_seconds", "How long ago that was; none where there never was one.", ages),
        Figure("verbatim_backup_failed", "1 while the last backup or proof was not good.", failed),
    ]


def _is_late(moment: datetime, hours: float) -> bool:
    return utcnow() - moment > _LATE * timedelta(hours=hours)


async def check_backups(_: Settings, database: Database) -> Check:
    """Is there a backup that is new enough, and has it been proved?"""
    chosen = current(BackupSettings)
    with as_system("doctor"):
        async with database.transaction(read_only=True) as session:
            good = await last_good(session)
            runs = {kind: await last_run(session, kind) for kind in RunKind}
    problems = []
    for kind, hours in ((RunKind.BACKUP, chosen.backup_every_hours), (RunKind.PROOF, chosen.backup_prove_every_hours)):
        run = runs[kind]
        if run is not None and run.status == RunStatus.BAD:
            first = (run.detail or "It did not end well.").partition("\n")[0]
            problems.append(f"The last {kind} ({run.started_at:%Y-%m-%d %H:%M} UTC) was not good: {first}")
        elif (
            chosen.backup_to is not None
            and hours
            and utcnow() - good.get(kind, utcnow()) > _LATE * timedelta(hours=hours)
        ):
            problems.append(f"The last good {kind} is of {good[kind]:%Y-%m-%d %H:%M} UTC.")
    if problems:
        return Check("backups", ok=False, detail=" ".join(problems))
    if RunKind.BACKUP not in good:
        return Check("backups", ok=True, warning=True, detail=_NONE, todo=_HOW)
    proved = f"{good[RunKind.PROOF]:%Y-%m-%d %H:%M} UTC" if RunKind.PROOF in good else "never"
    return Check(
        "backups", ok=True, detail=f"Last taken {good[RunKind.BACKUP]:%Y-%m-%d %H:%M} UTC, last proved {proved}."
    )


BACKUPS: Final = HealthCheck("backups", check_backups, setting="backup_to", seconds=60.0)
