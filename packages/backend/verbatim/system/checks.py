"""What can be wrong with a server, found out once for the readiness probe and for ``verbatim doctor``."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from verbatim.adapters.database.api import DatabaseError
from verbatim.adapters.storage.chosen import LOCAL
from verbatim.core.checks import Check
from verbatim.core.clock import utcnow
from verbatim.core.migrate import SchemaError, pending_migrations, unloaded_schemas
from verbatim.core.proxies import Note, Proxies
from verbatim.runtime import Runtime

CHECK_TIMEOUT = 5.0
LOW_DISK_BYTES = 2 * 1024**3
CLOCK_SECONDS = 5.0
"""Clocks that NTP keeps differ by thousandths of a second."""


async def _within(name: str, work: Awaitable[Check]) -> Check:
    try:
        return await asyncio.wait_for(work, CHECK_TIMEOUT)
    except TimeoutError:
        return Check(name, ok=False, detail=f"No answer within {CHECK_TIMEOUT:.0f} seconds.")
    except Exception as error:  # noqa: BLE001 - a probe reports whatever is wrong
        return Check(name, ok=False, detail=f"{type(error).__name__}: {error}")


async def check_database(runtime: Runtime) -> Check:
    """Can the database be reached, and does its schema fit?"""

    async def look() -> Check:
        path = runtime.database.engine.url.database or ""
        if runtime.database.dialect == "sqlite" and not os.path.exists(path):  # noqa: ASYNC240, PTH110 - takes no time
            # Opening it would make one.
            return Check("database", ok=False, detail=f"There is no database {path} yet; run verbatim migrate.")
        try:
            about = await runtime.database_adapter.check(runtime.database.engine)
            behind = await pending_migrations(runtime.database.engine, runtime.migrations)
        except (DatabaseError, SchemaError) as error:
            return Check("database", ok=False, detail=str(error))
        if behind:
            return Check("database", ok=False, detail=f"{about}: migrations are pending; run verbatim migrate.")
        return Check("database", ok=True, detail=about)

    return await _within("database", look())


async def check_plugins(runtime: Runtime) -> Check:
    """Does a command see what the server on this database sees? Another mode loads other plugins."""
    unloaded = await unloaded_schemas(runtime.database.engine, runtime.migrations)
    if not unloaded:
        return Check("plugins", ok=True, detail="All that this database was served with are loaded.")
    detail = (
        f"The database was served with {', '.join(unloaded)}, which VERBATIM_MODE={runtime.settings.mode.value} "
        "does not load. Set VERBATIM_MODE as for the server."
    )
    return Check("plugins", ok=False, detail=detail)


async def check_proxies(runtime: Runtime) -> Check:
    """Does a proxy stand in front of the server whose word is not taken?"""
    settings = runtime.settings
    peer = await asyncio.to_thread(Note(settings.data_dir).read)
    if peer is not None and peer not in Proxies(settings.trusted_proxies):
        detail = (
            f"A proxy at {peer} says for whom it asks and is not believed, so that all people behind it count as one "
            f"address. If it is yours, set VERBATIM_TRUSTED_PROXIES={peer}."
        )
        return Check("proxies", ok=False, detail=detail)
    trusted = settings.trusted_proxies or "none"
    return Check("proxies", ok=True, detail=f"Trusted: {trusted}.")


async def check_clock(runtime: Runtime, now: Callable[[], datetime] = utcnow) -> Check:
    """Does this machine's clock agree with the database's? What one server issues is not valid yet, or no longer, for
    another one whose clock differs.
    """
    if runtime.database.dialect == "sqlite":
        return Check("clock", ok=True, detail="The database has the clock of this machine.")
    async with runtime.database.engine.connect() as connection:
        before = now()
        theirs: datetime = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
        after = now()
    off = max((before - theirs).total_seconds(), (theirs - after).total_seconds(), 0.0)
    if off > CLOCK_SECONDS:
        way = "ahead of" if before > theirs else "behind"
        detail = (
            f"The clock of this machine is {off:.0f} seconds {way} the database's. Let NTP keep all clocks: "
            "sign-ins of one server are refused by another one otherwise."
        )
        return Check("clock", ok=False, detail=detail)
    return Check("clock", ok=True, detail="The clock agrees with the database's.")


async def check_storage(runtime: Runtime) -> Check:
    """Can recordings be stored?"""

    async def look() -> Check:
        folder = runtime.settings.storage_dir
        try:
            name, storage = await runtime.storages.for_new_files()
        except (SQLAlchemyError, OSError):  # which is the database's trouble; the disk can be looked at all the same
            name, storage = runtime.storages.takes_new, runtime.storages[runtime.storages.takes_new]
        if name == LOCAL and not folder.exists():  # trying it out would make one
            ok = os.access(_existing(folder), os.W_OK)
            return Check(
                "storage", ok=ok, detail=f"{folder} does not exist yet and {'can' if ok else 'cannot'} be made."
            )
        result = await storage.test_connection()
        return Check("storage", ok=result.ok, detail=result.detail)

    return await _within("storage", look())


def check_disk(runtime: Runtime) -> Check:
    """Is there room for uploads?"""
    folder = runtime.settings.data_dir
    free = shutil.disk_usage(_existing(folder)).free
    todo = "" if free > 2 * LOW_DISK_BYTES else "Make room, or move recordings to another storage."
    detail = f"{free / 1e9:.1f} GB free for {folder.absolute()}."
    return Check("disk", ok=free > LOW_DISK_BYTES, warning=free <= 2 * LOW_DISK_BYTES, detail=detail, todo=todo)


def check_jobs(runtime: Runtime) -> Check:
    """Does background work go on?"""
    if runtime.jobs.healthy:
        return Check("jobs", ok=True, detail="Background work is running.")
    return Check("jobs", ok=False, detail="Background work is waiting for the database.")


def check_draining(runtime: Runtime) -> list[Check]:
    """Is this process about to stop? Whoever asks had better send requests elsewhere."""
    return [Check("stopping", ok=False, detail="This server has been told to stop.")] if runtime.draining else []


def check_members(runtime: Runtime) -> list[Check]:
    """How many of the processes of a server of several answer? Those that are missing are being started again."""
    member = runtime.member
    if member.size == 1:
        return []
    there = member.living()
    numbers = f": {', '.join(map(str, there))}" if there else ""
    return [Check("processes", ok=bool(there), detail=f"{len(there)} of {member.size} processes answer{numbers}.")]


def _existing(folder: Path) -> Path:
    return next(parent for parent in (folder.absolute(), *folder.absolute().parents) if parent.exists())
