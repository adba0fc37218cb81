"""``verbatim database …``: what only whoever runs the server does with its database."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from verbatim.adapter_choice import ConfigurationError
from verbatim.cli import settings_or_stop, stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.core.migrate import SchemaError
from verbatim.database_move.move import MovedDatabase, MoveError, move_database
from verbatim.plugins.loader import PluginError
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime

app = typer.Typer(name="database", help="The database: move it to PostgreSQL.", no_args_is_help=True)


@app.callback()
def _main() -> None:
    """Keep `move` a word of its own: a group of one command would swallow it."""


@app.command()
def move(
    source: Annotated[str, typer.Option("--from", help="sqlite:///… of the installation, whose server is stopped.")],
    target: Annotated[str, typer.Option("--to", help="postgresql+asyncpg://… of an empty database.")],
) -> None:
    """Move a whole installation from SQLite to PostgreSQL, comparing every row. The same command goes on after an
    interruption.
    """
    settings = settings_or_stop()
    configure_logging("error", settings.log_format)
    try:
        moved = asyncio.run(_move(settings, source, target))
    except (MoveError, PluginError, ConfigurationError, SchemaError) as error:
        stop(str(error))
    for proof in moved.proofs:
        typer.echo(proof)
    typer.echo(
        f"Moved {moved.rows} rows of {len(moved.tables)} tables; each table was compared. Set VERBATIM_DATABASE_URL to "
        "the new address and start the server."
    )


async def _move(settings: Settings, source: str, target: str) -> MovedDatabase:
    addresses = [one.replace("sqlite:///", "sqlite+aiosqlite:///", 1) for one in (source, target)]
    old, new = (
        build_runtime(settings.model_copy(update={"database_url": one}), build_registry(settings)) for one in addresses
    )
    try:
        return await move_database(old, new, lambda line: typer.echo(f"  {line}"))
    finally:
        await old.database.close()
        await new.database.close()
