"""Which limit a request counts under."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from verbatim_enterprise.api_keys.bearer import KeyPrincipal
from verbatim_enterprise.auth.throttle import network
from verbatim_enterprise.host import principal_of
from verbatim_enterprise.rate_limits.rate import Window, window
from verbatim_enterprise.rate_limits.settings import RateSettings

_SIGN_IN = ("/api/auth/", "/api/invites/")
_NOT_SIGN_IN = frozenset({"/api/auth/refresh", "/api/auth/logout"})
"""What signed-in people's programs call by themselves."""


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
    if _is_sign_in(connection, path, is_stranger=principal is None):
        address = connection.client.host if connection.client else None
        return _limit("sign-in", network(address), rates.rate_sign_in_per_minute, rates.rate_sign_in_burst)
    if principal is None:
        return None
    return _limit("user", principal.id, rates.rate_user_per_minute, rates.rate_user_burst)


def _is_sign_in(connection: HTTPConnection, path: str, *, is_stranger: bool) -> bool:
    if connection.scope["method"] != "POST" or path in _NOT_SIGN_IN or not path.startswith(_SIGN_IN):
        return False
    return is_stranger or path == "/api/auth/login"


def _limit(kind: str, who: str, per_minute: int, burst: int) -> Limit | None:
    return Limit(kind, who, window(per_minute, burst)) if per_minute else None
