"""Proxies in front of the server: which of them are believed when they say from where, and how, a request came.

Anybody can write ``X-Forwarded-For``. Only what stands between the server and an address that is not one of its proxies
counts, read from the end, where the nearest proxy has written.
"""

from __future__ import annotations

import ipaddress
import json
import time
from collections.abc import Awaitable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import structlog
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim.core.addresses import Address, address_of
from verbatim.core.seldom import seldom

log = structlog.get_logger(__name__)

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

FORWARDING: Final = ("x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-proto")
_SCHEMES: Final = frozenset({"http", "https"})
_NOTE: Final = "proxy-not-trusted.json"
_NOTE_SECONDS: Final = 60.0
NOTE_COUNTS_SECONDS: Final = 7 * 24 * 3600.0


def networks_of(text: str) -> tuple[Network, ...]:
    """Return networks written with commas between them; a single address is one too.

    Raises:
        ValueError: naming what is none.
    """
    found: list[Network] = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        try:
            network = ipaddress.ip_network(part, strict=False)
        except ValueError as error:
            raise ValueError(f"{part!r} is no network address, such as 10.0.0.0/8 or 192.0.2.7") from error
        found.append(network)
    return tuple(found)


class Proxies:
    """The networks whose word is taken."""

    def __init__(self, networks: str) -> None:
        self._networks = networks_of(networks)

    def __contains__(self, host: str | None) -> bool:
        found = address_of(host) if self._networks else None
        return found is not None and any(found in network for network in self._networks)

    def client_of(self, peer: str, forwarded: str) -> str:
        """Return who is behind `peer`, a proxy of ours: the last address that is none, as far as addresses go."""
        client = peer
        for entry in reversed(forwarded.split(",")):
            found = _address_in(entry)
            if found is None:
                break
            client = str(found)
            if client not in self:
                break
        return client


def _address_in(entry: str) -> Address | None:
    """Return the address in one entry, which may have a port: ``192.0.2.7:4711`` or ``[2001:db8::7]:4711``."""
    text = entry.strip()
    if text.startswith("["):
        return address_of(text[1:].partition("]")[0])
    return address_of(text.partition(":")[0] if text.count(":") == 1 else text)


class ProxyMiddleware:
    """Puts the real client and scheme into the request, before anything looks at them."""

    def __init__(self, app: ASGIApp, *, proxies: Proxies, folder: Path) -> None:
        self.app = app
        self.proxies = proxies
        self._note = Note(folder)

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        if scope["type"] in {"http", "websocket"} and any(name in _NAMES for name, _ in scope["headers"]):
            self._look(scope)
        return self.app(scope, receive, send)

    def _look(self, scope: Scope) -> None:
        peer = scope["client"][0] if scope.get("client") else ""
        if peer not in self.proxies:
            seldom.warning(log, "proxy_not_trusted", peer=peer, setting="VERBATIM_TRUSTED_PROXIES")
            self._note.write(peer)
            return
        headers = Headers(scope=scope)
        if forwarded := ",".join(headers.getlist("x-forwarded-for")):
            scope["client"] = (self.proxies.client_of(peer, forwarded), 0)
        said = ",".join(headers.getlist("x-forwarded-proto")).rpartition(",")[2].strip().lower()
        if said in _SCHEMES:
            secure = said == "https"
            scope["scheme"] = ("wss" if secure else "ws") if scope["type"] == "websocket" else said


_NAMES: Final = frozenset(name.encode() for name in FORWARDING)


class Note:
    """What another process, ``verbatim doctor``, is told: that a proxy nearby is not believed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NOTE
        self._written = -_NOTE_SECONDS

    def write(self, peer: str) -> None:
        """Note a peer. One far away is no proxy of ours but somebody who makes up headers."""
        now = time.monotonic()
        found = address_of(peer)
        if found is None or not found.is_private or now - self._written < _NOTE_SECONDS:
            return
        self._written = now
        with suppress(OSError):
            self._path.write_text(json.dumps({"peer": str(found), "at": time.time()}), "utf-8")

    def read(self) -> str | None:
        """Return the peer that was noted in the last days."""
        try:
            found: dict[str, Any] = json.loads(self._path.read_text("utf-8"))
            return str(found["peer"]) if time.time() - float(found["at"]) < NOTE_COUNTS_SECONDS else None
        except (OSError, ValueError, KeyError, TypeError):
            return None
