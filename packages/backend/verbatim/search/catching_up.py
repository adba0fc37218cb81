"""Words for rows that have none: those of a large database from before there was a column for them (migration 0011),
and those that something else than this program added. Until then PostgreSQL finds them by their letters as typed.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from typing import Any, Final

import structlog
from fastapi import FastAPI
from sqlalchemy import Row, text
from sqlalchemy.exc import DBAPIError

from verbatim.core.background import BackgroundTask
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.core.services import Service
from verbatim.core.steps import overlapping
from verbatim.core.unfolded import fold_names
from verbatim.recordings.title_index import renew_title_index
from verbatim.search.column import stored_words
from verbatim.search.index import JOINING

BATCH = 400
BREATH_SECONDS = 0.05
"""Between two batches, so that other people's transactions come first."""
FIRST_PAUSE_SECONDS = 20
PAUSE_SECONDS = 900
NAMES_PAUSE_SECONDS = 10
"""Between two looks for names while servers of the release before may still change some."""

TEXTS: Final = {"recordings": "title", "segments": "text"}
"""Tables with words, and the column these are of."""

log = structlog.get_logger(__name__)


async def catch_up(database: Database) -> int:
    """Write the words of all rows that have none, part by part. Returns how many there were.

    Each part is a transaction of its own: who stops the server loses nothing, and several servers share the work.
    """
    done = 0
    for table in TEXTS:
        while (some := await _write_some(database, table)) > 0:
            done += some
            if done % (100 * BATCH) == 0:
                log.info("search_words_written", table=table, rows=done)
            await asyncio.sleep(BREATH_SECONDS)
    if done:
        log.info("search_words_complete", rows=done)
    return done


async def _write_some(database: Database, table: str) -> int:
    postgresql = database.dialect == "postgresql"
    without = f"FROM {table} WHERE search_words IS NULL"
    with as_system("words for search"):
        async with database.transaction(read_only=True) as session:
            if await session.scalar(text(f"SELECT 1 {without} LIMIT 1")) is None:
                return 0
        async with database.transaction() as session:
            some = f"SELECT id, {TEXTS[table]} {without} ORDER BY id LIMIT {BATCH}"
            rows = (await session.execute(text(some + (" FOR UPDATE SKIP LOCKED" if postgresql else "")))).all()
            words = await asyncio.to_thread(_words, rows, database.dialect)
            if words:
                kind = "tsvector" if postgresql else "text"
                change = f"UPDATE {table} SET search_words = CAST(:words AS {kind}) WHERE id = :id"  # noqa: S608 - own names
                await (await session.connection()).execute(text(change), words)
            return len(words)


def _words(rows: Iterable[Row[*tuple[Any, ...]]], dialect: str) -> list[dict[str, str | int]]:
    return [{"id": row[0], "words": stored_words(row[1], dialect)} for row in rows]


async def narrow_old_index(database: Database) -> bool:
    """Leave of PostgreSQL's index from before only what is for rows without words, once there are hardly any; nobody
    waits for it. Says whether it was done now.
    """
    if database.dialect != "postgresql":
        return False
    written = "text"
    for character in JOINING:
        written = f"replace({written}, '{character}', ' ')"
    async with database.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        whole = await connection.scalar(
            text("SELECT indpred IS NULL FROM pg_index WHERE indexrelid = to_regclass('ix_segments_text')")
        )
        lock = {"key": "verbatim search index"}
        if not whole or not await connection.scalar(text("SELECT pg_try_advisory_lock(hashtext(:key))"), lock):
            return False
        words = f"to_tsvector('simple'::regconfig, {written})"
        narrow = f"ix_segments_narrow_text ON segments USING gin ({words}) WHERE search_words IS NULL"
        try:
            for statement in (
                "DROP INDEX IF EXISTS ix_segments_narrow_text",
                f"CREATE INDEX CONCURRENTLY {narrow}",
                "DROP INDEX CONCURRENTLY ix_segments_text",
                "ALTER INDEX ix_segments_narrow_text RENAME TO ix_segments_text",
            ):
                await connection.exec_driver_sql(statement)
        finally:
            await connection.execute(text("SELECT pg_advisory_unlock(hashtext(:key))"), lock)
    log.info("old_search_index_narrowed")
    return True


async def catch_up_on_names(database: Database) -> int:
    """Write what lists are narrowed by where it is missing, then the index over it. Returns how many rows lacked it."""
    done = await fold_names(database)
    await renew_title_index(database)
    return done


class CatchingUp(BackgroundTask):
    """Looks for rows without words from time to time, and for names without what lists are narrowed by."""

    def __init__(self, database: Database) -> None:
        super().__init__("words for search")
        self._database = database

    def start(self) -> None:
        self.begin(self._forever())

    async def _forever(self) -> None:
        await asyncio.sleep(FIRST_PAUSE_SECONDS)
        while True:
            try:
                await catch_up_on_names(self._database)
                await catch_up(self._database)
                await narrow_old_index(self._database)
                await self._pause()
            except (DBAPIError, OSError):
                log.exception("search_words_failed")
                await asyncio.sleep(PAUSE_SECONDS / 10)

    async def _pause(self) -> None:
        until = time.monotonic() + PAUSE_SECONDS
        while overlapping() and time.monotonic() < until:
            await asyncio.sleep(NAMES_PAUSE_SECONDS)
            await fold_names(self._database)
        await asyncio.sleep(max(0.0, until - time.monotonic()))


CATCHING_UP: Final = Service[CatchingUp]("catching_up")


async def start_catching_up(app: FastAPI) -> None:
    CATCHING_UP.put(app, CatchingUp(app.state.database)).start()


async def stop_catching_up(app: FastAPI) -> None:
    if (found := CATCHING_UP.found(app)) is not None:
        await found.stop()
