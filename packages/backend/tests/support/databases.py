"""Migrated databases to copy: migrating one takes seconds, copying it takes milliseconds."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from verbatim.config import Settings
from verbatim.plugins.loader import Plugin
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime

from support.postgres import PostgresServer


def migrated_postgresql(server: PostgresServer, name: str, settings: Settings, plugins: Sequence[Plugin]) -> str:
    """Make the database `name` anew, as the server of `settings` and `plugins` has it; return its name."""
    server.drop_database(name)
    url = server.create_database(name)
    asyncio.run(_migrate(settings.model_copy(update={"database_url": url}), plugins))
    return name


def migrated_sqlite(settings: Settings, plugins: Sequence[Plugin]) -> Path:
    """Make the database file of the server of `settings` and `plugins`."""
    asyncio.run(_migrate(settings, plugins))
    return settings.sqlite_path


async def _migrate(settings: Settings, plugins: Sequence[Plugin]) -> None:
    runtime = build_runtime(settings, build_registry(settings, plugins))
    await runtime.migrate()
    await runtime.database.close()


def copy_for_test(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Give the address of a copy of what the fixtures ``migrated_file`` and ``migrated_template`` made here."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("migrated_file"), folder / "verbatim.db")
        yield f"sqlite+aiosqlite:///{file}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.temporary_database(request.getfixturevalue("migrated_template")) as url:
        yield url
