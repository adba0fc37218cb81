"""Backups of a PostgreSQL database: every table as COPY gives it, in one transaction that sees one moment.

No other program is needed, neither now nor at the restore. Tables are made by this program's own migrations, up to
where those of the backup were, and filled with what COPY gave; foreign keys are checked when they are put back.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine

from verbatim.backups.databases.snapshot import SCHEMA_PREFIX, Kept
from verbatim.backups.errors import BackupError, DamagedError
from verbatim.backups.manifest import Manifest, Table
from verbatim.backups.vault import Vault, set_key

_AT_ONCE: Final = 500

# Without columns that PostgreSQL computes by itself, and without the steps that led here: a restore goes straight.
_TABLES: Final = """
SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attgenerated = '' AND c.relname <> 'schema_steps'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
GROUP BY c.relname ORDER BY c.relname
"""

# Row-level security filters silently: a table whose rows are not all shown here would be backed up in part.
_HIDDEN: Final = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND row_security_active(c.oid)
  AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND pg_get_expr(p.polqual, p.polrelid) = 'true'
      AND (SELECT oid FROM pg_roles WHERE rolname = current_user) = ANY (p.polroles)
  )
"""
_SEQUENCES: Final = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
_KEYS: Final = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
"""
_FUNCTIONS: Final = """
SELECT p.oid::regprocedure::text FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


def quoted(name: str) -> str:
    """Return a name as it stands in a statement."""
    return '"' + name.replace('"', '""') + '"'


class PostgresqlSnapshot:
    """A transaction that sees one moment."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def rows(self, table: str, columns: Sequence[str]) -> AsyncIterator[Sequence[Any]]:
        listed = ", ".join(map(quoted, columns))
        async for row in self._connection.cursor(f"SELECT {listed} FROM {quoted(table)}", prefetch=_AT_ONCE):  # noqa: S608 - names
            yield tuple(row)

    async def keep(self, vault: Vault, name: str) -> Kept:
        hidden = [row[0] for row in await self._connection.fetch(_HIDDEN)]
        if hidden:
            raise BackupError(
                f"Not all rows of {', '.join(hidden)} are shown to this command. Set VERBATIM_MODE as for the server."
            )
        tables = [
            await self._table(vault, name, table, columns) for table, columns in await self._connection.fetch(_TABLES)
        ]
        schemas = {
            one.name.removeprefix(SCHEMA_PREFIX): await self._connection.fetchval(
                f"SELECT version_num FROM {quoted(one.name)}"  # noqa: S608 - names of our own tables
            )
            for one in tables
            if one.name.startswith(SCHEMA_PREFIX)
        }
        # After the tables: a sequence is no part of the moment, and must not be behind it.
        sequences = {row[0]: row[1] for row in await self._connection.fetch(_SEQUENCES) if row[1] is not None}
        return Kept(schemas, tables, sequences)

    async def _table(self, vault: Vault, name: str, table: str, columns: list[str]) -> Table:
        listed = ", ".join(map(quoted, columns))
        async with vault.writing(set_key(name, f"database/{table}.gz")) as part:
            said = await self._connection.copy_from_query(
                f"SELECT {listed} FROM {quoted(table)}",  # noqa: S608 - names of our own tables
                output=part.write,
                format="text",
            )
        return Table(name=table, rows=int(said.rpartition(" ")[2]), columns=columns, part=part.part)


@asynccontextmanager
async def postgresql_snapshot(engine: AsyncEngine, scratch: Path) -> AsyncIterator[PostgresqlSnapshot]:  # noqa: ARG001 - interface
    """Open a transaction that sees one moment, on an engine that sees every row and is disposed of afterwards.

    Raises:
        BackupError: PostgreSQL refuses something.
    """
    try:
        async with driver_of(engine) as connection, connection.transaction(isolation="repeatable_read", readonly=True):
            yield PostgresqlSnapshot(connection)
    except asyncpg.PostgresError as error:
        raise BackupError(f"The database cannot be read: {error}") from error
    finally:
        await engine.dispose()


@asynccontextmanager
async def driver_of(engine: AsyncEngine) -> AsyncIterator[Any]:
    """Give asyncpg's own connection, which is closed afterwards."""
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        try:
            yield raw.driver_connection
        finally:
            await connection.invalidate()


async def is_bare(engine: AsyncEngine) -> bool:
    """Say whether the database has no tables."""
    async with driver_of(engine) as connection:
        return not await connection.fetch(_TABLES)


async def strip(engine: AsyncEngine) -> None:
    """Remove the tables and functions of an installation that is not in use."""
    async with driver_of(engine) as connection, connection.transaction():
        for table, _ in await connection.fetch(_TABLES):
            await connection.execute(f"DROP TABLE {quoted(table)} CASCADE")
        for function in await connection.fetch(_FUNCTIONS):
            await connection.execute(f"DROP FUNCTION IF EXISTS {function[0]} CASCADE")


async def fill(engine: AsyncEngine, vault: Vault, manifest: Manifest) -> list[str]:
    """Fill tables that the migrations have just made. Returns what is wrong with what is in them.

    Raises:
        DamagedError: a table's rows are missing, cut off or changed, or do not fit.
    """
    try:
        async with driver_of(engine) as connection, connection.transaction():
            return await _fill(connection, vault, manifest)
    except asyncpg.PostgresError as error:
        raise DamagedError(f"The database of the backup {manifest.name} does not fit: {error}") from error


async def _fill(connection: Any, vault: Vault, manifest: Manifest) -> list[str]:
    there = {row[0]: row[1] for row in await connection.fetch(_TABLES)}
    if missing := sorted({one.name for one in manifest.tables} - there.keys()):
        raise DamagedError(f"Nothing here makes the tables {', '.join(missing)} of the backup {manifest.name}.")
    keys = await connection.fetch(_KEYS)
    for table, name, _ in keys:
        await connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {quoted(name)}")
    for table in there:
        await connection.execute(f"ALTER TABLE {quoted(table)} DISABLE TRIGGER USER")
    await connection.execute(f"TRUNCATE {', '.join(map(quoted, there))}")
    problems = [problem for table in manifest.tables for problem in await _fill_table(connection, vault, table)]
    for table in there:
        await connection.execute(f"ALTER TABLE {quoted(table)} ENABLE TRIGGER USER")
    for table, name, said in keys:
        await connection.execute(f"ALTER TABLE {table} ADD CONSTRAINT {quoted(name)} {said}")
    for name, value in manifest.sequences.items():
        await connection.execute("SELECT setval($1::text::regclass, $2)", quoted(name), value)
    return problems


async def _fill_table(connection: Any, vault: Vault, table: Table) -> list[str]:
    if table.part is None:
        return [f"The backup has no rows of {table.name}."]
    said = await connection.copy_to_table(
        table.name, source=vault.reading(table.part), columns=table.columns, format="text", schema_name="public"
    )
    rows = int(said.rpartition(" ")[2])
    return [] if rows == table.rows else [f"{table.name} has {rows} rows instead of {table.rows}."]
