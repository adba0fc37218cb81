"""Counts what comes with keys, and how it was answered."""

from __future__ import annotations

from collections.abc import Awaitable
from http import HTTPStatus

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim_enterprise.api_keys.bearer import KeyPrincipal
from verbatim_enterprise.api_keys.services import keys_of
from verbatim_enterprise.host import principal_in


class KeyUsageMiddleware:
    """Takes no time from requests without a key."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        principal = principal_in(scope) if scope["type"] == "http" else None
        if not isinstance(principal, KeyPrincipal):
            return self.app(scope, receive, send)
        connection = HTTPConnection(scope)
        usage, key_id = keys_of(connection).usage, principal.key.id
        address = connection.client.host[:64] if connection.client else None

        async def counting(message: Message) -> None:
            if message["type"] == "http.response.start":
                usage.count(key_id, address, is_error=message["status"] >= HTTPStatus.BAD_REQUEST)
            await send(message)

        return self.app(scope, receive, counting)
