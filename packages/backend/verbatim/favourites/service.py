"""Giving stars, taking them back, and listing what has one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.errors import ConflictError
from verbatim.documents.models import Document
from verbatim.documents.repository import get_document
from verbatim.favourites.models import Favourite
from verbatim.favourites.schemas import FavouriteResponse, Kind
from verbatim.permissions import Permission
from verbatim.projects.models import Project
from verbatim.projects.service import get_project
from verbatim.recordings.models import Recording
from verbatim.recordings.repository import get_recording

MOST: Final = 500
"""Stars of one person: more is a project, not a shelf."""


class TooManyFavouritesError(ConflictError):
    """You have starred as much as can be starred. Take a star back from something that you no longer need at hand."""

    code = "too_many_favourites"


@dataclass(frozen=True)
class Starrable:
    """A kind of thing that can be starred. ``get`` raises when the caller may not see it."""

    column: Any
    model: Any
    title: Any
    get: Callable[[AsyncSession, str], Awaitable[Any]]
    permission: Permission


KINDS: Final[Mapping[Kind, Starrable]] = MappingProxyType(
    {
        "recording": Starrable(
            Favourite.recording_id, Recording, Recording.title, get_recording, Permission.RECORDING_READ
        ),
        "document": Starrable(Favourite.document_id, Document, Document.title, get_document, Permission.DOCUMENT_READ),
        "project": Starrable(Favourite.project_id, Project, Project.name, get_project, Permission.PROJECT_READ),
    }
)


async def favourites_of(session: AsyncSession, person_id: str, permissions: frozenset[str]) -> list[FavouriteResponse]:
    """Return what somebody has starred, of all kinds that they may read, the last starred first."""
    found: list[FavouriteResponse] = []
    for kind, one in KINDS.items():
        if one.permission not in permissions:
            continue
        rows = select(one.model.id, one.title, Favourite.created_at).join(Favourite, one.column == one.model.id)
        newest = rows.where(Favourite.person_id == person_id).order_by(Favourite.created_at.desc(), one.model.id)
        found += [
            FavouriteResponse(kind=kind, id=row[0], title=row[1], created_at=row[2])
            for row in await session.execute(newest.limit(MOST))
        ]
    return sorted(found, key=lambda star: (star.created_at, star.id), reverse=True)


async def give_star(session: AsyncSession, kind: Kind, thing_id: str, person_id: str) -> None:
    """Star something that the caller has been found to see; doing it twice changes nothing.

    Raises:
        NotFoundError: it was deleted at this moment.
        TooManyFavouritesError: somebody has starred too much.
    """
    one = KINDS[kind]
    mine = Favourite.person_id == person_id
    if await session.scalar(select(Favourite.id).where(mine, one.column == thing_id)) is not None:
        return
    if (await session.scalar(select(func.count(Favourite.id)).where(mine)) or 0) >= MOST:
        raise TooManyFavouritesError
    try:
        async with session.begin_nested():
            session.add(Favourite(person_id=person_id, **{one.column.key: thing_id}))
    except IntegrityError:
        # The same person was faster in another tab, or it was deleted at this moment.
        await one.get(session, thing_id)


async def take_star(session: AsyncSession, kind: Kind, thing_id: str, person_id: str) -> None:
    """Take a star back; doing it twice changes nothing."""
    await session.execute(delete(Favourite).where(Favourite.person_id == person_id, KINDS[kind].column == thing_id))
