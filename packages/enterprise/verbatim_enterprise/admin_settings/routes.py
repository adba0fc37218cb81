"""`/api/admin/settings`."""

from __future__ import annotations

from typing import Final

from fastapi import Request

from verbatim_enterprise.admin_settings.news import tell_others
from verbatim_enterprise.admin_settings.report import report
from verbatim_enterprise.admin_settings.schemas import SettingsResponse, SettingsUpdate
from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import (
    RESET,
    InvalidSettingsError,
    Permission,
    Router,
    SettingsStore,
    change_settings,
    requires,
)
from verbatim_enterprise.system_session import system_transaction

router = Router()
MANAGES: Final = [requires(Permission.SETTINGS_MANAGE)]


async def _up_to_date(request: Request) -> SettingsStore:
    """Return the settings as they are in the database now, whichever process changed them last."""
    store: SettingsStore = request.app.state.runtime.store
    await store.load(request.app.state.database)
    return store


@router.get("", dependencies=MANAGES)
async def list_settings(request: Request) -> SettingsResponse:
    """List every setting with where its value comes from. Secrets are not told, only whether they are set."""
    return report(await _up_to_date(request))


@router.patch("", dependencies=MANAGES)
async def update_settings(request: Request, caller: CallerDep, body: SettingsUpdate) -> SettingsResponse:
    """Set some settings and give others their defaults back: all of it or nothing. Every process follows within
    seconds.
    """
    if twice := sorted(set(body.values) & set(body.reset)):
        raise InvalidSettingsError({twice[0]: "This is both set and reset."})
    store = await _up_to_date(request)
    wanted = {**body.values, **dict.fromkeys(body.reset, RESET)}
    if wanted:
        async with system_transaction(request.app.state.database) as session:
            await change_settings(session, store, wanted, version=body.version, by=caller.name)
            tell_others(session)
    return report(store)
