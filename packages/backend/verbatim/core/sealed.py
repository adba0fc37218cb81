"""Sealed columns: what lies encrypted in rows, each value bound to its row, all of it under the current key soon.

A feature names its columns (`SealedColumn`). When a server starts, what is still under the key before, or was sealed
before values were bound to their rows, is sealed anew; the key before can then go. For an hour after a step from the
release before, whose servers do not know rows, both forms count (`core.steps`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, cast

import structlog
from sqlalchemy import ColumnElement, Table, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import Base, Database
from verbatim.core.ownership import as_system
from verbatim.core.secrets import BOUND, KeyRing, SealError, place
from verbatim.core.steps import overlapping

log = structlog.get_logger(__name__)

_AT_ONCE: Final = 200


@dataclass(frozen=True)
class SealedColumn:
    """A column of sealed text and what it is sealed for. ``key`` names the one column that is its table's key."""

    model: type[Base]
    column: str
    purpose: str
    key: str = "id"

    def place(self, row_id: object) -> str:
        return place(self.model.__tablename__, self.column, row_id)

    def seal(self, keys: KeyRing, row_id: object, text: str) -> str:
        """Return what to store in a row."""
        if overlapping():
            return keys.seal(self.purpose, text)  # a server of the release before opens it too
        return keys.seal(self.purpose, text, row=self.place(row_id))

    def open(self, keys: KeyRing, row_id: object, sealed: str) -> str:
        """Return what a row holds.

        Raises:
            SealError: it was sealed for another row or with a key that is not known any more, or was changed.
        """
        if overlapping() and not sealed.startswith(BOUND):
            return keys.open(self.purpose, sealed)
        return keys.open(self.purpose, sealed, row=self.place(row_id))

    def _open_any(self, keys: KeyRing, row_id: object, sealed: str) -> str:
        """Return what a row holds, also when it was sealed before values were bound to their rows."""
        return self.open(keys, row_id, sealed) if sealed.startswith(BOUND) else keys.open(self.purpose, sealed)

    async def stale(self, session: AsyncSession, keys: KeyRing, after: Any) -> list[tuple[Any, str]]:
        """Return some rows that are not bound or not under the current key: their keys and what they hold."""
        key, held = getattr(self.model, self.key), getattr(self.model, self.column)
        wanted: list[ColumnElement[bool]] = [held.is_not(None), ~held.startswith(f"{BOUND}{keys.current_id}.")]
        if after is not None:
            wanted.append(key > after)
        rows = await session.execute(select(key, held).where(*wanted).order_by(key).limit(_AT_ONCE))
        return [(row[0], row[1]) for row in rows]

    def is_used(self) -> ColumnElement[bool]:
        """Return whether any row holds something."""
        return exists().where(getattr(self.model, self.column).is_not(None))

    async def replace(self, session: AsyncSession, row_id: Any, *, old: str, new: str) -> None:
        """Put a value in the place of another, unless somebody was faster."""
        table = cast("Table", self.model.__table__)
        same = (table.c[self.key] == row_id, table.c[self.column] == old)
        # On the connection: nothing has changed for those who watch what sessions change.
        await (await session.connection()).execute(update(table).where(*same).values({self.column: new}))


@dataclass
class Resealed:
    """How many values were sealed anew, and how many no known key opens."""

    renewed: int = 0
    lost: int = 0


async def reseal(database: Database, keys: Callable[[], KeyRing], columns: Iterable[SealedColumn]) -> Resealed:
    """Bring all sealed values under the current key, bound to their rows. What cannot be opened stays as it is."""
    found = Resealed()
    for column in await columns_in_use(database, columns):
        after: Any = None
        while rows := await _some(database, keys(), column, after, found):
            after = rows[-1][0]
    if found.lost:
        log.warning("sealed_values_lost", count=found.lost)
    if found.renewed:
        log.info("sealed_anew", count=found.renewed)
    return found


async def unbind(database: Database, keys: Callable[[], KeyRing], columns: Iterable[SealedColumn]) -> int:
    """Seal all values as the release before did, which does not know rows. Returns how many there were."""
    done = 0
    for column in await columns_in_use(database, columns):
        key, held = getattr(column.model, column.key), getattr(column.model, column.column)
        with as_system("sealing for the release before"):
            async with database.transaction() as session:
                for row_id, sealed in (await session.execute(select(key, held).where(held.startswith(BOUND)))).all():
                    text = column.open(keys(), row_id, sealed)
                    await column.replace(session, row_id, old=sealed, new=keys().seal(column.purpose, text))
                    done += 1
    return done


async def columns_in_use(database: Database, columns: Iterable[SealedColumn]) -> list[SealedColumn]:
    """Return the columns that hold something: without any, no key has to be made."""
    known = list(columns)
    if not known:
        return []
    with as_system("sealing anew"):
        async with database.transaction(read_only=True) as session:
            full = (await session.execute(select(*(column.is_used() for column in known)))).one()
    return [column for column, used in zip(known, full, strict=True) if used]


async def _some(
    database: Database, keys: KeyRing, column: SealedColumn, after: Any, found: Resealed
) -> list[tuple[Any, str]]:
    with as_system("sealing anew"):
        async with database.transaction(read_only=True) as session:
            rows = await column.stale(session, keys, after)
        if not rows:
            return rows
        async with database.transaction() as session:
            for row_id, sealed in rows:
                try:
                    text = column._open_any(keys, row_id, sealed)  # noqa: SLF001 - nobody else may
                except SealError:
                    found.lost += 1
                    continue
                await column.replace(session, row_id, old=sealed, new=column.seal(keys, row_id, text))
                found.renewed += 1
    return rows


async def lost_values(database: Database, keys: KeyRing, columns: Iterable[SealedColumn]) -> dict[str, int]:
    """Return how many values cannot be opened, by table and column. Only such that are stale can be."""
    lost: dict[str, int] = {}
    with as_system("looking at what is sealed"):
        async with database.transaction(read_only=True) as session:
            for column in columns:
                after: Any = None
                while rows := await column.stale(session, keys, after):
                    after = rows[-1][0]
                    name = f"{column.model.__tablename__}.{column.column}"
                    bad = sum(not _opens(column, keys, row_id, sealed) for row_id, sealed in rows)
                    if bad:
                        lost[name] = lost.get(name, 0) + bad
    return lost


def _opens(column: SealedColumn, keys: KeyRing, row_id: object, sealed: str) -> bool:
    try:
        column._open_any(keys, row_id, sealed)  # noqa: SLF001 - nobody else may
    except SealError:
        return False
    return True
