"""Taking the last change of settings back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.settings.fields import SettingField
from verbatim.core.settings.models import SettingsChange
from verbatim.core.settings.store import SettingsStore


@dataclass(frozen=True)
class LastChange:
    """The last change. ``before`` is what was stored of each setting, None where its default counted. ``secrets`` were
    changed too, and cannot be given back: nothing keeps what they were.
    """

    version: int
    by: str
    at: datetime
    before: dict[str, Any]
    secrets: tuple[str, ...]


def change_of(store: SettingsStore, fields: Sequence[SettingField], *, version: int, by: str) -> SettingsChange:
    """Return the row of a change that is about to be made. A value stands in a list of one, so that null is none."""
    told = [field for field in fields if not field.is_secret]
    before = {field.name: [store.held[field.name].value] if field.name in store.held else None for field in told}
    secrets = ",".join(field.name for field in fields if field.is_secret)
    return SettingsChange(
        version=version, before=json.dumps(before), secrets=secrets, changed_by=by[:200], changed_at=utcnow()
    )


async def last_change(session: AsyncSession, version: int) -> LastChange | None:
    """Return the change that led to this version; None when nobody knows how it came about."""
    row = await session.scalar(select(SettingsChange).where(SettingsChange.version == version))
    if row is None:
        return None
    secrets = tuple(name for name in row.secrets.split(",") if name)
    return LastChange(row.version, row.changed_by, row.changed_at, json.loads(row.before), secrets)
