"""``verbatim migrate``."""

from __future__ import annotations

import asyncio

import typer

from verbatim.adapters.database.api import DatabaseError
from verbatim.app import build_registry
from verbatim.commands.serve import Stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.core.migrate import SchemaError
from verbatim.plugins.loader import PluginError
from verbatim.runtime import ConfigurationError, Runtime, build_runtime
from verbatim.system.preflight import StartError, preflight


def run_migrations(settings: Settings, stop: Stop) -> None:
    """Migrate and say what was changed."""
    configure_logging("warning", settings.log_format)
    try:
        preflight(settings)
        changed = asyncio.run(_migrate(build_runtime(settings, build_registry(settings))))
    except (PluginError, ConfigurationError, SchemaError, DatabaseError, StartError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"The database cannot be reached: {error.strerror or error}.")
    typer.echo(f"Migrated: {', '.join(changed)}." if changed else "The database is up to date.")


async def _migrate(runtime: Runtime) -> list[str]:
    try:
        await runtime.database_adapter.check(runtime.database.engine)
        return await runtime.migrate()
    finally:
        await runtime.database.close()
