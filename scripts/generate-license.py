"""Licences, for vendors: make a key pair, issue a licence, look into one. The guide is docs/guides/licence.md.

`issue` prints the licence alone on standard output; everything else it has to say goes to standard error.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
import uuid
from datetime import UTC, date, datetime, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST_KEY = ROOT / "scripts" / "test-license-signing-key.pem"
_PYTHON = ROOT / ".venv" / "bin" / "python"

try:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
        load_pem_private_key,
        load_pem_public_key,
    )
    from joserfc import jws
    from joserfc.jwk import OKPKey
    from verbatim_enterprise.license import claims
    from verbatim_enterprise.license.entitlements import EVERYTHING, Entitlement
    from verbatim_enterprise.license.errors import LicenseRefusedError, LicenseUnknownKeyError
    from verbatim_enterprise.license.keys import PublicKey, key_id
    from verbatim_enterprise.license.token import ALGORITHM, LONGEST, TYPE, License, read_license, read_signed_by
except ImportError:
    if not _PYTHON.exists() or Path(sys.prefix) == _PYTHON.parent.parent:
        sys.exit("generate-license: run `make setup` first.")
    os.execv(_PYTHON, [str(_PYTHON), *sys.argv])  # noqa: S606 - this very program, with the project's own Python


def keygen(folder: Path) -> None:
    """Write a key pair that did not exist before."""
    private = Ed25519PrivateKey.generate()
    name = key_id(private.public_key())
    secret, public = folder / f"{name}.private.pem", folder / f"{name}.pem"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        public.write_bytes(private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    except OSError as error:
        sys.exit(f"generate-license: {folder} cannot be the folder of the keys: {error.strerror}")
    print(f"key id       {name}")
    print(f"private key  {secret}  (keep it secret and safe; licences cannot be issued without it)")
    print(f"public key   {public}  (bundle it: packages/enterprise/verbatim_enterprise/license/public_keys/production)")


def issue(wanted: argparse.Namespace) -> None:
    """Print a licence."""
    private = _private_key(TEST_KEY if wanted.test else wanted.key)
    now = datetime.now(UTC).replace(microsecond=0)
    ends = _end(wanted.expires)
    if ends < now:
        _remark(f"this licence ended on {wanted.expires}")
    features = [EVERYTHING] if wanted.features is None else sorted(set(wanted.features))
    said = {
        "license_id": str(uuid.uuid4()),
        "org_name": wanted.org,
        "seat_count": wanted.seats,
        "features": features,
        "issued_at": _text(now),
        "expires_at": _text(ends),
    }
    header = {"alg": ALGORITHM, "typ": TYPE, "kid": key_id(private.public_key())}
    payload = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    token = jws.serialize_compact(header, payload, OKPKey.import_key(pem), algorithms=[ALGORITHM])
    if len(token) > LONGEST:
        sys.exit(f"generate-license: this licence has {len(token)} characters, and servers take {LONGEST}")
    print(token)


def inspect(source: str, public_key: Path | None) -> int:
    """Print what a licence says, from a file, an argument, or standard input. Returns 1 when it is not genuine, as
    far as the keys show that are bundled, or the one in a file.
    """
    text = _text_of(source)
    try:
        license_ = read_signed_by(text, _public_key(public_key)) if public_key else read_license(text, takes_test=True)
    except LicenseUnknownKeyError:
        print(_UNKNOWN, file=sys.stderr)
        return 1
    except LicenseRefusedError as error:
        print(f"generate-license: {error.detail}", file=sys.stderr)
        return 1
    print(json.dumps(_described(license_), indent=2, ensure_ascii=False))
    return 0


_UNKNOWN = (
    "generate-license: This licence was signed with a key that is not bundled. Give its public half to check it: "
    "inspect --public-key keys/<key id>.pem"
)


def _public_key(path: Path) -> PublicKey:
    try:
        pem = path.read_bytes()
        loaded = load_pem_public_key(pem)
    except (OSError, ValueError) as error:
        sys.exit(f"generate-license: {path} is no public key: {error}")
    if not isinstance(loaded, Ed25519PublicKey):
        sys.exit(f"generate-license: {path} is no public key of Ed25519.")
    return PublicKey(pem, is_test=False)


def _described(license_: License) -> dict[str, object]:
    return {
        "license_id": license_.license_id,
        "org_name": license_.org_name,
        "seat_count": license_.seat_count,
        "issued_at": _text(license_.issued_at),
        "expires_at": _text(license_.expires_at),
        "features": sorted(license_.features),
        "kid": license_.key_id,
        "test": license_.is_test,
    }


def _text_of(source: str) -> str:
    try:
        return sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
    except UnicodeDecodeError:
        sys.exit(f"generate-license: {source} is not a text")
    except OSError as error:
        # A licence itself, as it begins or too long for the name of a file.
        if source.startswith("eyJ") or error.errno == errno.ENAMETOOLONG:
            return source
        sys.exit(f"generate-license: {source} cannot be read: {error.strerror}")


def _private_key(path: Path) -> Ed25519PrivateKey:
    try:
        private = load_pem_private_key(path.read_bytes(), None)
    except (OSError, ValueError, TypeError) as error:
        sys.exit(f"generate-license: {path} cannot be read as a private key: {error}")
    if not isinstance(private, Ed25519PrivateKey):
        sys.exit(f"generate-license: {path} is no Ed25519 key")
    return private


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _remark(text: str) -> None:
    print(f"generate-license: {text}", file=sys.stderr)


def _names(text: str) -> list[str]:
    try:
        return [claims.text(name.strip()) for name in text.split(",") if name.strip()]
    except ValueError:
        raise argparse.ArgumentTypeError("names such as teams,sso") from None


def _unknown(features: list[str]) -> str:
    """Return a sentence about features that this version does not know; empty when it knows all."""
    unknown = [repr(name) for name in features if name not in {EVERYTHING, *Entitlement}]
    known = ", ".join(Entitlement)
    return f"this version knows no feature {', '.join(unknown)}; there are {known}" if unknown else ""


def _seats(text: str) -> int:
    try:
        return claims.count(int(text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"a whole number from 1 to {claims.MOST_SEATS}") from None


def _org(text: str) -> str:
    name = " ".join(text.split())
    try:
        return claims.text(name)
    except ValueError:
        raise argparse.ArgumentTypeError("a name of 1 to 200 characters, as text in UTF-8") from None


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
        claims.moment(_text(_end(day)))
    except ValueError:
        raise argparse.ArgumentTypeError("a day such as 2030-12-31, from 2000-01-01 to 9999-12-31") from None
    return day


def _end(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), UTC)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="generate-license", description="Licences of Verbatim Enterprise.")
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("keygen", help="make a key pair")
    making.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for both halves")
    issuing = commands.add_parser("issue", help="print a licence")
    issuing.add_argument("--org", type=_org, required=True, help="the organisation's name")
    issuing.add_argument("--seats", type=_seats, required=True, help="how many accounts may be active")
    issuing.add_argument("--expires", type=_day, required=True, metavar="YYYY-MM-DD", help="last day")
    issuing.add_argument("--features", type=_names, help=f"comma-separated, else all: {', '.join(Entitlement)}")
    issuing.add_argument("--allow-unknown-features", action="store_true", help="issue for a later version")
    signed = issuing.add_mutually_exclusive_group(required=True)
    signed.add_argument("--key", type=Path, metavar="FILE", help="the private key")
    signed.add_argument("--test", action="store_true", help="sign with the test key of this repository")
    looking = commands.add_parser("inspect", help="check a licence and say what it says")
    looking.add_argument("--public-key", type=Path, help="the public half of your own key, as keygen wrote it")
    looking.add_argument("license", nargs="?", default="-", help="the licence, a file, or - for standard input")
    return parser


def main() -> int:
    parser = _parser()
    wanted = parser.parse_args()
    if wanted.command == "keygen":
        keygen(wanted.out)
    elif wanted.command == "issue":
        unknown = _unknown(wanted.features or [])
        if unknown and not wanted.allow_unknown_features:
            parser.error(f"{unknown}; for a later version add --allow-unknown-features")
        issue(wanted)
    else:
        return inspect(wanted.license, wanted.public_key)
    return 0


if __name__ == "__main__":
    sys.exit(main())
