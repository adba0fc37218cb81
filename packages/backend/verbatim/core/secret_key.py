"""The secret key: from the settings, else made once and kept in the data folder."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import ClassVar

from pydantic import Field, SecretStr, field_validator

from verbatim.core.secrets import KeyRing
from verbatim.core.settings.errors import SettingsError
from verbatim.core.settings.group import ENVIRONMENT, Group

KEY_FILE = "secret.key"
SECRET_KEY_LENGTH = 32
"""Characters that a secret key needs at least."""

_WELL_KNOWN = ("changeme", "change-me", "change_me", "secret", "password", "example", "insecure", "default")
_DISTINCT = 10


class KeySettings(Group):
    """The secret behind tokens and sealed data."""

    title: ClassVar[str] = "Secret key"

    secret_key: SecretStr | None = Field(
        None,
        description="At least 32 random characters, the same on every server. "
        "Without it one is made once and kept in the data folder.",
        json_schema_extra=ENVIRONMENT,
    )
    secret_key_previous: SecretStr | None = Field(
        None,
        description="The key before this one, still accepted while sessions move to the new one.",
        json_schema_extra=ENVIRONMENT,
    )

    @field_validator("secret_key", "secret_key_previous", mode="before")
    @classmethod
    def _empty_is_unset(cls, value: object) -> object:
        return None if value == "" else value

    @field_validator("secret_key", "secret_key_previous")
    @classmethod
    def _strong(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and (why := weakness(value.get_secret_value())):
            raise ValueError(f"this key {why}; make one with: openssl rand -base64 32")
        return value


def weakness(key: str) -> str | None:
    """Say why `key` must not protect a server, or return None."""
    if len(key) < SECRET_KEY_LENGTH:
        return f"is shorter than {SECRET_KEY_LENGTH} characters"
    plain = key.casefold()
    if any(word in plain for word in _WELL_KNOWN):
        return "contains a well-known word"
    if len(set(key)) < _DISTINCT:
        return "is too regular"
    return None


def key_ring(settings: KeySettings, data_dir: Path) -> KeyRing:
    """Return the keys of this server.

    Raises:
        SettingsError: the key in the data folder cannot be used.
    """
    previous = settings.secret_key_previous.get_secret_value() if settings.secret_key_previous else None
    current = settings.secret_key.get_secret_value() if settings.secret_key else kept_key(data_dir / KEY_FILE)
    return KeyRing(current, previous)


def kept_key(path: Path) -> str:
    """Return the key that is kept in a file; without the file one is made.

    Raises:
        SettingsError: what is there is no good key.
    """
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
