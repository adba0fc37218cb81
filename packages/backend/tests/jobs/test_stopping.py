"""A server that is asked to stop stops, whatever happens in that very moment."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI
from verbatim.core.live import LiveHub
from verbatim.core.ownership import Unscoped
from verbatim.plugins.loader import Plugin
from verbatim.runtime import Runtime


@pytest.fixture
def plugins() -> list[Plugin]:
    """Leave the engine its usual two seconds between looks."""
    return []


async def test_work_that_arrives_as_the_engine_stops_does_not_keep_it_running(app: FastAPI) -> None:
    runtime: Runtime = app.state.runtime
    await asyncio.sleep(1)  # by now the engine waits for work
    runtime.jobs.wake()
    async with asyncio.timeout(10):
        await runtime.jobs.stop()


async def test_a_message_that_arrives_as_a_page_goes_away_does_not_keep_its_stream() -> None:
    hub = LiveHub()
    subscription = hub.subscribe(Unscoped())

    async def read() -> None:
        async for _ in subscription.messages(heartbeat=0.2):
            pass

    stream = asyncio.create_task(read())
    await asyncio.sleep(0.05)
    hub.publish(None, {"type": "test"})
    stream.cancel()
    done, _ = await asyncio.wait([stream], timeout=2)
    assert stream in done
    assert stream.cancelled()
