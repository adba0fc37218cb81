"""``verbatim backup``: take backups, list them, prove them."""

from __future__ import annotations

import asyncio
import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError

from verbatim.adapter_choice import ConfigurationError
from verbatim.adapters.database.api import DatabaseError
from verbatim.app import create_app
from verbatim.backups.errors import BackupError
from verbatim.backups.models import RunKind, RunStatus
from verbatim.backups.place import is_bucket, vault_at
from verbatim.backups.proving.prove import Proof, Scratch, prove
from verbatim.backups.proving.rehearsal import rehearse
from verbatim.backups.recovery import RECOVERY_FILE, recovery_to_open
from verbatim.backups.runs import noted_run
from verbatim.backups.settings import BackupSettings
from verbatim.backups.take import Taken, take_backup
from verbatim.backups.upkeep import VERBATIM
from verbatim.backups.vault import Vault
from verbatim.cli import settings_or_stop, stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.core.member import Member
from verbatim.core.migrate import SchemaError, pending_migrations
from verbatim.core.mode_file import remembered_mode
from verbatim.core.settings.errors import SettingsError
from verbatim.plugins.loader import PluginError
from verbatim.plugins.registry import PluginRegistry
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime

app = typer.Typer(name="backup", help="Backups: take them, list them, prove them.")

KNOWN = (BackupError, SchemaError, PluginError, ConfigurationError, DatabaseError, SettingsError)
_PLACE = "Folder of the backups, or a bucket such as s3://backups/verbatim (VERBATIM_BACKUP_TO)."
To = Annotated[str | None, typer.Option("--to", help=_PLACE)]
From = Annotated[str | None, typer.Option("--from", help=_PLACE)]
Set = Annotated[
    str, typer.Option("--set", help="Name of a backup, as `verbatim backup list` says. The newest if not given.")
]
KeyFile = Annotated[Path | None, typer.Option(help="File with the recovery key (VERBATIM_BACKUP_RECOVERY_KEY).")]


def backup_settings() -> Settings:
    """Read the settings in the mode in which the data folder was last served, when nobody names one."""
    settings = settings_or_stop()
    if "VERBATIM_MODE" not in os.environ and (mode := remembered_mode(settings.data_dir)):
        os.environ["VERBATIM_MODE"] = mode
        settings = settings_or_stop()
    configure_logging("error", settings.log_format)
    return settings


def vault_or_stop(given: str | None, option: str, settings: Settings) -> Vault:
    """Open the place of backups that was named."""
    place = given or BackupSettings().backup_to
    if place is None:
        stop(f"Name the folder of the backups with {option}, or with VERBATIM_BACKUP_TO.")
    try:
        # Plugins are loaded for buckets only: a folder can be looked at where nothing else is right.
        return vault_at(place, settings, build_registry(settings) if is_bucket(place) else PluginRegistry())
    except KNOWN as error:
        stop(str(error))


def why(error: BaseException) -> str:
    """Return what an error of the database or the system says, in a line."""
    return str(getattr(error, "orig", None) or getattr(error, "strerror", None) or error).strip().partition("\n")[0]


@app.callback(invoke_without_command=True)
def take(
    context: typer.Context,
    to: To = None,
    *,
    recheck: Annotated[bool, typer.Option("--recheck", help="Copy every file anew, also those kept already.")] = False,
    keep_all: Annotated[bool, typer.Option("--keep-all", help="Remove no older backups.")] = False,
) -> None:
    """Take a backup while people go on working. Exit status 1 when there is none, or something is missing from it."""
    if context.invoked_subcommand is not None:
        return
    settings = backup_settings()
    vault = vault_or_stop(to, "--to", settings)
    os.umask(0o077)  # whoever may read a backup reads everything
    try:
        taken = asyncio.run(_take(settings, vault, recheck=recheck, keep_all=keep_all))
    except KNOWN as error:
        stop(f"The backup failed. {error}")
    except (SQLAlchemyError, OSError) as error:
        stop(f"The backup failed. The database cannot be read: {why(error)}.")
    _tell(settings, taken)
    if taken.manifest.problems:
        raise typer.Exit(1)


async def _take(settings: Settings, vault: Vault, *, recheck: bool, keep_all: bool) -> Taken:
    runtime = build_runtime(settings, build_registry(settings))
    try:
        await runtime.database_adapter.check(runtime.database.engine)
        await runtime.store.load(runtime.database, start=True)
        return await take_backup(runtime, vault, recheck=recheck, keep_all=keep_all)
    finally:
        await runtime.database.close()


def _tell(settings: Settings, taken: Taken) -> None:
    for problem in taken.manifest.problems:
        typer.echo(f"  WRONG  {problem}", err=True)
    manifest = taken.manifest
    rows = sum(one.rows for one in manifest.tables)
    typer.echo(
        f"Backup {manifest.name}: {rows} rows of {len(manifest.tables)} tables, {manifest.object_count} files "
        f"({manifest.object_bytes / 1e6:.1f} MB), {taken.copied.new} of them new."
    )
    if taken.removed:
        typer.echo(f"{taken.removed} older backups were removed.")
    if taken.made_key:
        typer.echo(
            f"A recovery key was made: {(settings.data_dir / RECOVERY_FILE).absolute()}. Keep a copy of it elsewhere, "
            "and not beside the backups: without it the server's keys in them do not open."
        )
    if manifest.problems:
        typer.echo(f"verbatim: {len(manifest.problems)} things are missing from this backup.", err=True)


@app.command("list")
def list_backups(from_: From = None) -> None:
    """List the backups in a folder, the newest last."""
    vault = vault_or_stop(from_, "--from", backup_settings())

    async def read() -> None:
        for name in await vault.names():
            one = await vault.manifest(name)
            state = f"{len(one.problems)} things are missing" if one.problems else "complete"
            typer.echo(f"{name}  {one.taken_at:%Y-%m-%d %H:%M} UTC  {one.object_count} files  {state}")

    try:
        asyncio.run(read())
    except BackupError as error:
        stop(str(error))


@app.command("prove")
def prove_backup(
    from_: From = None,
    name: Set = "",
    recovery_key_file: KeyFile = None,
    json_output: Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")] = False,  # noqa: FBT002 - typer's way
) -> None:
    """Restore a backup into a scratch database and try it out. Exit status 1 when anything is missing or nothing was
    checked.
    """
    settings = backup_settings()
    vault = vault_or_stop(from_, "--from", settings)
    try:
        proof = asyncio.run(_prove(settings, vault, name, recovery_key_file))
    except KNOWN as error:
        stop(f"The backup is not proved. {error}")
    except (SQLAlchemyError, OSError) as error:
        stop(f"The backup is not proved. {why(error)}.")
    if json_output:
        typer.echo(json.dumps({"ok": proof.ok, **asdict(proof)}, indent=2))
    else:
        for problem in proof.problems:
            typer.echo(f"  WRONG  {problem}", err=True)
        counts = ", ".join(f"{count} {what}" for what, count in proof.counts.items())
        typer.echo(f"Backup {proof.backup or '(none)'}: {counts or 'nothing was checked'}.")
        typer.echo("The backup is proved." if proof.ok else "verbatim: The backup is not good.", err=not proof.ok)
    if not proof.ok:
        raise typer.Exit(1)


async def _prove(settings: Settings, vault: Vault, name: str, key_file: Path | None) -> Proof:
    chosen = BackupSettings()
    registry = build_registry(settings)
    runtime = build_runtime(settings, registry)
    scratch_url = chosen.backup_scratch_url.get_secret_value() if chosen.backup_scratch_url else settings.database_url

    def make(changed: Settings) -> Runtime:
        if changed.database_url == "" or scratch_url.startswith("postgresql"):
            return build_runtime(changed, registry)
        raise BackupError("The backup is of PostgreSQL: name a database server with VERBATIM_BACKUP_SCRATCH_URL.")

    scratch = Scratch(settings, scratch_url, make, (*VERBATIM, "backup", "rehearse"))
    try:
        recovery = recovery_to_open(settings, chosen, key_file)
        if not await _is_served(runtime):
            return await prove(vault, recovery, scratch, name)
        async with noted_run(runtime.database, RunKind.PROOF, vault.place) as run:
            proof = await prove(vault, recovery, scratch, name)
            run.backup, run.counts, run.detail = proof.backup, dict(proof.counts), "\n".join(proof.problems)
            run.status = RunStatus.GOOD if proof.ok else RunStatus.BAD
            return proof
    finally:
        await runtime.database.close()


async def _is_served(runtime: Runtime) -> bool:
    """Say whether there is an installation here that wants to know; a proof on another machine has none."""
    path = runtime.database.engine.url.database or ""
    if runtime.database.dialect == "sqlite" and not os.path.exists(path):  # noqa: ASYNC240, PTH110 - takes no time
        return False
    with suppress(SQLAlchemyError, OSError, SchemaError):
        return not await pending_migrations(runtime.database.engine, runtime.migrations)
    return False


@app.command("rehearse", hidden=True)
def rehearse_restored(ids: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Serve a scratch installation to nobody, and say what it does. Part of a proof."""
    settings = settings_or_stop()
    configure_logging("error", settings.log_format)
    # A member that does not lead runs no jobs, sends nothing and tidies nothing up.
    application = create_app(settings, member=Member(number=1, size=2))
    found = asyncio.run(rehearse(application, ids or []))
    typer.echo(json.dumps([asdict(one) for one in found]))
