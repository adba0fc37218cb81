"""Servers and workers run on uvloop."""

from __future__ import annotations

import asyncio

import uvloop
from verbatim.core.process import run


async def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()


def test_servers_run_on_the_quick_loop() -> None:
    assert isinstance(run(_loop()), uvloop.Loop)
