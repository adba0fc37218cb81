"""`/api/auth/mfa`: the second step of signing in, and managing one's second factor."""

from __future__ import annotations

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth import mfa, throttle
from verbatim_enterprise.auth.attempts import attempted
from verbatim_enterprise.auth.cookies import Cookie
from verbatim_enterprise.auth.errors import InvalidCodeError, InvalidMfaTokenError, MfaStateError, WrongPasswordError
from verbatim_enterprise.auth.events import MfaChanged, SignInFailed, Unlocked
from verbatim_enterprise.auth.login import confirm_password, user_of_mfa_token
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.password_routes import unlock_account
from verbatim_enterprise.auth.provider import PERSON, caller_session
from verbatim_enterprise.auth.routes import signed_in_answer
from verbatim_enterprise.auth.schemas import (
    MfaChange,
    MfaCode,
    MfaLogin,
    MfaSetupRequest,
    MfaSetupResponse,
    MfaState,
    RecoveryCodes,
    TokenResponse,
)
from verbatim_enterprise.auth.services import AuthServices, ServicesDep, device
from verbatim_enterprise.auth.sessions import Grant, end_sessions
from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import (
    Effect,
    MessageResponse,
    Permission,
    Router,
    any_user,
    declares,
    emit,
    public,
    requires,
)
from verbatim_enterprise.system_session import SystemSession, system_transaction
from verbatim_enterprise.users.errors import UserNotFoundError
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.service import lock_user, may_touch

router = Router()
admin_router = Router()

MANAGE = [requires(Permission.USER_MANAGE), PERSON]


@router.post("", dependencies=[public(effect=Effect.ACCESS)])
async def second_step(request: Request, services: ServicesDep, body: MfaLogin) -> TokenResponse:
    """Finish signing in with a code. After ``/setup`` the code also switches the second factor on."""
    token = _token(services, request, body.mfa_token)
    async with system_transaction(services.database, read_only=True) as session:
        user, _ = await user_of_mfa_token(services, session, token)
    attempt = _attempt(services, request, user)
    async with attempted(services.database, services.queue, attempt) as checked:
        async with system_transaction(services.database) as session:
            outcome = await _finish(services, session, request, token, body.code)
        checked.right = outcome is not None
    if outcome is None:
        async with system_transaction(services.database) as session:
            failed = SignInFailed(user_id=user.id, reason="second_factor", address=device(request).address)
            await emit(session, failed)
        raise InvalidCodeError
    return signed_in_answer(services, request, *outcome)


async def _finish(
    services: AuthServices, session: AsyncSession, request: Request, token: str, code: str
) -> tuple[Grant, list[str] | None] | None:
    user, claims = await user_of_mfa_token(services, session, token)
    user = await lock_user(session, user.id)
    codes = None
    if user.totp_confirmed_at is None and mfa.is_required(services.settings.auth, user.role):
        try:
            codes = await mfa.confirm_setup(session, services.keys, user, code)
        except InvalidCodeError:
            return None
    elif not await mfa.use_code(session, services.keys, user, code):
        return None
    method = str(claims.get("mth", "password"))
    grant = await services.sessions.begin(session, user, device(request), method=method, second_factor=True)
    return grant, codes


@router.get("", dependencies=[any_user()])
async def mfa_state(request: Request, session: SystemSession, services: ServicesDep) -> MfaState:
    """Tell how the caller's second factor stands."""
    user = await session.get_one(User, caller_session(request).id)
    return MfaState(
        enabled=user.totp_confirmed_at is not None,
        required=mfa.is_required(services.settings.auth, user.role),
        recovery_codes_left=await mfa.recovery_codes_left(session, user.id),
    )


@router.post("/setup", dependencies=[public(effect=Effect.ACCESS)])
async def begin_setup(request: Request, services: ServicesDep, body: MfaSetupRequest) -> MfaSetupResponse:
    """Get a secret for an authenticator app: signed in with one's password, or in the middle of signing in."""
    user_id = await _who_sets_up(services, request, body)
    async with system_transaction(services.database) as session:
        return mfa.begin_setup(services.keys, await lock_user(session, user_id))


async def _who_sets_up(services: AuthServices, request: Request, body: MfaSetupRequest) -> str:
    if body.mfa_token is not None or services.cookies.read(Cookie.MFA, request) is not None:
        async with system_transaction(services.database, read_only=True) as session:
            user, _ = await user_of_mfa_token(services, session, _token(services, request, body.mfa_token))
        if not mfa.is_required(services.settings.auth, user.role):
            raise MfaStateError
        return user.id
    caller = caller_session(request)
    await _confirm(services, request, caller.id, body.password.get_secret_value() if body.password else None)
    return caller.id


@router.post("/enable", dependencies=[any_user(effect=Effect.ACCESS)])
async def enable(request: Request, services: ServicesDep, body: MfaCode) -> RecoveryCodes:
    """Switch the second factor on with a first code. The recovery codes are shown this once."""
    caller = caller_session(request)
    # As often as one likes: the secret is known to whoever asks.
    async with services.queue.turn(f"mfa {caller.id}"), system_transaction(services.database) as session:
        user = await lock_user(session, caller.id)
        codes = await mfa.confirm_setup(session, services.keys, user, body.code)
        row = await session.get_one(AuthSession, caller.session.id)
        row.second_factor = True
        await end_sessions(session, user_id=user.id, reason="second_factor_enabled", but=caller.session.id)
        services.forget_after(session)
    return RecoveryCodes(recovery_codes=codes)


@router.post("/disable", dependencies=[any_user(effect=Effect.ACCESS)])
async def disable(request: Request, services: ServicesDep, body: MfaChange) -> MessageResponse:
    """Switch the second factor off, with one's password and a code."""
    caller = caller_session(request)
    await _confirm(services, request, caller.id, body.password.get_secret_value() if body.password else None)
    async with system_transaction(services.database) as session:
        user = await lock_user(session, caller.id)
        if mfa.is_required(services.settings.auth, user.role):
            raise MfaStateError("Your role must use a second factor.")
    await _with_code(services, request, caller.id, body.code)
    async with system_transaction(services.database) as session:
        await mfa.switch_off(session, await lock_user(session, caller.id), state="disabled")
    return MessageResponse(message="The second factor is off.")


@router.post("/recovery-codes", dependencies=[any_user(effect=Effect.ACCESS)])
async def new_recovery_codes(request: Request, services: ServicesDep, body: MfaChange) -> RecoveryCodes:
    """Replace all recovery codes, with one's password and a code."""
    caller = caller_session(request)
    await _confirm(services, request, caller.id, body.password.get_secret_value() if body.password else None)
    await _with_code(services, request, caller.id, body.code)
    async with system_transaction(services.database) as session:
        codes = await mfa.renew_recovery_codes(session, await lock_user(session, caller.id))
        await emit(session, MfaChanged(user_id=caller.id, state="codes_renewed"))
    return RecoveryCodes(recovery_codes=codes)


@admin_router.delete("/{user_id}/mfa", dependencies=MANAGE)
async def reset_mfa(session: SystemSession, services: ServicesDep, caller: CallerDep, user_id: str) -> MessageResponse:
    """Take the second factor of somebody who lost it away, and sign them out."""
    user = await lock_user(session, user_id)
    may_touch(caller, user)
    await mfa.switch_off(session, user, state="reset")
    await end_sessions(session, user_id=user.id, reason="second_factor_reset")
    services.forget_after(session)
    return MessageResponse(message="The second factor was taken away.", id=user_id)


@admin_router.post("/{user_id}/unlock", dependencies=[*MANAGE, declares(Effect.ACCESS)])
async def unlock(session: SystemSession, user_id: str) -> MessageResponse:
    """Let somebody try again at once whose sign-in is slowed down."""
    user = await session.get(User, user_id)
    if user is None:
        raise UserNotFoundError
    await unlock_account(session, user)
    await emit(session, Unlocked(user_id=user.id))
    return MessageResponse(message="The account can be used again at once.", id=user_id)


def _token(services: AuthServices, request: Request, given: str | None) -> str:
    cookie = services.cookies.read(Cookie.MFA, request) if services.cookies.counts(request) else None
    token = given or cookie
    if token is None:
        raise InvalidMfaTokenError
    return token


def _attempt(services: AuthServices, request: Request, user: User) -> throttle.Attempt:
    trusted = services.device_of(request, user.id)
    return throttle.attempt(f"mfa {user.id}", device(request).address, device=trusted)


async def _confirm(services: AuthServices, request: Request, user_id: str, password: str | None) -> None:
    async with system_transaction(services.database, read_only=True) as session:
        user = await session.get_one(User, user_id)
    if user.password_hash is None:
        return  # an account of a sign-in provider has nothing to confirm with
    if password is None:
        raise WrongPasswordError
    await confirm_password(services, request, user_id, password)


async def _with_code(services: AuthServices, request: Request, user_id: str, code: str) -> None:
    attempt = throttle.attempt(f"mfa {user_id}", device(request).address, device=user_id)
    async with attempted(services.database, services.queue, attempt) as checked:
        async with system_transaction(services.database) as session:
            right = await mfa.use_code(session, services.keys, await lock_user(session, user_id), code)
        checked.right = right
    if not right:
        raise InvalidCodeError
