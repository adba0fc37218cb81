"""Proving a backup: all of it is read, restored into a scratch database, and a server on that is asked to work.

Nothing of the installation is touched: the scratch database and folder are thrown away afterwards.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from verbatim.backups.databases.choice import snapshot_of
from verbatim.backups.errors import DamagedError
from verbatim.backups.manifest import Manifest
from verbatim.backups.objects import Stored, read_wanted, stored_files, write_wanted
from verbatim.backups.proving.scratch import hush, place_sample, rehearse, scratch_database
from verbatim.backups.restore import begin_timeline, restore_database, restore_files
from verbatim.backups.vault import Vault, object_key
from verbatim.config import Settings
from verbatim.core.migrate import SchemaError
from verbatim.core.secrets import KeyRing
from verbatim.core.stored.copying import summed
from verbatim.recordings.files import ORIGINAL
from verbatim.runtime import Runtime

_OF_RECORDINGS: Final = "recordings/"
_SAMPLE: Final = 3
_LARGEST_SAMPLE: Final = 256 * 1024**2
_MOST_PROBLEMS: Final = 50


@dataclass
class Proof:
    """What was looked at, by name and number, and what was found wrong."""

    backup: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def note(self, *problems: str) -> None:
        self.problems += problems[: max(0, _MOST_PROBLEMS - len(self.problems))]

    @property
    def ok(self) -> bool:
        return not self.problems


@dataclass(frozen=True)
class Scratch:
    """Where a proof works: how to make the parts of a server there, and the command that rehearses."""

    settings: Settings
    url: str
    make: Callable[[Settings], Runtime]
    command: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """What a rehearsal needs of a backup: files to play, and the secret variables."""

    sample: list[Stored]
    secrets: Mapping[str, str]


async def prove(vault: Vault, recovery: KeyRing, scratch: Scratch, name: str = "") -> Proof:
    """Prove a backup, by default the newest. Whatever is wrong with it stands in the proof.

    Raises:
        BackupError: it cannot be looked at here; the message says why.
    """
    proof = Proof()
    try:
        manifest = await vault.newest(name)
        proof.backup = manifest.name
        secrets = manifest.opened(recovery)
    except DamagedError as error:
        proof.note(str(error))
        return proof
    proof.note(*manifest.problems)
    sample = await _check_objects(vault, manifest, proof)
    if not proof.counts["objects"]:
        proof.note("The backup holds no files, so that nothing was checked.")
    with tempfile.TemporaryDirectory(prefix="verbatim-proof-") as folder:
        try:
            await _check_database(vault, manifest, scratch, Path(folder), Found(sample, secrets), proof)
        except (DamagedError, SchemaError) as error:
            proof.note(str(error))
    return proof


async def _check_objects(vault: Vault, manifest: Manifest, proof: Proof) -> list[Stored]:
    """Read every file. Returns some for the rehearsal."""
    count, size, sample = 0, 0, list[Stored]()
    sums: dict[str, bool] = {}
    try:
        async for one in stored_files(vault, manifest):
            if one.sha256 not in sums:
                sums[one.sha256] = await _check_object(vault, one, proof)
            good = sums[one.sha256]
            count, size = count + good, size + one.size
            if good and one.size <= _LARGEST_SAMPLE and one.key.endswith(ORIGINAL) and _OF_RECORDINGS in one.key:
                sample = [*sample[-_SAMPLE * 4 :], one]
    except DamagedError as error:
        proof.note(str(error))
    proof.counts["objects"], proof.counts["bytes"] = count, size
    if count != manifest.object_count:
        proof.note(f"{count} files are whole, and the backup says that there are {manifest.object_count}.")
    return sample


async def _check_object(vault: Vault, one: Stored, proof: Proof) -> bool:
    try:
        found = await summed(vault.storage.stream_file(object_key(one.sha256)))
    except FileNotFoundError:
        proof.note(f"The file {one.key} is missing from the backup.")
        return False
    if found != (one.sha256, one.size):
        proof.note(f"The file {one.key} of the backup was changed.")
        return False
    return True


async def _check_database(
    vault: Vault, manifest: Manifest, scratch: Scratch, folder: Path, found: Found, proof: Proof
) -> None:
    async with AsyncExitStack() as stack:
        url = ""
        if manifest.dialect == "postgresql":
            url = await stack.enter_async_context(scratch_database(scratch.url))
        changes = {"data_dir": folder, "database_url": url, "database_pool_size": 2, "storage": "", "workers": 1}
        runtime = scratch.make(scratch.settings.model_copy(update=changes))
        stack.push_async_callback(runtime.database.close)
        proof.note(*await restore_database(runtime, vault, manifest))
        proof.counts["tables"] = len(manifest.tables)
        proof.counts["rows"] = sum(one.rows for one in manifest.tables)
        await begin_timeline(runtime, manifest, restoring=False)
        await _check_named(runtime, vault, manifest, folder, proof)
        ids = await place_sample(runtime, vault, found.sample, folder)
        restore_files(runtime, manifest, None)
        await hush(runtime)
        await runtime.database.close()
        heard = await rehearse(scratch.command, manifest.mode, folder, url, found.secrets, ids)
        for one in heard:
            proof.counts[one.name] = one.count
            proof.note(*one.problems)


async def _check_named(runtime: Runtime, vault: Vault, manifest: Manifest, folder: Path, proof: Proof) -> None:
    """Look whether every file that a row names is in the list of files."""
    there = {(one.location, one.key): one async for one in stored_files(vault, manifest)}
    listed = folder / "wanted"
    async with snapshot_of(runtime, folder) as snapshot:
        await write_wanted(snapshot, runtime.database.resources, listed)
    for wanted in read_wanted(listed):
        one = there.get((wanted.location, wanted.key))
        if one is None:
            proof.note(f"{wanted.key} in {wanted.location}, of {wanted.what}, is not in the backup.")
        elif wanted.sha256 is not None and wanted.sha256 != one.sha256:
            proof.note(f"{wanted.key} in {wanted.location}, of {wanted.what}, is another file in the backup.")
