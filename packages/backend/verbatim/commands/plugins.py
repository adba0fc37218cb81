"""Commands that plugins add."""

from __future__ import annotations

import typer

from verbatim.app import build_registry
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.plugins.loader import PluginError


def add_plugin_commands(app: typer.Typer) -> None:
    """Add the groups of commands that plugins registered; a broken plugin is reported and left out."""
    settings = Settings()
    configure_logging("error", settings.log_format)
    try:
        registry = build_registry(settings)
    except PluginError as error:
        typer.echo(f"verbatim: {error}", err=True)
        return
    for group in registry.contributions.cli:
        app.add_typer(group)
