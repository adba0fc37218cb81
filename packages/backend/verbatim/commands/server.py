"""What ``verbatim serve`` runs: uvicorn's server, which here sleeps while nothing is asked of it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import time
from types import FrameType

import uvicorn

from verbatim.runtime import Runtime

TICK_SECONDS = 1.0
"""As often as the date in the answers changes."""


class Server(uvicorn.Server):
    """Ends the live streams as soon as it stops; it would wait for their pages otherwise. With `drain_seconds` it goes
    on answering for so long after SIGTERM, and says at /health/ready that it is about to go.
    """

    def __init__(self, config: uvicorn.Config, runtime: Runtime) -> None:
        super().__init__(config)
        self._runtime = runtime
        self._ends_at = float("inf")
        self._news = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    async def main_loop(self) -> None:
        """Wait for the end. Uvicorn's own looks for it ten times a second; here whatever brings it says so, and what is
        left to do is the date that answers carry.
        """
        while not await self.on_tick(0):
            left = self._ends_at - time.monotonic()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.0, min(TICK_SECONDS, left))):
                    await self._news.wait()
            self._news.clear()

    async def on_tick(self, counter: int) -> bool:
        if time.monotonic() >= self._ends_at:
            self._ends_at = float("inf")
            self.handle_exit(signal.SIGTERM, None)
        return await super().on_tick(counter)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        seconds = self._runtime.settings.drain_seconds
        if seconds and sig == signal.SIGTERM and not self._runtime.draining:
            self._ends_at = time.monotonic() + seconds
            self._runtime.draining = True
            self._wake()
            return
        self._runtime.draining = True
        self._runtime.live.close()
        super().handle_exit(sig, frame)
        self._wake()
        # Raised again after the last request, SIGTERM would end the process before running jobs are handed back.
        self._captured_signals.clear()

    def _wake(self) -> None:
        self._loop.call_soon_threadsafe(self._news.set)  # a signal comes in the middle of anything
