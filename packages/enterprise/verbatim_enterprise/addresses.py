"""Addresses that this server hands out: with what they begin is decided here and nowhere else.

It is never what a request calls the server: whoever sends a request writes its Host and its forwarding headers, and the
address would lead somebody else, with a secret in it, to where the sender wants them. A test looks for other ways.
"""

from __future__ import annotations

from typing import Final

from fastapi import Request

from verbatim_enterprise.config import WebSettings, enterprise_settings
from verbatim_enterprise.host import ConflictError, Settings, split_url

_EVERYWHERE: Final = frozenset({"0.0.0.0", "::"})  # noqa: S104 - compared, not listened on
_LOCAL: Final = ("127.0.0.1", "localhost", "::1")
"""Names of the machine a browser runs on: whatever page is there is that person's own."""
_HTTP: Final = 80


class AddressUnknownError(ConflictError):
    """This server does not know the address that people type; its administrator has to set VERBATIM_PUBLIC_URL."""

    code = "address_unknown"


def public_origin() -> str:
    """Return with what addresses begin that people type, such as ``https://verbatim.example.org``; may be empty."""
    return enterprise_settings().web.public_url


def link_to(path: str) -> str | None:
    """Return the address of a page, for somebody who is not here; None where the server was not told its own."""
    base = public_origin()
    return f"{base}{path}" if base else None


def local_origin(settings: Settings) -> str:
    """Return the beginning of the server's addresses on its own machine, whatever it is called elsewhere."""
    host = _LOCAL[0] if settings.api_host in _EVERYWHERE else settings.api_host
    return _http(host, settings.api_port)


def origin_of(settings: Settings, web: WebSettings) -> str:
    """Return the beginning of the server's addresses, as somebody on its own machine reaches it."""
    return web.public_url or local_origin(settings)


def origin_for(request: Request, settings: Settings, web: WebSettings) -> str:
    """Return the beginning of the address to which another site sends this browser back.

    Without VERBATIM_PUBLIC_URL a browser comes back that has asked for the very address to which the server listens,
    which is how it is tried out on one's own machine; the Host says no more than which of these names it was.

    Raises:
        AddressUnknownError: people reach the server by another name, as behind a proxy.
    """
    if web.public_url:
        return web.public_url
    port = settings.api_port or (request.scope.get("server") or (None, None))[1]
    if port is None:  # a socket in the file system has none
        raise AddressUnknownError
    names = _LOCAL if settings.api_host in {*_LOCAL, *_EVERYWHERE} else (settings.api_host,)
    given = split_url(f"//{request.headers.get('host', '')}")
    for name in names:
        if given is not None and given.hostname == name and (given.port or _HTTP) == port:
            return _http(name, port)
    raise AddressUnknownError


def _http(host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
