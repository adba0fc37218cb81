"""The plugin: a loop over its features."""

from __future__ import annotations

from typing import ClassVar

from verbatim_enterprise import __version__
from verbatim_enterprise.features import FEATURES
from verbatim_enterprise.host import API_VERSION, PluginRegistry


class EnterprisePlugin:
    """What the entry point ``enterprise`` leads to."""

    name: ClassVar[str] = "verbatim-enterprise"
    version: ClassVar[str] = __version__
    api_version: ClassVar[int] = API_VERSION
    modes: ClassVar[tuple[str, ...]] = ("enterprise",)

    def register(self, registry: PluginRegistry) -> None:
        registry.add_migrations("verbatim_enterprise.migrations")
        for feature in FEATURES:
            feature.register(registry)
