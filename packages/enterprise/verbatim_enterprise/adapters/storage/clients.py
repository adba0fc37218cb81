"""Three ways to ask one store: what people wait for, reading and writing have patience of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import Any, Final

from verbatim_enterprise.adapters.storage.settings import StorageSettings

_BACKOFF: Final = {
    "init_backoff": timedelta(milliseconds=100),
    "max_backoff": timedelta(seconds=2),
    "base": 2,
}
_CONNECT: Final = timedelta(seconds=3)
_ASKING: Final = timedelta(seconds=5)
_SILENCE: Final = timedelta(seconds=10)
_FOR_EVER: Final = timedelta(days=2)
"""A recording may be played, paused and played on: what counts is silence, not length."""

MakeStore = Callable[[dict[str, Any], dict[str, Any]], Any]
"""Makes an obstore store with the options of its client and of its retries."""


class Clients:
    """Made at the first use: a process that splits off others must have none."""

    def __init__(self, make: MakeStore, told: StorageSettings, *, plain_http: bool) -> None:
        self._make = make
        self._told = told
        self._plain_http = plain_http

    @cached_property
    def asking(self) -> Any:
        """For short questions: it gives up after seconds."""
        return self._store(retries=2, budget=5, timeout=_ASKING)

    @cached_property
    def reading(self) -> Any:
        """For content, however long somebody takes to listen to it."""
        return self._store(retries=4, budget=10, timeout=_FOR_EVER, read_timeout=_SILENCE)

    @cached_property
    def writing(self) -> Any:
        """For parts of a file, that a slow line takes a while to carry."""
        return self._store(retries=5, budget=20, timeout=timedelta(seconds=self._told.storage_timeout_seconds))

    def _store(self, *, retries: int, budget: float, **timeouts: timedelta) -> Any:
        options: dict[str, Any] = {"connect_timeout": _CONNECT, "user_agent": "Verbatim", **timeouts}
        if self._plain_http:
            options["allow_http"] = True
        if self._told.storage_ca:
            options["root_certificate"] = self._told.storage_ca
        return self._make(
            options, {"max_retries": retries, "retry_timeout": timedelta(seconds=budget), "backoff": _BACKOFF}
        )
