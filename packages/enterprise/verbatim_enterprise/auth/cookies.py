"""The cookies that sign browsers in, and when they count.

Under TLS their names begin with ``__Host-``, which makes browsers keep them to this very host. They are HttpOnly and
SameSite=Strict; beyond that a cookie counts for whatever changes something, and for websockets, only when the browser
says that the request comes from this site's own pages.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection

from verbatim_enterprise.host import VerbatimError, split_url

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_REPLY: Final = "verbatim_enterprise.reply"
_TLS: Final = frozenset({"https", "wss"})


class Cookie(StrEnum):
    """What each cookie holds."""

    ACCESS = "verbatim_access"
    REFRESH = "verbatim_refresh"
    DEVICE = "verbatim_device"
    OIDC = "verbatim_oidc"
    MFA = "verbatim_mfa"


class CookieJar:
    """Names, reads and writes the cookies of one server."""

    def __init__(self, public_url: str) -> None:
        self._origin = public_url
        self._always_tls = public_url.startswith("https://")

    def is_tls(self, connection: HTTPConnection) -> bool:
        return self._always_tls or connection.scope.get("scheme") in _TLS

    def name(self, cookie: Cookie, connection: HTTPConnection) -> str:
        return f"__Host-{cookie}" if self.is_tls(connection) else str(cookie)

    def usual_name(self, cookie: Cookie) -> str:
        """Return the name under which a cookie comes through the public address."""
        return f"__Host-{cookie}" if self._always_tls else str(cookie)

    def read(self, cookie: Cookie, connection: HTTPConnection) -> str | None:
        return connection.cookies.get(self.name(cookie, connection)) or None

    def make(self, cookie: Cookie, value: str, connection: HTTPConnection, *, seconds: float, lax: bool = False) -> str:
        """Return a ``Set-Cookie`` header; zero seconds remove the cookie. ``lax`` is for what another site leads to."""
        secure = "; Secure" if self.is_tls(connection) else ""
        age = max(0, int(seconds))
        site = "Lax" if lax else "Strict"
        return f"{self.name(cookie, connection)}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite={site}{secure}"

    def counts(self, connection: HTTPConnection) -> bool:
        """Say whether cookies may sign this request in."""
        if connection.scope["type"] == "http" and connection.scope["method"] in SAFE_METHODS:
            return True
        return self._site(connection.headers) is True

    def is_foreign(self, connection: HTTPConnection) -> bool:
        """Say whether a browser sent this on behalf of another site."""
        return self._site(connection.headers) is False

    def _site(self, headers: Headers) -> bool | None:
        """Return whether the request comes from this site's own pages; None when nothing tells."""
        site = headers.get("sec-fetch-site")
        if site is not None:
            return None if site == "none" else site == "same-origin"
        origin = headers.get("origin")
        if origin is None:
            return None
        parts = split_url(origin)
        return origin == self._origin or (parts is not None and parts.netloc == headers.get("host"))


@dataclass
class Reply:
    """What the answer to this request will carry: cookies by name, or an error instead of any route."""

    cookies: dict[str, str] = field(default_factory=dict)
    error: VerbatimError | None = None
    before_it_starts: Callable[[], Awaitable[None]] | None = None
    """Adds cookies at the last moment."""

    def set(self, cookies: Iterable[str]) -> None:
        """Send these ``Set-Cookie`` headers, in place of earlier ones of the same names."""
        self.cookies.update((cookie.split("=", 1)[0], cookie) for cookie in cookies)


def reply_to(scope: MutableMapping[str, Any]) -> Reply:
    """Return the reply being prepared for a request."""
    reply: Reply = scope.setdefault(_REPLY, Reply())
    return reply
