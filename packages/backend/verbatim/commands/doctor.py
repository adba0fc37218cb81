"""``verbatim doctor``."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import suppress
from dataclasses import asdict

import typer
from sqlalchemy.exc import SQLAlchemyError

from verbatim import __version__
from verbatim.app import build_registry
from verbatim.commands.serve import Stop
from verbatim.config import Settings
from verbatim.core.checks import Check
from verbatim.core.logging import configure_logging
from verbatim.core.sealed import columns_in_use, lost_values
from verbatim.core.settings.errors import SettingsError
from verbatim.plugins.loader import PluginError
from verbatim.runtime import ConfigurationError, Runtime, build_runtime
from verbatim.system.checks import (
    check_added,
    check_clock,
    check_database,
    check_disk,
    check_plugins,
    check_proxies,
    check_storage,
)


def run_doctor(settings: Settings, *, as_json: bool, stop: Stop) -> bool:
    """Print every finding. Returns whether all is well."""
    configure_logging("error", settings.log_format)
    try:
        runtime = build_runtime(settings, build_registry(settings))
    except (PluginError, ConfigurationError) as error:
        stop(str(error))
    found = asyncio.run(_look(runtime))
    well = all(check.ok for check in found)
    if as_json:
        typer.echo(
            json.dumps({"ok": well, "version": __version__, "checks": [asdict(check) for check in found]}, indent=2)
        )
        return well
    typer.echo(f"Verbatim {__version__}, {settings.mode.value} mode")
    width = max(len(check.name) for check in found)
    for check in found:
        typer.echo(f"  {_mark(check)}  {check.name:{width}}  {check.detail}")
    wrong = sum(not check.ok for check in found)
    typer.echo("All is well." if well else f"{wrong} of {len(found)} checks found something wrong.")
    return well


def _mark(check: Check) -> str:
    if check.skipped:
        return "-    "
    return typer.style("ok   ", fg="green") if check.ok else typer.style("WRONG", fg="red", bold=True)


async def _look(runtime: Runtime) -> list[Check]:
    try:
        with suppress(SQLAlchemyError, OSError):  # the database has a check of its own
            await runtime.store.load(runtime.database, start=True)
        report = await runtime.engines.report()
        engines = [
            Check(
                f"engine {engine.name}",
                ok=True,
                detail=("" if engine.available else "not usable: ") + engine.reason,
            )
            for engine in report.engines
        ]
        chosen = Check(
            "transcription",
            ok=report.engine is not None,
            detail=f"{report.engine or 'no engine'}: {report.reason}",
        )
        database = await check_database(runtime)
        return [
            database,
            await check_clock(runtime, database),
            await check_plugins(runtime, database),
            await check_storage(runtime),
            await check_proxies(runtime),
            check_disk(runtime),
            await check_sealed(runtime),
            chosen,
            *engines,
            *[await check_added(runtime, checker, database) for checker in runtime.registry.contributions.checkers],
            _check_settings(runtime),
        ]
    finally:
        await runtime.database.close()


async def check_sealed(runtime: Runtime) -> Check:
    """Say whether everything that lies sealed in the database can be opened."""
    try:
        columns = await columns_in_use(runtime.database, runtime.registry.contributions.sealed_columns)
        lost = await lost_values(runtime.database, runtime.keys, columns) if columns else {}
    except (SQLAlchemyError, OSError):  # the database has a check of its own
        return Check("secrets", ok=True, detail="They can be looked at once the database can be read.")
    except SettingsError as error:
        return Check("secrets", ok=False, detail=str(error))
    if not lost:
        return Check("secrets", ok=True, detail="Everything that is sealed opens with the server's key.")
    where = ", ".join(f"{count} in {name}" for name, count in lost.items())
    return Check(
        "secrets",
        ok=False,
        detail=f"These were sealed with another secret key: {where}. Give that key as VERBATIM_SECRET_KEY_PREVIOUS and "
        "restart, or set them anew.",
    )


def _check_settings(runtime: Runtime) -> Check:
    registry = runtime.registry
    known = registry.variables()
    unknown = sorted(name for name in os.environ if name.startswith("VERBATIM_") and name.upper() not in known)
    if unknown:
        return Check("settings", ok=False, detail=f"No such setting: {', '.join(unknown)}.")
    if conflicts := runtime.store.conflicts():
        return Check("settings", ok=False, detail=" ".join(conflicts.values()))
    return Check("settings", ok=True, detail="Every VERBATIM_* variable is known.")
