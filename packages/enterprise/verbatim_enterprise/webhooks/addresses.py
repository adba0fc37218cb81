"""Which addresses a webhook may reach: those of the public internet, and what an administrator allowed besides.

Whoever may add a webhook makes this server send requests, from inside its own network. What Python calls a global
address is too much: it has NAT64, 6to4 and other ways to write a private address among them. So the list is explicit,
after the special-purpose registries of IANA (RFC 6890, RFC 8190).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Sequence
from typing import Final

from yarl import URL

MAX_URL = 2_000

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_NEVER: Final = tuple(
    map(ipaddress.ip_network, ("169.254.169.254/32", "fd00:ec2::254/128", "168.63.129.16/32", "100.100.100.200/32"))
)
"""Where clouds tell a machine its own credentials. No setting opens these."""

_DENIED_V4: Final = (
    "0.0.0.0/8",  # this host
    "10.0.0.0/8",  # private
    "100.64.0.0/10",  # carrier-grade NAT
    "127.0.0.0/8",  # loopback
    "169.254.0.0/16",  # link-local, metadata
    "172.16.0.0/12",  # private
    "192.0.0.0/24",  # protocol assignments, metadata of some clouds
    "192.0.2.0/24",  # documentation
    "192.31.196.0/24",  # AS112
    "192.52.193.0/24",  # AMT
    "192.88.99.0/24",  # 6to4 relays
    "192.168.0.0/16",  # private
    "192.175.48.0/24",  # AS112
    "198.18.0.0/15",  # benchmarks
    "198.51.100.0/24",  # documentation
    "203.0.113.0/24",  # documentation
    "224.0.0.0/4",  # multicast
    "240.0.0.0/4",  # reserved, broadcast
)

_DENIED_V6: Final = (
    "::/3",  # unspecified, loopback, IPv4-compatible and -mapped, NAT64 (64:ff9b::), discard-only
    "2001::/23",  # Teredo, ORCHID, benchmarks
    "2001:db8::/32",  # documentation
    "2002::/16",  # 6to4
    "2620:4f:8000::/48",  # AS112
    "3fff::/20",  # documentation
    "4000::/2",  # not assigned; SRv6 (5f00::)
    "8000::/1",  # not assigned; private (fc00::), link-local (fe80::), site-local (fec0::), multicast (ff00::)
)

_DENIED: Final = tuple(map(ipaddress.ip_network, (*_DENIED_V4, *_DENIED_V6)))
_LOOKS_NUMERIC = re.compile(r"(?:\d+|0x[0-9a-f]*)\.?", re.IGNORECASE)


class RefusedAddressError(OSError):
    """A webhook's address leads somewhere it must not; the text says so to its owner."""


class Guard:
    """Says whether an address may be reached. ``allowed`` tells which networks an administrator has opened by now."""

    def __init__(self, allowed: Callable[[], Sequence[Network]] = tuple) -> None:
        self._ask = allowed

    @property
    def _allowed(self) -> Sequence[Network]:
        return self._ask()

    def check_address(self, address: str) -> None:
        """Check a numeric address, just before it is connected to.

        Raises:
            RefusedAddressError: it is not public, or no address at all.
        """
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            found = None
        if found is None or getattr(found, "scope_id", None) or _inside(found, _NEVER):
            raise RefusedAddressError("This address does not lead to a server on the internet.")
        if _inside(found, _DENIED) and not _inside(found, self._allowed):
            raise RefusedAddressError("This address does not lead to a server on the internet.")

    def check_url(self, url: str) -> URL:
        """Check what can be checked without asking a name server; returns the URL in the form that is sent to.

        Raises:
            RefusedAddressError: it is no address for a webhook.
        """
        try:
            parsed = URL(url)
            host, port = parsed.raw_host, parsed.port
        except ValueError:
            raise RefusedAddressError("This is not a web address.") from None
        if parsed.scheme not in {"http", "https"} or not host or not port or len(url) > MAX_URL:
            raise RefusedAddressError("A webhook's address must begin with https:// or http://.")
        if parsed.raw_user is not None or parsed.raw_password is not None or "@" in parsed.raw_authority:
            raise RefusedAddressError("A webhook's address must not hold a user name or password.")
        if not url.isprintable() or any(letter in url for letter in "\\ "):
            raise RefusedAddressError("This is not a web address.")
        if ":" in host or _LOOKS_NUMERIC.fullmatch(host.rstrip(".").rpartition(".")[2]):
            # What ends in a number is an IPv4 address to browsers and to the C library, in whatever spelling; only the
            # one that means the same to everybody passes.
            self.check_address(host)
        elif "." not in host.rstrip(".") and not self._allowed:
            raise RefusedAddressError("This address does not lead to a server on the internet.")
        return parsed.with_fragment(None)


def _inside(address: ipaddress.IPv4Address | ipaddress.IPv6Address, networks: Sequence[Network]) -> bool:
    return any(address in network for network in networks)
