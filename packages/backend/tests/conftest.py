"""Fixtures: the real application, through its real middleware, on SQLite and on PostgreSQL."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from support.client import Client
from support.engines import QuickEngine, install_quick_engine
from support.factories import Factory
from support.postgres import PostgresServer
from verbatim.app import build_registry, create_app
from verbatim.config import Settings
from verbatim.core.migrate import migrate
from verbatim.plugins.loader import Plugin
from verbatim.runtime import build_runtime

TEMPLATE = "verbatim_template"


async def _migrate(url: str, data_dir: Path) -> None:
    settings = Settings(database_url=url, data_dir=data_dir)
    runtime = build_runtime(settings, build_registry(settings, []))
    await migrate(runtime.database.engine, runtime.database_adapter, [])
    await runtime.database.close()


@pytest.fixture(scope="session")
def migrated_template(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """Give the name of a migrated PostgreSQL database that each test gets a copy of."""
    name = f"{TEMPLATE}_{worker_id}"
    postgres_server.drop_database(name)
    url = postgres_server.create_database(name)
    asyncio.run(_migrate(url, tmp_path_factory.mktemp("template")))
    return name


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a migrated SQLite file that each test gets a copy of."""
    folder = tmp_path_factory.mktemp("template")
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{folder / 'verbatim.db'}", folder))
    return folder / "verbatim.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Run the test twice: on an empty SQLite file and on an empty PostgreSQL database."""
    if request.param == "sqlite":
        file = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "verbatim.db")
        yield f"sqlite+aiosqlite:///{file}"
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with server.temporary_database(request.getfixturevalue("migrated_template")) as url:
        yield url


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Give the settings of the server under test; tests replace what they need with ``model_copy``."""
    return Settings(
        data_dir=tmp_path / "data",
        database_url=database_url,
        log_level="error",
        transcription_engine="pocketsphinx",
        jobs_lease_seconds=2,
    )


@pytest.fixture
def plugins() -> list[Plugin]:
    """Give the plugins of the server under test: none, unless a test says otherwise."""
    return []


@pytest.fixture
async def app(settings: Settings, plugins: list[Plugin]) -> AsyncIterator[FastAPI]:
    """Give the running application: migrated, with its background workers."""
    application = create_app(settings, plugins)
    async with application.router.lifespan_context(application):
        yield application


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[Client]:
    """Give a client of the running application."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with Client(transport=transport, base_url="http://127.0.0.1:52780") as made:
        yield made


@pytest.fixture
def factory(app: FastAPI) -> Factory:
    """Give a maker of rows in the database of the running application."""
    return Factory(app)


@pytest.fixture
def quick_engine(monkeypatch: pytest.MonkeyPatch) -> QuickEngine:
    """Let transcriptions hear something at once; ask for it before `app`."""
    return install_quick_engine(monkeypatch)
