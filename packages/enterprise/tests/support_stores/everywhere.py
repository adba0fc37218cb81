"""A plugin for the tests of the core: their files lie in the object store of the environment, all else is the same."""

from __future__ import annotations

from typing import Any

from verbatim_enterprise.adapters.storage.s3 import s3_storage
from verbatim_enterprise.adapters.storage.settings import StorageSettings
from verbatim_enterprise.host import PluginRegistry, Settings, new_id


class StoresPlugin:
    """Keeps what is new in a folder of its own for each server."""

    name: str = "stores"
    version: str = "1"
    api_version: int = 1
    modes: tuple[str, ...] = ("basic",)

    def __init__(self) -> None:
        self._told = StorageSettings().model_copy(update={"storage_s3_prefix": f"tests/{new_id()}"})

    def register(self, registry: PluginRegistry) -> None:
        registry.add_adapter("storage", "s3", self._make)

    def _make(self, settings: Settings) -> Any:
        return s3_storage(self._told, settings)
