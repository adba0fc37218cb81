"""``verbatim doctor``."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from dataclasses import asdict

import typer
from sqlalchemy.exc import SQLAlchemyError

from verbatim import __version__
from verbatim.adapter_choice import ConfigurationError
from verbatim.commands.serve import Stop
from verbatim.config import Settings
from verbatim.core.checks import Check, CheckStatus
from verbatim.core.logging import configure_logging
from verbatim.health.examine import all_checks, examine
from verbatim.health.upgrade import look_before_upgrade
from verbatim.plugins.loader import PluginError
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime


def run_doctor(settings: Settings, *, as_json: bool, stop: Stop, before_upgrade: bool = False) -> bool:
    """Print every finding. Returns whether all is well."""
    configure_logging("error", settings.log_format)
    try:
        runtime = build_runtime(settings, build_registry(settings))
    except (PluginError, ConfigurationError) as error:
        stop(str(error))
    found = asyncio.run(_before_upgrade(runtime) if before_upgrade else _look(runtime))
    well = all(check.ok for check in found)
    if as_json:
        typer.echo(
            json.dumps({"ok": well, "version": __version__, "checks": [asdict(check) for check in found]}, indent=2)
        )
        return well
    typer.echo(f"Verbatim {__version__}, {settings.mode.value} mode")
    width = max(len(check.name) for check in found)
    for check in found:
        typer.echo(f"  {_mark(check)}  {check.name:{width}}  {check.detail} {check.todo}".rstrip())
    wrong = sum(not check.ok for check in found)
    typer.echo("All is well." if well else f"{wrong} of {len(found)} checks found something wrong.")
    return well


def _mark(check: Check) -> str:
    if check.skipped:
        return "-    "
    if check.status is CheckStatus.WARNING:
        return typer.style("soon ", fg="yellow")
    return typer.style("ok   ", fg="green") if check.ok else typer.style("WRONG", fg="red", bold=True)


async def _before_upgrade(runtime: Runtime) -> list[Check]:
    try:
        return await look_before_upgrade(runtime, runtime.settings)
    finally:
        await runtime.database.close()


async def _look(runtime: Runtime) -> list[Check]:
    try:
        with suppress(SQLAlchemyError, OSError):  # the database has a check of its own
            await runtime.store.load(runtime.database, start=True)
        return [one.check for one in await examine(runtime, all_checks(runtime, serving=False))]
    finally:
        await runtime.database.close()
