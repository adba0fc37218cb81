"""A licence as text: a JWT (RFC 7519) signed with Ed25519 (RFC 8037, named as in RFC 9864), and what it says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from verbatim_enterprise.host import from_text, lazy
from verbatim_enterprise.license import claims
from verbatim_enterprise.license.entitlements import Entitlement, granted
from verbatim_enterprise.license.errors import (
    LicenseAlgorithmError,
    LicenseForgedError,
    LicenseMalformedError,
    LicenseTestError,
    LicenseUnknownKeyError,
)
from verbatim_enterprise.license.keys import PublicKey, public_keys

if TYPE_CHECKING:
    from joserfc import errors as jose
    from joserfc import jws
else:
    jose, jws = lazy("joserfc.errors"), lazy("joserfc.jws")

ALGORITHM: Final = "Ed25519"
TYPE: Final = "license+jwt"
LONGEST: Final = 8192
"""Characters that a licence has at most."""
_PARTS: Final = 3
_HEAD: Final = frozenset({"alg", "typ", "kid"})


@dataclass(frozen=True)
class License:
    """A genuine licence. ``key_id`` names the key that signed it."""

    license_id: str
    org_name: str
    seat_count: int
    issued_at: datetime
    expires_at: datetime
    features: tuple[str, ...]
    key_id: str
    is_test: bool
    token: str

    @property
    def entitlements(self) -> frozenset[Entitlement]:
        return granted(self.features)


def tidy(text: str) -> str:
    """Return a licence without the blanks and line breaks that mails and terminals put into long lines."""
    return "".join(text.split())


def read_license(text: str, *, takes_test: bool) -> License:
    """Return what a genuine licence says, whether it has ended or not.

    Raises:
        LicenseMalformedError, LicenseAlgorithmError, LicenseUnknownKeyError, LicenseForgedError: it is not genuine.
        LicenseTestError: it is for tests, and this server takes none.
    """
    license_ = _checked(tidy(text))
    if license_.is_test and not takes_test:
        raise LicenseTestError
    return license_


def read_signed_by(text: str, key: PublicKey) -> License:
    """Return what a licence says that this very key has signed, for vendors: no server has it yet.

    Raises:
        LicenseMalformedError, LicenseAlgorithmError, LicenseForgedError: it has not.
    """
    return _signed_by(tidy(text), key)


@lru_cache(maxsize=16)
def _checked(token: str) -> License:
    """Check a licence's signature, once for each text; errors are not remembered."""
    known = public_keys().get(_header(token).get("kid", ""))
    if known is None:
        raise LicenseUnknownKeyError
    return _signed_by(token, known)


def _signed_by(token: str, known: PublicKey) -> License:
    header = _header(token)
    key_id = header.get("kid", "")
    try:
        checked = jws.deserialize_compact(token, known.key, algorithms=[ALGORITHM])
    except (jose.JoseError, ValueError) as error:
        raise LicenseForgedError from error
    if header.get("typ") != TYPE:
        raise LicenseMalformedError("This was signed with a known key but is not a licence.")
    return _license(_object(checked.payload), key_id, token, is_test=known.is_test)


def _header(token: str) -> dict[str, str]:
    """Return the head of a licence: three words at most and nothing else, so that the library that checks signatures
    never meets what an attacker can put there.
    """
    parts = token.split(".")
    if len(token) > LONGEST or len(parts) != _PARTS or not all(parts[:2]):
        raise LicenseMalformedError
    try:
        header = _object(from_text(parts[0]))
    except ValueError as error:
        raise LicenseMalformedError from error
    if header.get("alg") != ALGORITHM:
        raise LicenseAlgorithmError
    if not header.keys() <= _HEAD or not all(isinstance(value, str) for value in header.values()):
        raise LicenseMalformedError
    return header


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise LicenseMalformedError from error
    if not isinstance(found, dict):
        raise LicenseMalformedError
    return found


def _license(said: dict[str, Any], key_id: str, token: str, *, is_test: bool) -> License:
    try:
        return License(
            license_id=claims.text(said["license_id"]),
            org_name=claims.text(said["org_name"]),
            seat_count=claims.count(said["seat_count"]),
            issued_at=claims.moment(said["issued_at"]),
            expires_at=claims.moment(said["expires_at"]),
            features=claims.texts(said["features"]),
            key_id=key_id,
            is_test=is_test,
            token=token,
        )
    except (KeyError, ValueError, TypeError) as error:
        raise LicenseMalformedError("This licence is genuine but says something this version cannot read.") from error
