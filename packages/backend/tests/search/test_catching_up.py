"""Rows from before there were words for them: found meanwhile on PostgreSQL, and given words by the running server."""

from __future__ import annotations

from fastapi import FastAPI
from sqlalchemy import text
from support.client import Client
from support.factories import Factory
from support.migrating import upgrade_again
from support.searching import find
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.search.catching_up import BATCH, catch_up, narrow_old_index
from verbatim.search.index import JOINING

TYPED = "text"
for character in JOINING:
    TYPED = f"replace({TYPED}, '{character}', ' ')"
WHOLE = (
    "DROP INDEX ix_segments_text",
    f"CREATE INDEX ix_segments_text ON segments USING gin (to_tsvector('simple'::regconfig, {TYPED}))",
)


async def forget_words(database: Database) -> None:
    async with database.engine.begin() as connection:
        with as_system("test"):
            for table in ("segments", "recordings"):
                await connection.execute(text(f"UPDATE {table} SET search_words = NULL"))  # noqa: S608 - a test


async def test_rows_get_their_words_part_by_part(client: Client, factory: Factory, app: FastAPI) -> None:
    database: Database = app.state.database
    await factory.recording(title="Straße")
    await factory.transcript(*(f"Straße 预算 {number}" for number in range(BATCH + 20)))
    await forget_words(database)
    if database.dialect == "postgresql":
        found = await find(client, "straße")
        assert found["total"] == BATCH + 21, "found as they are written until then"
    assert await catch_up(database) == BATCH + 20 + 2
    for query, total in (("strasse", BATCH + 21), ("预算", BATCH + 20), ("算 419", 1)):
        assert (await find(client, query))["total"] == total
    assert await catch_up(database) == 0


async def test_texts_whose_letters_are_folded_otherwise_by_now(client: Client, factory: Factory, app: FastAPI) -> None:
    """An upgrade finds those that the version before filed under other letters, and leaves all others alone."""
    database: Database = app.state.database
    await factory.recording(title="בית\u05beספר")  # noqa: RUF001 - Hebrew
    await factory.transcript("қазақ тілі", "nothing of that kind", "mɔkɔlɔ́", "अवन ÄÖ")
    async with database.engine.begin() as connection:
        with as_system("what the version before wrote"):
            for table in ("segments", "recordings"):
                await connection.execute(text(f"UPDATE {table} SET search_words = 'earlier'"))  # noqa: S608 - a test
            await connection.run_sync(upgrade_again, "_more_scripts")
    await catch_up(database)
    assert [(await find(client, typed))["total"] for typed in ("казак", "mokolo", "ספר", "kind", "earlier")] == [
        1, 1, 1, 0, 3,
    ]  # fmt: skip


async def test_the_old_index_shrinks_once(client: Client, factory: Factory, app: FastAPI) -> None:
    database: Database = app.state.database
    await factory.transcript("an aardvark")
    if database.dialect == "postgresql":
        async with database.engine.begin() as connection:
            for statement in WHOLE:
                await connection.exec_driver_sql(statement)
    assert await narrow_old_index(database) is (database.dialect == "postgresql")
    assert await narrow_old_index(database) is False
    assert (await find(client, "aardvark"))["total"] == 1
