"""Which limit a request counts under."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from verbatim_enterprise.api_keys.bearer import KeyPrincipal
from verbatim_enterprise.auth.throttle import network
from verbatim_enterprise.host import principal_of
from verbatim_enterprise.rate_limits.rate import Window, window
from verbatim_enterprise.rate_limits.settings import RateSettings

_PUBLIC = ("/api/auth/", "/api/invites/")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BY_THEMSELVES = frozenset({"/api/auth/refresh", "/api/auth/logout"})
"""What signed-in people's pages and programs call by themselves, many of them from one office."""


@dataclass(frozen=True)
class Limit:
    """``kind`` is also the name in the headers."""

    kind: str
    who: str
    window: Window


def limit_of(connection: HTTPConnection, rates: RateSettings) -> Limit | None:
    """Return the limit of a request; None when it has none.

    A key's requests count for the key, a person's for the person, whichever devices they come from; attempts to sign
    in count for the network address that they come from. Other requests of strangers cost next to nothing.
    """
    path = connection.scope["path"]
    if not path.startswith("/api/"):
        return None
    principal = principal_of(connection)
    if isinstance(principal, KeyPrincipal):
        key = principal.key
        per_minute = key.rate_per_minute or rates.rate_key_per_minute
        return _limit("key", key.id, per_minute, key.rate_burst or rates.rate_key_burst)
    if (kind := _kind_for_strangers(connection, path, is_stranger=principal is None)) is not None:
        address = connection.client.host if connection.client else None
        return _limit(kind, network(address), rates.rate_sign_in_per_minute, rates.rate_sign_in_burst)
    if principal is None:
        return None
    return _limit("user", principal.id, rates.rate_user_per_minute, rates.rate_user_burst)


def _kind_for_strangers(connection: HTTPConnection, path: str, *, is_stranger: bool) -> str | None:
    """Return under what a request counts for its network address. What pages send by themselves has a count of its
    own, so that a flood of it keeps nobody from signing in.
    """
    if connection.scope.get("method") in _SAFE or not path.startswith(_PUBLIC):
        return None
    if path in _BY_THEMSELVES:
        return "renewal" if is_stranger else None
    return "sign-in" if is_stranger or path == "/api/auth/login" else None


def _limit(kind: str, who: str, per_minute: int, burst: int) -> Limit | None:
    return Limit(kind, who, window(per_minute, burst)) if per_minute else None
