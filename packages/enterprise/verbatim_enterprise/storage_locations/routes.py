"""`/api/storage-locations`."""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Depends, Request

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import (
    Effect,
    ListResponse,
    PageDep,
    Permission,
    Router,
    Storages,
    requires,
)
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.storage_locations import repository, service
from verbatim_enterprise.storage_locations.check_routes import check_router
from verbatim_enterprise.storage_locations.counting import files_in
from verbatim_enterprise.storage_locations.models import StorageLocation
from verbatim_enterprise.storage_locations.schemas import (
    FileCountResponse,
    LocationCreate,
    LocationResponse,
    LocationTest,
    LocationTestResponse,
    LocationUpdate,
)
from verbatim_enterprise.storage_locations.source import Locations, locations_of
from verbatim_enterprise.storage_locations.transfer_routes import transfer_router
from verbatim_enterprise.storage_locations.trying import try_description, try_location
from verbatim_enterprise.system_session import SystemSession, system_transaction

router = Router()
MANAGES: Final = [requires(Permission.SETTINGS_MANAGE)]
TRIES: Final = [requires(Permission.SETTINGS_MANAGE, effect=Effect.ACCESS, note="trying out what there is")]
ADDS: Final = [*MANAGES, entitled(Entitlement.STORAGE)]
"""What exists is looked after without it too."""


class _Parts:
    """What these routes need of the server."""

    def __init__(self, request: Request) -> None:
        runtime = request.app.state.runtime
        self.database = runtime.database
        self.settings = runtime.settings
        self.storages: Storages = runtime.storages
        self.locations: Locations = locations_of(runtime.database)
        self.keys = runtime.keys
        self.fixed = bool(runtime.settings.storage)


async def _parts(request: Request) -> _Parts:
    return _Parts(request)


PartsDep = Annotated[_Parts, Depends(_parts)]


async def _default(session: SystemSession, parts: PartsDep) -> str:
    return await repository.default_of(session, parts.storages, fixed=parts.fixed)


DefaultDep = Annotated[str, Depends(_default)]


async def _shown(session: SystemSession, parts: _Parts, location: StorageLocation) -> LocationResponse:
    default = await repository.default_of(session, parts.storages, fixed=parts.fixed)
    (found,) = await repository.responses(session, [location], storages=parts.storages, default=default)
    return found


@router.get("", dependencies=MANAGES)
async def list_locations(
    session: SystemSession, page: PageDep, parts: PartsDep, default: DefaultDep
) -> ListResponse[LocationResponse]:
    """List the places where files lie, those of the server's environment first."""
    items, total = await repository.list_locations(session, page, storages=parts.storages, default=default)
    return ListResponse.of(items, total, page)


@router.post("", status_code=201, dependencies=ADDS)
async def create_location(
    session: SystemSession, caller: CallerDep, parts: PartsDep, body: LocationCreate
) -> LocationResponse:
    """Add a place. Its credentials are kept sealed and never shown."""
    location = await service.create_location(
        session, body, locations=parts.locations, keys=parts.keys, creator_id=caller.id, fixed=parts.fixed
    )
    return await _shown(session, parts, location)


@router.post("/test", dependencies=TRIES)
async def test_description(parts: PartsDep, body: LocationTest) -> LocationTestResponse:
    """Try out a place before it is added: a small object is written, read and deleted there."""
    config, secrets = service.plain_config(body.config), service.plain_secrets(body.credentials)
    return await try_description(body.type, config, secrets, settings=parts.settings, guard=parts.locations.guard)


router.include_router(transfer_router, prefix="/transfer")
router.include_router(check_router, prefix="/check")


@router.get("/{location_id}", dependencies=MANAGES)
async def get_location(session: SystemSession, parts: PartsDep, location_id: str) -> LocationResponse:
    """Get one place."""
    return await _shown(session, parts, await repository.get_location(session, location_id))


@router.put("/{location_id}", dependencies=MANAGES, include_in_schema=False)
@router.patch("/{location_id}", dependencies=MANAGES)
async def update_location(
    session: SystemSession, parts: PartsDep, location_id: str, body: LocationUpdate
) -> LocationResponse:
    """Change a place, whose new files it takes, or let it take all that belong nowhere else."""
    location = await repository.get_location(session, location_id, lock=True)
    await service.update_location(
        session, location, body, locations=parts.locations, keys=parts.keys, fixed=parts.fixed
    )
    return await _shown(session, parts, location)


@router.delete("/{location_id}", status_code=204, dependencies=MANAGES)
async def delete_location(session: SystemSession, parts: PartsDep, default: DefaultDep, location_id: str) -> None:
    """Give up a place that holds nothing."""
    location = await repository.get_location(session, location_id, lock=True)
    await service.delete_location(session, location, locations=parts.locations, default=default)


@router.get("/{location_id}/file-count", dependencies=MANAGES)
async def file_count(session: SystemSession, location_id: str) -> FileCountResponse:
    """Tell how many files lie in a place."""
    await repository.get_location(session, location_id)
    held = (await files_in(session, [location_id]))[location_id]
    return FileCountResponse(count=held.files, total_bytes=held.bytes, waiting_for_deletion=held.waiting)


@router.post("/{location_id}/test", dependencies=TRIES)
async def test_location(parts: PartsDep, location_id: str) -> LocationTestResponse:
    """Try out a place: a small object is written, read and deleted there."""
    async with system_transaction(parts.database, read_only=True) as session:
        await repository.get_location(session, location_id)
    return await try_location(parts.storages, location_id)
