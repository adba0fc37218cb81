"""Migrations: what they make, who runs them when many start at once, and what happens when one cannot be run."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from support.migrating import upgrade_again
from support.postgres import PostgresServer
from verbatim.config import Settings
from verbatim.core.db import Base
from verbatim.core.migrate import SchemaError, migrate, pending_migrations
from verbatim.core.ownership import as_system
from verbatim.plugins.registry import PluginRegistry
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime

BROKEN = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0001", None


def upgrade() -> None:
    op.create_table("half_done", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO half_done (id) VALUES (1)")
    raise ZeroDivisionError
"""
MAKE_ENV = """
from alembic import context

config = context.config
context.configure(
    connection=config.attributes["connection"], version_table=config.attributes["version_table"], transactional_ddl=True
)
context.run_migrations()
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a database with nothing in it."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'verbatim.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.temporary_database() as url:
        yield url


def made(url: str, folder: Path) -> Runtime:
    settings = Settings(database_url=url, data_dir=folder)
    return build_runtime(settings, build_registry(settings, []))


async def run(runtime: Runtime) -> list[str]:
    return await migrate(runtime.database.engine, runtime.database_adapter, runtime.migrations)


async def tables(runtime: Runtime) -> set[str]:
    async with runtime.database.engine.connect() as connection:
        return set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))


def differences(connection: Connection) -> list[Any]:
    own = {table.name for mapper in Base.registry.mappers if mapper.class_.__module__.startswith("verbatim.")
           for table in mapper.tables}  # fmt: skip

    def ours(_object: Any, name: str | None, kind: str, reflected: bool, _other: Any) -> bool:  # noqa: FBT001 - Alembic's
        if kind == "table":
            return name in own
        if kind == "index" and name == "ix_jobs_queued":
            return False  # SQLite does not tell that one of its columns goes downwards
        # Text indexes are written in each database's own words; no model can describe them.
        return not (kind == "index" and reflected and str(name).endswith(("_text", "_parts")))

    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": False, "include_object": ours}
    )
    return list(compare_metadata(context, Base.metadata))


async def test_the_result_is_what_the_models_say(empty_url: str, tmp_path: Path) -> None:
    runtime = made(empty_url, tmp_path)
    assert await run(runtime) == ["verbatim"]
    async with runtime.database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    assert await run(runtime) == []
    await runtime.database.close()


ROW = """
INSERT INTO recordings (id, title, file_name, file_size, mime_type, sha256, storage_location, storage_key,
                        duration_seconds, media, metadata, status, job_id, transcript_id, created_at, updated_at)
VALUES (:id, 't', 'f', 5, 'audio/wav', 's', 'local', 'k', 1, '{}', '{}', :status, :job, :transcript,
        '2026-01-01 00:00:00', '2026-01-01 00:00:00')
"""


async def test_recordings_that_waited_for_no_job_are_not_transcribed(empty_url: str, tmp_path: Path) -> None:
    """Also in the figures, which a trigger keeps; what has a job, or had one, stays as it is."""
    runtime = made(empty_url, tmp_path)
    await run(runtime)
    situations = {
        "stored": ("pending", None, None),
        "waiting": ("pending", "job", None),
        "again": ("pending", "job", "text"),
        "old": ("pending", None, "text"),
        "broken": ("failed", None, None),
    }
    with as_system("rows of an older version"):
        async with runtime.database.engine.begin() as connection:
            for name, (status, job, transcript) in situations.items():
                values = {"id": name, "status": status, "job": job, "transcript": transcript}
                await connection.execute(text(ROW), values)
            await connection.run_sync(upgrade_again, "_untranscribed")
            found: dict[str, str] = dict(iter(await connection.execute(text("SELECT id, status FROM recordings"))))
            counted = await connection.execute(
                text("SELECT status, recordings FROM recording_counts WHERE recordings > 0")
            )
            assert dict(iter(counted)) == {"untranscribed": 1, "pending": 3, "failed": 1}
    assert found == {name: status for name, (status, *_) in situations.items()} | {"stored": "untranscribed"}
    await runtime.database.close()


async def test_ten_servers_that_start_at_once_migrate_once(empty_url: str, tmp_path: Path) -> None:
    servers = [made(empty_url, tmp_path) for _ in range(10)]
    changed = await asyncio.gather(*map(run, servers))
    assert sorted(changed) == [[]] * 9 + [["verbatim"]]
    for server in servers:
        assert await pending_migrations(server.database.engine, []) == []
        await server.database.close()


async def test_a_schema_of_a_newer_version_is_left_alone(empty_url: str, tmp_path: Path) -> None:
    runtime = made(empty_url, tmp_path)
    await run(runtime)
    async with runtime.database.engine.begin() as connection:
        await connection.execute(text("UPDATE schema_version_verbatim SET version_num = '9999'"))
    for look in (run(runtime), pending_migrations(runtime.database.engine, [])):
        with pytest.raises(SchemaError, match="written by a newer version"):
            await look
    await runtime.database.close()


async def test_a_database_of_another_program_is_left_alone(empty_url: str, tmp_path: Path) -> None:
    runtime = made(empty_url, tmp_path)
    async with runtime.database.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE recordings (id integer)"))
    with pytest.raises(SchemaError, match="belongs to another program"):
        await run(runtime)
    assert await tables(runtime) == {"recordings"}
    await runtime.database.close()


async def test_a_migration_that_fails_leaves_nothing_half_done(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / f"broken_on_{made(empty_url, tmp_path).database.dialect}"  # Python keeps what it has imported
    (package / "versions").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "env.py").write_text(MAKE_ENV)
    (package / "versions" / "0001_broken.py").write_text(BROKEN)
    monkeypatch.syspath_prepend(tmp_path)
    runtime = made(empty_url, tmp_path / "data")
    draft = PluginRegistry("broken")
    draft.add_migrations(package.name)
    with pytest.raises(ZeroDivisionError):
        await migrate(runtime.database.engine, runtime.database_adapter, draft.contributions.migrations)
    assert await tables(runtime) == set(), "the core's tables came in the same transaction"
    assert await run(runtime) == ["verbatim"]
    await runtime.database.close()
