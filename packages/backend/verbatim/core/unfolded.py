"""What lists are narrowed by, for rows that lack it: those that servers of the release before write beside this one,
and those of a large database from before there were such columns. Until then their names are found without regard to
capitals, and not without accents.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any, Final

import structlog
from sqlalchemy import Row, inspect, text

from verbatim.core.db import Base, Database
from verbatim.core.ownership import as_system
from verbatim.core.words import SUFFIX, folded_text

BATCH: Final = 1_000

log = structlog.get_logger(__name__)


async def fold_names(database: Database) -> int:
    """Write the `folded_of` of all rows that lack one. Returns how many there were.

    Each part is a transaction of its own, so that nobody waits for long; several servers share the work.
    """
    done = 0
    with as_system("names for lists"):
        async with database.engine.connect() as connection:
            there = set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
        for table, key, columns in _tables():
            if table in there:
                done += await _fold(database, table, key, columns)
    if done:
        log.info("names_folded", rows=done)
    return done


def _tables() -> Iterator[tuple[str, str, list[str]]]:
    """Return the tables that have such columns, the name of their key, and what the columns are of."""
    for table in Base.metadata.sorted_tables:
        kept = [column.name for column in table.columns if column.name.endswith(SUFFIX)]
        if kept:
            (key,) = table.primary_key.columns
            yield table.name, key.name, [name.removesuffix(SUFFIX) for name in kept]


async def _fold(database: Database, table: str, key: str, columns: Sequence[str]) -> int:
    lacking = " OR ".join(f"({column} IS NOT NULL AND {column}{SUFFIX} IS NULL)" for column in columns)
    async with database.transaction(read_only=True) as session:  # what is nearly always all there is to do
        if await session.scalar(text(f"SELECT 1 FROM {table} WHERE {lacking} LIMIT 1")) is None:  # noqa: S608 - own names
            return 0
    some = f"SELECT {key}, {', '.join(columns)} FROM {table} WHERE ({lacking})"  # noqa: S608 - own names
    further, end = f" AND {key} > :last", f" ORDER BY {key} LIMIT {BATCH}"
    end += " FOR UPDATE SKIP LOCKED" if database.dialect == "postgresql" else ""
    changes = ", ".join(f"{column}{SUFFIX} = :{column}" for column in columns)
    change = text(f"UPDATE {table} SET {changes} WHERE {key} = :key")  # noqa: S608 - own names
    done, last = 0, None
    while True:
        async with database.transaction() as session:
            question = text(some + end) if last is None else text(some + further + end).bindparams(last=last)
            rows = (await session.execute(question)).all()
            if not rows:
                return done
            folded = await asyncio.to_thread(_folded, rows, columns)
            await (await session.connection()).execute(change, folded)
        done, last = done + len(rows), rows[-1][0]


def _folded(rows: Sequence[Row[Any]], columns: Sequence[str]) -> list[dict[str, Any]]:
    return [{"key": row[0], **{column: folded_text(row[at]) for at, column in enumerate(columns, 1)}} for row in rows]
