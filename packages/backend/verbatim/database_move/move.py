"""Moving an installation. The server is stopped meanwhile: the database that is left is locked against changes.

A table is copied in one transaction. A run that was interrupted begins with what is not there yet: a table whose rows
sum up to the same is done. Triggers, walls and the rest come at the end, with the migrations' last step.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Integer, Table, func, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from verbatim.core.db import Base
from verbatim.core.migrate import MOVING, migrate_to
from verbatim.core.ownership import as_system
from verbatim.database_move.tables import Sum, copy_table, sum_of
from verbatim.runtime import Runtime

_KEYS: Final = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
"""

IN_USE: Final = "The database is in use, or no database of Verbatim. Stop the server first, and its workers."
_VERSIONS: Final = "schema_version_"


class MoveError(Exception):
    """The installation cannot be moved; the message says why."""


@dataclass
class MovedDatabase:
    """What was moved: rows by table, all of them compared. ``already`` tables were there from an earlier run."""

    tables: dict[str, int] = field(default_factory=dict)
    already: list[str] = field(default_factory=list)
    proofs: list[str] = field(default_factory=list)

    @property
    def rows(self) -> int:
        return sum(self.tables.values())


async def move_database(source: Runtime, target: Runtime, tell: Callable[[str], None]) -> MovedDatabase:
    """Move everything from a SQLite database to a PostgreSQL one, and compare it.

    Raises:
        MoveError: the target holds something else, the source is in use, or what arrived is not what left.
    """
    _refuse_wrong_kinds(source, target)
    await _migrate_source(source)
    moved = MovedDatabase()
    with as_system("moving the database"):
        async with _standing_still(source.database.engine) as reading:
            tables = await _tables(reading)
            await _prepare(reading, target, tables)
            async with target.database.engine.connect() as writing:
                for table in tables:
                    await _one_table(reading, writing, table, moved, tell)
                await _set_sequences(writing, tables)
                await _finish(writing, tables)
        await target.migrate()  # walls, triggers and functions, over all of it
        await _prove(target, moved)
    return moved


def _refuse_wrong_kinds(source: Runtime, target: Runtime) -> None:
    if source.database.dialect != "sqlite" or target.database.dialect != "postgresql":
        raise MoveError("An installation moves from sqlite:///… to postgresql+asyncpg://…; name them in this order.")


async def _migrate_source(source: Runtime) -> None:
    try:
        await source.migrate()
    except DBAPIError as error:
        raise MoveError(IN_USE) from error


@asynccontextmanager
async def _standing_still(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Read one moment of the source, and let nobody change it meanwhile: its transactions begin with the write lock."""
    async with engine.connect() as connection:
        try:
            await connection.execute(text("SELECT 1"))
        except DBAPIError as error:
            raise MoveError(IN_USE) from error
        try:
            yield connection
        finally:
            await connection.rollback()


async def _tables(reading: AsyncConnection) -> list[Table]:
    """Return the tables of the source, parents first; not all that this process knows, which may have loaded more."""
    there = await reading.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    return [table for table in Base.metadata.sorted_tables if table.name in there]


async def _prepare(reading: AsyncConnection, target: Runtime, tables: Sequence[Table]) -> None:
    """Make the tables, empty and without anything that acts by itself; on a later run they are there."""
    engine = target.database.engine
    async with engine.connect() as connection:
        there = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    if MOVING in there:
        return
    if there:
        raise MoveError("The target is not empty: name a database without any tables.")
    revisions = await _revisions(reading)
    await migrate_to(engine, target.database_adapter, target.migrations, revisions)
    async with engine.begin() as connection:
        for table in reversed(tables):
            await connection.execute(text(f'ALTER TABLE "{table.name}" DISABLE TRIGGER USER'))
            await connection.execute(table.delete())  # what migrations put in comes from the source too
        await connection.execute(text(f"CREATE TABLE {MOVING} (of_table text, name text, said text)"))
        for of_table, name, said in (await connection.execute(text(_KEYS))).all():
            values = {"of_table": of_table, "name": name, "said": said}
            await connection.execute(text(f"INSERT INTO {MOVING} VALUES (:of_table, :name, :said)"), values)  # noqa: S608 - a name of our own
            await connection.execute(text(f'ALTER TABLE {of_table} DROP CONSTRAINT "{name}"'))


async def _revisions(reading: AsyncConnection) -> dict[str, str]:
    names = await reading.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
    versions = [name for (name,) in names if name.startswith(_VERSIONS)]
    return {
        name.removeprefix(_VERSIONS): str(await reading.scalar(text(f'SELECT version_num FROM "{name}"')))  # noqa: S608 - names of our own tables
        for name in versions
    }


async def _one_table(
    reading: AsyncConnection,
    writing: AsyncConnection,
    table: Table,
    moved: MovedDatabase,
    tell: Callable[[str], None],
) -> None:
    count = await writing.scalar(select(func.count()).select_from(table)) or 0
    if count:
        left, arrived = await sum_of(reading, table), await sum_of(writing, table)
        moved.already.append(table.name)
    else:
        left = await copy_table(reading, writing, table)
        arrived = await sum_of(writing, table)
    _refuse_difference(table.name, left, arrived)
    await writing.commit()
    moved.tables[table.name] = arrived.rows
    tell(f"{table.name}: {arrived.rows} rows")


def _refuse_difference(name: str, left: Sum, arrived: Sum) -> None:
    if left != arrived:
        raise MoveError(
            f"The table {name} has {arrived.rows} rows in the target and {left.rows} in the source, or others. "
            "Empty the target and begin anew."
        )


async def _set_sequences(writing: AsyncConnection, tables: Sequence[Table]) -> None:
    """Let new rows have numbers beyond those there are."""
    for table in tables:
        for column in table.primary_key.columns:
            if not isinstance(column.type, Integer):
                continue
            sequence = await writing.scalar(select(func.pg_get_serial_sequence(f'"{table.name}"', column.name)))
            highest = await writing.scalar(select(func.max(column)))
            if sequence is not None and highest is not None:
                await writing.execute(select(func.setval(sequence, highest)))
    await writing.commit()


async def _finish(writing: AsyncConnection, tables: Sequence[Table]) -> None:
    for table in tables:
        await writing.execute(text(f'ALTER TABLE "{table.name}" ENABLE TRIGGER USER'))
    for of_table, name, said in (await writing.execute(text(f"SELECT of_table, name, said FROM {MOVING}"))).all():  # noqa: S608 - a name of our own
        await writing.execute(text(f'ALTER TABLE {of_table} ADD CONSTRAINT "{name}" {said}'))
    await writing.execute(text(f"DROP TABLE {MOVING}"))
    await writing.commit()


async def _prove(target: Runtime, moved: MovedDatabase) -> None:
    """Let those who can prove that their rows are unchanged do so."""
    proofs: list[Any] = target.registry.contributions.proofs
    for proof in proofs:
        ok, sentence = await proof(target.settings, target.database)
        if not ok:
            raise MoveError(sentence)
        moved.proofs.append(sentence)
