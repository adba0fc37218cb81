"""``verbatim restore``."""

from __future__ import annotations

import asyncio
import os
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError

from verbatim.backups.manifest import Manifest
from verbatim.backups.place import is_bucket
from verbatim.backups.recovery import recovery_to_open
from verbatim.backups.restore import (
    Restored,
    begin_timeline,
    end_restore,
    refuse_another_key,
    refuse_in_use,
    restore_database,
    restore_files,
    restore_objects,
)
from verbatim.backups.settings import BackupSettings
from verbatim.backups.vault import Vault
from verbatim.cli import settings_or_stop, stop
from verbatim.commands.backup import KNOWN, From, KeyFile, Set, vault_or_stop, why
from verbatim.core.logging import configure_logging
from verbatim.core.mode_file import remember_mode
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime
from verbatim.system.preflight import StartError, preflight


def run_restore(
    from_: From = None,
    name: Set = "",
    recovery_key_file: KeyFile = None,
    *,
    without_keys: Annotated[
        bool, typer.Option("--without-keys", help="The recovery key is lost: what the server had sealed is lost too.")
    ] = False,
    into: Annotated[str, typer.Option(help="Put all files into this storage, such as local.")] = "",
) -> None:
    """Restore a backup into an empty installation. Run it again if it was interrupted."""
    # Where nobody names a mode the backup does; a bucket is known to a server for organisations alone.
    place = from_ or BackupSettings().backup_to or ""
    if is_bucket(place):
        os.environ.setdefault("VERBATIM_MODE", "enterprise")
    vault = vault_or_stop(from_, "--from", settings_or_stop())
    try:
        manifest = asyncio.run(vault.newest(name))
        os.environ.setdefault("VERBATIM_MODE", manifest.mode)
        settings = settings_or_stop()
        configure_logging("error", settings.log_format)
        preflight(settings)
        secrets = None
        if not without_keys:
            secrets = manifest.opened(recovery_to_open(settings, BackupSettings(), recovery_key_file))
            refuse_another_key(settings.data_dir, secrets)
        runtime = build_runtime(settings, build_registry(settings))
        restored, told = asyncio.run(_restore(runtime, vault, manifest, secrets, into))
    except (*KNOWN, StartError) as error:
        stop(f"The restore failed. {error}")
    except (SQLAlchemyError, OSError) as error:
        stop(f"The restore failed. {why(error)}.")
    for problem in restored.problems:
        typer.echo(f"  WRONG  {problem}", err=True)
    for line in told:
        typer.echo(line)
    typer.echo(
        f"Restored {manifest.name} of {manifest.taken_at:%Y-%m-%d %H:%M} UTC: {restored.objects} files put in place, "
        f"{restored.already} were there. Everybody signs in anew. API keys and invitations have ended: some may have "
        "been taken back after that moment. Make new ones."
    )
    if restored.problems:
        stop(f"{len(restored.problems)} things of the backup are not good.")


async def _restore(
    runtime: Runtime, vault: Vault, manifest: Manifest, secrets: dict[str, str] | None, into: str
) -> tuple[Restored, list[str]]:
    data_dir = runtime.settings.data_dir
    restored, told = Restored(manifest), list[str]()
    try:
        if not await refuse_in_use(runtime, manifest):
            restored.problems += await restore_database(runtime, vault, manifest)
            told = restore_files(runtime, manifest, secrets)
            await begin_timeline(runtime, manifest, restoring=True)
        remember_mode(data_dir, manifest.mode)
        await runtime.store.load(runtime.database, start=True)
        await restore_objects(runtime, vault, manifest, into, restored)
        await end_restore(runtime)
    finally:
        await runtime.database.close()
    return restored, told


app = typer.Typer(name="restore", help="Restore a backup into an empty installation.")
app.callback(invoke_without_command=True)(run_restore)
