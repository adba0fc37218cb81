"""Counting in a Redis or Valkey that all servers share. Loaded only where one is set."""

from __future__ import annotations

import time
from typing import Any, Final

from limits import RateLimitItemPerSecond
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from redis.asyncio import BlockingConnectionPool
from redis.exceptions import RedisError

from verbatim_enterprise.rate_limits.rate import Decision, Window

TIMEOUT: Final = 0.25
FAULTS: Final = (RedisError, OSError, TimeoutError)
_CONNECTIONS: Final = 32


class Store:
    """The counters there. Every call may fail with one of `FAULTS`."""

    def __init__(self, url: str) -> None:
        self._pool = redis_pool(url)
        options: dict[str, Any] = {"connection_pool": self._pool}
        storage = RedisStorage("async+redis://", implementation="redispy", key_prefix="verbatim:rates", **options)
        self._limiter = SlidingWindowCounterRateLimiter(storage)

    async def hit(self, kind: str, who: str, window: Window) -> Decision:
        """Decide about one request, and count it if it is let in."""
        item = RateLimitItemPerSecond(window.quota, window.seconds, namespace=kind)
        allowed = await self._limiter.hit(item, who)
        state = await self._limiter.get_window_stats(item, who)
        reset = min(max(0.0, state.reset_time - time.time()), float(window.seconds))
        return Decision(allowed=allowed, window=window, remaining=state.remaining if allowed else 0, reset=reset)

    async def close(self) -> None:
        """End the connections."""
        await self._pool.aclose()


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
