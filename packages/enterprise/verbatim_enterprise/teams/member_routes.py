"""`/api/teams/{team_id}/members`, leaving a team and handing it over."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import Effect, ListResponse, MessageResponse, PageDep, Router, declares
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.teams import members
from verbatim_enterprise.teams.access import enter_team
from verbatim_enterprise.teams.errors import MemberNotFoundError
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.teams.policy import TeamAction, needed_for
from verbatim_enterprise.teams.schemas import MemberAdd, MemberResponse, MemberUpdate, TransferRequest
from verbatim_enterprise.users.errors import UserNotFoundError
from verbatim_enterprise.users.repository import find_user
from verbatim_enterprise.users.service import get_user

members_router = Router()


@members_router.get("/{team_id}/members")
async def list_members(
    session: SystemSession,
    caller: CallerDep,
    team_id: str,
    page: PageDep,
    search: Annotated[str | None, Query(max_length=200)] = None,
) -> ListResponse[MemberResponse]:
    """List the members of a team by user name."""
    await enter_team(session, team_id, caller)
    items, total = await members.list_members(session, team_id, page, search=search)
    return ListResponse.of(items, total, page)


@members_router.post("/{team_id}/members", status_code=201)
async def add_member(session: SystemSession, caller: CallerDep, team_id: str, body: MemberAdd) -> MemberResponse:
    """Make somebody with an account a member. Whoever has none needs an invitation."""
    await enter_team(session, team_id, caller, needed_for(body.role))
    user_id = body.user_id
    if body.username is not None:
        found = await find_user(session, body.username)
        user_id = found.id if found is not None else None
    if user_id is None:
        raise UserNotFoundError
    member = await members.join_team(session, team_id=team_id, user_id=user_id, role=body.role)
    # Once more, now that the team is locked: the caller's own role may just have ended.
    await enter_team(session, team_id, caller, needed_for(body.role))
    return members.member_response(member, await get_user(session, user_id))


@members_router.patch("/{team_id}/members/{user_id}")
async def change_member(
    session: SystemSession, caller: CallerDep, team_id: str, user_id: str, body: MemberUpdate
) -> MemberResponse:
    """Give a member another role."""
    access = await enter_team(session, team_id, caller, TeamAction.MANAGE_MEMBERS, lock=True)
    member = await members.get_member(session, team_id, user_id)
    access.demand(needed_for(TeamRole(member.role)))
    access.demand(needed_for(body.role))
    await members.change_role(session, member, body.role)
    return members.member_response(member, await get_user(session, user_id))


@members_router.delete("/{team_id}/members/{user_id}")
async def remove_member(session: SystemSession, caller: CallerDep, team_id: str, user_id: str) -> MessageResponse:
    """End somebody's membership, also one's own."""
    if user_id == caller.id:
        return await leave_team(session, caller, team_id)
    access = await enter_team(session, team_id, caller, TeamAction.MANAGE_MEMBERS, lock=True)
    member = await members.get_member(session, team_id, user_id)
    access.demand(needed_for(TeamRole(member.role)))
    await members.remove_member(session, member)
    return MessageResponse(message="They are no longer a member of the team.", id=user_id)


@members_router.post("/{team_id}/leave", dependencies=[declares(Effect.ACCESS)])
async def leave_team(session: SystemSession, caller: CallerDep, team_id: str) -> MessageResponse:
    """Leave a team. Its last owner has to hand it over or delete it first."""
    await enter_team(session, team_id, caller, lock=True)
    await members.remove_member(session, await members.get_member(session, team_id, caller.id))
    return MessageResponse(message="You have left the team.", id=team_id)


@members_router.post("/{team_id}/transfer", dependencies=[declares(Effect.ACCESS)])
async def transfer_team(
    session: SystemSession, caller: CallerDep, team_id: str, body: TransferRequest
) -> MemberResponse:
    """Make another member the owner in your place; you stay as an admin."""
    access = await enter_team(session, team_id, caller, TeamAction.MANAGE_OWNERS, lock=True)
    heir = await members.get_member(session, team_id, body.user_id)
    if not (user := await get_user(session, heir.user_id)).is_active:
        raise MemberNotFoundError
    if access.role is TeamRole.OWNER:
        owner = await members.get_member(session, team_id, caller.id)
        await members.hand_over(session, owner=owner, heir=heir)
    else:
        await members.change_role(session, heir, TeamRole.OWNER)
    return members.member_response(heir, user)
