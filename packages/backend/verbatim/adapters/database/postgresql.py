"""PostgreSQL 15 and later."""

from __future__ import annotations

import math
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import DBAPIError, InvalidatePoolError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from verbatim.adapters.database.api import DatabaseBusyError, DatabaseError, Reader, TextLookups
from verbatim.adapters.database.driver import DriverConnection, LiteralLimits, begin_with, settle
from verbatim.adapters.database.reader import PostgresqlReader
from verbatim.config import Settings
from verbatim.core.stored_json import read_json

MINIMUM_VERSION = 15
IDLE_SECONDS = 1.0
"""A connection that was used less long ago is taken to be good."""

NOTICE_THE_GONE = {"tcp_keepalives_idle": "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "2"}
"""Seconds and tries after which PostgreSQL ends the transaction of a machine that vanished; what that had locked could
be locked for two hours otherwise."""

IN_ORDER = {"synchronize_seqscans": "off"}
"""Reading a table begins at its first row, not where another reader happens to be: the same search finds the same."""

_USED = "verbatim_used"
MIGRATION_LOCK = 0x7665726261746D
"""Key of the advisory lock: the bytes of "verbatm", so that it can be recognised in pg_locks."""

HOLD_MILLISECONDS = 800
"""How long migrations wait for others to leave the tables. Less than PostgreSQL's ``deadlock_timeout`` of a second,
after which it ends one of those who wait for each other: here that must never be somebody's request."""

TABLES = """
SELECT string_agg(format('%I.%I', n.nspname, c.relname), ', ' ORDER BY c.relname)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND pg_has_role(c.relowner, 'USAGE')
"""
"""All tables that the server's role owns, in an order."""

_BUSY = frozenset({"40P01", "55P03", "57014"})
"""States of PostgreSQL: deadlock detected, lock not available, query cancelled."""


class PostgresqlAdapter:
    """A server of its own, shared by any number of Verbatim servers."""

    lookups: TextLookups | None = None

    def create_engine(self, settings: Settings) -> AsyncEngine:
        engine = create_async_engine(
            settings.resolved_database_url,
            json_deserializer=read_json,
            pool_size=settings.database_pool_size,
            max_overflow=settings.database_pool_size,
            pool_use_lifo=True,  # who was asked last knows the tables and the statements
            connect_args={
                "timeout": 10,
                "connection_class": DriverConnection,
                "server_settings": {"application_name": "verbatim", "timezone": "UTC", **IN_ORDER, **NOTICE_THE_GONE},
            },
        )
        engine.dialect.statement_compiler = LiteralLimits
        _replace_broken_connections(engine.sync_engine)
        return engine

    def create_watcher(self, settings: Settings) -> AsyncEngine:
        engine = self.create_engine(settings.model_copy(update={"database_pool_size": 1}))
        # Each statement for itself: one round trip instead of three.
        return engine.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def exclusive(self, connection: AsyncConnection) -> AsyncIterator[None]:
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
        yield

    async def hold_still(self, connection: AsyncConnection) -> None:
        # All at once and before anything else is locked: migrations that took one table after the other would sooner or
        # later wait for a request that waits for them.
        tables = await connection.scalar(text(TABLES))
        if not tables:
            return
        # Of the whole statement: each table's wait may be short and all of them together too long.
        await connection.execute(text(f"SET LOCAL statement_timeout = {HOLD_MILLISECONDS}"))
        try:
            await connection.execute(text(f"LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE"))
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in _BUSY:
                raise
            raise DatabaseBusyError("The tables are in use.") from error
        await connection.execute(text("SET LOCAL statement_timeout TO DEFAULT"))

    async def after_migrations(self, connection: AsyncConnection) -> None:
        """Nothing to protect: one user owns everything."""

    def enter_scope(self, connection: Connection) -> object:
        return self.begin_with(connection, self.beginning())

    def beginning(self) -> str:
        """Return the statement, without parameters, that a transaction of the scope in force says first. Here nothing:
        the session's own filters are all there is.
        """
        return ""

    def create_reader(self, engine: AsyncEngine) -> Reader | None:
        # Whoever begins transactions otherwise than by `beginning` would see them begin without it.
        if type(self).enter_scope is not PostgresqlAdapter.enter_scope:
            return None
        return PostgresqlReader(engine, self.beginning)

    def begin_with(self, connection: Connection, statement: str, question: str = "") -> int | None:
        """Let the transaction that `connection` is about to begin start with a statement without parameters, and
        return how many rows a question after it gives, if one is asked and can be.
        """
        return begin_with(connection, statement, question)

    async def check(self, engine: AsyncEngine) -> str:
        try:
            async with engine.connect() as connection:
                number = int((await connection.execute(text("SHOW server_version_num"))).scalar_one())
                encoding = (await connection.execute(text("SHOW server_encoding"))).scalar_one()
        except (SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
            where = (
                f"{(engine.url.host or '').rpartition('@')[2]}:{engine.url.port or 5432}"  # not what a password ends in
            )
            said = getattr(error, "orig", error)
            raise DatabaseError(f"PostgreSQL cannot be reached at {where}: {said}.") from error
        if number // 10_000 < MINIMUM_VERSION:
            raise DatabaseError(f"PostgreSQL {MINIMUM_VERSION} or later is needed; this is {number // 10_000}.")
        if encoding != "UTF8":
            raise DatabaseError(f"The database must be encoded in UTF8; this one is {encoding}.")
        return f"PostgreSQL {number // 10_000}.{number % 10_000}, database {engine.url.database}"


def _replace_broken_connections(engine: Engine) -> None:
    """Make sure that a transaction begins on a connection that works.

    SQLAlchemy's own ``pool_pre_ping`` asks the database three questions before each transaction, a third of a short
    one's time. A connection that the database has closed is known without asking; only one that has been idle, which
    a firewall may have cut silently, is tried.
    """

    @event.listens_for(engine, "checkin")
    def note(_: Any, record: ConnectionPoolEntry) -> None:
        record.info[_USED] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def check(connection: Any, record: ConnectionPoolEntry, _: Any) -> None:
        if not settle(connection):
            raise InvalidatePoolError
        if time.monotonic() - record.info.get(_USED, math.inf) > IDLE_SECONDS:
            try:
                engine.dialect.do_ping(connection)
            except (engine.dialect.loaded_dbapi.Error, OSError) as error:
                raise InvalidatePoolError from error
