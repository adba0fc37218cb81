"""Connections to PostgreSQL that break between two transactions are replaced unnoticed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from asyncpg import Connection
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from support.postgres import PostgresServer
from verbatim.adapters.database import postgresql
from verbatim.config import Settings


@pytest.fixture
async def engine(postgres_server: PostgresServer) -> AsyncIterator[AsyncEngine]:
    with postgres_server.temporary_database() as url:
        made = postgresql.PostgresqlAdapter().create_engine(Settings(database_url=url))
        yield made
        await made.dispose()


async def _backend(engine: AsyncEngine) -> int:
    async with engine.connect() as connection:
        return int((await connection.execute(text("SELECT pg_backend_pid()"))).scalar_one())


async def _end_backends(postgres_server: PostgresServer, engine: AsyncEngine) -> None:
    other = postgresql.PostgresqlAdapter().create_engine(Settings(database_url=postgres_server.url()))
    async with other.connect() as connection:
        await connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": engine.url.database},
        )
    await other.dispose()
    await asyncio.sleep(0.2)  # until this process has heard of it


async def test_a_connection_is_kept(engine: AsyncEngine) -> None:
    assert await _backend(engine) == await _backend(engine)


async def test_after_a_restart_of_the_database(postgres_server: PostgresServer, engine: AsyncEngine) -> None:
    first = await _backend(engine)
    await _end_backends(postgres_server, engine)
    assert await _backend(engine) != first


async def test_an_idle_connection_is_tried_first(
    postgres_server: PostgresServer, engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql, "IDLE_SECONDS", -1.0)
    first = await _backend(engine)
    assert await _backend(engine) == first
    # As after a firewall's cut, of which nobody tells: the first look at the connection finds it open.
    looks = iter([False])
    is_closed = Connection.is_closed
    monkeypatch.setattr(Connection, "is_closed", lambda self: next(looks, True) and is_closed(self))
    await _end_backends(postgres_server, engine)
    assert await _backend(engine) != first
    assert next(looks, None) is None
