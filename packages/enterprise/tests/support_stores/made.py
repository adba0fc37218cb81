"""Adapters as the product makes them, for tests that speak with one storage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from verbatim.adapters.storage.api import StorageAdapter
from verbatim.adapters.storage.local import LocalStorage
from verbatim.config import Settings
from verbatim.core.clock import new_id
from verbatim_enterprise.adapters.storage.azure_blob import azure_storage
from verbatim_enterprise.adapters.storage.s3 import s3_storage
from verbatim_enterprise.adapters.storage.settings import StorageSettings

KINDS = ("disk", "moto", "swift", "azurite")
REMOTE = KINDS[1:]


def told(variables: Mapping[str, str]) -> StorageSettings:
    """Return the settings that these variables make."""
    given: dict[str, Any] = {name.removeprefix("VERBATIM_").lower(): value for name, value in variables.items()}
    return StorageSettings(**given)


def adapter(variables: Mapping[str, str], folder: Path, **settings: Any) -> StorageAdapter:
    """Return the adapter of the object store that the variables name."""
    core = Settings(data_dir=folder, **settings)
    made = s3_storage(told(variables), core) or azure_storage(told(variables), core)
    assert made is not None
    return made


def disk(folder: Path) -> StorageAdapter:
    """Return a storage on this machine's disk."""
    return LocalStorage(folder / "files")


def own_folder(server: Any, variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return settings under which nothing is there yet."""
    return {**(variables or server.variables), server.prefix_variable: f"tests/{new_id()}"}
