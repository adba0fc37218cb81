"""Which addresses an object store that an administrator adds may have: the rule of webhooks, with a setting of its own.

Whoever adds a location makes this server send requests from inside its own network, and shows it the answers of a
test. The networks are those that the setting opens; where clouds tell a machine its credentials is never one.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from verbatim_enterprise.storage_locations.errors import EndpointRefusedError
from verbatim_enterprise.webhooks.addresses import Guard, RefusedAddressError

_LOOK_SECONDS: Final = 5.0


def endpoint_host(config: Mapping[str, Any]) -> str:
    """Return the host that the requests of a location go to; empty where that is Amazon's or Microsoft's own."""
    host = urlsplit(config.get("endpoint") or "").hostname or ""
    in_host = host and config.get("addressing") == "host" and config.get("bucket")
    return f"{config['bucket']}.{host}" if in_host else host


async def refuse_private(guard: Guard, config: Mapping[str, Any]) -> None:
    """Refuse a location whose host, as names resolve now, has an address that must not be reached.

    A name that does not resolve is left to the test, which says that.

    Raises:
        EndpointRefusedError
    """
    host = endpoint_host(config)
    if not host:
        return
    for address in await _addresses(host):
        try:
            guard.check_address(address)
        except RefusedAddressError:
            raise EndpointRefusedError from None


async def _addresses(host: str) -> list[str]:
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        pass
    try:
        async with asyncio.timeout(_LOOK_SECONDS):
            found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, TimeoutError, UnicodeError):
        return []
    return sorted({str(address[0]) for *_, address in found})
