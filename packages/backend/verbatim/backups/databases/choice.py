"""A moment of the database of a server, whichever kind it is."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path

from verbatim.backups.databases.postgresql import postgresql_snapshot
from verbatim.backups.databases.snapshot import Snapshot
from verbatim.backups.databases.sqlite import sqlite_snapshot
from verbatim.runtime import Runtime


def snapshot_of(runtime: Runtime, folder: Path) -> AbstractAsyncContextManager[Snapshot]:
    """Take a snapshot; ``folder`` has room for whatever that needs on disk."""
    if runtime.database.dialect == "sqlite":
        return sqlite_snapshot(runtime.database.engine, folder)
    return postgresql_snapshot(runtime.database_adapter.create_watcher(runtime.settings), folder)
