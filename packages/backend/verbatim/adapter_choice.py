"""Which adapters a server runs with: what its settings name, out of what the core and its plugins registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from verbatim.adapters.diarization.api import Diarizer
from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.chosen import Storages, make_storages
from verbatim.config import Settings
from verbatim.core.language_models import OWN, ModelDesk
from verbatim.core.settings.store import Rule
from verbatim.plugins.contributions import Interface
from verbatim.plugins.registry import PluginRegistry

_DRIVERS: Final = {"postgresql": "asyncpg", "sqlite": "aiosqlite"}
_NO_ADDRESS: Final = (
    "VERBATIM_DATABASE_URL is not an address such as postgresql://user:password@host/name; in a password write %40 "
    "for @, %2F for /, %3A for : and %25 for %."
)


class ConfigurationError(Exception):
    """The settings do not make a server; the message says which and why."""


def storages_of(registry: PluginRegistry, settings: Settings) -> Storages:
    adapters = registry.contributions.adapters
    makers = {name: make for (interface, name), make in adapters.items() if interface == "storage"}
    try:
        return make_storages(makers, settings, settings.storage)
    except StorageError as error:
        raise ConfigurationError(str(error)) from error


def diarizers_of(registry: PluginRegistry, settings: Settings) -> dict[str, Diarizer]:
    """Return what tells voices apart, by name."""
    adapters = registry.contributions.adapters
    found = {name: make(settings) for (interface, name), make in adapters.items() if interface == "diarization"}
    try:
        diarizer_rule(registry)(lambda _: settings)
    except ValueError as error:
        raise ConfigurationError(str(error)) from None
    return found


def model_desk_of(registry: PluginRegistry, settings: Settings) -> ModelDesk:
    """Return what hands out language models: a plugin's desk where one brings it."""
    adapters = registry.contributions.adapters
    services = {name: make(settings) for (interface, name), make in adapters.items() if interface == "llm"}
    desks = [name for interface, name in adapters if interface == "llm_desk" and name != OWN]
    if len(desks) > 1:
        raise ConfigurationError(f"Several plugins hand out language models: {', '.join(desks)}.")
    desk: ModelDesk = chosen_adapter(registry, "llm_desk", desks[0] if desks else OWN)(settings, services)
    return desk


def diarizer_rule(registry: PluginRegistry) -> Rule:
    """Return what refuses a diarizer that nobody brings."""
    names = ["auto", "off", *sorted(name for kind, name in registry.contributions.adapters if kind == "diarization")]

    def check(group: Callable[[type[Any]], Any]) -> None:
        chosen = group(Settings).diarization
        if chosen not in names:
            raise ValueError(f"VERBATIM_DIARIZATION is {chosen}; there are {', '.join(names)}.")

    return check


def dialect_of(settings: Settings) -> str:
    """Return which database the settings name.

    Raises:
        ConfigurationError: their address cannot be read, or wants a driver that is not used here.
    """
    try:
        url = make_url(settings.resolved_database_url)
    except (ArgumentError, ValueError) as error:  # the latter for a port that is no number
        raise ConfigurationError(_NO_ADDRESS) from error
    dialect, _, driver = url.drivername.partition("+")
    if _DRIVERS.get(dialect, driver) != driver:
        raise ConfigurationError(
            f"VERBATIM_DATABASE_URL names the driver {driver}, which is not used here: begin it with {dialect}://"
        )
    return dialect


def chosen_adapter(registry: PluginRegistry, interface: Interface, name: str) -> Any:
    adapters = registry.contributions.adapters
    if (interface, name) not in adapters:
        known = sorted(other for kind, other in adapters if kind == interface)
        raise ConfigurationError(f"There is no {interface} adapter {name}; there are {', '.join(known)}.")
    return adapters[interface, name]


def job_engine_of(registry: PluginRegistry, name: str) -> Any:
    if ("queue", name) not in registry.contributions.adapters:
        raise ConfigurationError(f"VERBATIM_JOBS={name} needs a plugin that brings it, and none does here.")
    return chosen_adapter(registry, "queue", name)


def auth_provider_of(registry: PluginRegistry) -> Any:
    # A plugin that signs people in replaces the core's single user; two of them would be a contradiction.
    names = [name for interface, name in registry.contributions.adapters if interface == "auth" and name != "none"]
    if len(names) > 1:
        raise ConfigurationError(f"Several plugins sign people in: {', '.join(names)}.")
    return chosen_adapter(registry, "auth", names[0] if names else "none")
