"""The way out: one HTTP session whose every connection leads to an address that was checked."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

from verbatim_enterprise import __version__
from verbatim_enterprise.host import lazy
from verbatim_enterprise.webhooks.addresses import Guard, RefusedAddressError

if TYPE_CHECKING:
    import aiohttp
    from aiohttp import resolver as resolvers
    from aiohttp.abc import AbstractResolver, ResolveResult
else:
    aiohttp, resolvers = lazy("aiohttp"), lazy("aiohttp.resolver")
    AbstractResolver = object  # aiohttp asks for the methods, not for the class

USER_AGENT = f"Verbatim-Webhooks/{__version__}"
CONNECT_SECONDS = 5.0
_DNS_SECONDS = 10


class GuardedResolver(AbstractResolver):
    """Resolves names to those of their addresses that may be reached; a name without any is refused.

    The connection is made to the addresses returned here, so that a name server cannot change its mind in between.
    """

    def __init__(self, guard: Guard, inner: AbstractResolver) -> None:
        self._guard = guard
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        good, refusal = [], RefusedAddressError("This address does not lead to a server on the internet.")
        for result in await self._inner.resolve(host, port, family):
            try:
                self._guard.check_address(result["host"])
            except RefusedAddressError as error:
                refusal = error
            else:
                good.append(result)
        if not good:
            raise refusal
        return good

    async def close(self) -> None:
        await self._inner.close()


def open_session(guard: Guard, *, seconds: float, resolver: AbstractResolver | None = None) -> aiohttp.ClientSession:
    """Return a session for requests that take up to `seconds` each. Must be called inside an event loop."""

    def make_socket(info: Any) -> socket.socket:
        # Literal addresses never meet a resolver; every connection comes through here.
        family, kind, protocol, _, address = info
        guard.check_address(address[0])
        return socket.socket(family, kind, protocol)

    connector = aiohttp.TCPConnector(
        limit=0,  # the dispatcher bounds what is in flight, for each endpoint by itself
        resolver=GuardedResolver(guard, resolver or resolvers.ThreadedResolver()),
        ttl_dns_cache=_DNS_SECONDS,
        socket_factory=make_socket,
        keepalive_timeout=30,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=seconds, sock_connect=CONNECT_SECONDS),
        headers={"User-Agent": USER_AGENT, "Content-Type": "application/json", "Accept-Encoding": "identity"},
        auto_decompress=False,  # what an answer unpacks to has no limit; what is read of it has
        trust_env=False,
    )
