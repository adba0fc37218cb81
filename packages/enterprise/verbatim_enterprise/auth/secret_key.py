"""The secret key: from the settings, else made once and kept in the data folder."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from verbatim_enterprise.auth.crypto import KeyRing
from verbatim_enterprise.config import KeySettings, SettingsError, weakness

FILE_NAME = "secret.key"


def key_ring(settings: KeySettings, data_dir: Path) -> KeyRing:
    """Return the keys of this server.

    Raises:
        SettingsError: the key in the data folder cannot be used.
    """
    previous = settings.secret_key_previous.get_secret_value() if settings.secret_key_previous else None
    current = settings.secret_key.get_secret_value() if settings.secret_key else _kept(data_dir / FILE_NAME)
    return KeyRing(current, previous)


def _kept(path: Path) -> str:
    if not path.exists():
        _make(path)
    key = path.read_text(encoding="ascii").strip()
    if why := weakness(key):
        raise SettingsError(f"The key in {path} {why}. Restore it from a backup, or remove it to sign everybody out.")
    return key


def _make(path: Path) -> None:
    # Written in full under another name first and linked into place: servers that start together agree on one key,
    # and a crash leaves none that is half written.
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
