"""Commands that plugins add."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import typer
from pydantic import ValidationError

from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.logging import configure_logging
from verbatim.plugins.commands import set_opener
from verbatim.plugins.loader import PluginError
from verbatim.plugins.registry import PluginRegistry
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime


def add_plugin_commands(app: typer.Typer) -> None:
    """Add the groups of commands that plugins registered; a broken plugin is reported and left out."""
    try:
        settings = Settings()
    except ValidationError:
        return  # whichever command comes says so itself; help must always work
    configure_logging("error", settings.log_format)
    try:
        registry = build_registry(settings)
    except PluginError as error:
        typer.echo(f"verbatim: {error}", err=True)
        return
    set_opener(lambda: _opened(settings, registry))
    for group in registry.contributions.cli:
        app.add_typer(group)


@asynccontextmanager
async def _opened(settings: Settings, registry: PluginRegistry) -> AsyncIterator[tuple[Settings, Database]]:
    runtime = build_runtime(settings, registry)
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        await runtime.migrate()
        await runtime.store.load(runtime.database, start=True)
        yield settings, runtime.database
    finally:
        await runtime.database.close()
