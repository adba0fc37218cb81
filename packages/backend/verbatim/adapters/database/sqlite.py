"""SQLite in WAL mode: the embedded default."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Connection, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from verbatim.adapters.database.api import DatabaseError, Reader, TextLookups
from verbatim.adapters.database.sqlite_threads import ConnectionThreads
from verbatim.config import Settings
from verbatim.core.stored_json import read_json

BUSY_SECONDS = 20
"""How long a writer waits for another one. Transactions here last milliseconds; only a stuck disk gets near it."""


class _Connection(sqlite3.Connection):
    """Ends its transaction when it is closed.

    SQLite keeps a closed connection, and its lock, until the last statement is finalised (sqlite3_close_v2), and the
    exception of a cancelled task may hold one for long.
    """

    def close(self) -> None:
        if self.in_transaction:
            self.rollback()
        super().close()


class SqliteAdapter:
    """One file, many readers, one writer at a time."""

    lookups: TextLookups | None = None

    def create_engine(self, settings: Settings) -> AsyncEngine:
        threads = ConnectionThreads()
        engine = create_async_engine(
            settings.resolved_database_url,
            json_deserializer=read_json,
            pool_size=settings.database_pool_size,
            max_overflow=settings.database_pool_size,
            pool_use_lifo=True,  # the one used last has read the file's pages and knows the statements
            connect_args={"timeout": BUSY_SECONDS, "factory": _Connection, "async_creator_fn": threads.connect},
        )
        event.listen(engine.sync_engine, "connect", _configure)
        event.listen(engine.sync_engine, "begin", _begin)
        threads.watch(engine.sync_engine)
        return engine

    def create_watcher(self, settings: Settings) -> AsyncEngine:
        return self.create_engine(settings.model_copy(update={"database_pool_size": 1}))

    @asynccontextmanager
    async def exclusive(self, connection: AsyncConnection) -> AsyncIterator[None]:  # noqa: ARG002 - interface
        # A write transaction begins with BEGIN IMMEDIATE (below), which already lets only one process migrate.
        yield

    async def hold_still(self, connection: AsyncConnection) -> None:
        """Nothing to do: the transaction has the one write lock already."""

    async def after_migrations(self, connection: AsyncConnection) -> None:
        """Nothing to protect: one user owns everything."""

    def enter_scope(self, connection: Connection) -> None:
        """The session's own filters are all there is."""

    def create_reader(self, engine: AsyncEngine) -> Reader | None:  # noqa: ARG002 - interface
        return None

    async def check(self, engine: AsyncEngine) -> str:
        try:
            async with engine.connect() as connection:
                result = (await connection.execute(text("PRAGMA quick_check(1)"))).scalar_one()
                mode = (await connection.execute(text("PRAGMA journal_mode"))).scalar_one()
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise DatabaseError(f"The database file cannot be opened: {getattr(error, 'orig', error)}.") from error
        if result != "ok":
            raise DatabaseError(f"The database file is damaged: {result}. Restore it from a backup.")
        return f"SQLite {sqlite3.sqlite_version}, {mode} mode, {engine.url.database}"


def _configure(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions too late; _begin does it
    # SQLite's own knows the letters of English only: a search for "köln" would not find "KÖLN".
    connection.create_function("lower", 1, _lower, deterministic=True)
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")  # a commit that was answered survives a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.execute("PRAGMA mmap_size = 268435456")
    cursor.close()


def _lower(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _begin(connection: Connection) -> None:
    # A transaction that reads first and writes later cannot wait for the write lock; taking it at once can.
    read_only = connection.get_execution_options().get("read_only", False)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
