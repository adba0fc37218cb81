"""What the rate limits feature contributes."""

from __future__ import annotations

from fastapi import FastAPI

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Feature
from verbatim_enterprise.rate_limits.checks import REDIS
from verbatim_enterprise.rate_limits.limiter import Limiter
from verbatim_enterprise.rate_limits.middleware import RateLimitMiddleware, RateServices


async def start_limits(app: FastAPI) -> None:
    """Begin to count. A worker has no requests to count, and no part of any quota."""
    runtime = app.state.runtime
    if runtime.is_worker:
        return
    rates, presence = enterprise_settings().rates, app.state.presence
    url = rates.redis_url.get_secret_value() if rates.redis_url else None
    app.state.rate_limits = RateServices(rates, Limiter(url, lambda: presence.servers, runtime.member.tallies))


async def stop_limits(app: FastAPI) -> None:
    services: RateServices | None = getattr(app.state, "rate_limits", None)
    if services is None:
        return
    await services.limiter.close()


feature = Feature(
    name="rate limits",
    middleware=((RateLimitMiddleware, {}),),
    checks=(REDIS,),
    startup=(start_limits,),
    shutdown=(stop_limits,),
)
