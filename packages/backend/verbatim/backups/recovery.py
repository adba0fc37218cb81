"""The recovery key, and what it seals: the variables without which the data of an installation cannot be used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from verbatim.backups.errors import BackupError
from verbatim.backups.settings import BackupSettings
from verbatim.config import Settings
from verbatim.core.secret_key import KEY_FILE, KeySettings, kept_key, weakness
from verbatim.core.secrets import KeyRing
from verbatim.core.settings.errors import SettingsError
from verbatim.core.settings.fields import fields_of
from verbatim.plugins.registry import PluginRegistry

RECOVERY_FILE: Final = "recovery.key"
CURRENT: Final = "VERBATIM_SECRET_KEY"
PREVIOUS: Final = "VERBATIM_SECRET_KEY_PREVIOUS"


def recovery_to_seal(settings: Settings, chosen: BackupSettings) -> tuple[KeyRing, bool]:
    """Return the recovery key, made now if there is none, and whether it was.

    Raises:
        BackupError: the key in the data folder cannot be used.
    """
    if chosen.backup_recovery_key is not None:
        return KeyRing(chosen.backup_recovery_key.get_secret_value().strip()), False
    path = settings.data_dir / RECOVERY_FILE
    made = not path.exists()
    try:
        return KeyRing(kept_key(path)), made
    except (SettingsError, OSError, ValueError) as error:
        raise BackupError(f"The recovery key cannot be used: {error}") from error


def recovery_to_open(settings: Settings, chosen: BackupSettings, file: Path | None = None) -> KeyRing:
    """Return the recovery key that somebody gives, or that lies in the data folder.

    Raises:
        BackupError: there is none.
    """
    path = file or settings.data_dir / RECOVERY_FILE
    if file is None and chosen.backup_recovery_key is not None:
        return KeyRing(chosen.backup_recovery_key.get_secret_value().strip())
    try:
        text = path.read_text("ascii").strip()
    except (OSError, ValueError):
        raise BackupError(
            f"The recovery key is missing: there is none in {path}. Put it there, name its file with "
            "--recovery-key-file, or give it as VERBATIM_BACKUP_RECOVERY_KEY."
        ) from None
    if why := weakness(text):
        raise BackupError(f"The recovery key in {path} {why}: it is not the one that was made.")
    return KeyRing(text)


def variables_to_keep(
    settings: Settings, registry: PluginRegistry, *, needs_key: bool
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the environment sets: open variables, and secret ones with the server's keys. A server that has never
    sealed anything has none.

    Raises:
        BackupError: the server's key is missing.
    """
    known = {field.variable: field for field in fields_of(registry.contributions.settings).values()}
    given = {name.upper(): value for name, value in os.environ.items() if name.upper() in known}
    open_ones = {name: value for name, value in given.items() if not known[name].is_secret}
    secret_ones = {name: value for name, value in given.items() if known[name].is_secret}
    secret_ones.pop("VERBATIM_BACKUP_RECOVERY_KEY", None)
    if KeySettings().secret_key is None:
        path = settings.data_dir / KEY_FILE
        if not path.exists() and not needs_key:
            return open_ones, secret_ones
        if not path.exists():
            raise BackupError(
                f"The server's secret key is missing: neither VERBATIM_SECRET_KEY nor {path} has one. Set "
                "VERBATIM_DATA_DIR and VERBATIM_SECRET_KEY as for the server."
            )
        try:
            secret_ones[CURRENT] = kept_key(path)
        except (SettingsError, OSError, ValueError) as error:
            raise BackupError(f"The server's secret key cannot be used: {error}") from error
    return open_ones, secret_ones
