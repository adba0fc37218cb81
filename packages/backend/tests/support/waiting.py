"""Waiting for what happens in the background."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

_OFTEN: Final = 0.02
_SELDOM: Final = 0.1


async def until(true: Callable[[], Awaitable[Any]], seconds: float = 60) -> None:
    """Wait until the condition holds; fail after `seconds`.

    It is asked ever more seldom: most questions are requests, and what is asked fifty times a second takes the
    processor from what it waits for.
    """
    deadline, pause = time.monotonic() + seconds, _OFTEN
    while not await true():
        assert time.monotonic() < deadline, "it never came true"
        await asyncio.sleep(pause)
        pause = min(pause * 1.25, _SELDOM)


async def until_somebody_waits(engine: AsyncEngine, seconds: float = 60) -> None:
    """Wait until a statement of PostgreSQL waits for a lock."""
    here = "datname = current_database() AND wait_event_type = 'Lock'"
    waiting = text(f"SELECT count(*) FROM pg_stat_activity WHERE {here}")  # noqa: S608 - a constant

    async def somebody_waits() -> bool:
        async with engine.connect() as connection:
            return bool((await connection.execute(waiting)).scalar_one())

    await until(somebody_waits, seconds)
