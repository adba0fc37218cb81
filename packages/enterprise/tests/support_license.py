"""Licences for tests: the bundled one, and others signed with the test key of the repository."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key
from joserfc import jws
from joserfc.jwk import OKPKey
from verbatim_enterprise.host import new_id, utcnow
from verbatim_enterprise.license.keys import bundled_test_license, key_id
from verbatim_enterprise.license.token import ALGORITHM, TYPE

_ROOT: Final = Path(__file__).parent.parent.parent.parent
SCRIPT: Final = (sys.executable, str(_ROOT / "scripts" / "generate-license.py"))
TEST_KEY: Final = _ROOT / "scripts" / "test-license-signing-key.pem"

LICENSED: Final = {"VERBATIM_LICENSE_MODE": "test", "VERBATIM_LICENSE_KEY": bundled_test_license()}
"""Settings of a server that has a licence for everything."""
UNLICENSED: Final = {"VERBATIM_LICENSE_MODE": "test", "VERBATIM_LICENSE_KEY": ""}
"""Settings of a server without a licence, which takes test licences."""


def signing_key() -> Ed25519PrivateKey:
    found = load_pem_private_key(TEST_KEY.read_bytes(), None)
    assert isinstance(found, Ed25519PrivateKey)
    return found


def sign(claims: dict[str, Any], *, key: Ed25519PrivateKey | None = None, header: dict[str, Any] | None = None) -> str:
    """Sign claims as a licence is signed; ``header`` replaces parts of its head."""
    return sign_text(json.dumps(claims), key=key, header=header)


def sign_text(payload: str, *, key: Ed25519PrivateKey | None = None, header: dict[str, Any] | None = None) -> str:
    """Sign any text like a licence."""
    key = key or signing_key()
    head = {"alg": ALGORITHM, "typ": TYPE, "kid": key_id(key.public_key()), **(header or {})}
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return jws.serialize_compact(head, payload, OKPKey.import_key(pem), algorithms=[ALGORITHM])


def claims_of(
    *,
    seats: int = 25,
    days: float = 365,
    features: tuple[str, ...] = ("*",),
    org: str = "Radio Nova",
    now: datetime | None = None,
    issued: datetime | None = None,
) -> dict[str, Any]:
    """Return what a licence says that ends so many days from ``now``."""
    now = now or utcnow()
    return {
        "license_id": new_id(),
        "org_name": org,
        "seat_count": seats,
        "features": list(features),
        "issued_at": (issued or now - timedelta(minutes=1)).astimezone(UTC).isoformat(),
        "expires_at": (now + timedelta(days=days)).isoformat(),
    }


def make_license(**wanted: Any) -> str:
    """Return a test licence; see `claims_of`."""
    return sign(claims_of(**wanted))


def licensed(**wanted: Any) -> dict[str, str]:
    """Return the settings of a server with such a licence."""
    return {**LICENSED, "VERBATIM_LICENSE_KEY": make_license(**wanted)}
