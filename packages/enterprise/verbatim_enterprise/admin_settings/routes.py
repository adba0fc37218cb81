"""`/api/admin/settings`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fastapi import Request

from verbatim_enterprise.admin_settings.carrying import differences, exported
from verbatim_enterprise.admin_settings.errors import NothingToUndoError, SecretsNotKeptError
from verbatim_enterprise.admin_settings.news import tell_others
from verbatim_enterprise.admin_settings.report import report
from verbatim_enterprise.admin_settings.schemas import (
    ImportResponse,
    SettingsExport,
    SettingsImport,
    SettingsResponse,
    SettingsUpdate,
    TrialRequest,
    TrialResponse,
    UndoRequest,
)
from verbatim_enterprise.admin_settings.trying import tried
from verbatim_enterprise.caller import Caller, CallerDep
from verbatim_enterprise.host import (
    RESET,
    AuditedRead,
    Effect,
    InvalidSettingsError,
    LastChange,
    Permission,
    Router,
    SettingsStore,
    change_settings,
    declares,
    last_change,
    requires,
)
from verbatim_enterprise.system_session import system_transaction

router = Router(dependencies=[requires(Permission.SETTINGS_MANAGE)])
_EXPORTED: Final = AuditedRead("settings.exported", "setting", as_file=True)


async def _up_to_date(request: Request) -> SettingsStore:
    """Return the settings as they are in the database now, whichever process changed them last."""
    store: SettingsStore = request.app.state.runtime.store
    await store.load(request.app.state.database)
    return store


async def _last(request: Request, store: SettingsStore) -> LastChange | None:
    async with system_transaction(request.app.state.database, read_only=True) as session:
        return await last_change(session, store.version)


async def _change(
    request: Request, store: SettingsStore, caller: Caller, wanted: Mapping[str, Any], version: int | None
) -> None:
    if not wanted:
        return
    async with system_transaction(request.app.state.database) as session:
        await change_settings(session, store, wanted, version=version, by=caller.name)
        tell_others(session)


@router.get("")
async def list_settings(request: Request) -> SettingsResponse:
    """List every setting with where its value comes from. Secrets are not told, only whether they are set."""
    store = await _up_to_date(request)
    return report(store, await _last(request, store))


@router.patch("")
async def update_settings(request: Request, caller: CallerDep, body: SettingsUpdate) -> SettingsResponse:
    """Set some settings and give others their defaults back: all of it or nothing. Every process follows within
    seconds.
    """
    named = body.model_extra or {}
    given = [*named, *body.values, *body.reset]
    if twice := sorted({name for name in given if given.count(name) > 1}):
        raise InvalidSettingsError({twice[0]: "This is given more than once, or both set and reset."})
    store = await _up_to_date(request)
    await _change(request, store, caller, {**named, **body.values, **dict.fromkeys(body.reset, RESET)}, body.version)
    return report(store, await _last(request, store))


@router.post("/undo")
async def undo_settings(request: Request, caller: CallerDep, body: UndoRequest) -> SettingsResponse:
    """Take the last change back, as a change of its own: doing so twice makes it anew."""
    store = await _up_to_date(request)
    last = await _last(request, store)
    if last is None or last.version != body.version:
        raise NothingToUndoError
    if last.secrets:
        raise SecretsNotKeptError
    wanted = {name: RESET if held is None else held[0] for name, held in last.before.items()}
    await _change(request, store, caller, wanted, last.version)
    return report(store, await _last(request, store))


@router.post(
    "/try", dependencies=[declares(Effect.ACCESS, note="a mail to oneself, or questions to providers; nothing is kept")]
)
async def try_settings(request: Request, caller: CallerDep, body: TrialRequest) -> TrialResponse:
    """Try settings out before they are saved: a test mail to oneself, or a look at the sign-in providers."""
    if twice := sorted({name for name in body.reset if name in body.values}):
        raise InvalidSettingsError({twice[0]: "This is both set and reset."})
    store = await _up_to_date(request)
    return await tried(request, store, caller, body.part, {**body.values, **dict.fromkeys(body.reset, RESET)})


@router.get("/export", dependencies=[declares(audited=_EXPORTED)])
async def export_settings(request: Request) -> SettingsExport:
    """Tell what administrators have set here, to set the same elsewhere. Secrets are named and not told."""
    return exported(await _up_to_date(request))


@router.post("/import")
async def import_settings(request: Request, caller: CallerDep, body: SettingsImport) -> ImportResponse:
    """Set what was exported elsewhere, or with ``apply`` false only tell what that would change. What cannot be set
    here is named and left out.
    """
    store = await _up_to_date(request)
    changes = differences(store, body.settings)
    wanted = {one.name: one.after for one in changes if one.problem is None}
    if body.apply:
        await _change(request, store, caller, wanted, store.version)
    return ImportResponse(applied=body.apply, changes=changes, secrets=sorted(set(body.secrets)))
