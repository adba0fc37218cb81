"""`/api/teams/{team_id}/invites` for the team, `/api/invites/{token}` for whoever is invited."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Request

from verbatim_enterprise.caller import Caller, CallerDep, caller_or_none
from verbatim_enterprise.host import Database, Effect, ListResponse, MessageResponse, PageDep, Router, declares, public
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.system_session import SystemSession, system_transaction
from verbatim_enterprise.teams import accept, invite
from verbatim_enterprise.teams.access import enter_team
from verbatim_enterprise.teams.errors import AccountDataError
from verbatim_enterprise.teams.invite_state import InviteState
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.teams.policy import TeamAction, needed_for
from verbatim_enterprise.teams.schemas import (
    InviteAccept,
    InviteAccepted,
    InviteCreate,
    InviteLookup,
    InviteResponse,
    InviteWithLink,
)
from verbatim_enterprise.users.passwords import hash_password

invites_router = Router()
invitee_router = Router(dependencies=[public()])

Token = Annotated[str, Path(max_length=100)]


@invites_router.get("/{team_id}/invites")
async def list_invites(
    session: SystemSession,
    caller: CallerDep,
    team_id: str,
    page: PageDep,
    state: InviteState | None = None,
) -> ListResponse[InviteResponse]:
    """List a team's invitations, the newest first."""
    await enter_team(session, team_id, caller, TeamAction.INVITE)
    items, total = await invite.list_invites(session, team_id, page, state)
    return ListResponse.of(items, total, page)


@invites_router.post("/{team_id}/invites", status_code=201, dependencies=[entitled(Entitlement.TEAMS)])
async def create_invite(session: SystemSession, caller: CallerDep, team_id: str, body: InviteCreate) -> InviteWithLink:
    """Invite somebody by mail or with a link to pass on. The link is shown now and never again."""
    access = await enter_team(session, team_id, caller, TeamAction.INVITE, lock=True)
    access.demand(needed_for(body.role))
    return await invite.create_invite(
        session,
        access,
        email=body.email,
        bound=body.bound,
        role=body.role,
        days=body.expires_in_days,
        send=body.send,
    )


@invites_router.post("/{team_id}/invites/{invite_id}/resend", dependencies=[entitled(Entitlement.TEAMS)])
async def resend_invite(session: SystemSession, caller: CallerDep, team_id: str, invite_id: str) -> InviteWithLink:
    """Renew an invitation: a new link, a new term, and a new mail if it has an address. The old link ends."""
    access = await enter_team(session, team_id, caller, TeamAction.INVITE, lock=True)
    found = await invite.get_invite(session, access, invite_id)
    access.demand(needed_for(TeamRole(found.role)))
    return await invite.resend_invite(session, access, found)


@invites_router.delete("/{team_id}/invites/{invite_id}")
async def revoke_invite(session: SystemSession, caller: CallerDep, team_id: str, invite_id: str) -> MessageResponse:
    """Withdraw an invitation."""
    access = await enter_team(session, team_id, caller, TeamAction.INVITE, lock=True)
    await invite.revoke_invite(session, await invite.get_invite(session, access, invite_id))
    return MessageResponse(message="The invitation was withdrawn.", id=invite_id)


@invitee_router.get("/{token}")
async def look_up_invite(session: SystemSession, request: Request, token: Token) -> InviteLookup:
    """Show what an invitation is for, and what accepting it takes."""
    return await accept.look_up(session, token, caller_or_none(request))


@invitee_router.post("/{token}/accept", dependencies=[declares(Effect.ACCESS, note="for who has a seat")])
async def accept_invite(request: Request, token: Token, body: InviteAccept) -> InviteAccepted:
    """Accept an invitation: as the account signed in, else as somebody new with a user name and a password."""
    database: Database = request.app.state.database
    caller = caller_or_none(request)
    if caller is not None:
        return await _as(database, token, body, caller)
    async with system_transaction(database, read_only=True) as session:
        await accept.check_new(session, token)
    hashed = await hash_password(request, body.password, body.username or "", body.email or "")
    if hashed is None:
        raise AccountDataError
    async with system_transaction(database) as session:
        return await accept.accept_as_new(session, token, body, hashed)


async def _as(database: Database, token: str, body: InviteAccept, caller: Caller) -> InviteAccepted:
    async with system_transaction(database) as session:
        return await accept.accept_signed_in(session, token, body, caller)
