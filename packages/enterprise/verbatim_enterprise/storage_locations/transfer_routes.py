"""`/api/storage-locations/transfer`: moving files, seen and stopped."""

from __future__ import annotations

from typing import Final

from fastapi import Request

from verbatim_enterprise.host import Effect, Permission, Route, Router, declares, emit, request_cancel, requires
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.storage_locations.events import StorageTransferStarted
from verbatim_enterprise.storage_locations.repository import get_location
from verbatim_enterprise.storage_locations.schemas import StorageTransferRequest, StorageTransferStatus
from verbatim_enterprise.storage_locations.transfer import latest_transfer, start_transfer, status_of
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.teams.errors import TeamNotFoundError
from verbatim_enterprise.teams.models import Team

transfer_router = Router()
MANAGES: Final = [requires(Permission.SETTINGS_MANAGE)]


@transfer_router.post("", status_code=202, dependencies=[*MANAGES, entitled(Entitlement.STORAGE)])
async def begin_transfer(
    request: Request, session: SystemSession, body: StorageTransferRequest
) -> StorageTransferStatus:
    """Move files while people work. Each is compared by its SHA-256 before it counts as moved."""
    source = await get_location(session, body.from_location_id)
    target = await get_location(session, body.to_location_id)
    if body.team_id is not None and await session.get(Team, body.team_id) is None:
        raise TeamNotFoundError
    job = await start_transfer(session, request.app.state.storages, Route(source.id, target.id, body.team_id))
    await session.flush()
    await emit(
        session,
        StorageTransferStarted(
            location_id=source.id, name=source.name, target_id=target.id, target_name=target.name, team_id=body.team_id
        ),
    )
    return status_of(job)


@transfer_router.get("/status", dependencies=MANAGES)
async def transfer_status(session: SystemSession) -> StorageTransferStatus:
    """Tell how the move that is going on, or was the last, stands."""
    return status_of(await latest_transfer(session))


@transfer_router.post("/cancel", dependencies=[*MANAGES, declares(Effect.STOP)])
async def cancel_transfer(session: SystemSession) -> StorageTransferStatus:
    """Stop moving. What was moved stays where it is now."""
    job = await latest_transfer(session)
    if job is not None:
        await request_cancel(session, job)
    return status_of(job)
