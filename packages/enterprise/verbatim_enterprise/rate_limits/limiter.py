"""Letting requests in or not: counted in Redis for all servers when there is one, else in this process.

The store only ever helps. It gets a quarter of a second; after three failures in a row it is left alone for five
seconds at a time, and this process counts its share of each quota by itself.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import structlog

from verbatim_enterprise.host import OwnTallies, Tallies, lazy
from verbatim_enterprise.rate_limits.counting import count
from verbatim_enterprise.rate_limits.rate import Decision, Window

if TYPE_CHECKING:
    from verbatim_enterprise.rate_limits import store
else:
    store = lazy("verbatim_enterprise.rate_limits.store")

log = structlog.get_logger(__name__)

TIMEOUT: Final = 0.25
FAILURES: Final = 3
PAUSE: Final = 5.0
_REFUSED_LIMIT: Final = 50_000


class Breaker:
    """Leaves a store alone that does not answer. Says so once, and once when it is back."""

    def __init__(self) -> None:
        self._failures = 0
        self._closed_until = 0.0
        self._told = False

    def may_try(self) -> bool:
        """Say whether the store is asked. After a pause one request tries; the others wait for its outcome."""
        now = time.monotonic()
        if self._failures < FAILURES:
            return True
        if now < self._closed_until:
            return False
        self._closed_until = now + PAUSE
        return True

    def succeeded(self) -> None:
        self._failures = 0
        if self._told:
            self._told = False
            log.info("rate_limit_store_is_back")

    def failed(self, error: Exception) -> None:
        self._failures += 1
        if self._failures >= FAILURES:
            self._closed_until = time.monotonic() + PAUSE
            if not self._told:
                self._told = True
                log.error("rate_limit_store_is_away", reason=type(error).__name__)


class Limiter:
    """Counts requests under names: ``kind`` says of what the limit is, ``who`` whose."""

    def __init__(
        self, redis_url: str | None, servers: Callable[[], int] = lambda: 1, own: Tallies | None = None
    ) -> None:
        """Without `redis_url` this is one of ``servers()`` that count by themselves, in ``own``."""
        self._servers = servers
        self._own = own or OwnTallies()
        self._store = store.Store(redis_url) if redis_url else None
        self._breaker = Breaker()
        self._refused: dict[tuple[str, str], float] = {}

    async def hit(self, kind: str, who: str, window: Window) -> Decision:
        """Decide about one request, and count it if it is let in."""
        now = time.monotonic()
        if (wait := self._refused.get((kind, who), 0.0) - now) > 0:
            return Decision(allowed=False, window=window, remaining=0, reset=wait)
        decision = await self._ask_store(kind, who, window)
        if decision is None:
            decision = count(self._own, kind, who, window.share(self._servers()))
        if not decision.allowed:
            # Whoever keeps asking costs nothing until something can have changed.
            if len(self._refused) >= _REFUSED_LIMIT:
                self._refused.clear()
            self._refused[kind, who] = now + min(decision.reset, 1.0)
        return decision

    async def _ask_store(self, kind: str, who: str, window: Window) -> Decision | None:
        """Return what the store says; None when there is none, or it does not answer."""
        if self._store is None or not self._breaker.may_try():
            return None
        try:
            async with asyncio.timeout(TIMEOUT):
                decision = await self._store.hit(kind, who, window)
        except store.FAULTS as error:
            self._breaker.failed(error)
            return None
        self._breaker.succeeded()
        return decision

    async def close(self) -> None:
        """End the connections to the store."""
        if self._store is not None:
            await self._store.close()


def whole_seconds(seconds: float) -> int:
    """Return a time to wait as headers tell it: never nothing."""
    return max(1, math.ceil(seconds))
