"""Middleware that every request passes: who may reach an open server, limits, headers, the log. All pure ASGI."""

from __future__ import annotations

import re
import time
from collections.abc import Awaitable, Iterable
from typing import Final

import structlog
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from verbatim.core.addresses import split_url
from verbatim.core.clock import new_id
from verbatim.core.errors import AnswerEndedError, ForbiddenError, VerbatimError, error_response
from verbatim.core.failures import unforeseen
from verbatim.core.figures.shared import Counting
from verbatim.core.logging import logged_request
from verbatim.core.spans import Span, begin, end, is_tracing, read_traceparent
from verbatim.core.text import without_controls

log = structlog.get_logger("verbatim.http")

ANSWER_STARTS = frozenset({"http.response.start", "websocket.http.response.start"})
"""Messages that begin an answer; the second is that to a websocket which is not let in."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_TOKEN = re.compile(r"(?<![A-Za-z0-9])([A-Za-z0-9]{2,8})_[A-Za-z0-9_-]{20,}")
_SERVER_ERROR = 500
_QUIET = frozenset({"/health", "/api/health", "/health/ready", "/metrics"})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

REQUESTS: Final = "verbatim_http_requests_total"
SECONDS: Final = "verbatim_http_request_seconds"

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; connect-src 'self'; font-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-src 'self'; frame-ancestors 'self'"
)

_MEDIA: Final = "media-src 'self' blob:"


def policy_for_media(policy: str, origins: Iterable[str]) -> str:
    """Return a Content-Security-Policy with which a page may also play what comes from these origins."""
    return policy.replace(_MEDIA, " ".join((_MEDIA, *origins)), 1)


PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "usb",
    )
)
"""What no page of this server ever asks a browser for."""

STRICT_TRANSPORT = "max-age=31536000"
"""A year; hosts below this one are not this server's to speak for."""


class ForeignOriginError(ForbiddenError):
    """This request came from another web site and was refused."""

    code = "foreign_origin"


class UnknownHostError(VerbatimError):
    """This server does not answer under that host name; add it to VERBATIM_ALLOWED_HOSTS."""

    status_code = 421
    code = "unknown_host"


def without_tokens(path: str) -> str:
    """Return `path` as it may be logged: what looks like a token (a short prefix, an underscore, many characters) opens
    a door to whoever reads it, and only its prefix stays; what would move a terminal's cursor or turn its text around
    goes altogether.
    """
    return _TOKEN.sub(r"\1_…", without_controls(path))


_EVERYWHERE: Final = tuple(
    (name.encode(), value.encode())
    for name, value in {
        "x-content-type-options": "nosniff",
        "permissions-policy": PERMISSIONS_POLICY,
        "referrer-policy": "same-origin",
        "content-security-policy": CONTENT_SECURITY_POLICY,
        "cross-origin-resource-policy": "same-origin",
    }.items()
)
_SECURE: Final = (b"strict-transport-security", STRICT_TRANSPORT.encode())
_NOT_KEPT: Final = (b"cache-control", b"no-store")


def _with_ours(given: Iterable[tuple[bytes, bytes]], request_id: str, scope: Scope) -> list[tuple[bytes, bytes]]:
    """Return the headers of an answer with those of every answer; of what the route said itself that counts."""
    headers = [(name.lower(), value) for name, value in given]
    named = {name for name, _ in headers}
    if b"x-request-id" in named:
        headers = [header for header in headers if header[0] != b"x-request-id"]
    headers.append((b"x-request-id", request_id.encode()))
    headers += [header for header in _EVERYWHERE if header[0] not in named]
    if scope["scheme"] in {"https", "wss"} and _SECURE[0] not in named:
        headers.append(_SECURE)
    if scope["path"].startswith("/api/") and _NOT_KEPT[0] not in named:
        headers.append(_NOT_KEPT)
    return headers


class RequestMiddleware:
    """Outermost: a request id, one log line, and the headers that tell browsers what a page may do."""

    def __init__(self, app: ASGIApp, *, counting: Counting | None = None) -> None:
        self.app, self._counting = app, counting

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        given = header_of(scope, b"x-request-id") or ""
        request_id = given if _REQUEST_ID.fullmatch(given) else new_id()
        scope["verbatim.request_id"] = request_id
        span = _begun(scope) if is_tracing() and scope["path"] not in _QUIET else None
        trace = {"trace_id": span.trace_id} if span is not None else _trace(scope)
        token = logged_request.set({"request_id": request_id, **trace})
        passing = _Passing(scope, send, request_id, self._counting)
        try:
            await self.app(scope, receive, passing)
        except Exception as error:
            # Answered here, so that this answer has the headers of all others too.
            if not await passing.failed(error, receive):
                raise
        finally:
            if scope["path"] not in _QUIET:
                passing.write_down()
            logged_request.reset(token)
            if span is not None:
                passing.end(span)


class _Passing:
    """The answer to one request, as it passes by."""

    __slots__ = ("_begun", "_counting", "_request_id", "_scope", "_send", "_started", "_status")

    def __init__(self, scope: Scope, send: Send, request_id: str, counting: Counting | None) -> None:
        self._scope, self._send, self._request_id, self._counting = scope, send, request_id, counting
        self._started = time.perf_counter()
        self._status, self._begun = 500, False

    async def __call__(self, message: Message) -> None:
        self._begun = True
        kind = message["type"]
        if kind in ANSWER_STARTS:
            self._status = message["status"]
            if self._counting is not None:
                _count(self._counting, self._scope, self._status, time.perf_counter() - self._started)
            message["headers"] = _with_ours(message.get("headers", ()), self._request_id, self._scope)
        elif kind == "websocket.accept":
            self._status = 101
        await self._send(message)

    async def failed(self, error: Exception, receive: Receive) -> bool:
        """Answer what the application did not foresee, if nothing is out yet. False: the connection has to break."""
        if not self._begun:
            await error_response(unforeseen(error))(self._scope, receive, self)
            return True
        if isinstance(error, AnswerEndedError):
            log.info("answer_ended", reason=str(error))  # the server breaks the connection: less is out than announced
            return True
        log.error("answer_broken_off", exc_info=error)
        return False

    def end(self, span: Span) -> None:
        """End the span of this request. It names the route and never the address, which may hold secrets."""
        route = getattr(self._scope.get("route"), "path", "") or "/"
        method = self._scope.get("method", "WEBSOCKET")
        span.name = f"{method if method in _METHODS else 'other'} {route}"
        said = {"http.request.method": method if method in _METHODS else "_OTHER", "http.route": route}
        failed = self._status >= _SERVER_ERROR
        end(span, failed=failed, attributes={**said, "http.response.status_code": self._status})

    def write_down(self) -> None:
        scope = self._scope
        log.info(
            "request",
            method=scope.get("method", "WEBSOCKET"),
            # The path only: a query may hold what somebody searched for.
            path=without_tokens(scope["path"]),
            status=self._status,
            ms=round((time.perf_counter() - self._started) * 1000, 1),
            client=scope["client"][0] if scope.get("client") else None,
            **_who(scope),
        )


def header_of(scope: Scope, name: bytes) -> str | None:
    """Return a header of a request by its name in small letters, as every server gives it; the first of several."""
    for given, value in scope["headers"]:
        if given == name:
            text: str = value.decode("latin-1")
            return text
    return None


def _trace(scope: Scope) -> dict[str, str]:
    """Return the id of the trace that a request is part of, if it says so."""
    given = header_of(scope, b"traceparent")
    trace = read_traceparent(given) if given else None
    return {"trace_id": trace[0]} if trace else {}


def _begun(scope: Scope) -> Span:
    return begin("request", "server", read_traceparent(header_of(scope, b"traceparent")))


def _who(scope: Scope) -> dict[str, str]:
    """Return the ids of who asked, and of the team whose things it was about, for the log."""
    principal = scope.get("verbatim.principal")
    found = {"user": getattr(principal, "id", None), "team": getattr(principal, "team_id", None)}
    return {name: value for name, value in found.items() if value}


def _count(counting: Counting, scope: Scope, status: int, seconds: float) -> None:
    """Count an answer as it begins: a page that follows events has an answer that lasts for hours."""
    # The route and not the address: there are as many addresses as recordings, and some hold secrets.
    route = getattr(scope.get("route"), "path", "") or ("/assets" if scope["path"].startswith("/assets/") else "")
    method = scope["method"] if scope["method"] in _METHODS else "other"
    counting.add(REQUESTS, "method", method, "route", route, "status", str(status))
    counting.time(SECONDS, "method", method, "route", route, seconds=seconds)


class OriginMiddleware:
    """Keeps other web sites away from a server without sign-in.

    A page on the Internet can make a visitor's browser send requests to 127.0.0.1. Two rules stop it: the Host header
    must name this server (against DNS rebinding), and whatever changes something must come from the server's own
    pages, judged by ``Sec-Fetch-Site`` or ``Origin``. Programs send neither and pass.
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        self.app = app
        self.hosts = hosts

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] in {"http", "websocket"} and (error := self._objection(scope)):
            return error_response(error)(scope, receive, send)
        return self.app(scope, receive, send)

    def _objection(self, scope: Scope) -> VerbatimError | None:
        headers = Headers(scope=scope)
        host = _host_name(f"//{headers.get('host', '')}")
        if "*" not in self.hosts and host not in self.hosts:
            return UnknownHostError()
        # Browsers let any page open a websocket to anywhere: each is looked at like a change.
        if scope.get("method") in SAFE_METHODS:
            return None
        site = headers.get("sec-fetch-site")
        if site is not None:
            return None if site in {"same-origin", "none"} else ForeignOriginError()
        origin = headers.get("origin")
        if origin is None or origin.partition("://")[2] == headers.get("host"):
            return None
        return ForeignOriginError()


def _host_name(address: str) -> str:
    parts = split_url(address)
    return "" if parts is None else parts.hostname or ""
