"""Restoring a backup: into an empty installation only, and as the beginning of another timeline."""

from __future__ import annotations

import asyncio
import os
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from sqlalchemy import inspect, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.storage.api import StorageAdapter, StorageError, StorageFullError
from verbatim.backups.databases.postgresql import fill, is_bare, strip
from verbatim.backups.databases.sqlite import restore_sqlite
from verbatim.backups.errors import BackupError, DamagedError
from verbatim.backups.manifest import Manifest
from verbatim.backups.models import Installation
from verbatim.backups.objects import Stored, copy_out, stored_files
from verbatim.backups.recovery import CURRENT, PREVIOUS
from verbatim.backups.vault import Vault
from verbatim.core.clock import new_id, utcnow
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.migrate import migrate_to, pending_migrations
from verbatim.core.ownership import as_system, owned_classes
from verbatim.core.secret_key import KEY_FILE, KeySettings
from verbatim.core.stored.copying import sha256_of
from verbatim.runtime import Runtime

SETTINGS_FILE: Final = "settings-of-backup.env"
_TOKENS_AHEAD: Final = 1_000_000
"""No worker of the old timeline has a fencing token as large as those of the new one."""


@dataclass
class Restored:
    """What was restored."""

    manifest: Manifest
    objects: int = 0
    already: int = 0
    problems: list[str] = field(default_factory=list)


async def refuse_in_use(runtime: Runtime, manifest: Manifest) -> bool:
    """Insist that the installation is empty. Returns whether a restore of this backup was interrupted here before.

    Raises:
        BackupError: it is not, or is of another kind.
    """
    if runtime.database.dialect != manifest.dialect:
        raise BackupError(
            f"The backup is of {manifest.dialect} and VERBATIM_DATABASE_URL names {runtime.database.dialect}. Name an "
            f"empty database of the same kind."
        )
    if await _is_bare(runtime):
        return False
    in_use = BackupError(
        "There is an installation here already. A backup is restored into an empty one only: name another "
        "VERBATIM_DATA_DIR, and an empty database with VERBATIM_DATABASE_URL."
    )
    if await pending_migrations(runtime.database.engine, runtime.migrations):
        raise in_use
    marks = [model for part in runtime.registry.contributions.backup_parts for model in part.marks]
    marks += [model for model in owned_classes() if model.is_content and model in runtime.registry.contributions.models]
    with as_system("restore"):
        async with runtime.database.transaction(read_only=True) as session:
            found = await session.get(Installation, 1)
            if found is not None and found.restoring == manifest.name:
                return True
            for model in dict.fromkeys(marks):
                if (await session.execute(select(*inspect(model).primary_key).limit(1))).first() is not None:
                    raise in_use
    return False


async def _is_bare(runtime: Runtime) -> bool:
    if runtime.database.dialect == "sqlite":
        path = Path(str(runtime.database.engine.url.database))
        return not await asyncio.to_thread(lambda: path.exists() and path.stat().st_size)
    return await is_bare(runtime.database.engine)


async def restore_database(runtime: Runtime, vault: Vault, manifest: Manifest) -> list[str]:
    """Put the database in place and bring it to this version. Returns what is wrong with what is in it.

    Raises:
        DamagedError: the backup does not hold what it says.
        SchemaError: another version or another plugin wrote it.
    """
    engine = runtime.database.engine
    if manifest.dialect == "sqlite":
        await engine.dispose()
        problems = await restore_sqlite(vault, manifest, Path(str(engine.url.database)))
    else:
        if not await is_bare(engine):
            await strip(engine)
        await migrate_to(engine, runtime.database_adapter, runtime.migrations, manifest.schemas)
        problems = await fill(engine, vault, manifest)
    await runtime.migrate()
    return problems


async def begin_timeline(runtime: Runtime, manifest: Manifest, *, restoring: bool) -> None:
    """Make the restored data another timeline: what was valid in the one that is gone is refused from now on."""
    with as_system("restore"):
        async with runtime.database.transaction() as session:
            await _begin_timeline(session, manifest, restoring=restoring)
            for part in runtime.registry.contributions.backup_parts:
                if part.restored is not None:
                    await part.restored(session)
                if part.told is not None and restoring:
                    await part.told(session, manifest.name)


async def _begin_timeline(session: AsyncSession, manifest: Manifest, *, restoring: bool) -> None:
    found = await session.get(Installation, 1)
    if found is None:
        found = Installation(id=1, name=manifest.installation, epoch=new_id())
        session.add(found)
    found.epoch, found.restored_at, found.restored_from = new_id(), utcnow(), manifest.name
    found.restoring = manifest.name if restoring else None
    # Whoever ran a job at that moment has long gone; one that comes back holds a token that is too small.
    await session.execute(
        update(Job)
        .where(Job.status == JobStatus.RUNNING)
        .values(lease_expires_at=utcnow(), lease_token=Job.lease_token + _TOKENS_AHEAD)
        .execution_options(synchronize_session=False)
    )


async def end_restore(runtime: Runtime) -> None:
    """Note that all of the backup is there."""
    with as_system("restore"):
        async with runtime.database.transaction() as session:
            await session.execute(update(Installation).values(restoring=None))


async def restore_objects(runtime: Runtime, vault: Vault, manifest: Manifest, into: str, restored: Restored) -> None:
    """Put every file back where its row says it lies, or ``into`` another storage, which the rows then name.

    Raises:
        BackupError: there is no room, or a storage is not set up here.
    """
    moved: set[str] = set()
    async for one in stored_files(vault, manifest):
        place = replace(one, location=into) if into else one
        try:
            storage = await runtime.storages.of(place.location)
        except StorageError as error:
            raise BackupError(
                f"Files of the backup lie in {place.location}, which is not set up here. Set it up, or put them all "
                "into the data folder with --into local."
            ) from error
        if into and one.location != into:
            moved.add(one.location)
        await _restore_object(vault, storage, place, restored)
    if into and moved:
        await _rename_locations(runtime, moved, into)


async def _restore_object(vault: Vault, storage: StorageAdapter, one: Stored, restored: Restored) -> None:
    try:
        if await _is_there(storage, one):
            restored.already += 1
            return
        async with storage.open_writer(one.key) as writer:
            await copy_out(vault, one, writer.write)
    except StorageFullError as error:
        raise BackupError(f"There is no space left for {one.key}. Make room and run the same command again.") from error
    except DamagedError as error:
        restored.problems.append(str(error))
        return
    except StorageError as error:
        raise BackupError(f"{one.key} cannot be written to {one.location}: {error}") from error
    restored.objects += 1


async def _is_there(storage: StorageAdapter, one: Stored) -> bool:
    try:
        size = (await storage.get_file_info(one.key)).size
        return size == one.size and await sha256_of(storage, one.key) == one.sha256
    except FileNotFoundError:
        return False


async def _rename_locations(runtime: Runtime, moved: set[str], into: str) -> None:
    with as_system("restore"):
        async with runtime.database.transaction() as session:
            for resource in runtime.database.resources:
                model = resource.model
                if resource.file is None or model is None or not hasattr(model, "storage_location"):
                    continue
                await session.execute(
                    update(model)
                    .where(model.storage_location.in_(moved))
                    .values(storage_location=into)
                    .execution_options(synchronize_session=False)
                )


def restore_files(runtime: Runtime, manifest: Manifest, secrets: Mapping[str, str] | None) -> list[str]:
    """Put the small files that features know, and the server's key, into the data folder. Returns what the
    administrator has to know.

    Raises:
        BackupError: another key is there already.
    """
    data_dir = runtime.settings.data_dir
    data_dir.mkdir(parents=True, exist_ok=True)
    known = {name for part in runtime.registry.contributions.backup_parts for name in part.files}
    for name in known & manifest.files.keys():
        _write(data_dir / name, manifest.files[name])
    told = []
    variables = dict(manifest.settings)
    if secrets is not None:
        _restore_key(data_dir, secrets)
        variables |= secrets
        if PREVIOUS in secrets and KeySettings().secret_key_previous is None:
            told.append(f"Set {PREVIOUS} as {SETTINGS_FILE} has it, until what it sealed has been sealed anew.")
    if variables:
        lines = [f"{name}={shlex.quote(value)}" for name, value in sorted(variables.items())]
        _write(data_dir / SETTINGS_FILE, "\n".join(lines) + "\n")
        told.append(f"What the environment set is in {data_dir / SETTINGS_FILE}; it is not read by itself.")
    return told


def refuse_another_key(data_dir: Path, secrets: Mapping[str, str]) -> None:
    """Insist that what the backup sealed will open.

    Raises:
        BackupError: the server has been given another secret key.
    """
    given = KeySettings().secret_key
    path = data_dir / KEY_FILE
    there = given.get_secret_value() if given else path.read_text("ascii").strip() if path.exists() else None
    if there is not None and there != secrets.get(CURRENT):
        where = "VERBATIM_SECRET_KEY" if given else str(path)
        raise BackupError(
            f"{where} is not the key of the backup. Remove it, so that the key of the backup is put in its place."
        )


def _restore_key(data_dir: Path, secrets: Mapping[str, str]) -> None:
    if KeySettings().secret_key is None and CURRENT in secrets:
        _write(data_dir / KEY_FILE, secrets[CURRENT] + "\n")


def _write(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
