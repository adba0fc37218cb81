"""``verbatim migrate``."""

from __future__ import annotations

import asyncio

import typer

from verbatim.adapter_choice import ConfigurationError
from verbatim.adapters.database.api import DatabaseError
from verbatim.commands.serve import Stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.core.migrate import SchemaError
from verbatim.core.sealed import unbind
from verbatim.core.steps import NoWayBackError, go_back
from verbatim.plugins.loader import PluginError
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime
from verbatim.system.preflight import StartError, preflight


def run_migrations(settings: Settings, stop: Stop, *, back: bool = False) -> None:
    """Migrate and say what was changed; with ``back``, make way for the version before."""
    configure_logging("warning", settings.log_format)
    try:
        preflight(settings)
        runtime = build_runtime(settings, build_registry(settings))
        changed = asyncio.run(_back(runtime) if back else _migrate(runtime))
    except (PluginError, ConfigurationError, SchemaError, DatabaseError, StartError, NoWayBackError) as error:
        stop(str(error))
    except OSError as error:
        stop(f"The database cannot be reached: {error.strerror or error}.")
    if back:
        typer.echo(
            "The version before may start on this database now. Nothing was deleted; the next start of this version "
            "goes on where it was."
        )
        return
    typer.echo(f"Migrated: {', '.join(changed)}." if changed else "The database is up to date.")


async def _back(runtime: Runtime) -> list[str]:
    try:
        await runtime.database_adapter.check(runtime.database.engine)
        if await runtime.pending_migrations():
            raise NoWayBackError("This database has not been migrated to this version.")
        found = await go_back(runtime.database.engine)
        await unbind(runtime.database, lambda: runtime.keys, runtime.registry.contributions.sealed_columns)
    finally:
        await runtime.database.close()
    return found


async def _migrate(runtime: Runtime) -> list[str]:
    try:
        await runtime.database_adapter.check(runtime.database.engine)
        return await runtime.migrate()
    finally:
        await runtime.database.close()
