"""What ``verbatim doctor`` says about counting requests."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Check, Database, HealthCheck, Settings, lazy
from verbatim_enterprise.processes.presence import count_servers
from verbatim_enterprise.system_session import system_transaction

if TYPE_CHECKING:
    import redis.asyncio as aioredis
    import redis.exceptions as redis_errors

    from verbatim_enterprise.rate_limits import store
else:
    aioredis, redis_errors = lazy("redis.asyncio"), lazy("redis.exceptions")
    store = lazy("verbatim_enterprise.rate_limits.store")

_NAME = "redis"
_TIMEOUT = 2.0


async def check_rate_limits(_: Settings, database: Database) -> Check:
    """Do all servers count together?"""
    url = enterprise_settings().rates.redis_url
    if url is not None:
        return await _check_redis(url.get_secret_value())
    try:
        async with system_transaction(database, read_only=True) as session:
            servers = await count_servers(session)
    except (DBAPIError, OSError):  # which another check tells about
        servers = 0
    if servers > 1:
        return Check(
            _NAME,
            ok=True,
            detail=f"{servers} servers count by themselves, so that each lets in one part in {servers} of every limit. "
            "Set VERBATIM_REDIS_URL to count together.",
        )
    return Check(_NAME, ok=True, detail="Counted in memory; several servers would divide every limit.")


async def _check_redis(url: str) -> Check:
    client = aioredis.Redis.from_pool(store.redis_pool(url))
    try:
        async with asyncio.timeout(_TIMEOUT):
            await client.ping()
    except (redis_errors.RedisError, OSError, TimeoutError) as error:
        return Check(
            _NAME,
            ok=False,
            detail=f"VERBATIM_REDIS_URL cannot be reached ({type(error).__name__}); until it can, each server lets in "
            "its part of every limit.",
        )
    finally:
        await client.aclose()
    return Check(_NAME, ok=True, detail="Counted in Redis for all servers together.")


REDIS = HealthCheck(_NAME, check_rate_limits, setting="redis_url", needs_database=False)
