"""`/api/auth`: signing in and out, registering, and who one is."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body, Request

from verbatim_enterprise.auth.cookies import Cookie, reply_to
from verbatim_enterprise.auth.errors import InvalidRefreshTokenError
from verbatim_enterprise.auth.exchange import exchange
from verbatim_enterprise.auth.login import SecondFactorNeeded, sign_in
from verbatim_enterprise.auth.mfa import is_required
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.own_account import own_account
from verbatim_enterprise.auth.provider import caller_session
from verbatim_enterprise.auth.schemas import (
    AccessResponse,
    LoginRequest,
    MeResponse,
    MfaNeeded,
    ProfileUpdate,
    RefreshRequest,
    TeamChoice,
    TokenResponse,
    WorkspaceChoice,
)
from verbatim_enterprise.auth.services import AuthServices, ServicesDep
from verbatim_enterprise.auth.sessions import Grant, end_sessions
from verbatim_enterprise.caller import caller_of
from verbatim_enterprise.host import Effect, MessageResponse, Router, any_user, principal_of, public
from verbatim_enterprise.system_session import SystemSession, system_transaction
from verbatim_enterprise.teams.errors import TeamNotFoundError, WorkspaceNotFoundError
from verbatim_enterprise.teams.models import TeamMember
from verbatim_enterprise.teams.policy import may_create_teams
from verbatim_enterprise.teams.sight import sight_of, sights_of
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.schemas import UserUpdate
from verbatim_enterprise.users.service import lock_user, rename_user

router = Router()


def signed_in_answer(
    services: AuthServices, request: Request, grant: Grant, recovery_codes: list[str] | None = None
) -> TokenResponse:
    """Return both tokens, and sign the browser in beside."""
    reply_to(request.scope).set(services.sign_in_cookies(request, grant))
    return TokenResponse(
        access_token=grant.access_token,
        expires_at=grant.access_expires,
        refresh_token=grant.refresh_token,
        refresh_expires_at=grant.refresh_expires,
        recovery_codes=recovery_codes,
    )


@router.post("/login", dependencies=[public(effect=Effect.ACCESS)])
async def login(request: Request, services: ServicesDep, body: LoginRequest) -> TokenResponse | MfaNeeded:
    """Sign in with user name or e-mail address and password."""
    async with services.admission(request):
        outcome = await sign_in(services, request, body.username, body.password.get_secret_value())
    if isinstance(outcome, SecondFactorNeeded):
        return MfaNeeded(mfa_token=outcome.mfa_token, mfa_setup=outcome.enrol)
    return signed_in_answer(services, request, outcome)


@router.post("/refresh", dependencies=[public(effect=Effect.ACCESS)])
async def refresh(
    request: Request, services: ServicesDep, body: Annotated[RefreshRequest | None, Body()] = None
) -> TokenResponse:
    """Exchange a refresh token for new tokens. A browser's cookie counts only on a request of this site's own pages."""
    token = body.refresh_token if body else None
    from_cookie = token is None
    if token is None and services.cookies.counts(request):
        token = services.cookies.read(Cookie.REFRESH, request)
    if token is None:
        raise InvalidRefreshTokenError
    try:
        grant = await exchange(services, token)
    except InvalidRefreshTokenError:
        if from_cookie:
            reply_to(request.scope).set(services.sign_out_cookies(request))
        raise
    if from_cookie:
        reply_to(request.scope).set(services.token_cookies(request, grant))
    return TokenResponse(
        access_token=grant.access_token,
        expires_at=grant.access_expires,
        refresh_token=grant.refresh_token,
        refresh_expires_at=grant.refresh_expires,
    )


@router.post("/logout", dependencies=[public(effect=Effect.ACCESS)])
async def logout(request: Request, services: ServicesDep) -> MessageResponse:
    """End this session, everywhere at once."""
    if principal_of(request) is not None:
        current = caller_session(request).session
        async with system_transaction(services.database) as session:
            await end_sessions(session, user_id=current.user_id, reason="logout", only=current.id)
        services.cache.forget()
    reply_to(request.scope).set(services.sign_out_cookies(request))
    return MessageResponse(message="You are signed out.")


@router.get("/me", dependencies=[any_user()])
async def me(request: Request, session: SystemSession, services: ServicesDep) -> MeResponse:
    """Tell who is signed in, to which teams they belong, and what this request may do."""
    caller = caller_session(request)
    own = await own_account(session, caller.id)
    account = own.row
    return MeResponse(
        id=account["id"],
        username=account["username"],
        email=account["email"],
        display_name=account["display_name"],
        role=account["role"],
        is_active=account["is_active"],
        teams=own.teams,
        team_id=caller.team_id,
        workspace_id=caller.workspace_id,
        default_team_id=account["default_team_id"] if account["default_team_id"] in caller.session.teams else None,
        permissions=sorted(caller.permissions),
        mfa_enabled=account["totp_confirmed_at"] is not None,
        mfa_required=is_required(services.settings.auth, account["role"]),
        has_password=account["has_password"],
        identities=own.identities,
        session_id=caller.session.id,
        may_create_teams=may_create_teams(caller_of(caller)),
        created_at=account["created_at"],
        last_sign_in_at=account["last_sign_in_at"],
    )


@router.patch("/me", dependencies=[any_user()])
async def update_me(request: Request, session: SystemSession, services: ServicesDep, body: ProfileUpdate) -> MeResponse:
    """Change one's display name."""
    user = await lock_user(session, caller_session(request).id)
    await rename_user(session, user, UserUpdate(display_name=body.display_name))
    await session.flush()
    return await me(request, session, services)


@router.post("/team", dependencies=[any_user(effect=Effect.ACCESS)])
async def choose_team(
    request: Request, session: SystemSession, services: ServicesDep, body: TeamChoice
) -> AccessResponse:
    """Work in another of one's teams from now on, in every tab of this browser; it is also the default next time."""
    caller = caller_session(request)
    row = await session.get_one(AuthSession, caller.session.id)
    user = await session.get_one(User, caller.id)
    if await session.get(TeamMember, (body.team_id, user.id)) is None:
        raise TeamNotFoundError
    row.team_id = user.default_team_id = body.team_id
    row.workspace_id = None
    await session.flush()
    token, expires = services.sessions.access_token(row)
    services.forget_after(session)
    reply_to(request.scope).set([services.access_cookie(request, token, expires)])
    return AccessResponse(access_token=token, expires_at=expires, team_id=body.team_id)


@router.post("/workspace", dependencies=[any_user(effect=Effect.ACCESS)])
async def choose_workspace(
    request: Request, session: SystemSession, services: ServicesDep, body: WorkspaceChoice
) -> MessageResponse:
    """Work in one workspace of the active team from now on, in every tab of this browser; null: in the whole team."""
    caller = caller_session(request)
    sights = await sights_of(session, caller.id, [caller.team_id] if caller.team_id else [])
    if body.workspace_id is not None and body.workspace_id not in sight_of(sights, caller.team_id).seen:
        raise WorkspaceNotFoundError
    row = await session.get_one(AuthSession, caller.session.id)
    row.workspace_id = body.workspace_id
    services.forget_after(session)
    return MessageResponse(message="You work in another workspace now.", id=body.workspace_id)
