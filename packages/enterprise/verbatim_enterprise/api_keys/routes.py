"""`/api/keys`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys import repository, service
from verbatim_enterprise.api_keys.bearer import KeyPrincipal
from verbatim_enterprise.api_keys.descent import refuse_outdated
from verbatim_enterprise.api_keys.grants import Maker
from verbatim_enterprise.api_keys.models import ApiKey
from verbatim_enterprise.api_keys.repository import KeyFilter, get_key, responses
from verbatim_enterprise.api_keys.schemas import (
    GrantableResponse,
    KeyCreate,
    KeyResponse,
    KeyRotate,
    KeyStatus,
    KeyUpdate,
    KeyUsage,
    KeyWithSecret,
)
from verbatim_enterprise.api_keys.services import ApiKeyServices, keys_of
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.provider import caller_session
from verbatim_enterprise.caller import Caller, CallerDep
from verbatim_enterprise.host import (
    ForbiddenError,
    ListResponse,
    MessageResponse,
    PageDep,
    Permission,
    Router,
    any_user,
    signed_in,
)
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.teams.access import enter_team
from verbatim_enterprise.teams.policy import TeamAction

# Everybody has keys of their own; a key only works here when it may manage keys.
router = Router(
    dependencies=[any_user(delegates=Permission.APIKEY_MANAGE), entitled(Entitlement.API_KEYS)],
)


async def _services(request: Request) -> ApiKeyServices:
    return keys_of(request)


KeysDep = Annotated[ApiKeyServices, Depends(_services)]
TeamId = Annotated[str | None, Query(max_length=36)]


@router.get("")
async def list_keys(
    session: SystemSession,
    caller: CallerDep,
    keys: KeysDep,
    page: PageDep,
    team_id: TeamId = None,
    status: KeyStatus | None = None,
    search: Annotated[str | None, Query(max_length=200)] = None,
    *,
    everyone: Annotated[bool, Query(alias="all")] = False,
) -> ListResponse[KeyResponse]:
    """List your keys, the newest first; with ``team_id`` those limited to a team you look after, with ``all`` those of
    everybody, for administrators.
    """
    if everyone and Permission.APIKEY_MANAGE not in caller.permissions:
        raise ForbiddenError
    if team_id is not None and not everyone:
        await enter_team(session, team_id, caller, TeamAction.MANAGE_KEYS)
    user_id = None if everyone or team_id is not None else caller.id
    wanted = KeyFilter(user_id=user_id, team_id=team_id, status=status, search=search)
    items, total = await repository.list_keys(session, wanted, page, keys.rules)
    return ListResponse.of(items, total, page)


@router.post("", status_code=201)
async def create_key(
    request: Request, session: SystemSession, caller: CallerDep, keys: KeysDep, body: KeyCreate
) -> KeyWithSecret:
    """Make a key. Its secret is shown in this answer and never again."""
    maker = await _maker(request, session)
    row, secret = await service.create_key(
        session, maker, body, settings=keys.settings, may_raise_rate=_may_raise_rate(caller)
    )
    return await _with_secret(session, row, secret, keys)


@router.get("/grantable")
async def what_can_be_granted(
    request: Request, session: SystemSession, caller: CallerDep, keys: KeysDep, team_id: TeamId = None
) -> GrantableResponse:
    """Tell which permissions you can give a key, and what this server asks of keys."""
    maker = await _maker(request, session)
    rates = keys.settings.rates
    return GrantableResponse(
        scopes=sorted(maker.grantable(team_id)),
        max_days=keys.rules.max_days or None,
        keys_left=max(0, await service.keys_left(session, maker.user_id, keys.settings)),
        rate_per_minute=rates.rate_key_per_minute,
        rate_burst=rates.rate_key_burst,
        may_raise_rate=_may_raise_rate(caller),
    )


@router.get("/{key_id}")
async def show_key(session: SystemSession, caller: CallerDep, keys: KeysDep, key_id: str) -> KeyResponse:
    """Get one key, without its secret."""
    return (await responses(session, [await get_key(session, caller, key_id)], keys.rules))[0]


@router.patch("/{key_id}")
async def update_key(
    request: Request, session: SystemSession, caller: CallerDep, keys: KeysDep, key_id: str, body: KeyUpdate
) -> KeyResponse:
    """Give a key another name, rate or end, or other addresses or scopes. Whoever is not its owner, and programs, can
    only take away.
    """
    await _refuse_outdated(request, session)
    row = await get_key(session, caller, key_id, lock=True)
    may_raise_rate = _may_raise_rate(caller)
    if row.user_id != caller.id and not may_raise_rate:
        raise ForbiddenError
    maker = await _maker(request, session)
    await service.update_key(session, maker, row, body, settings=keys.settings, may_raise_rate=may_raise_rate)
    return (await responses(session, [row], keys.rules))[0]


@router.post("/{key_id}/rotate")
async def rotate_key(
    request: Request, session: SystemSession, caller: CallerDep, keys: KeysDep, key_id: str, body: KeyRotate
) -> KeyWithSecret:
    """Give your key a new secret, shown in this answer and never again; the old one works for a while longer."""
    await _refuse_outdated(request, session)
    row = await get_key(session, caller, key_id, lock=True)
    if row.user_id != caller.id:  # whoever has the secret acts for its owner
        raise ForbiddenError
    secret = await service.rotate_key(session, await _maker(request, session), row, body, settings=keys.settings)
    return await _with_secret(session, row, secret, keys)


@router.delete("/{key_id}")
async def revoke_key(session: SystemSession, caller: CallerDep, key_id: str) -> MessageResponse:
    """End a key for good, with all that was made with it, everywhere within seconds."""
    await service.revoke_key(session, await get_key(session, caller, key_id, lock=True), by=caller.id)
    return MessageResponse(message="The key was revoked.", id=key_id)


@router.get("/{key_id}/usage")
async def key_usage(
    session: SystemSession, caller: CallerDep, key_id: str, days: Annotated[int, Query(ge=1, le=365)] = 30
) -> KeyUsage:
    """Show how much a key was used."""
    return await repository.usage_of(session, await get_key(session, caller, key_id), days=days)


def _may_raise_rate(caller: Caller) -> bool:
    return Permission.APIKEY_MANAGE in caller.permissions


async def _refuse_outdated(request: Request, session: AsyncSession) -> None:
    principal = signed_in(request)
    if isinstance(principal, KeyPrincipal):
        await refuse_outdated(session, principal.key)


async def _maker(request: Request, session: AsyncSession) -> Maker:
    principal = signed_in(request)
    if isinstance(principal, KeyPrincipal):
        key = principal.key
        return Maker(key.user_id, key.role, key.teams, key.second_factor, key, keys_of(request).settings.rates)
    current = caller_session(request).session
    second_factor = await session.scalar(select(AuthSession.second_factor).where(AuthSession.id == current.id))
    return Maker(current.user_id, current.role, current.teams, bool(second_factor))


async def _with_secret(session: AsyncSession, row: ApiKey, secret: str, keys: ApiKeyServices) -> KeyWithSecret:
    shown = (await responses(session, [row], keys.rules))[0]
    return KeyWithSecret(**shown.model_dump(), key=secret)
