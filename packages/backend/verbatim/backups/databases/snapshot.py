"""One moment of a database, to be read at leisure while people go on working."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from verbatim.backups.manifest import Part, Table
from verbatim.backups.vault import Vault


@dataclass
class Kept:
    """What of a database went into a backup."""

    schemas: dict[str, str]
    tables: list[Table]
    sequences: dict[str, int] = field(default_factory=dict)
    file: Part | None = None


class Snapshot(Protocol):
    """A moment of a database."""

    def rows(self, table: str, columns: Sequence[str]) -> AsyncIterator[Sequence[Any]]:
        """Yield columns of all rows of a table."""
        ...

    async def keep(self, vault: Vault, name: str) -> Kept:
        """Write all of it into the backup of that name."""
        ...


SCHEMA_PREFIX = "schema_version_"
"""How the tables begin that say which schema there is."""
