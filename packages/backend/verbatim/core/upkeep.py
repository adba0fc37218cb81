"""What a feature tidies from time to time for as long as a server runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Final

from fastapi import FastAPI

from verbatim.core.background import RepeatedTask
from verbatim.core.db import Database
from verbatim.core.services import Service


class Upkeep:
    """Work on the database that comes round; of a server of several processes one does it.

    A feature gives `start` among its ``startup`` and `stop` among its ``shutdown``.
    """

    def __init__(
        self, step: Callable[[Database], Awaitable[object]], *, name: str, seconds: float, failed: str
    ) -> None:
        """``seconds`` is the mean pause; ``failed`` what the log calls a step that raised."""
        self._step, self.name, self._seconds, self._failed = step, name, seconds, failed

    async def start(self, app: FastAPI) -> None:
        """Begin, after a pause."""
        step = partial(self._step, app.state.database)
        task = RepeatedTask(step, name=self.name, seconds=self._seconds, failed=self._failed)
        _of(app)[self.name] = task
        if app.state.runtime.member.leads:
            task.start()

    async def stop(self, app: FastAPI) -> None:
        """End it, if it has begun."""
        if (task := _of(app).pop(self.name, None)) is not None:
            await task.stop()


_ROUNDS: Final = Service[dict[str, RepeatedTask]]("upkeep")


def _of(app: FastAPI) -> dict[str, RepeatedTask]:
    """Return what goes round in a server, by name."""
    found = _ROUNDS.found(app)
    return _ROUNDS.put(app, {}) if found is None else found
