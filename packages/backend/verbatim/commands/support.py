"""``verbatim support-packet``."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path

import typer
from sqlalchemy.exc import SQLAlchemyError

from verbatim.adapter_choice import ConfigurationError
from verbatim.commands.serve import Stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.health.packet import support_packet
from verbatim.plugins.loader import PluginError
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime


def write_packet(settings: Settings, file: Path, *, stop: Stop) -> None:
    """Write the packet into a new file that only its owner reads."""
    configure_logging("error", settings.log_format)
    try:
        runtime = build_runtime(settings, build_registry(settings))
    except (PluginError, ConfigurationError) as error:
        stop(str(error))
    text = asyncio.run(_made(runtime))
    try:
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        stop(f"{file} cannot be written ({error.strerror}). Name another file with --file.")
    typer.echo(f"{file} holds no secrets. Look at it before you send it.")


async def _made(runtime: Runtime) -> str:
    try:
        with suppress(SQLAlchemyError, OSError):  # the database has a check of its own
            await runtime.store.load(runtime.database, start=True)
        return await support_packet(runtime, serving=False)
    finally:
        await runtime.database.close()
