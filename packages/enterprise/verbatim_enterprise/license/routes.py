"""`/api/license`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import Effect, Permission, Router, VerbatimError, any_user, declares, requires
from verbatim_enterprise.license.errors import LicenseRefusedError, LicenseReplacedError
from verbatim_enterprise.license.events import LicenseRefused, tell
from verbatim_enterprise.license.notices import notices
from verbatim_enterprise.license.outlook import look
from verbatim_enterprise.license.report import preview_of, status_of
from verbatim_enterprise.license.repository import seats_used, senior_admin
from verbatim_enterprise.license.schemas import LicenseNotices, LicensePreview, LicenseStatus, LicenseUpload
from verbatim_enterprise.license.service import install_license, try_license
from verbatim_enterprise.license.states import Changes
from verbatim_enterprise.license.verdict import LicenseServices, licenses_of
from verbatim_enterprise.system_session import SystemSession, system_transaction

router = Router()
MANAGES = [requires(Permission.LICENSE_MANAGE)]


async def _services(request: Request) -> LicenseServices:
    return licenses_of(request)


LicensesDep = Annotated[LicenseServices, Depends(_services)]


@router.get("/status", dependencies=MANAGES)
async def license_status(session: SystemSession, licenses: LicensesDep) -> LicenseStatus:
    """Tell where this installation stands with its licence."""
    return await status_of(session, licenses.settings)


@router.get("/notices", dependencies=[any_user()])
async def license_notices(session: SystemSession, licenses: LicensesDep, caller: CallerDep) -> LicenseNotices:
    """Tell what every page says to the caller about the licence; mostly nothing."""
    outlook = await look(session, licenses.settings)
    changes = outlook.standing.row.changes
    alone = changes is Changes.ONE_ADMINISTRATOR and await senior_admin(session) == caller.id
    found = notices(
        outlook,
        used=await seats_used(session),
        manages=Permission.LICENSE_MANAGE in caller.permissions,
        writes=alone or changes is Changes.EVERYBODY,
    )
    return LicenseNotices(state=outlook.standing.state, notices=found)


@router.post("/validate", dependencies=[*MANAGES, declares(Effect.ACCESS)])
async def validate_license(licenses: LicensesDep, body: LicenseUpload) -> LicensePreview:
    """Tell what would change with a licence, without changing anything. One that could not be used is refused with
    the reason.
    """
    async with system_transaction(licenses.database, read_only=True) as session:
        return await preview_of(session, await try_license(session, body.license_key, licenses.settings))


@router.post("", dependencies=[*MANAGES, declares(Effect.ACCESS)])
async def upload_license(licenses: LicensesDep, caller: CallerDep, body: LicenseUpload) -> LicenseStatus:
    """Let a licence count from now on, on every server within seconds. Of the one before, an encrypted copy is kept."""
    try:
        async with system_transaction(licenses.database) as session:
            await install_license(session, licenses, body.license_key, user_id=caller.id)
            return await status_of(session, licenses.settings)
    except (LicenseRefusedError, LicenseReplacedError) as error:
        await _tell_refusal(licenses, error, caller.id)
        raise


async def _tell_refusal(licenses: LicenseServices, error: VerbatimError, user_id: str) -> None:
    # In a transaction of its own: the one of the upload is gone.
    async with system_transaction(licenses.database) as session:
        await tell(session, LicenseRefused(reason=error.code, user_id=user_id))
