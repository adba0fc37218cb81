"""The locations of the server's environment: rows that are locked, brought up to date when a server starts."""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import utcnow
from verbatim_enterprise.storage_locations.counting import files_in
from verbatim_enterprise.storage_locations.models import LocationType, StorageLocation
from verbatim_enterprise.storage_locations.repository import teams_of
from verbatim_enterprise.storage_locations.source import locations_of
from verbatim_enterprise.system_session import system_transaction

_NAMES: Final = {
    LocationType.LOCAL.value: "This server's disk",
    LocationType.S3.value: "S3 of the environment",
    LocationType.AZURE_BLOB.value: "Azure of the environment",
}


async def tell_environment(app: FastAPI) -> None:
    """Write down which locations the environment brings; one that it brings no longer goes when nothing lies there."""
    runtime = app.state.runtime
    if runtime.member.leads:
        try:
            async with system_transaction(runtime.database) as session:
                await _bring_up_to_date(session, set(runtime.storages))
        except IntegrityError:  # another server starts at this very moment, and has written the same
            pass
    locations_of(runtime.database).forget()


async def _bring_up_to_date(session: AsyncSession, brought: set[str]) -> None:
    rows = {row.id: row for row in await session.scalars(select(StorageLocation).where(StorageLocation.locked))}
    for name in sorted((brought & _NAMES.keys()) - rows.keys()):
        session.add(StorageLocation(id=name, name=await _free_name(session, _NAMES[name]), type=name, locked=True))
    gone = rows.keys() - brought
    held, used = await files_in(session, gone), await teams_of(session, gone)
    for name in sorted(gone):
        if rows[name].is_default:
            rows[name].is_default, rows[name].updated_at = False, utcnow()
        if held[name].is_empty and name not in used:
            await session.delete(rows[name])


async def _free_name(session: AsyncSession, name: str) -> str:
    taken = set(await session.scalars(select(StorageLocation.name).where(StorageLocation.removed_at.is_(None))))
    return next(one for one in (name, *(f"{name} ({number})" for number in range(2, 1000))) if one not in taken)
