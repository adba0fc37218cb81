"""Fixtures: the real application, through its real middleware, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from support.client import Client
from support.databases import copy_for_test, migrated_postgresql, migrated_sqlite
from support.engines import QuickEngine, install_quick_engine
from support.factories import Factory
from support.postgres import PostgresServer
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.plugins.loader import Plugin


@pytest.fixture(scope="session")
def migrated_template(postgres_server: PostgresServer, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    """Give the name of a migrated PostgreSQL database that each test gets a copy of."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("template"))
    return migrated_postgresql(postgres_server, f"verbatim_template_{worker_id}", settings, [])


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a migrated SQLite file that each test gets a copy of."""
    return migrated_sqlite(Settings(data_dir=tmp_path_factory.mktemp("template")), [])


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Run the test twice: on an empty SQLite file and on an empty PostgreSQL database."""
    yield from copy_for_test(request, tmp_path)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Give the settings of the server under test; tests replace what they need with ``model_copy``."""
    return Settings(
        data_dir=tmp_path / "data",
        database_url=database_url,
        log_level="error",
        transcription_engine="pocketsphinx",
        jobs_lease_seconds=2,
        diarization="off",
        voice_profiles=True,
        trash_days=0,  # what is deleted is gone at once, so that what is left of it can be seen; tests/trash says else
    )


@pytest.fixture
def plugins() -> list[Plugin]:
    """Give the plugins of the server under test: none, unless a test says otherwise, or the variable TEST_PLUGIN, with
    which these tests run once more with something exchanged.
    """
    module, _, name = os.environ.get("TEST_PLUGIN", "").partition(":")
    return [getattr(import_module(module), name)()] if module else []


@pytest.fixture
async def app(settings: Settings, plugins: list[Plugin]) -> AsyncIterator[FastAPI]:
    """Give the running application: migrated, with its background workers."""
    application = create_app(settings, plugins)
    async with application.router.lifespan_context(application):
        yield application


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[Client]:
    """Give a client of the running application."""
    transport = httpx.ASGITransport(app=app)
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
