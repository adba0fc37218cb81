"""The public keys that licences are checked with, bundled by key id.

``public_keys/production`` and ``public_keys/test`` hold one PEM file for each key, named by its id. A key's id is the
beginning of the SHA-256 of its 32 bytes, in hex, so that a file under a wrong name is noticed: at the start,
which it ends.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from verbatim_enterprise.host import lazy

if TYPE_CHECKING:
    from joserfc import jwk
else:
    jwk = lazy("joserfc.jwk")

FOLDER: Final = Path(__file__).parent / "public_keys"
_ID_LENGTH: Final = 16


@dataclass(frozen=True)
class PublicKey:
    """A key, and whether its licences are for tests."""

    pem: bytes
    is_test: bool

    @cached_property
    def key(self) -> jwk.OKPKey:
        return jwk.OKPKey.import_key(self.pem)


def key_id(public: Ed25519PublicKey) -> str:
    """Return the id of a key."""
    raw = public.public_bytes(Encoding.Raw, PublicFormat.Raw)
    return hashlib.sha256(raw).hexdigest()[:_ID_LENGTH]


class BundledKeyError(Exception):
    """A key in the package cannot be used; the message is for whoever builds the package."""


@cache
def public_keys(folder: Path = FOLDER) -> dict[str, PublicKey]:
    """Return every bundled key by its id.

    Raises:
        BundledKeyError: a file holds another key than its name says, or none.
    """
    found: dict[str, PublicKey] = {}
    for is_test in (False, True):
        for path in sorted((folder / ("test" if is_test else "production")).glob("*.pem")):
            if path.stem in found:
                raise BundledKeyError(
                    f"The public key {path.name} is bundled for production and for tests; remove one."
                )
            found[path.stem] = PublicKey(_key(path), is_test)
    return found


def _key(path: Path) -> bytes:
    try:
        text = path.read_bytes()
        public = load_pem_public_key(text)
    except (OSError, ValueError, UnsupportedAlgorithm) as error:
        raise BundledKeyError(f"The bundled file {path} cannot be read as a public key.") from error
    if not isinstance(public, Ed25519PublicKey):
        raise BundledKeyError(f"The bundled public key {path} is not of the kind Ed25519.")
    if key_id(public) != path.stem:
        raise BundledKeyError(f"The bundled public key {path} has the wrong name; it is the key {key_id(public)}.pem.")
    return text


def bundled_test_license() -> str:
    """Return the test licence that comes with the product: for trying it out, and for its own tests."""
    return (Path(__file__).parent / "test-licence.txt").read_text(encoding="ascii").strip()
