"""``verbatim openapi``."""

from __future__ import annotations

import json

import typer

from verbatim.adapter_choice import ConfigurationError
from verbatim.app import create_app
from verbatim.commands.serve import Stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.plugins.loader import PluginError


def print_openapi(settings: Settings, stop: Stop) -> None:
    """Print the description of the API, from which clients are generated."""
    configure_logging("error", settings.log_format)
    try:
        typer.echo(json.dumps(create_app(settings).openapi(), indent=1, sort_keys=True))
    except (PluginError, ConfigurationError) as error:
        stop(str(error))
