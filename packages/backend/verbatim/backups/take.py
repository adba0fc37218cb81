"""Taking a backup while people work: a moment of the database first, then every file that it names."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from verbatim import __version__
from verbatim.backups.databases.choice import snapshot_of
from verbatim.backups.databases.snapshot import Kept
from verbatim.backups.errors import BackupError, DamagedError
from verbatim.backups.manifest import Manifest, sealed_keys
from verbatim.backups.models import BackupRun, Installation, RunKind, RunStatus
from verbatim.backups.objects import Copied, Copier, Stored, read_wanted, stored_files, write_wanted
from verbatim.backups.recovery import recovery_to_seal, variables_to_keep
from verbatim.backups.rotation import rotate
from verbatim.backups.runs import noted_run
from verbatim.backups.settings import BackupSettings
from verbatim.backups.vault import MANIFEST, Vault, set_key
from verbatim.core.clock import new_id, utcnow
from verbatim.core.migrate import pending_migrations, unloaded_schemas
from verbatim.core.ownership import as_system
from verbatim.core.sealed import columns_in_use
from verbatim.core.secrets import KeyRing
from verbatim.runtime import Runtime


@dataclass(frozen=True)
class Taken:
    """A backup, and whether a recovery key was made for it."""

    manifest: Manifest
    copied: Copied
    made_key: bool
    removed: int


async def take_backup(runtime: Runtime, vault: Vault, *, recheck: bool = False, keep_all: bool = False) -> Taken:
    """Take a backup. What could not be taken along stands in its ``problems``.

    Raises:
        BackupError: there is none now; the message says why.
    """
    await _refuse_unfit(runtime)
    chosen = runtime.store.of(BackupSettings)
    recovery, made_key = recovery_to_seal(runtime.settings, chosen)
    async with noted_run(runtime.database, RunKind.BACKUP, vault.place) as run:
        try:
            manifest, copied = await _take(runtime, vault, recovery, run, recheck=recheck)
        except BaseException:
            with suppress(BackupError):
                await vault.remove_set(_name_of(run))
            raise
        run.backup, run.detail = manifest.name, "\n".join(manifest.problems)
        run.counts = {"objects": copied.count, "bytes": copied.size, "new": copied.new}
        run.status = RunStatus.BAD if manifest.problems else RunStatus.GOOD
        removed = 0 if keep_all or manifest.problems else (await rotate(vault, chosen))[0]
    return Taken(manifest, copied, made_key, removed)


async def _refuse_unfit(runtime: Runtime) -> None:
    """Make sure that this command sees what the server sees."""
    engine = runtime.database.engine
    if unloaded := await unloaded_schemas(engine, runtime.migrations):
        raise BackupError(
            f"The database was served with {', '.join(unloaded)}, which VERBATIM_MODE={runtime.settings.mode.value} "
            "does not load. Set VERBATIM_MODE as for the server."
        )
    if await pending_migrations(engine, runtime.migrations):
        raise BackupError("The database is not at the schema of this version. Back up with the version that wrote it.")


def _name_of(run: BackupRun) -> str:
    # In the order of time, also within a second.
    return f"{run.started_at:%Y-%m-%dT%H-%M-%S.%f}Z-{run.id[-6:]}"


async def _take(
    runtime: Runtime, vault: Vault, recovery: KeyRing, run: BackupRun, *, recheck: bool
) -> tuple[Manifest, Copied]:
    given = runtime.registry.contributions
    needs_key = any(part.needs_key for part in given.backup_parts) or bool(
        await columns_in_use(runtime.database, given.sealed_columns)
    )
    open_ones, secret_ones = variables_to_keep(runtime.settings, runtime.registry, needs_key=needs_key)
    installation = await installation_of(runtime)
    before = await _before(vault, installation.name)
    # Before the database: what a feature remembers outside of it must not be ahead of it.
    files = await asyncio.to_thread(_small_files, runtime)
    name = _name_of(run)
    with tempfile.TemporaryDirectory(prefix="backup-", dir=runtime.settings.data_dir) as folder:
        listed = Path(folder) / "wanted"
        async with snapshot_of(runtime, Path(folder)) as snapshot:
            taken_at = utcnow()
            kept: Kept = await snapshot.keep(vault, name)
            await write_wanted(snapshot, runtime.database.resources, listed)
        copied = await Copier(vault, runtime.storages, before, recheck=recheck).copy(read_wanted(listed), name)
    assert copied.part is not None  # noqa: S101 - written just now
    manifest = Manifest(
        name=name,
        installation=installation.name,
        version=__version__,
        mode=runtime.settings.mode.value,
        taken_at=taken_at,
        dialect="sqlite" if runtime.database.dialect == "sqlite" else "postgresql",
        schemas=kept.schemas,
        tables=kept.tables,
        sequences=kept.sequences,
        file=kept.file,
        objects=copied.part,
        object_count=copied.count,
        object_bytes=copied.size,
        files=files,
        settings=open_ones,
        keys=sealed_keys(recovery, secret_ones),
        key_id=recovery.current_id,
        problems=copied.problems,
    ).sealed_with(recovery)
    await vault.write_small(set_key(name, MANIFEST), manifest.model_dump_json(indent=1).encode())
    return manifest, copied


async def installation_of(runtime: Runtime) -> Installation:
    """Return the row of the installation; it is made where there is none."""
    with as_system("backups"):
        async with runtime.database.transaction() as session:
            found = await session.get(Installation, 1)
            if found is None:
                found = Installation(id=1, name=new_id(), epoch=new_id())
                session.add(found)
    return found


async def _before(vault: Vault, installation: str) -> dict[tuple[str, str], Stored]:
    """Return the files of the newest backup in the place, whose owner must be this installation."""
    names = await vault.names()
    if not names:
        return {}
    try:
        manifest = await vault.manifest(names[-1])
        if manifest.installation != installation:
            raise BackupError(f"{vault.place} holds backups of another installation. Name another folder.")
        return {(one.location, one.key): one async for one in stored_files(vault, manifest)}
    except DamagedError:
        return {}  # everything is looked at anew


def _small_files(runtime: Runtime) -> dict[str, str]:
    found = {}
    for part in runtime.registry.contributions.backup_parts:
        for name in part.files:
            with suppress(FileNotFoundError):
                found[name] = (runtime.settings.data_dir / name).read_text("utf-8")
    return found
