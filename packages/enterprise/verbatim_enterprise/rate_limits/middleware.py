"""Turns away what comes too fast, before any route sees it, and tells everybody how much is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim_enterprise.host import TRY_LATER, Service, error_response, watched
from verbatim_enterprise.rate_limits.errors import RateLimitedError
from verbatim_enterprise.rate_limits.limiter import Limiter, whole_seconds
from verbatim_enterprise.rate_limits.policy import limit_of
from verbatim_enterprise.rate_limits.rate import Decision
from verbatim_enterprise.rate_limits.settings import RateSettings

_STARTS = frozenset({"http.response.start", "websocket.http.response.start"})


@dataclass
class RateServices:
    """What counting consists of, made once when the server starts."""

    rates: RateSettings
    limiter: Limiter


RATES: Final = Service[RateServices]("rate_limits")


class RateLimitMiddleware:
    """Headers as in draft-ietf-httpapi-ratelimit-headers-10; ``Retry-After`` as in RFC 9110, section 10.2.3. Each
    message of a websocket counts like a request.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        services = RATES.of(connection.app)
        limit = limit_of(connection, services.rates)
        if limit is None:
            await self.app(scope, receive, send)
            return
        decision = await services.limiter.hit(limit.kind, limit.who, limit.window)
        told = [(name.encode(), value.encode()) for name, value in headers(limit.kind, decision)]

        async def telling(message: Message) -> None:
            if message["type"] in _STARTS:
                message["headers"] = [*message.get("headers", ()), *told]
            await send(message)

        async def too_fast(_: Message) -> int | None:
            again = await services.limiter.hit(limit.kind, limit.who, limit.window)
            return None if again.allowed else TRY_LATER

        if decision.allowed:
            reading = watched(receive, send, too_fast) if scope["type"] == "websocket" else receive
            await self.app(scope, reading, telling)
        else:
            refusal = error_response(RateLimitedError(whole_seconds(decision.reset)))
            await refusal(scope, receive, telling)


def headers(kind: str, decision: Decision) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return the headers that tell the limit and what is left."""
    window = decision.window
    policy = f'"{kind}";q={window.quota};w={window.seconds}'
    state = f'"{kind}";r={decision.remaining};t={whole_seconds(decision.reset)}'
    return ("ratelimit-policy", policy), ("ratelimit", state)
