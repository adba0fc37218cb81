"""When the database is closed nothing of it is left running, whatever was interrupted before."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine
from verbatim.adapters.database.sqlite import SqliteAdapter
from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.events import EventBus
from verbatim.core.live import LiveHub
from verbatim.core.ownership import Unscoped, use_scope

SLOW = """
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 500000)
SELECT count(*) FROM numbers
"""
"""Takes long enough that whoever asked is gone before the answer is there."""


async def _cancelled_in_a_statement(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await _cancel(connection.execute(text(SLOW)))


async def _cancelled_while_connecting(engine: AsyncEngine) -> None:
    await _cancel(engine.connect().start())


async def _cancelled_while_being_set_up(engine: AsyncEngine) -> None:
    class ImpatientError(BaseException):
        pass

    def give_up(*_: object) -> None:
        raise ImpatientError

    event.listen(engine.sync_engine.pool, "connect", give_up)
    with pytest.raises(ImpatientError):
        await engine.connect().start()


async def _thrown_away(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
        await connection.invalidate()


async def _left_to_the_collector(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.001):
                await connection.execute(text(SLOW))


async def _cancel(work: Awaitable[object]) -> None:
    task = asyncio.ensure_future(work)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize(
    "interrupt",
    [
        _cancelled_in_a_statement,
        _cancelled_while_connecting,
        _cancelled_while_being_set_up,
        _thrown_away,
        _left_to_the_collector,
    ],
)
async def test_no_thread_outlives_the_engine(
    tmp_path: Path, interrupt: Callable[[AsyncEngine], Awaitable[None]]
) -> None:
    before = set(threading.enumerate())
    engine = SqliteAdapter().create_engine(Settings(data_dir=tmp_path))
    await interrupt(engine)
    await engine.dispose()
    assert _threads_since(before) == []


def _threads_since(before: set[threading.Thread]) -> list[str]:
    return [one.name for one in threading.enumerate() if one not in before and "_connection_worker" in one.name]


async def test_what_is_being_undone_is_waited_for(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    adapter = SqliteAdapter()
    engine = adapter.create_engine(Settings(data_dir=tmp_path))
    database = Database(engine, events=EventBus(), live=LiveHub(), enter_scope=adapter.enter_scope)
    begun = asyncio.Event()

    async def interrupted() -> None:
        with use_scope(Unscoped()):
            async with database.transaction() as session:
                await session.execute(text("SELECT 1"))
                begun.set()
                await asyncio.sleep(60)

    task = asyncio.ensure_future(interrupted())
    await begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    task.cancel()  # impatient: the undoing goes on without whoever began it
    await asyncio.gather(task, return_exceptions=True)
    assert database.info["undoing"]
    await database.close()
    assert not database.info["undoing"]
    assert _threads_since(before) == []
