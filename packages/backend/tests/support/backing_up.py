"""Backups of the server under test, taken in this process; proofs rehearse in one of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI
from verbatim.adapters.storage.local import LocalStorage
from verbatim.backups.manifest import Manifest
from verbatim.backups.proving.prove import Proof, Scratch, prove
from verbatim.backups.recovery import recovery_to_open
from verbatim.backups.settings import BackupSettings
from verbatim.backups.take import Taken, take_backup
from verbatim.backups.upkeep import VERBATIM
from verbatim.backups.vault import Vault
from verbatim.config import Settings
from verbatim.core.secrets import KeyRing
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime


@dataclass
class BackedUp:
    """A server and the folder of its backups."""

    app: FastAPI
    folder: Path

    @property
    def runtime(self) -> Runtime:
        found: Runtime = self.app.state.runtime
        return found

    @property
    def vault(self) -> Vault:
        return Vault(LocalStorage(self.folder), str(self.folder))

    @property
    def recovery(self) -> KeyRing:
        return recovery_to_open(self.runtime.settings, BackupSettings())

    async def take(self, *, recheck: bool = False, keep_all: bool = False) -> Taken:
        return await take_backup(self.runtime, self.vault, recheck=recheck, keep_all=keep_all)

    async def manifest(self) -> Manifest:
        return await self.vault.newest()

    async def prove(self, recovery: KeyRing | None = None, name: str = "") -> Proof:
        settings = self.runtime.settings

        def make(changed: Settings) -> Runtime:
            return build_runtime(changed, build_registry(changed, []))

        scratch = Scratch(Settings(), settings.database_url, make, (*VERBATIM, "backup", "rehearse"))
        return await prove(self.vault, recovery or self.recovery, scratch, name)

    def file(self, pattern: str) -> Path:
        """Return the first file of the backups whose path matches."""
        return min(path for path in self.folder.rglob(pattern) if path.is_file())

    def stored(self) -> list[Path]:
        """Return the originals in the storage of the server."""
        return sorted(self.runtime.settings.storage_dir.rglob("original"))

    def database(self) -> Path:
        """Return a file of the newest backup in which rows are."""
        found = [*self.folder.rglob("verbatim.db.gz"), *self.folder.rglob("recordings.gz")]
        return max(found)
