"""Reading storage locations, in the server's own scope."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Page, Storages
from verbatim_enterprise.storage_locations.counting import Held, files_in
from verbatim_enterprise.storage_locations.errors import LocationNotFoundError
from verbatim_enterprise.storage_locations.models import StorageLocation, StorageTeam
from verbatim_enterprise.storage_locations.schemas import LocationResponse


async def get_location(session: AsyncSession, location_id: str, *, lock: bool = False) -> StorageLocation:
    """Return a location.

    Raises:
        LocationNotFoundError
    """
    statement = select(StorageLocation).where(StorageLocation.id == location_id, StorageLocation.removed_at.is_(None))
    if lock:
        statement = statement.with_for_update().execution_options(populate_existing=True)
    found: StorageLocation | None = await session.scalar(statement)
    if found is None:
        raise LocationNotFoundError
    return found


async def list_locations(
    session: AsyncSession, page: Page, *, storages: Storages, default: str
) -> tuple[list[LocationResponse], int]:
    """Return one page of the locations, those of the environment first, and how many there are."""
    wanted = StorageLocation.removed_at.is_(None)
    total = await session.scalar(select(func.count(StorageLocation.id)).where(wanted)) or 0
    rows = await session.scalars(
        select(StorageLocation)
        .where(wanted)
        .order_by(StorageLocation.locked.desc(), StorageLocation.name, StorageLocation.id)
        .offset(page.offset)
        .limit(page.page_size)
    )
    return await responses(session, list(rows), storages=storages, default=default), total


async def responses(
    session: AsyncSession, rows: list[StorageLocation], *, storages: Storages, default: str
) -> list[LocationResponse]:
    """Return locations as the API shows them. Nothing of their credentials but whether there are any."""
    ids = [row.id for row in rows]
    held, teams = await files_in(session, ids), await teams_of(session, ids)
    found = []
    for row in rows:
        available = row.id in storages or not row.locked
        found.append(_response(row, held[row.id], teams.get(row.id, []), available=available, default=default))
    return found


def _response(
    row: StorageLocation, held: Held, team_ids: list[str], *, available: bool, default: str
) -> LocationResponse:
    return LocationResponse(
        id=row.id,
        name=row.name,
        type=row.type,
        is_default=row.id == default,
        locked=row.locked,
        available=available,
        stands_in=row.stands_in,
        team_ids=team_ids,
        config=row.config,
        has_credentials=row.credentials is not None,
        file_count=held.files,
        total_bytes=held.bytes,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )


async def teams_of(session: AsyncSession, location_ids: Iterable[str]) -> dict[str, list[str]]:
    """Return whose new files each of these locations takes."""
    found: dict[str, list[str]] = {}
    rows = await session.execute(
        select(StorageTeam.location_id, StorageTeam.team_id)
        .where(StorageTeam.location_id.in_(list(location_ids)))
        .order_by(StorageTeam.team_id)
    )
    for location_id, team_id in rows:
        found.setdefault(location_id, []).append(team_id)
    return found


async def default_of(session: AsyncSession, storages: Storages, *, fixed: bool) -> str:
    """Return which location takes new files where no team has one of its own. ``fixed``: the environment says so."""
    chosen = select(StorageLocation.id).where(StorageLocation.is_default, StorageLocation.removed_at.is_(None))
    return (None if fixed else await session.scalar(chosen)) or storages.takes_new
