"""Network addresses and host names as they come from outside: what cannot be one is None, never an error."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def address_of(text: str | None) -> Address | None:
    """Return a network address. One of IPv4 in the clothes of IPv6 is the same address."""
    try:
        found = ipaddress.ip_address((text or "").strip().partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found


def neighbourhood(text: str | None) -> str:
    """Return what counts as one place: an IPv4 address, or the /64 that a household or machine has of IPv6."""
    found = address_of(text)
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(found) if found is not None else text or ""


def split_url(text: str) -> SplitResult | None:
    """Return the parts of a URL; None where it has a host or a port that cannot be."""
    try:
        parts = urlsplit(text)
        _ = parts.port, parts.hostname  # which are read late, and may raise then
    except ValueError:
        return None
    return parts
