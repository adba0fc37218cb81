"""What a plugin is and what it registers."""

from verbatim.core.lazy import lazy
from verbatim.plugins.commands import open_database
from verbatim.plugins.contributions import RegistrationError
from verbatim.plugins.feature import Feature
from verbatim.plugins.loader import API_VERSION, Plugin, PluginError
from verbatim.plugins.registry import PluginRegistry

__all__ = [
    "API_VERSION",
    "Feature",
    "Plugin",
    "PluginError",
    "PluginRegistry",
    "RegistrationError",
    "lazy",
    "open_database",
]
