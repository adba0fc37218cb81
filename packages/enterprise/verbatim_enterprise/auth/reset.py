"""New passwords: changed by their owner, or set through a link that works once."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.crypto import digest, random_token
from verbatim_enterprise.auth.errors import InvalidResetTokenError
from verbatim_enterprise.auth.events import PasswordChanged, ResetLinkMade
from verbatim_enterprise.auth.models import PasswordReset
from verbatim_enterprise.auth.sessions import end_sessions
from verbatim_enterprise.config import AuthSettings, Registration
from verbatim_enterprise.host import emit, utcnow
from verbatim_enterprise.license.repository import lock_seats
from verbatim_enterprise.license.seats import claim_seat_from_outside
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key
from verbatim_enterprise.users.service import wake_user

LINK_TIME: Final = timedelta(hours=1)
CONFIRM_TIME: Final = timedelta(hours=24)
"""How long somebody who registered has time to prove that the address is theirs."""
BETWEEN_MAILS: Final = timedelta(minutes=2)


async def make_link(
    session: AsyncSession,
    user: User,
    *,
    by: str | None,
    confirms_email: bool = False,
    lasts: timedelta = LINK_TIME,
) -> tuple[str, PasswordReset]:
    """Return a token that sets a new password, and its row. Earlier ones of the account end.

    With ``confirms_email`` using it proves that whoever registered reads that address, and wakes the account. Whoever
    registered with somebody else's address gains nothing: its owner chooses another password.
    """
    await _void(session, user.id)
    token, now = random_token("vpr"), utcnow()
    row = PasswordReset(
        user_id=user.id,
        token_hash=digest(token),
        created_by=by,
        confirms_email=confirms_email,
        created_at=now,
        expires_at=now + (CONFIRM_TIME if confirms_email else lasts),
    )
    session.add(row)
    await session.flush()
    await emit(session, ResetLinkMade(user_id=user.id, by=by))
    return token, row


async def user_of_token(session: AsyncSession, token: str) -> User:
    """Return whose password a token may set, without using it up.

    Raises:
        InvalidResetTokenError: it is not valid (any more).
    """
    user: User | None = await session.scalar(
        select(User)
        .join(PasswordReset, PasswordReset.user_id == User.id)
        .where(
            PasswordReset.token_hash == digest(token),
            PasswordReset.used_at.is_(None),
            PasswordReset.expires_at > utcnow(),
        )
    )
    if user is None:
        raise InvalidResetTokenError
    return user


async def reset_password(session: AsyncSession, token: str, password_hash: str) -> User:
    """Set a new password by a link's token, and end every session of the account; perhaps wake the account.

    Raises:
        InvalidResetTokenError: the token is not valid, or another request has just used it.
        SeatsExceededError, LicenseReadOnlyError: the account sleeps, and the licence allows no further active one.
    """
    await lock_seats(session)  # before any account, as everywhere
    now = utcnow()
    link = await session.scalar(
        update(PasswordReset)
        .where(
            PasswordReset.token_hash == digest(token),
            PasswordReset.used_at.is_(None),
            PasswordReset.expires_at > now,
        )
        .values(used_at=now)
        .returning(PasswordReset)
        .execution_options(synchronize_session=False)
    )
    user = await session.get(User, link.user_id, populate_existing=True) if link else None
    if link is None or user is None:
        raise InvalidResetTokenError
    await set_password(session, user, password_hash, how="reset")
    if link.created_by is None:  # it went to the address, and to nobody else
        user.email_proved = True
    if link.confirms_email and user.approved_at is None:
        await wake_user(session, user, claim=claim_seat_from_outside)
    return user


async def set_password(
    session: AsyncSession, user: User, password_hash: str, *, how: str, but: str | None = None
) -> None:
    """Give an account a new password; sessions other than ``but`` end, and so do links."""
    user.password_hash, user.password_changed_at = password_hash, utcnow()
    await _void(session, user.id)
    await session.flush()
    await end_sessions(session, user_id=user.id, reason="password_changed", but=but)
    await emit(session, PasswordChanged(user_id=user.id, how=how))


async def find_for_mail(session: AsyncSession, name: str, settings: AuthSettings) -> User | None:
    """Return the account that a reset mail is due to: it exists, is active or may confirm its address, and had none a
    moment ago.
    """
    key = name_key(name)
    user: User | None = await session.scalar(select(User).where(or_(User.username_key == key, User.email_key == key)))
    if user is None or not (user.is_active or may_confirm(user, settings)):
        return None
    recent = select(PasswordReset.id).where(
        PasswordReset.user_id == user.id, PasswordReset.created_at > utcnow() - BETWEEN_MAILS
    )
    return None if await session.scalar(recent) else user


def may_confirm(user: User, settings: AuthSettings) -> bool:
    """Say whether an account waits for nothing but the proof that its address is its owner's."""
    is_new = user.approved_at is None and not user.is_active
    return is_new and settings.registration is Registration.DOMAINS and settings.lists_domain_of(user.email)


async def _void(session: AsyncSession, user_id: str) -> None:
    await session.execute(
        update(PasswordReset)
        .where(PasswordReset.user_id == user_id, PasswordReset.used_at.is_(None))
        .values(used_at=utcnow())
        .execution_options(synchronize_session=False)
    )
