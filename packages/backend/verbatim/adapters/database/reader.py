"""Statements that only read, each a transaction of its own, asked of PostgreSQL by the driver alone.

A connection is put back when its COMMIT has been answered, and not before: whoever takes it next can begin at once, and
nothing that is still on its way could end what they began. Only the reader itself does not wait for that.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

import asyncpg
import structlog
from sqlalchemy import PoolProxiedConnection, QueuePool
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.util import greenlet_spawn

from verbatim.adapters.database.driver import DriverConnection

log = structlog.get_logger(__name__)

_COME_BACK_SECONDS: Final = 0.1
"""A COMMIT of a read that takes longer than this is stuck, and nobody waits for it."""


class PostgresqlReader:
    """Reads on connections of an engine's pool. ``beginning`` gives what a transaction says first, in the scope in
    force when it is called.
    """

    def __init__(self, engine: AsyncEngine, beginning: Callable[[], str]) -> None:
        self._engine, self._beginning = engine.sync_engine, beginning
        self._ending: set[asyncio.Task[None]] = set()

    async def read(self, query: str, arguments: Sequence[Any]) -> Sequence[Any]:
        """Return the rows of a statement, as the driver gives them."""
        first = self._beginning()
        await self._one_comes_back()
        taken = await greenlet_spawn(self._engine.raw_connection)
        driver: Any = taken.driver_connection
        try:
            rows: Sequence[Any] = await driver.read(first, query, arguments)
        except asyncpg.PostgresError:
            await _end(taken, driver, "ROLLBACK;")
            raise
        except BaseException:
            _give_up(taken, driver)  # the transaction may stand, and nobody would end it
            raise
        ending = asyncio.create_task(_end(taken, driver, "COMMIT;"))
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)
        return rows

    async def alone(self, query: str, arguments: Sequence[Any]) -> Sequence[Any]:
        """Return the rows of a statement that is a transaction by itself, as the driver gives them."""
        await self._one_comes_back()
        taken = await greenlet_spawn(self._engine.raw_connection)
        driver: Any = taken.driver_connection
        try:
            rows: Sequence[Any] = await driver.alone(query, arguments)
        except asyncpg.PostgresError:
            await greenlet_spawn(taken.close)
            raise
        except BaseException:
            _give_up(taken, driver)
            raise
        await greenlet_spawn(taken.close)
        return rows

    async def _one_comes_back(self) -> None:
        """Wait for a connection that is about to come back where none is free. Opening another would take longer than
        the COMMIT that is on its way, and one beyond the pool's size would be closed again right after its use.
        """
        until = time.monotonic() + _COME_BACK_SECONDS
        while self._ending and not self._free() and (left := until - time.monotonic()) > 0:
            await asyncio.wait(self._ending, timeout=left, return_when=asyncio.FIRST_COMPLETED)

    def _free(self) -> int:
        pool = self._engine.pool
        return pool.checkedin() if isinstance(pool, QueuePool) else 1

    async def close(self) -> None:
        """Wait for what has been read to be over."""
        while self._ending:
            await asyncio.wait(self._ending)


async def _end(taken: PoolProxiedConnection, driver: DriverConnection, how: str) -> None:
    """End the transaction that stands, and put the connection back. One that cannot be ended is given up."""
    try:
        await driver.execute(how)
    except BaseException as error:
        _give_up(taken, driver)
        if not isinstance(error, Exception):
            raise
        log.warning("connection_given_up", reason=type(error).__name__)  # what was read stays read
        return
    await greenlet_spawn(taken.close)


def _give_up(taken: PoolProxiedConnection, driver: DriverConnection) -> None:
    driver.terminate()
    taken.invalidate()
