"""What the rate limits feature contributes."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Feature
from verbatim_enterprise.processes.presence import PRESENCE
from verbatim_enterprise.rate_limits.checks import REDIS
from verbatim_enterprise.rate_limits.limiter import Limiter
from verbatim_enterprise.rate_limits.middleware import RATES, RateLimitMiddleware, RateServices


async def start_limits(app: FastAPI) -> None:
    """Begin to count. A worker has no requests to count, and no part of any quota."""
    runtime = app.state.runtime
    if runtime.is_worker:
        return
    rates, presence = enterprise_settings().rates, PRESENCE.of(app)
    url = rates.redis_url.get_secret_value() if rates.redis_url else None
    RATES.put(app, RateServices(rates, Limiter(url, lambda: presence.servers, runtime.member.tallies)))


async def stop_limits(app: FastAPI) -> None:
    if (services := RATES.found(app)) is not None:
        await services.limiter.close()


feature = Feature(
    name="rate limits",
    middleware=((RateLimitMiddleware, {}),),
    checks=(REDIS,),
    startup=(start_limits,),
    shutdown=(stop_limits,),
)
