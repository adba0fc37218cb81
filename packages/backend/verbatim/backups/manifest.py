"""The manifest: what one backup consists of. It is written last, so that a backup without one does not count."""

from __future__ import annotations

import hmac
import json
from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from verbatim.backups.errors import DamagedError
from verbatim.core.secrets import KeyRing, SealError, to_text

FORMAT: Final = 1
_MANIFEST: Final = "backup manifest"
_KEYS: Final = "backup keys"


class _Said(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Part(_Said):
    """A packed file of the backup: the SHA-256 and the size of what was packed."""

    key: str
    sha256: str
    size: int


class Table(_Said):
    """A table, the number of its rows, and with PostgreSQL its columns and where its rows are."""

    name: str
    rows: int
    columns: list[str] = []
    part: Part | None = None


class Manifest(_Said):
    """One backup. ``problems`` are what could not be taken along; a backup with any is better than none."""

    format: int = FORMAT
    name: str
    installation: str
    version: str
    mode: str
    taken_at: datetime
    dialect: Literal["sqlite", "postgresql"]
    schemas: dict[str, str]
    tables: list[Table]
    sequences: dict[str, int] = {}
    file: Part | None = None
    objects: Part
    object_count: int
    object_bytes: int
    files: dict[str, str]
    settings: dict[str, str]
    keys: str
    key_id: str
    problems: list[str]
    mac: str = ""

    def sealed_with(self, recovery: KeyRing) -> Manifest:
        """Return it with what shows that whoever holds the recovery key made it."""
        return self.model_copy(update={"mac": self._mac(recovery)})

    def _mac(self, recovery: KeyRing) -> str:
        said = json.dumps(self.model_dump(mode="json", exclude={"mac"}), sort_keys=True, separators=(",", ":"))
        made = recovery.mac(_MANIFEST, said.encode())
        assert made is not None  # noqa: S101 - the current key is always there
        return to_text(made)

    def opened(self, recovery: KeyRing) -> dict[str, str]:
        """Return the VERBATIM_* variables that are secret, the server's keys among them.

        Raises:
            DamagedError: the recovery key is another one, or the manifest was changed.
        """
        if not hmac.compare_digest(self._mac(recovery), self.mac):
            raise DamagedError(
                f"The recovery key is not the one of the backup {self.name}, or its manifest was changed. Give the "
                "right one as VERBATIM_BACKUP_RECOVERY_KEY."
            )
        try:
            found: dict[str, str] = json.loads(recovery.open(_KEYS, self.keys))
        except SealError as error:
            raise DamagedError(f"The keys in the backup {self.name} do not open: {error}") from error
        return found


def sealed_keys(recovery: KeyRing, variables: dict[str, str]) -> str:
    """Seal secret variables under the recovery key."""
    return recovery.seal(_KEYS, json.dumps(variables))


def read_manifest(data: bytes, name: str) -> Manifest:
    """Read a manifest.

    Raises:
        DamagedError: it is none, or one of a newer version.
    """
    try:
        said = json.loads(data)
        if isinstance(said, dict) and isinstance(number := said.get("format"), int) and number > FORMAT:
            raise DamagedError(f"The backup {name} was written by a newer version. Install that version to read it.")
        return Manifest.model_validate(said)
    except (ValueError, ValidationError) as error:
        raise DamagedError(f"The manifest of the backup {name} cannot be read: it was cut off or changed.") from error
