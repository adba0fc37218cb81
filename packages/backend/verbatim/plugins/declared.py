"""What installed plugins say of their commands, found out without loading what is behind them."""

from __future__ import annotations

import os
from importlib.metadata import entry_points

GROUP = "verbatim.plugins"


def mode_given() -> str | None:
    """Return the mode that the environment names."""
    return next((value for name, value in os.environ.items() if name.upper() == "VERBATIM_MODE"), None)


def modes_with(command: str) -> tuple[str, ...]:
    """Return the modes of an installed plugin that has this group of commands; none when no plugin says so."""
    for entry in entry_points(group=GROUP):
        try:
            plugin = entry.load()
        except Exception:  # noqa: BLE001, S112 - whoever registers it says what is wrong
            continue
        if command in (getattr(plugin, "commands", None) or ()):
            return tuple(getattr(plugin, "modes", ()))
    return ()


def declared_commands() -> dict[str, str] | None:
    """Return the groups of commands of the plugins for this mode, each with the line that explains it. None when a
    plugin does not say (``commands``), or cannot be loaded: then only registering it tells.
    """
    mode = mode_given() or "basic"
    found: dict[str, str] = {}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            plugin = entry.load()
        except Exception:  # noqa: BLE001 - whoever registers it says what is wrong
            return None
        if mode not in getattr(plugin, "modes", (mode,)):
            continue
        if getattr(plugin, "commands", None) is None:
            return None
        found |= plugin.commands
    return found
