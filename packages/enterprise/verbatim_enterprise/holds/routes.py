"""`/api/holds`: legal holds of the active team."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller, CallerDep
from verbatim_enterprise.holds import service
from verbatim_enterprise.holds.schemas import HoldCreate, HoldLift, HoldResponse
from verbatim_enterprise.host import (
    Effect,
    ListResponse,
    PageDep,
    Permission,
    Router,
    Scope,
    SessionDep,
    any_user,
    current_scope,
    declares,
    requires,
)
from verbatim_enterprise.teams.access import Access, enter_team
from verbatim_enterprise.teams.errors import TeamNotFoundError
from verbatim_enterprise.teams.policy import TeamAction

router = Router()

READ = [requires(Permission.RECORDING_READ)]
# Whoever is signed in may call, and keys that may manage teams; the team's policy decides.
MANAGE = [any_user(delegates=Permission.TEAM_MANAGE)]


async def _enter(
    session: AsyncSession, caller: Caller, action: TeamAction = TeamAction.SEE, *, lock: bool = False
) -> Access:
    scope = current_scope()
    if not isinstance(scope, Scope) or scope.write is None:
        raise TeamNotFoundError
    return await enter_team(session, scope.write, caller, action, lock=lock)


@router.get("", dependencies=READ)
async def list_holds(
    session: SessionDep,
    caller: CallerDep,
    page: PageDep,
    active: Annotated[bool | None, Query(description="Only holds that stand, or only lifted ones.")] = None,
    recording_id: Annotated[
        str | None, Query(max_length=36, description="Only holds that stand on this recording.")
    ] = None,
    document_id: Annotated[
        str | None, Query(max_length=36, description="Only holds that stand on this document.")
    ] = None,
) -> ListResponse[HoldResponse]:
    """List the active team's legal holds, the newest first; who does not run the team sees those on what they see."""
    runs = (await _enter(session, caller)).may(TeamAction.MANAGE_HOLDS)
    items, total = await service.list_holds(
        session, page, active=active, recording_id=recording_id, document_id=document_id, runs_team=runs
    )
    return ListResponse.of(items, total, page)


@router.post("", status_code=201, dependencies=MANAGE)
async def place_hold(session: SessionDep, caller: CallerDep, body: HoldCreate) -> HoldResponse:
    """Put a recording, a document, or a project with all that is in it, under legal hold: nothing of it can be deleted
    or changed until the hold is lifted.
    """
    await _enter(session, caller, TeamAction.MANAGE_HOLDS, lock=True)
    hold = await service.place_hold(session, caller, body)
    return (await service.responses(session, [hold], runs_team=True))[0]


@router.get("/{hold_id}", dependencies=READ)
async def get_hold(session: SessionDep, caller: CallerDep, hold_id: str) -> HoldResponse:
    """Get one hold."""
    runs = (await _enter(session, caller)).may(TeamAction.MANAGE_HOLDS)
    return await service.get_hold(session, hold_id, runs_team=runs)


@router.post(
    "/{hold_id}/lift", dependencies=[*MANAGE, declares(Effect.DELETE, note="what is held cannot be deleted before")]
)
async def lift_hold(session: SessionDep, caller: CallerDep, hold_id: str, body: HoldLift) -> HoldResponse:
    """Lift a hold, and say why. What no other hold is on may be changed and deleted again."""
    # 404 before 403: a stranger learns nothing.
    runs = (await _enter(session, caller)).may(TeamAction.MANAGE_HOLDS)
    await service.get_hold(session, hold_id, runs_team=runs)
    await _enter(session, caller, TeamAction.MANAGE_HOLDS, lock=True)
    hold = await service.lift_hold(session, caller, hold_id, body.reason)
    return (await service.responses(session, [hold], runs_team=True))[0]
