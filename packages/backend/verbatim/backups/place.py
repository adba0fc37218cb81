"""Where backups lie: a folder, or a bucket by its address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.local import LocalStorage
from verbatim.backups.errors import BackupError
from verbatim.backups.vault import Vault
from verbatim.config import Settings
from verbatim.plugins.registry import PluginRegistry

_ADDRESS: Final = re.compile(r"([a-z][a-z0-9+]*)://(.+)")


def is_bucket(place: str) -> bool:
    """Say whether a place is one of a bucket, such as s3://backups/verbatim, and not a folder."""
    return _ADDRESS.fullmatch(place) is not None


def vault_at(place: str, settings: Settings, registry: PluginRegistry) -> Vault:
    """Open a place of backups. Does no I/O.

    Raises:
        BackupError: no plugin knows such buckets, or the stored files lie in this place.
    """
    address = _ADDRESS.fullmatch(place)
    if address is None:
        folder = Path(place).absolute()
        if folder.is_relative_to(settings.storage_dir.absolute()):
            raise BackupError(
                "The folder of the backups lies among the stored files. Name another, best on another machine's disk."
            )
        return Vault(LocalStorage(folder), str(folder))
    make = registry.contributions.adapters.get(("backup_place", address.group(1)))
    if make is None:
        known = sorted(name for interface, name in registry.contributions.adapters if interface == "backup_place")
        schemes = ", ".join(f"{name}://" for name in known) or "none: set VERBATIM_MODE=enterprise"
        raise BackupError(f"There are no buckets {address.group(1)}:// here; known are {schemes}.")
    try:
        return Vault(make(address.group(2), settings), place)
    except (StorageError, ValueError) as error:
        raise BackupError(f"{place} cannot be used for backups: {error}") from error
