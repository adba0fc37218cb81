"""Adding, changing, choosing and giving up storage locations, in the server's own scope."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import KeyRing, SealError, after_commit, emit, new_id, utcnow
from verbatim_enterprise.storage_locations.addresses import refuse_private
from verbatim_enterprise.storage_locations.counting import files_in
from verbatim_enterprise.storage_locations.errors import (
    DefaultFixedError,
    LocationConfigError,
    LocationInUseError,
    LocationIsDefaultError,
    LocationLockedError,
    LocationNameTakenError,
    TooManyLocationsError,
)
from verbatim_enterprise.storage_locations.events import (
    StorageLocationCreated,
    StorageLocationDeleted,
    StorageLocationUpdated,
)
from verbatim_enterprise.storage_locations.making import PLACE, check_config
from verbatim_enterprise.storage_locations.models import CREDENTIALS, StorageLocation, StorageTeam
from verbatim_enterprise.storage_locations.repository import teams_of
from verbatim_enterprise.storage_locations.schemas import (
    LocationConfig,
    LocationCreate,
    LocationCredentials,
    LocationUpdate,
)
from verbatim_enterprise.storage_locations.sealing import open_credentials, seal_credentials
from verbatim_enterprise.storage_locations.source import Locations
from verbatim_enterprise.teams.errors import TeamNotFoundError
from verbatim_enterprise.teams.models import Team

MOST: Final = 200
"""Locations of one server; all are kept in memory."""


def plain_config(config: LocationConfig) -> dict[str, Any]:
    """Return what was told of a place."""
    return {name: value for name, value in config.model_dump().items() if value}


def plain_secrets(credentials: LocationCredentials) -> dict[str, str]:
    """Return credentials as text, for sealing and for trying out."""
    told = {name: getattr(credentials, name) for name in type(credentials).model_fields}
    return {name: value.get_secret_value() for name, value in told.items() if value is not None and str(value)}


async def create_location(
    session: AsyncSession, body: LocationCreate, *, locations: Locations, keys: KeyRing, creator_id: str, fixed: bool
) -> StorageLocation:
    """Add a location. It is not tried out: a store may be set up later than its location.

    Raises:
        LocationConfigError, EndpointRefusedError, LocationNameTakenError, TooManyLocationsError, DefaultFixedError,
        TeamNotFoundError
    """
    config, secrets = plain_config(body.config), plain_secrets(body.credentials)
    check_config(body.type, config, secrets)
    await refuse_private(locations.guard, config)
    if (await session.scalar(select(func.count(StorageLocation.id))) or 0) >= MOST:
        raise TooManyLocationsError
    await _refuse_taken(session, body.name, None)
    location = StorageLocation(
        id=new_id(),
        name=body.name,
        type=body.type,
        config=config,
        stands_in=body.stands_in,
        created_by=creator_id,
    )
    location.credentials = seal_credentials(CREDENTIALS, keys, location.id, secrets)
    session.add(location)
    await session.flush()
    if body.is_default:
        await make_default(session, location, fixed=fixed)
    await _give_to_teams(session, location, body.team_ids)
    await session.flush()
    await emit(session, StorageLocationCreated(location_id=location.id, name=location.name))
    after_commit(session, locations.forget)
    return location


async def update_location(
    session: AsyncSession,
    location: StorageLocation,
    body: LocationUpdate,
    *,
    locations: Locations,
    keys: KeyRing,
    fixed: bool,
) -> None:
    """Change a location. Where its files lie cannot change while it has any.

    Raises:
        LocationLockedError: it comes from the environment, and only its use can be chosen here.
        LocationConfigError, EndpointRefusedError, LocationNameTakenError, LocationInUseError, DefaultFixedError,
        TeamNotFoundError
    """
    described = (body.name, body.config, body.credentials)
    if location.locked and any(one is not None for one in described):
        raise LocationLockedError
    if body.name is not None:
        await _refuse_taken(session, body.name, location.id)
        location.name = body.name
    if body.config is not None or body.credentials is not None:
        await _describe(session, location, body, locations=locations, keys=keys)
    if body.stands_in is not None:
        location.stands_in = body.stands_in
    if body.is_default:
        await make_default(session, location, fixed=fixed)
    if body.team_ids is not None:
        await _give_to_teams(session, location, body.team_ids)
    location.updated_at = utcnow()
    await session.flush()
    teams = (await teams_of(session, [location.id])).get(location.id, [])
    await emit(
        session,
        StorageLocationUpdated(
            location_id=location.id,
            name=location.name,
            credentials_changed=body.credentials is not None,
            team_ids=teams,
        ),
    )
    after_commit(session, locations.forget)


async def _describe(
    session: AsyncSession, location: StorageLocation, body: LocationUpdate, *, locations: Locations, keys: KeyRing
) -> None:
    given = body.config.model_dump(exclude_unset=True) if body.config is not None else {}
    config = {name: value for name, value in {**location.config, **given}.items() if value}
    if body.credentials is not None:
        secrets = plain_secrets(body.credentials)
    else:
        elsewhere = any(config.get(name) != location.config.get(name) for name in ("endpoint", "public_endpoint"))
        if elsewhere and location.credentials is not None:
            # Whoever may not know the credentials must not be able to have them sent somewhere else.
            raise LocationConfigError("With another endpoint the credentials have to be entered again.")
        try:
            secrets = open_credentials(CREDENTIALS, keys, location)
        except SealError:
            raise LocationConfigError("The credentials cannot be opened any more: enter them again.") from None
    check_config(location.type, config, secrets)
    await refuse_private(locations.guard, config)
    if any(config.get(name) != location.config.get(name) for name in PLACE):
        held = (await files_in(session, [location.id]))[location.id]
        if not held.is_empty:
            raise LocationInUseError(
                "This location holds files that would not be found in another place; add another location and move "
                "them there."
            )
    location.config = config
    if body.credentials is not None:
        location.credentials = seal_credentials(CREDENTIALS, keys, location.id, secrets)


async def make_default(session: AsyncSession, location: StorageLocation, *, fixed: bool) -> None:
    """Let a location take new files of all teams that have none of their own.

    Raises:
        DefaultFixedError: the environment says which.
    """
    if fixed:
        raise DefaultFixedError
    now = utcnow()
    others = update(StorageLocation).where(StorageLocation.is_default, StorageLocation.id != location.id)
    await session.execute(others.values(is_default=False, updated_at=now))
    location.is_default, location.updated_at = True, now
    await session.flush()


async def delete_location(
    session: AsyncSession, location: StorageLocation, *, locations: Locations, default: str
) -> None:
    """Give a location up. Its row goes a little later: an upload may have been on its way there.

    Raises:
        LocationLockedError, LocationIsDefaultError, LocationInUseError
    """
    if location.locked:
        raise LocationLockedError
    if location.id == default or await teams_of(session, [location.id]):
        raise LocationIsDefaultError
    held = (await files_in(session, [location.id]))[location.id]
    if not held.is_empty:
        raise LocationInUseError(
            f"This location holds {held.files} files, and {held.waiting} more are still to be deleted there; "
            "move them to another one first."
        )
    location.removed_at = location.updated_at = utcnow()
    location.stands_in = location.is_default = False
    await session.flush()
    await emit(session, StorageLocationDeleted(location_id=location.id, name=location.name))
    after_commit(session, locations.forget)


async def _give_to_teams(session: AsyncSession, location: StorageLocation, team_ids: Iterable[str]) -> None:
    wanted = set(team_ids)
    known = set(await session.scalars(select(Team.id).where(Team.id.in_(wanted)))) if wanted else set()
    if wanted - known:
        raise TeamNotFoundError
    await session.execute(
        delete(StorageTeam).where((StorageTeam.location_id == location.id) | StorageTeam.team_id.in_(wanted))
    )
    session.add_all(StorageTeam(team_id=team_id, location_id=location.id) for team_id in sorted(wanted))


async def _refuse_taken(session: AsyncSession, name: str, own_id: str | None) -> None:
    taken = select(StorageLocation.id).where(StorageLocation.name == name, StorageLocation.removed_at.is_(None))
    if (found := await session.scalar(taken)) is not None and found != own_id:
        raise LocationNameTakenError
