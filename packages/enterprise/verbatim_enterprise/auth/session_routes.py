"""`/api/auth/sessions`: where somebody is signed in, and ending it. Administrators do the same for anyone."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.cookies import reply_to
from verbatim_enterprise.auth.errors import SessionNotFoundError
from verbatim_enterprise.auth.provider import PERSON, SessionPrincipal, caller_session
from verbatim_enterprise.auth.repository import list_sessions
from verbatim_enterprise.auth.schemas import SessionList, SessionResponse
from verbatim_enterprise.auth.services import ServicesDep
from verbatim_enterprise.auth.sessions import end_sessions
from verbatim_enterprise.host import MessageResponse, Permission, Router, any_user, principal_of, requires
from verbatim_enterprise.system_session import SystemSession
from verbatim_enterprise.users.errors import UserNotFoundError
from verbatim_enterprise.users.models import User

router = Router()
admin_router = Router()

MANAGE = [requires(Permission.USER_MANAGE), PERSON]


@router.get("", dependencies=[any_user()])
async def my_sessions(request: Request, session: SystemSession) -> SessionList:
    """List where the caller is signed in."""
    caller = caller_session(request)
    return await _listed(session, caller.id, current=caller.session.id)


@router.delete("", dependencies=[any_user()])
async def end_my_other_sessions(request: Request, session: SystemSession, services: ServicesDep) -> MessageResponse:
    """Sign the caller out everywhere else."""
    caller = caller_session(request)
    count = await end_sessions(session, user_id=caller.id, reason="ended", but=caller.session.id)
    services.forget_after(session)
    return MessageResponse(message=f"{count} other sessions were ended.")


@router.delete("/{session_id}", dependencies=[any_user()])
async def end_my_session(
    request: Request, session: SystemSession, services: ServicesDep, session_id: str
) -> MessageResponse:
    """End one of the caller's sessions."""
    caller = caller_session(request)
    if not await end_sessions(session, user_id=caller.id, reason="ended", only=session_id):
        raise SessionNotFoundError
    services.forget_after(session)
    if session_id == caller.session.id:
        reply_to(request.scope).set(services.sign_out_cookies(request))
    return MessageResponse(message="The session was ended.", id=session_id)


@admin_router.get("/{user_id}/sessions", dependencies=MANAGE)
async def sessions_of(request: Request, session: SystemSession, user_id: str) -> SessionList:
    """List where somebody is signed in."""
    await _get_user(session, user_id)
    caller = principal_of(request)
    return await _listed(session, user_id, current=caller.session.id if isinstance(caller, SessionPrincipal) else None)


@admin_router.delete("/{user_id}/sessions", dependencies=MANAGE)
async def end_sessions_of(session: SystemSession, services: ServicesDep, user_id: str) -> MessageResponse:
    """Sign somebody out everywhere."""
    await _get_user(session, user_id)
    count = await end_sessions(session, user_id=user_id, reason="ended_by_admin")
    services.forget_after(session)
    return MessageResponse(message=f"{count} sessions were ended.", id=user_id)


@admin_router.delete("/{user_id}/sessions/{session_id}", dependencies=MANAGE)
async def end_session_of(
    session: SystemSession, services: ServicesDep, user_id: str, session_id: str
) -> MessageResponse:
    """End one of somebody's sessions."""
    if not await end_sessions(session, user_id=user_id, reason="ended_by_admin", only=session_id):
        raise SessionNotFoundError
    services.forget_after(session)
    return MessageResponse(message="The session was ended.", id=session_id)


async def _get_user(session: AsyncSession, user_id: str) -> User:
    user = await session.get(User, user_id)
    if user is None:
        raise UserNotFoundError
    return user


async def _listed(session: AsyncSession, user_id: str, *, current: str | None) -> SessionList:
    rows = await list_sessions(session, user_id)
    items = [
        SessionResponse(
            id=row.id,
            method=row.method,
            address=row.address,
            user_agent=row.user_agent,
            second_factor=row.second_factor,
            created_at=row.created_at,
            last_used_at=row.rotated_at,
            expires_at=min(row.expires_at, row.ends_at),
            is_current=row.id == current,
        )
        for row in rows
    ]
    return SessionList(items=items, total=len(items))
