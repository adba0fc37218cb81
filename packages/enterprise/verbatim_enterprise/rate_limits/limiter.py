"""Letting requests in or not: counted in Redis for all servers when there is one, else in this process.

The store only ever helps. It gets a quarter of a second; after three failures in a row it is left alone for five
seconds at a time, and this process counts its share of each quota by itself.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import structlog
from limits import RateLimitItemPerSecond
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from redis.asyncio import BlockingConnectionPool
from redis.exceptions import RedisError

from verbatim_enterprise.rate_limits.memory import Memory
from verbatim_enterprise.rate_limits.rate import Window

log = structlog.get_logger(__name__)

TIMEOUT: Final = 0.25
FAILURES: Final = 3
PAUSE: Final = 5.0
_CONNECTIONS: Final = 32
_REFUSED_LIMIT: Final = 50_000
_FAULTS: Final = (RedisError, OSError, TimeoutError)


@dataclass(frozen=True)
class Decision:
    """Whether a request is let in, how many more would be now, and after how many seconds the next one is."""

    allowed: bool
    window: Window
    remaining: int
    reset: float


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

    def __init__(self, redis_url: str | None, servers: Callable[[], int] = lambda: 1) -> None:
        """Without `redis_url` this is one of ``servers()`` processes that count by themselves."""
        self._servers = servers
        self._own = SlidingWindowCounterRateLimiter(Memory())
        self._pool = redis_pool(redis_url) if redis_url else None
        self._shared = SlidingWindowCounterRateLimiter(_storage(self._pool)) if self._pool else None
        self._breaker = Breaker()
        self._refused: dict[tuple[str, str], float] = {}

    async def hit(self, kind: str, who: str, window: Window) -> Decision:
        """Decide about one request, and count it if it is let in."""
        now = time.monotonic()
        if (wait := self._refused.get((kind, who), 0.0) - now) > 0:
            return Decision(allowed=False, window=window, remaining=0, reset=wait)
        decision = await self._ask_store(kind, who, window)
        if decision is None:
            decision = await _decide(self._own, kind, who, window.share(self._servers()))
        if not decision.allowed:
            # Whoever keeps asking costs nothing until something can have changed.
            if len(self._refused) >= _REFUSED_LIMIT:
                self._refused.clear()
            self._refused[kind, who] = now + min(decision.reset, 1.0)
        return decision

    async def _ask_store(self, kind: str, who: str, window: Window) -> Decision | None:
        """Return what the store says; None when there is none, or it does not answer."""
        if self._shared is None or not self._breaker.may_try():
            return None
        try:
            async with asyncio.timeout(TIMEOUT):
                decision = await _decide(self._shared, kind, who, window)
        except _FAULTS as error:
            self._breaker.failed(error)
            return None
        self._breaker.succeeded()
        return decision

    async def close(self) -> None:
        """End the connections to the store."""
        if self._pool is not None:
            await self._pool.aclose()


async def _decide(limiter: SlidingWindowCounterRateLimiter, kind: str, who: str, window: Window) -> Decision:
    item = RateLimitItemPerSecond(window.quota, window.seconds, namespace=kind)
    allowed = await limiter.hit(item, who)
    state = await limiter.get_window_stats(item, who)
    reset = min(max(0.0, state.reset_time - time.time()), float(window.seconds))
    return Decision(allowed=allowed, window=window, remaining=state.remaining if allowed else 0, reset=reset)


def redis_pool(url: str) -> BlockingConnectionPool:
    """Return connections to a Redis or Valkey; they speak the same protocol, and the client knows only the one name."""
    plain = url.replace("valkey", "redis", 1) if url.startswith("valkey") else url
    pool: BlockingConnectionPool = BlockingConnectionPool.from_url(
        plain,
        max_connections=_CONNECTIONS,
        timeout=TIMEOUT,
        socket_timeout=TIMEOUT,
        socket_connect_timeout=TIMEOUT,
    )
    return pool


def _storage(pool: BlockingConnectionPool) -> RedisStorage:
    options: dict[str, Any] = {"connection_pool": pool}
    return RedisStorage("async+redis://", implementation="redispy", key_prefix="verbatim:rates", **options)


def whole_seconds(seconds: float) -> int:
    """Return a time to wait as headers tell it: never nothing."""
    return max(1, math.ceil(seconds))
