"""Finding plugins and letting them register. It fails closed: a server never starts more open than configured."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

import structlog

from verbatim.config import Mode
from verbatim.plugins.declared import GROUP
from verbatim.plugins.registry import PluginRegistry

API_VERSION = 1
"""Grows when the seam changes in a way that breaks plugins. A plugin may declare the version it was built for."""

log = structlog.get_logger(__name__)


class PluginError(Exception):
    """A plugin is missing, broken or made for another version; the message is for the administrator."""


class Plugin(Protocol):
    """What an entry point in the group ``verbatim.plugins`` leads to: an instance, or a class made without arguments.

    It may also have ``api_version``, the `API_VERSION` it was built for, and ``modes``, the values of ``VERBATIM_MODE``
    in which it is loaded; and ``commands``, the names of its groups of commands with a line about each, so that
    ``verbatim --help`` need not register it to list them.
    """

    name: str
    version: str

    def register(self, registry: PluginRegistry) -> None: ...


def discover() -> list[tuple[str, EntryPoint]]:
    """Return the installed plugins by entry-point name, in a stable order."""
    return sorted(((entry.name, entry) for entry in entry_points(group=GROUP)), key=lambda item: item[0])


def load_plugins(registry: PluginRegistry, mode: Mode) -> list[Plugin]:
    """Load every installed plugin that is meant for `mode` into `registry`.

    Raises:
        PluginError: a plugin cannot be used, or enterprise mode lacks one that signs people in.
    """
    found = [_instance(name, entry) for name, entry in discover()]
    return register_plugins(registry, [plugin for plugin in found if _is_for(plugin, mode)], mode)


def _is_for(plugin: Plugin, mode: Mode) -> bool:
    return mode.value in getattr(plugin, "modes", tuple(Mode))


def register_plugins(registry: PluginRegistry, plugins: Sequence[Plugin], mode: Mode) -> list[Plugin]:
    """Register `plugins` and make sure that together they are enough for `mode`.

    Raises:
        PluginError: one of them cannot be used, or nobody signs people in although `mode` needs it.
    """
    registered = [register_plugin(registry, plugin) for plugin in plugins]
    sign_in = [name for interface, name in registry.contributions.adapters if interface == "auth" and name != "none"]
    if mode is Mode.ENTERPRISE and not sign_in:
        raise PluginError(
            "VERBATIM_MODE=enterprise needs a plugin that signs people in, and none is installed. "
            "Install verbatim-enterprise, or set VERBATIM_MODE=basic for one user on this computer."
        )
    return registered


def register_plugin(registry: PluginRegistry, plugin: Plugin) -> Plugin:
    """Let one plugin register: all of it, or an error and nothing.

    Raises:
        PluginError: with the cause in one sentence.
    """
    name = getattr(plugin, "name", None)
    if not name or not getattr(plugin, "version", None) or not callable(getattr(plugin, "register", None)):
        raise PluginError(f"The plugin {name or plugin!r} lacks a name, a version or a register method.")
    wanted = getattr(plugin, "api_version", API_VERSION)
    if wanted != API_VERSION:
        raise PluginError(
            f"The plugin {name} {plugin.version} was built for plugin API {wanted}; this core offers {API_VERSION}."
        )
    draft = registry.draft(name)
    try:
        plugin.register(draft)
        registry.merge(draft)
    except Exception as error:
        raise PluginError(f"The plugin {name} {plugin.version} cannot be registered: {error}") from error
    log.info("plugin_registered", plugin=name, version=plugin.version)
    return plugin


def _instance(name: str, entry: EntryPoint) -> Plugin:
    try:
        loaded = entry.load()
        plugin: Plugin = loaded() if isinstance(loaded, type) else loaded
    except Exception as error:
        raise PluginError(f"The plugin {name} ({entry.value}) cannot be loaded: {error}") from error
    return plugin
