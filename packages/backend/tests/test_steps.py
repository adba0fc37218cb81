"""Steps between releases on PostgreSQL: no request ends for them, the one before writes on, and a way leads back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from support.postgres import PostgresServer
from verbatim.config import Settings
from verbatim.core import migrate as migrations
from verbatim.core import steps
from verbatim.core.migrate import SchemaError, migrate, migrate_to, pending_migrations
from verbatim.core.ownership import as_system
from verbatim.core.steps import NoWayBackError, go_back, note_overlap, overlapping
from verbatim.core.unfolded import fold_names
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime
from verbatim.search.catching_up import catch_up_on_names

ROW = """
INSERT INTO recordings (id, title, file_name, file_size, mime_type, sha256, storage_location, storage_key,
                        duration_seconds, media, metadata, status, job_id, created_at, updated_at)
VALUES (:id, 'Old words', 'f', 5, 'audio/wav', 's', 'local', 'k', 1, '{}', '{}', :status, :job, now(), now())
"""
BEFORE = "0020"
INDEX_NOW = "SELECT pg_get_indexdef(to_regclass('ix_recordings_title_parts'))"
NAMES = "SELECT id, title_folded, file_name_folded FROM recordings ORDER BY id"


@pytest.fixture
async def older(postgres_server: PostgresServer, tmp_path: Path) -> AsyncIterator[Runtime]:
    """Give the parts of this version on a database that one before it made."""
    with postgres_server.temporary_database() as url:
        settings = Settings(database_url=url, data_dir=tmp_path)
        runtime = build_runtime(settings, build_registry(settings, []))
        await migrate_to(runtime.database.engine, runtime.database_adapter, [], {"verbatim": BEFORE})
        yield runtime
        await runtime.database.close()
    steps._until.clear()


async def revision(runtime: Runtime) -> str:
    async with runtime.database.engine.connect() as connection:
        return str(await connection.scalar(text("SELECT version_num FROM schema_version_verbatim")))


async def using(connection: AsyncConnection, seconds: float) -> None:
    """Use a table in a transaction, and another one at its end, as requests do."""
    with as_system("a test"):
        await connection.execute(text("UPDATE recordings SET title = title"))
        await asyncio.sleep(seconds)
        await connection.execute(text("UPDATE segments SET text = text"))
        await connection.commit()


async def test_migrations_wait_for_whoever_works_and_end_nobody(older: Runtime) -> None:
    async with older.database.engine.connect() as connection:
        working = asyncio.create_task(using(connection, 2.0))
        await asyncio.sleep(0.2)
        assert await older.migrate() == ["verbatim"]
        await working  # it was not chosen as the victim of a deadlock


async def test_tables_that_are_never_free_are_said(older: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "BUSY_SECONDS", 0.5)
    async with older.database.engine.connect() as connection:
        with as_system("a test"):
            await connection.execute(text("LOCK TABLE recordings IN ACCESS SHARE MODE"))
        with pytest.raises(SchemaError, match="in use for two minutes"):
            await older.migrate()
    assert await revision(older) == BEFORE
    assert await older.migrate() == ["verbatim"]


async def test_what_the_release_before_writes_on_is_brought_into_form(older: Runtime) -> None:
    await older.migrate()
    with as_system("rows of an older version"):
        async with older.database.engine.begin() as connection:
            for name, status, job in (
                ("stored", "pending", None),
                ("waiting", "pending", "job"),
                ("ill", "failed", None),
            ):
                await connection.execute(text(ROW), {"id": name, "status": status, "job": job})
            await connection.execute(text("UPDATE recordings SET search_words = CAST('''old''' AS tsvector)"))
            await connection.execute(text("UPDATE recordings SET title = 'New' WHERE id = 'stored'"))
            await connection.execute(text("UPDATE recordings SET title = title WHERE id = 'waiting'"))
            change = "UPDATE recordings SET title = 'New', search_words = CAST('''new''' AS tsvector) WHERE id = 'ill'"
            await connection.execute(text(change))
        async with older.database.engine.connect() as connection:
            rows = await connection.execute(text("SELECT id, status, search_words::text FROM recordings"))
            found = {row[0]: (row[1], row[2]) for row in rows}
    assert found == {"stored": ("untranscribed", None), "waiting": ("pending", "'old'"), "ill": ("failed", "'new'")}


async def test_there_is_a_way_back_and_forth(older: Runtime) -> None:
    await older.migrate()
    head = await revision(older)
    assert await go_back(older.database.engine) == [f"schema_version_verbatim {BEFORE}"]
    assert await revision(older) == BEFORE
    assert await pending_migrations(older.database.engine, []) == [], "nothing will be migrated a second time"
    assert await note_overlap(older.database.engine) > 3000
    assert overlapping()
    assert await older.migrate() == []
    assert await revision(older) == head
    assert await go_back(older.database.engine), "and back again"


async def test_a_new_installation_has_no_way_back(postgres_server: PostgresServer, tmp_path: Path) -> None:
    with postgres_server.temporary_database() as url:
        for address in (url, f"sqlite+aiosqlite:///{tmp_path / 'verbatim.db'}"):
            settings = Settings(database_url=address, data_dir=tmp_path)
            runtime = build_runtime(settings, build_registry(settings, []))
            await migrate(runtime.database.engine, runtime.database_adapter, [])
            with pytest.raises(NoWayBackError):
                await go_back(runtime.database.engine)
            assert await note_overlap(runtime.database.engine) == 0
            assert not overlapping()
            await runtime.database.close()


async def test_names_that_the_release_before_writes_are_folded_by_this_one(older: Runtime) -> None:
    await older.migrate()
    with as_system("rows of an older version"):
        async with older.database.engine.begin() as connection:
            for name in ("accents", "capitals", "file", "new", "same"):
                await connection.execute(text(ROW), {"id": name, "status": "failed", "job": None})
        assert await fold_names(older.database) == 5
        async with older.database.engine.begin() as connection:
            await connection.execute(text("UPDATE recordings SET title = 'Zürich' WHERE id = 'accents'"))
            await connection.execute(text("UPDATE recordings SET title = 'OLD WORDS' WHERE id = 'capitals'"))
            await connection.execute(text("UPDATE recordings SET file_name = 'Łódź.wav' WHERE id = 'file'"))
            both = "UPDATE recordings SET title = 'Œuvre', title_folded = 'oeuvre' WHERE id = 'new'"
            await connection.execute(text(both))
            await connection.execute(text("UPDATE recordings SET title = title, status = 'failed' WHERE id = 'same'"))
        async with older.database.engine.connect() as connection:
            found = {row[0]: tuple(row[1:]) for row in await connection.execute(text(NAMES))}
        assert found == {
            "accents": (None, "f"),
            "capitals": ("old words", "f"),
            "file": ("old words", None),
            "new": ("oeuvre", "f"),
            "same": ("old words", "f"),
        }, "what is stale is forgotten, and nothing else"
        assert await fold_names(older.database) == 2
        assert await fold_names(older.database) == 0, "once"
        async with older.database.engine.connect() as connection:
            found = {row[0]: tuple(row[1:]) for row in await connection.execute(text(NAMES))}
    assert (found["accents"], found["file"]) == (("zurich", "f"), ("old words", "lodz.wav"))


async def test_names_of_a_large_database_are_folded_while_everybody_works(older: Runtime) -> None:
    rows = ROW.replace("VALUES (:id", "SELECT :id || n").replace(
        "now(), now())", "now(), now() FROM generate_series(1, 2001) n"
    )
    with as_system("rows of an older version"):
        async with older.database.engine.begin() as connection:
            await connection.execute(text(rows), {"id": "r", "status": "failed", "job": None})
        await migrate(older.database.engine, older.database_adapter, [])
        async with older.database.engine.connect() as connection:
            assert await connection.scalar(text("SELECT count(*) FROM recordings WHERE title_folded IS NULL")) == 2001
            assert await connection.scalar(text(INDEX_NOW)) is None
            # An earlier try that was ended by force leaves an index that is good for nothing.
            await connection.execute(text("CREATE INDEX ix_recordings_next_title_parts ON recordings (title)"))
            await connection.commit()
        assert await catch_up_on_names(older.database) == 2001
        assert await catch_up_on_names(older.database) == 0
        async with older.database.engine.connect() as connection:
            assert "title_folded" in str(await connection.scalar(text(INDEX_NOW)))
            there = "SELECT count(*) FROM pg_class WHERE relname LIKE 'ix_recordings%title_parts'"
            assert await connection.scalar(text(there)) == 1
