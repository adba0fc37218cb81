"""What goes on beside the requests for as long as a server runs."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from typing import Any

import structlog

log = structlog.get_logger(__name__)


async def to_the_end(work: Awaitable[Any]) -> None:
    """Do something wholly, even if the task that asks for it is cancelled meanwhile."""
    doing = asyncio.ensure_future(work)
    try:
        await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait([doing])
        raise


class BackgroundTask:
    """One task with a name, which ends when it is stopped."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._task: asyncio.Task[None] | None = None

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Let `work` go on in the background."""
        self._task = asyncio.create_task(work, name=self._name)

    async def stop(self) -> None:
        """Cancel what goes on, and wait until it has ended."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)


class RepeatedTask(BackgroundTask):
    """Takes a step from time to time, whether the last one succeeded or not."""

    def __init__(
        self,
        step: Callable[[], Awaitable[object]],
        *,
        name: str,
        seconds: float,
        failed: str,
        at_once: bool = False,
    ) -> None:
        """``seconds`` is the mean pause; ``failed`` what the log calls a step that raised. The first step is taken
        after a pause unless ``at_once``.
        """
        super().__init__(name)
        self._step, self._seconds, self._failed, self._at_once = step, seconds, failed, at_once
        self._hurry = asyncio.Event()

    def start(self) -> None:
        self.begin(self._forever())

    def soon(self) -> None:
        """Take the next step now, instead of after the pause."""
        self._hurry.set()

    async def _forever(self) -> None:
        if not self._at_once:
            await self._pause()
        while True:
            try:
                await self._step()
            except Exception:
                log.exception(self._failed)
            await self._pause()

    async def _pause(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self._seconds * random.uniform(0.5, 1.5)):  # noqa: S311 - servers take turns
                await self._hurry.wait()
        self._hurry.clear()
