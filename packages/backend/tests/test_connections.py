"""Connections to PostgreSQL that break between two transactions are replaced unnoticed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from asyncpg import Connection
from sqlalchemy import false, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine
from support.cable import cable_to
from support.postgres import PostgresServer
from support.waiting import until
from verbatim.adapters.database import driver, postgresql
from verbatim.config import Settings
from verbatim.core.pulse import Pulse

QUARTER_OF_AN_HOUR = 900
"""Until a system gives up to send again what nobody has received."""


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


async def test_a_database_that_is_cut_off_silently_is_noticed(
    postgres_server: PostgresServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "GONE_AFTER_SECONDS", 3)
    with postgres_server.temporary_database() as url:
        async with cable_to(url) as cable:
            adapter, settings = postgresql.PostgresqlAdapter(), Settings(database_url=cable.url)
            engine, told = adapter.create_engine(settings), list[bool]()
            pulse = Pulse(lambda: adapter.create_watcher(settings))
            pulse.ask("anything", false(), lambda: told.append(pulse.works))
            await pulse.start()

            async def is_told_again() -> bool:
                return told == [True, False, True]

            async def wait_long() -> None:
                async with engine.connect() as connection:
                    connecting.set()
                    await connection.execute(text("SELECT pg_sleep(600)"))

            connecting = asyncio.Event()
            first = await _backend(engine)
            long = asyncio.create_task(wait_long())
            await connecting.wait()
            async with engine.connect() as second:
                await second.execute(text("SELECT 1"))  # the long one is under way by now
            began = time.monotonic()
            cable.cut()
            with pytest.raises(DBAPIError):  # nothing was to be said by us any more
                await long
            assert await _backend(engine) != first
            await until(is_told_again)  # who asks each second got no answer
            assert time.monotonic() - began < QUARTER_OF_AN_HOUR / 10
            await pulse.stop()
            await engine.dispose()
