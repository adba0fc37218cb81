"""What has to be so before a newer version is started on a database; asked by that newer version."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import func, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from verbatim.adapters.database.api import DatabaseError
from verbatim.backups.models import BackupRun, RunKind
from verbatim.backups.runs import last_good
from verbatim.config import Settings
from verbatim.core.checks import Check
from verbatim.core.clock import utcnow
from verbatim.core.db import Database
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.migrate import SchemaError, pending_migrations, unloaded_schemas
from verbatim.core.ownership import as_system
from verbatim.runtime import Runtime

FRESH: Final = timedelta(hours=24)
_ROOM: Final = 2
"""So many times the database's size may be needed while its tables are rebuilt."""

Look = Callable[[Runtime], Awaitable[Check]]


async def check_schema(runtime: Runtime) -> Check:
    """Does this version know the schema, and what would it change?"""
    engine = runtime.database.engine
    path = Path(str(engine.url.database))
    if runtime.database.dialect == "sqlite" and not await asyncio.to_thread(path.exists):
        return Check(
            "schema", ok=False, detail=f"There is no database {path}. Set VERBATIM_DATA_DIR as for the server."
        )
    try:
        about = await runtime.database_adapter.check(engine)
        if unloaded := await unloaded_schemas(engine, runtime.migrations):
            detail = f"The database was served with {', '.join(unloaded)}, which is not loaded here. Set VERBATIM_MODE."
            return Check("schema", ok=False, detail=detail)
        behind = await pending_migrations(engine, runtime.migrations)
    except (DatabaseError, SchemaError) as error:
        return Check("schema", ok=False, detail=str(error))
    todo = f"migrations of {', '.join(behind)} will run" if behind else "there is nothing to migrate"
    return Check("schema", ok=True, detail=f"{about}: {todo}.")


async def check_backup(runtime: Runtime) -> Check:
    """Is there a good backup of today? On SQLite there is no way back but that."""
    how = "Take one with the version that runs now: verbatim backup --to DIR."
    if not await _has_table(runtime.database, BackupRun.__tablename__):
        detail = "Versions before backups cannot say whether there is one. Make sure that you have a backup of today."
        return Check("backup", ok=True, warning=True, detail=detail)
    with as_system("doctor"):
        async with runtime.database.transaction(read_only=True) as session:
            good = await last_good(session)
    taken, proved = good.get(RunKind.BACKUP), good.get(RunKind.PROOF)
    if taken is None:
        return Check("backup", ok=False, detail="There is no good backup.", todo=how)
    if utcnow() - taken > FRESH:
        detail = f"The last good backup is of {taken:%Y-%m-%d %H:%M} UTC."
        return Check("backup", ok=False, detail=detail, todo=how)
    known = f"proved {proved:%Y-%m-%d %H:%M} UTC" if proved else "none was ever proved"
    return Check("backup", ok=True, warning=proved is None, detail=f"Taken {taken:%Y-%m-%d %H:%M} UTC; {known}.")


async def check_room(runtime: Runtime) -> Check:
    """Is there room for tables that are written anew? Of PostgreSQL's disk only its own server knows."""
    if runtime.database.dialect != "sqlite":
        return Check("room", ok=True, detail="PostgreSQL may need as much room again as its largest table takes.")
    path = Path(str(runtime.database.engine.url.database))
    size = (await asyncio.to_thread(path.stat)).st_size
    free = shutil.disk_usage(path.parent).free
    detail = f"The database takes {size / 1e6:.0f} MB, and {free / 1e6:.0f} MB are free."
    return Check("room", ok=free > _ROOM * size, detail=detail)


async def check_work(runtime: Runtime) -> Check:
    """Is anything being worked on? What runs is handed over at the stop, and begins anew."""
    if not await _has_table(runtime.database, Job.__tablename__):
        return Check("work", ok=True, detail="There are no jobs.")
    running = select(func.count()).select_from(Job).where(Job.status == JobStatus.RUNNING)
    with as_system("doctor"):
        async with runtime.database.transaction(read_only=True) as session:
            count = await session.scalar(running) or 0
    detail = f"{count} jobs are running; they are handed over when their server stops, and begin anew."
    return Check("work", ok=True, warning=count > 0, detail=detail if count else "No job is running.")


BEFORE_UPGRADE: Final[Sequence[Look]] = (check_schema, check_backup, check_room, check_work)


async def look_before_upgrade(runtime: Runtime, settings: Settings) -> list[Check]:
    """Look at all of it. The database may still have the tables of the version before."""
    found: list[Check] = []
    for look in BEFORE_UPGRADE:
        name = look.__name__.removeprefix("check_")
        if found and not found[0].ok:
            found.append(Check(name, ok=True, skipped=True, detail="Not looked at: see the first finding."))
            continue
        try:
            found.append(await look(runtime))
        except (SQLAlchemyError, OSError) as error:
            found.append(Check(name, ok=False, detail=str(getattr(error, "orig", None) or error).partition("\n")[0]))
    if settings.workers > 1 or runtime.database.dialect != "sqlite":
        detail = (
            "Run `verbatim migrate`, then replace servers and workers one after the other within an hour: after that "
            "the new version seals secrets in a form that the old one cannot read."
        )
        found.append(Check("several machines", ok=True, warning=True, detail=detail))
    return found


async def _has_table(database: Database, name: str) -> bool:
    async with database.engine.connect() as connection:
        return bool(await connection.run_sync(lambda sync: inspect(sync).has_table(name)))
