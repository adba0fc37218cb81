"""Counting in this process."""

from __future__ import annotations

import time
from typing import Final

from limits.aio.storage import MemoryStorage

_SWEEP_SECONDS: Final = 30.0


class Memory(MemoryStorage):
    """The library's store, without its look through all counters at every request: that is done now and then."""

    def __init__(self) -> None:
        super().__init__()
        self._swept = time.monotonic()

    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count. Nothing is awaited between reading and writing, so that no lock is needed."""
        now = time.time()
        if self.expirations.get(key, 0.0) <= now:
            self.storage[key] = 0
            self.expirations[key] = now + expiry
        self.storage[key] += amount
        if time.monotonic() - self._swept > _SWEEP_SECONDS:
            self._sweep(now)
        return self.storage[key]

    def _sweep(self, now: float) -> None:
        self._swept = time.monotonic()
        for key in [key for key, ends in self.expirations.items() if ends <= now]:
            del self.expirations[key]
            self.storage.pop(key, None)
