"""Credentials of a location: one sealed text for each row."""

from __future__ import annotations

import json
from collections.abc import Mapping

from verbatim_enterprise.host import KeyRing, SealedColumn
from verbatim_enterprise.storage_locations.models import StorageLocation


def seal_credentials(column: SealedColumn, keys: KeyRing, row_id: str, secrets: Mapping[str, str]) -> str | None:
    """Return what to keep of these; None where there are none."""
    told = {name: value for name, value in secrets.items() if value}
    return column.seal(keys, row_id, json.dumps(told)) if told else None


def open_credentials(column: SealedColumn, keys: KeyRing, row: StorageLocation) -> dict[str, str]:
    """Return the credentials of a row.

    Raises:
        SealError: they cannot be opened.
    """
    if row.credentials is None:
        return {}
    found: dict[str, str] = json.loads(column.open(keys, row.id, row.credentials))
    return found
