"""Signing in with a password, step by step.

No transaction is open while a password is being checked: that takes longer than all database work together.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from verbatim_enterprise.auth import throttle
from verbatim_enterprise.auth.attempts import attempted
from verbatim_enterprise.auth.errors import (
    AccountDeactivatedError,
    AccountPendingError,
    InvalidCredentialsError,
    InvalidMfaTokenError,
    WrongPasswordError,
)
from verbatim_enterprise.auth.events import SignInFailed
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.services import AuthServices, device
from verbatim_enterprise.auth.sessions import Grant
from verbatim_enterprise.auth.tokens import TokenError
from verbatim_enterprise.host import emit, new_id, utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key

MFA_TIME: Final = timedelta(minutes=10)
KNOWN_FOR: Final = timedelta(days=90)
"""How long an address from which somebody signed in counts as theirs."""


@dataclass(frozen=True)
class SecondFactorNeeded:
    """The password was right; the token says so to the second step. ``enrol``: there is no second factor yet."""

    mfa_token: str
    enrol: bool


Look = Callable[[AsyncSession], Awaitable[tuple[User | None, throttle.Attempt]]]


async def sign_in(
    services: AuthServices, connection: HTTPConnection, name: str, password: str
) -> Grant | SecondFactorNeeded:
    """Sign somebody in by user name or e-mail address.

    Raises:
        InvalidCredentialsError: one of both is wrong; which one, nobody learns.
        TooManyAttemptsError, BusyError: not now.
        AccountPendingError, AccountDeactivatedError: the password was right, and the account may not be used.
    """
    address = device(connection).address

    async def look(session: AsyncSession) -> tuple[User | None, throttle.Attempt]:
        user, is_known = await _find(session, name, address)
        trusted = services.device_of(connection, user.id) if user else None
        return user, throttle.attempt(name_key(name), address, device=trusted, is_known=is_known)

    user = await check_password_of(services, look, password, address)
    refuse_unusable(user)
    renewed = None
    if user.password_hash and services.hasher.is_outdated(user.password_hash):
        renewed = await services.hasher.hash(password)
    return await after_first_factor(services, connection, user.id, method="password", renewed=renewed)


async def _find(session: AsyncSession, name: str, address: str | None) -> tuple[User | None, bool]:
    key = name_key(name)
    here = exists().where(
        AuthSession.user_id == User.id,
        AuthSession.address == address,
        AuthSession.created_at > utcnow() - KNOWN_FOR,
    )
    row = (
        await session.execute(select(User, here).where(or_(User.username_key == key, User.email_key == key)))
    ).one_or_none()
    return (None, False) if row is None else (row[0], bool(row[1]))


async def check_password_of(services: AuthServices, look: Look, password: str, address: str | None) -> User:
    """Check a password, as often as the throttle lets one, and return whose it is.

    ``look`` finds the account and what an attempt to be it counts under.

    Raises:
        InvalidCredentialsError, TooManyAttemptsError, BusyError
    """
    async with system_transaction(services.database, read_only=True) as session:
        user, attempt = await look(session)
    async with attempted(services.database, services.queue, attempt) as outcome:
        outcome.right = await services.hasher.verify(user.password_hash if user else None, password) and (
            user is not None
        )
    if user is not None and outcome.right:
        return user
    async with system_transaction(services.database) as session:
        await emit(session, SignInFailed(user_id=user.id if user else None, reason="password", address=address))
    raise InvalidCredentialsError


def refuse_unusable(user: User) -> None:
    """Raise AccountPendingError or AccountDeactivatedError for an account that may not sign in."""
    if not user.is_active:
        raise AccountPendingError if user.approved_at is None else AccountDeactivatedError


async def after_first_factor(
    services: AuthServices,
    connection: HTTPConnection,
    user_id: str,
    *,
    method: str,
    renewed: str | None = None,
    second_factor: bool = False,
) -> Grant | SecondFactorNeeded:
    """Begin a session, unless a second factor is due. ``renewed`` is the password hashed with today's parameters."""
    async with system_transaction(services.database) as session:
        user = await usable_user(session, user_id)
        if renewed is not None:
            user.password_hash = renewed
        if needs_second_factor(services, user) and not second_factor:
            return SecondFactorNeeded(mfa_token(services, user, method), enrol=user.totp_confirmed_at is None)
        return await services.sessions.begin(
            session, user, device(connection), method=method, second_factor=second_factor
        )


def needs_second_factor(services: AuthServices, user: User) -> bool:
    """Say whether a password alone, or its like, does not sign this account in."""
    return user.totp_confirmed_at is not None or user.role in services.settings.auth.mfa_required_roles


async def usable_user(session: AsyncSession, user_id: str) -> User:
    """Return an account that may sign in now.

    Raises:
        AccountPendingError, AccountDeactivatedError, InvalidCredentialsError: it may not, or is gone.
    """
    user = await session.get(User, user_id, populate_existing=True)
    if user is None:
        raise InvalidCredentialsError
    refuse_unusable(user)
    return user


def mfa_token(services: AuthServices, user: User, method: str) -> str:
    """Return a token that says the first factor was right. It dies with a change of the password."""
    now = utcnow()
    claims = {"sub": user.id, "pwd": _stamp(user), "mth": method, "flow": new_id()}
    return services.tokens.mfa(claims, now, now + MFA_TIME)


async def user_of_mfa_token(services: AuthServices, session: AsyncSession, token: str) -> tuple[User, dict[str, Any]]:
    """Return whose first factor was right, with the token's claims; the account may still sign in.

    Raises:
        InvalidMfaTokenError: the token is not valid any more.
    """
    try:
        claims = services.tokens.check_mfa(token)
    except TokenError as error:
        raise InvalidMfaTokenError from error
    user = await usable_user(session, str(claims.get("sub")))
    if claims.get("pwd") != _stamp(user):
        raise InvalidMfaTokenError
    return user, claims


def _stamp(user: User) -> int:
    changed = max((moment for moment in (user.password_changed_at, user.signed_in_after) if moment), default=None)
    return int(changed.timestamp() * 1_000_000) if changed else 0


async def confirm_password(services: AuthServices, connection: HTTPConnection, user_id: str, password: str) -> User:
    """Make sure that it is still the account's owner who asks for something delicate.

    Raises:
        WrongPasswordError, TooManyAttemptsError, BusyError
    """
    address = device(connection).address
    # Whoever has the session is the only one here: another place's failures must not hinder, nor these a sign-in.
    attempt = throttle.attempt(f"confirm {user_id}", address, device=user_id)

    async def look(session: AsyncSession) -> tuple[User | None, throttle.Attempt]:
        return await usable_user(session, user_id), attempt

    try:
        return await check_password_of(services, look, password, address)
    except InvalidCredentialsError as error:
        raise WrongPasswordError from error
