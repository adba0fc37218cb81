"""PostgreSQL's index of the parts of titles and file names, anew while everybody works: a migration that made it would
keep all tables to itself for seconds (see migration 0032).
"""

from __future__ import annotations

from typing import Final

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim.core.db import Database
from verbatim.core.ownership import as_system

INDEX: Final = "ix_recordings_title_parts"
_NEXT: Final = "ix_recordings_next_title_parts"
PARTS: Final = """recordings USING gin (verbatim_parts(
    coalesce(title_folded, title) || ' ' || coalesce(file_name_folded, file_name))) WITH (fastupdate = off)"""

log = structlog.get_logger(__name__)


async def renew_title_index(database: Database) -> bool:
    """Make the index over folded names where there is still the one from before. Says whether it was done now.

    Of several servers one does it. What an earlier try left unfinished is thrown away.
    """
    if database.dialect != "postgresql":
        return False
    working = database.engine.execution_options(isolation_level="AUTOCOMMIT").connect()
    with as_system("the index of titles"):
        async with working as connection:
            return await _renew(connection)


async def _renew(connection: AsyncConnection) -> bool:
    known = await connection.scalar(text(f"SELECT pg_get_indexdef(to_regclass('{INDEX}'))"))
    if "title_folded" in (known or ""):
        return False
    lock = {"key": "verbatim title index"}
    if not await connection.scalar(text("SELECT pg_try_advisory_lock(hashtext(:key))"), lock):
        return False
    try:
        for statement in (
            f"DROP INDEX CONCURRENTLY IF EXISTS {_NEXT}",
            f"CREATE INDEX CONCURRENTLY {_NEXT} ON {PARTS}",
            f"DROP INDEX CONCURRENTLY IF EXISTS {INDEX}",
            f"ALTER INDEX {_NEXT} RENAME TO {INDEX}",
        ):
            await connection.exec_driver_sql(statement)
    finally:
        await connection.execute(text("SELECT pg_advisory_unlock(hashtext(:key))"), lock)
    log.info("title_index_renewed")
    return True
