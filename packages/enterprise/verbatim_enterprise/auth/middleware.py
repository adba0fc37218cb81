"""`JWTAuthMiddleware`: what identity adds to an answer, and what it refuses before any route sees it.

Finding out who is calling is the provider's work; the core's identity middleware asks it before this one runs.
"""

from __future__ import annotations

from collections.abc import Awaitable

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim_enterprise.auth.cookies import SAFE_METHODS, Reply, reply_to
from verbatim_enterprise.auth.errors import BusyError, ForeignOriginError
from verbatim_enterprise.auth.services import services_of
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import STRICT_TRANSPORT, VerbatimError, error_response

SIGN_IN_PATHS = frozenset({"/api/auth/login", "/api/auth/register"})
_STARTS = frozenset({"http.response.start", "websocket.accept", "websocket.http.response.start"})


class JWTAuthMiddleware:
    """Sends renewed cookies along, and turns away what other web sites make browsers send."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] not in {"http", "websocket"}:
            return self.app(scope, receive, send)
        reply = reply_to(scope)
        sender = _with_cookies(send, reply)
        connection = HTTPConnection(scope)
        error = reply.error or _objection(connection) or _no_place(connection)
        if error is not None:
            return error_response(error)(scope, receive, sender)
        return self.app(scope, receive, sender)


class TransportSecurityMiddleware:
    """Tells browsers to come by TLS only, where that is the server's public address. Every answer says so."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] != "http" or not enterprise_settings().web.public_url.startswith("https://"):
            return self.app(scope, receive, send)

        async def sender(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).setdefault("Strict-Transport-Security", STRICT_TRANSPORT)
            await send(message)

        return self.app(scope, receive, sender)


def _objection(connection: HTTPConnection) -> VerbatimError | None:
    if connection.scope["type"] == "http" and connection.scope["method"] in SAFE_METHODS:
        return None
    # Cookies do not count for a foreign request anyway; refusing it also keeps another site from signing a browser in
    # as somebody else. A program with a token may say whatever Origin it likes.
    if "authorization" in connection.headers or not services_of(connection).cookies.is_foreign(connection):
        return None
    return ForeignOriginError()


def _no_place(connection: HTTPConnection) -> VerbatimError | None:
    """Return why somebody cannot sign in right now. In a flood most attempts end here, before they are even read."""
    if connection.scope["path"] not in SIGN_IN_PATHS or connection.scope["type"] != "http":
        return None
    try:
        services_of(connection).refuse_if_full(connection)
    except BusyError as error:
        return error
    return None


def _with_cookies(send: Send, reply: Reply) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] in _STARTS and reply.before_it_starts is not None:
            await reply.before_it_starts()
        if reply.cookies and message["type"] in _STARTS:
            message.setdefault("headers", [])
            headers = MutableHeaders(scope=message)
            for cookie in reply.cookies.values():
                headers.append("Set-Cookie", cookie)
        await send(message)

    return sender
