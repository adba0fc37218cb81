"""What has to be there before the containers start: secrets, a certificate, the files that nginx sends by itself.

It runs at every `docker compose up` and makes only what is missing. What `.env` gives (VERBATIM_SECRET_KEY,
VERBATIM_DATABASE_URL) is put into files too, so that no server has a secret in its environment; everything else is
drawn at random. Files are readable by the containers' common group and by nobody else.
"""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
import sys
import time
from importlib.util import find_spec
from pathlib import Path

PRIVATE, PUBLIC = 0o440, 0o444
LEAST_KEY = 32
KEEP_SECONDS = 30 * 24 * 3600
"""How long pages that are open may ask for files of the version before."""


def say(text: str) -> None:
    print(f"prepare: {text}", flush=True)


def put(path: Path, content: str | bytes, mode: int) -> None:
    """Write a file all at once, so that a container that starts meanwhile never reads half of it."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
        file.flush()
        os.fsync(file.fileno())
    draft.chmod(mode)
    draft.replace(path)


def keep(path: Path, given: str, made: str) -> str:
    """Return the secret of a file: the one that was given, else the one that is kept there, else the new one."""
    kept = path.read_text("utf-8").strip() if path.exists() else ""
    wanted = given.strip() or kept or made
    if wanted != kept:
        put(path, wanted + "\n", PRIVATE)
        say(f"{path.name} {'was changed to what .env says' if kept else 'taken from .env' if given else 'was made'}")
    return wanted


def make_secrets(server: Path, database: Path) -> None:
    """Have the passwords of the database, its address with one of them, and the key of the servers."""
    keep(database / "postgres_password", "", secrets.token_hex(24))
    password = keep(database / "database_password", "", secrets.token_hex(24))
    address = f"postgresql+asyncpg://verbatim:{password}@postgres:5432/verbatim"
    keep(server / "database_url", os.environ.get("VERBATIM_DATABASE_URL", ""), address)
    keep(server / "secret_key", os.environ.get("VERBATIM_SECRET_KEY", ""), secrets.token_urlsafe(48))


def make_certificate(folder: Path, host: str) -> None:
    """Have a certificate: one signed by nobody, until a real one takes its place."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    if certificate.exists() and key.exists():
        return
    if certificate.exists() or key.exists():
        missing = key if certificate.exists() else certificate
        raise SystemExit(f"prepare: {missing} is missing; put both files of the certificate there.")
    written_key, written = self_signed(host)
    put(key, written_key, PRIVATE)
    put(certificate, written, PUBLIC)
    say(f"a certificate for {host} was made that no browser knows; replace {certificate} and {key} by real ones")


def self_signed(host: str) -> tuple[bytes, bytes]:
    """Return a new private key and a certificate for it, both as PEM, good for about two years."""
    from cryptography import x509  # noqa: PLC0415 - only when one has to be made
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415 - see above
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - see above

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host[:64])])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(hours=1))
        .not_valid_after(now + dt.timedelta(days=800))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    written = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return written, certificate.public_bytes(serialization.Encoding.PEM)


def copy_pages(target: Path) -> None:
    """Put the files whose names change with their content beside those of earlier versions, and forget old ones."""
    spec = find_spec("verbatim")
    if spec is None or spec.origin is None:
        raise SystemExit("prepare: Verbatim is not installed here.")
    source, assets = Path(spec.origin).parent / "static" / "assets", target / "assets"
    assets.mkdir(exist_ok=True)
    current = {path.name for path in source.iterdir() if path.is_file()} if source.is_dir() else set()
    for name in sorted(current):
        draft = assets / f".{name}.new"
        shutil.copyfile(source / name, draft)
        draft.chmod(PUBLIC)
        draft.replace(assets / name)
    for path in assets.iterdir():
        if path.name not in current and time.time() - path.stat().st_mtime > KEEP_SECONDS:
            path.unlink()
    say(f"{len(current)} files of the web app lie ready for nginx")


def main() -> int:
    given = os.environ.get("VERBATIM_SECRET_KEY", "").strip()
    if given and len(given) < LEAST_KEY:
        raise SystemExit("prepare: VERBATIM_SECRET_KEY is too short; make one with: openssl rand -base64 32")
    address = os.environ.get("VERBATIM_PUBLIC_URL", "")
    host = address.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0] or "localhost"
    try:
        make_secrets(Path("/run/verbatim"), Path("/run/verbatim-database"))
        make_certificate(Path("/srv/verbatim/tls"), host)
        copy_pages(Path("/srv/verbatim/web"))
    except OSError as error:
        raise SystemExit(f"prepare: {error}") from error
    return 0


if __name__ == "__main__":
    sys.exit(main())
