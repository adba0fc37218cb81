"""One table at a time: its rows as values, their sum, and copying them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import Column, Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim.search.column import SearchWords

ROWS_AT_ONCE: Final = 1000
_SUM: Final = 1 << 256


@dataclass(frozen=True)
class Sum:
    """How many rows a table has, and the sum of their SHA-256: the same in whatever order they are read."""

    rows: int
    digest: int


def told_columns(table: Table) -> list[Column[Any]]:
    """Return the columns whose values are read; those that follow from another column are made anew."""
    return [column for column in table.columns if not isinstance(column.type, SearchWords)]


async def rows_of(connection: AsyncConnection, table: Table) -> AsyncIterator[list[Mapping[str, Any]]]:
    """Yield the rows of a table, some at a time."""
    columns = [column.label(column.key) for column in told_columns(table)]
    async with connection.stream(select(*columns)) as result:
        async for some in result.mappings().partitions(ROWS_AT_ONCE):
            yield [dict(row) for row in some]


async def sum_of(connection: AsyncConnection, table: Table) -> Sum:
    """Return the sum of a table."""
    rows, digest = 0, 0
    async for some in rows_of(connection, table):
        rows += len(some)
        digest = (digest + sum(map(_digest, some))) % _SUM
    return Sum(rows, digest)


async def copy_table(source: AsyncConnection, target: AsyncConnection, table: Table) -> Sum:
    """Copy the rows of a table into the empty one of the same name. Returns the sum of what was read."""
    rows, digest = 0, 0
    derived = {column.key: column.info["words_of"] for column in table.columns if isinstance(column.type, SearchWords)}
    async for some in rows_of(source, table):
        rows += len(some)
        digest = (digest + sum(map(_digest, some))) % _SUM
        await target.execute(
            insert(table), [{**row, **{own: row[other] for own, other in derived.items()}} for row in some]
        )
    return Sum(rows, digest)


def _digest(row: Mapping[str, Any]) -> int:
    text = json.dumps([(name, _plain(row[name])) for name in sorted(row)], sort_keys=True, ensure_ascii=True)
    return int.from_bytes(hashlib.sha256(text.encode()).digest())


def _plain(value: Any) -> Any:
    """Return a value as both databases would tell it."""
    if isinstance(value, datetime):
        return (value if value.tzinfo is not None else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    if isinstance(value, float):
        return repr(value)
    return value
