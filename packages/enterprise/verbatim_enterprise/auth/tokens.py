"""Tokens: short-lived access tokens that carry who is calling, and refresh tokens that follow from a session.

Access tokens are JWTs of RFC 9068's kind: one fixed algorithm (HS256), a key id, and what they are for in ``typ``.

A refresh token is ``vrt_`` and base64url of session id, generation and HMAC(key, salt ‖ session ‖ generation). It
follows from the session's row, so the successor of a token can be given to two requests that race for it and is yet
never stored: the row has its SHA-256. To whoever holds it, it is an opaque string.
"""

from __future__ import annotations

import hmac
import time
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from verbatim_enterprise.auth.crypto import random_token
from verbatim_enterprise.host import KeyRing, from_text, lazy, to_text

if TYPE_CHECKING:
    from joserfc import errors, jwk, jwt
else:
    errors, jwk, jwt = lazy("joserfc.errors"), lazy("joserfc.jwk"), lazy("joserfc.jwt")

ALGORITHM: Final = "HS256"
AUDIENCE: Final = "verbatim"
REFRESH_PREFIX: Final = "vrt_"
ACCESS_TYPE: Final = "at+jwt"
MFA_TYPE: Final = "mfa+jwt"
REMEMBERED: Final = 10_000
"""Access tokens whose signature need not be checked again; each takes about 1 kB."""

_SESSION_BYTES = 16
_GENERATION_BYTES = 4
_MAC_BYTES = 32


class TokenError(Exception):
    """A token is malformed, forged, expired or meant for something else."""


@dataclass(frozen=True)
class AccessClaims:
    """What an access token says. ``team`` is only a wish; memberships decide."""

    user_id: str
    session_id: str
    team_id: str | None
    expires: float


@dataclass(frozen=True)
class RefreshToken:
    """A refresh token taken apart; whether it is genuine, its session decides."""

    session_id: str
    generation: int
    mac: bytes


class Tokens:
    """Makes and checks tokens with the keys of this server."""

    def __init__(self, keys: KeyRing, issuer: str) -> None:
        self.keys = keys
        self.issuer = issuer
        self._seen: OrderedDict[str, AccessClaims] = OrderedDict()

    def access(self, *, user_id: str, session_id: str, team_id: str | None, issued: datetime, expires: datetime) -> str:
        """Make an access token."""
        claims = {"sub": user_id, "sid": session_id, **({"team": team_id} if team_id else {})}
        return self._encode(ACCESS_TYPE, claims, issued, expires)

    def check_access(self, token: str) -> AccessClaims:
        """Return what a valid access token says. A genuine one is checked in full once and then remembered.

        Raises:
            TokenError: it is not valid.
        """
        claims = self._seen.get(token)
        if claims is None:
            claims = self._check_access(token)
            self._seen[token] = claims
            if len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
        if claims.expires <= time.time():
            self._seen.pop(token, None)
            raise TokenError("expired")
        return claims

    def _check_access(self, token: str) -> AccessClaims:
        claims = self._decode(ACCESS_TYPE, token)
        user, session, team = claims.get("sub"), claims.get("sid"), claims.get("team")
        if not isinstance(user, str) or not isinstance(session, str) or not isinstance(team, str | None):
            raise TokenError("claims")
        return AccessClaims(user, session, team, float(claims["exp"]))

    def mfa(self, claims: dict[str, Any], issued: datetime, expires: datetime) -> str:
        """Make a token that says the first factor was right."""
        return self._encode(MFA_TYPE, claims, issued, expires)

    def check_mfa(self, token: str) -> dict[str, Any]:
        """Return the claims of a valid one.

        Raises:
            TokenError: it is not valid.
        """
        return self._decode(MFA_TYPE, token)

    def _encode(self, kind: str, claims: dict[str, Any], issued: datetime, expires: datetime) -> str:
        header = {"alg": ALGORITHM, "typ": kind, "kid": self.keys.current_id}
        body = {
            "iss": self.issuer,
            "aud": AUDIENCE,
            "iat": int(issued.timestamp()),
            "exp": int(expires.timestamp()),
            "jti": random_token("j")[2:],
            **claims,
        }
        return jwt.encode(header, body, self._signing[self.keys.current_id], algorithms=[ALGORITHM])

    def _decode(self, kind: str, token: str) -> dict[str, Any]:
        try:
            decoded = jwt.decode(token, self._key_for, algorithms=[ALGORITHM])
        except (errors.JoseError, ValueError, TypeError, KeyError) as error:
            raise TokenError("signature") from error
        claims = dict(decoded.claims)
        if decoded.header.get("typ") != kind or claims.get("iss") != self.issuer or claims.get("aud") != AUDIENCE:
            raise TokenError("meant for something else")
        expires = claims.get("exp")
        if not isinstance(expires, int | float) or expires <= time.time():
            raise TokenError("expired")
        return claims

    @cached_property
    def _signing(self) -> dict[str, jwk.OctKey]:
        return {key_id: _jwk(self.keys, key_id) for key_id in self.keys.ids}

    def _key_for(self, unverified: Any) -> jwk.OctKey:
        key = self._signing.get(str(unverified.headers().get("kid")))
        if key is None:
            raise ValueError("unknown key")
        return key

    def refresh(self, session_id: str, salt: str, generation: int, key_id: str | None = None) -> str | None:
        """Return the refresh token of a session's generation; None when its key is no longer known."""
        head = UUID(session_id).bytes + generation.to_bytes(_GENERATION_BYTES, "big")
        mac = self.keys.mac("refresh token", bytes.fromhex(salt) + head, key_id)
        return None if mac is None else REFRESH_PREFIX + to_text(head + mac)

    def is_genuine(self, token: RefreshToken, salt: str) -> bool:
        """Say whether this server made `token`, with the current key or the one before."""
        head = UUID(token.session_id).bytes + token.generation.to_bytes(_GENERATION_BYTES, "big")
        data = bytes.fromhex(salt) + head
        made = (self.keys.mac("refresh token", data, key_id) for key_id in self.keys.ids)
        return any(mac is not None and hmac.compare_digest(mac, token.mac) for mac in made)


def _jwk(keys: KeyRing, key_id: str) -> jwk.OctKey:
    key = keys.key("access token", key_id)
    assert key is not None  # noqa: S101 - the ring knows its own ids
    return jwk.OctKey.import_key(key)


def parse_refresh(token: str) -> RefreshToken:
    """Take a refresh token apart.

    Raises:
        TokenError: it does not even look like one.
    """
    try:
        data = from_text(token.removeprefix(REFRESH_PREFIX)) if token.startswith(REFRESH_PREFIX) else b""
    except ValueError as error:
        raise TokenError("not base64url") from error
    if len(data) != _SESSION_BYTES + _GENERATION_BYTES + _MAC_BYTES:
        raise TokenError("wrong length")
    session, rest = data[:_SESSION_BYTES], data[_SESSION_BYTES:]
    generation = int.from_bytes(rest[:_GENERATION_BYTES], "big")
    return RefreshToken(str(UUID(bytes=session)), generation, rest[_GENERATION_BYTES:])
