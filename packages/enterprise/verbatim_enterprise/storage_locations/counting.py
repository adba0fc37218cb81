"""How much lies in a location, of whatever kind of thing has a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Resource, resources_of


@dataclass
class Held:
    """What lies in one location."""

    files: int = 0
    bytes: int = 0
    waiting: int = 0

    @property
    def is_empty(self) -> bool:
        return not self.files and not self.waiting


def kinds_with_files(session: AsyncSession) -> list[Resource]:
    """Return the kinds of things that have a file."""
    return [one for one in resources_of(session) if one.file is not None and one.model is not None]


async def files_in(session: AsyncSession, location_ids: Iterable[str]) -> dict[str, Held]:
    """Return what lies in each of these locations, whoever it belongs to: for the server's own scope."""
    found = {location_id: Held() for location_id in location_ids}
    waiting: set[type[Any]] = set()
    for kind in kinds_with_files(session):
        assert kind.file is not None  # noqa: S101 - they were chosen by that
        model: Any = kind.model
        waiting.add(kind.file.given_up)
        place = getattr(model, kind.file.place)
        size = func.coalesce(func.sum(model.file_size), 0) if hasattr(model, "file_size") else literal(0)
        rows = await session.execute(select(place, func.count(), size).where(place.in_(found)).group_by(place))
        for location_id, count, total in rows:
            found[location_id].files += count
            found[location_id].bytes += int(total)
    for stray in waiting:
        place = _place_of(session, stray)
        rows = await session.execute(select(place, func.count()).where(place.in_(found)).group_by(place))
        for location_id, count in rows:
            found[location_id].waiting += count
    return found


def _place_of(session: AsyncSession, stray: type[Any]) -> Any:
    name = next(one.file.place for one in kinds_with_files(session) if one.file and one.file.given_up is stray)
    return getattr(stray, name)
