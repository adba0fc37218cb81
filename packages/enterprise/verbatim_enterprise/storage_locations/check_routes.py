"""`/api/storage-locations/check`: do the storages hold what the database says?"""

from __future__ import annotations

from typing import Final

from verbatim_enterprise.host import Effect, Permission, Router, enqueue, requires
from verbatim_enterprise.storage_locations.checking import CHECK_JOB, check_status
from verbatim_enterprise.storage_locations.repository import get_location
from verbatim_enterprise.storage_locations.schemas import StorageCheckRequest, StorageCheckStatus
from verbatim_enterprise.system_session import SystemSession

check_router = Router()
MANAGES: Final = requires(Permission.SETTINGS_MANAGE)
LOOKS: Final = requires(Permission.SETTINGS_MANAGE, effect=Effect.ACCESS, note="looking at what is stored")


@check_router.get("", dependencies=[MANAGES])
async def last_check(session: SystemSession) -> StorageCheckStatus:
    """Tell what the last comparison of files with the database found."""
    return await check_status(session)


@check_router.post("", status_code=202, dependencies=[LOOKS])
async def begin_check(session: SystemSession, body: StorageCheckRequest) -> StorageCheckStatus:
    """Compare the files of one place, or of all, with the database. Changes nothing."""
    if body.location_id is not None:
        await get_location(session, body.location_id)
    await enqueue(session, CHECK_JOB, body.model_dump(), dedupe_key=CHECK_JOB)
    return await check_status(session)
