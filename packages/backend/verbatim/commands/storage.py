"""``verbatim storage …``: what only whoever runs the server does with stored files."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import Annotated

import typer

from verbatim.app import build_registry
from verbatim.cli import settings_or_stop, stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.core.migrate import SchemaError, migrate
from verbatim.plugins.loader import PluginError
from verbatim.recordings.storage_check import StorageReport, check_storages
from verbatim.runtime import ConfigurationError, Runtime, build_runtime

app = typer.Typer(name="storage", help="Stored files: compare them with the database.", no_args_is_help=True)


@app.callback()
def _main() -> None:
    """Keep `check` a word of its own: a group of one command would swallow it."""


@app.command()
def check(
    quick: Annotated[bool, typer.Option("--quick", help="Compare sizes instead of contents.")] = False,  # noqa: FBT002 - typer's way
    json_output: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Compare every stored file with the database. Exit status 1 when something is wrong or nothing was checked."""
    settings = settings_or_stop()
    configure_logging("error", settings.log_format)
    try:
        runtime = build_runtime(settings, build_registry(settings))
        report = asyncio.run(_check(runtime, settings, quick=quick))
    except (PluginError, ConfigurationError, SchemaError) as error:
        stop(str(error))
    if json_output:
        typer.echo(json.dumps({"ok": report.ok, **asdict(report)}, indent=2))
    else:
        _tell(report)
    if not report.ok:
        raise typer.Exit(1)


async def _check(runtime: Runtime, settings: Settings, *, quick: bool) -> StorageReport:
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        await migrate(runtime.database.engine, runtime.database_adapter, runtime.migrations)
        return await check_storages(runtime.database, runtime.storages, quick=quick)
    finally:
        await runtime.database.close()


def _tell(report: StorageReport) -> None:
    for found in report.findings:
        whose = f' Recording {found.recording_id} "{found.title}"' if found.recording_id else ""
        typer.echo(f"  {found.kind.upper():10} {found.location} {found.key}: {found.detail}.{whose}")
    counts = {
        kind: sum(found.kind == kind for found in report.findings)
        for kind in ("changed", "missing", "unknown", "unreadable")
    }
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "all is well"
    if report.recordings == 0:
        told = "there was no recording to check" + (f", {told}" if report.findings else "")
    typer.echo(f"Checked {report.recordings} recordings and {report.files} files: {told}.")
