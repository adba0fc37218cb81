"""Accounts that people make themselves, the first administrator among them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.errors import RegistrationClosedError, SetupDoneError
from verbatim_enterprise.auth.models import Setup
from verbatim_enterprise.config import AuthSettings, Registration
from verbatim_enterprise.host import Role, utcnow
from verbatim_enterprise.license.seats import Claim, claim_seat, take_seat
from verbatim_enterprise.teams.service import create_first_team
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.service import create_user

FIRST_ADMIN = "first_admin"


@dataclass(frozen=True)
class NewAccount:
    """What somebody who registers says about themselves, with the password hashed already."""

    username: str
    email: str
    password_hash: str
    display_name: str | None = None


async def is_set_up(session: AsyncSession) -> bool:
    """Say whether this installation has had its first administrator."""
    return await session.scalar(select(Setup.id).where(Setup.id == FIRST_ADMIN)) is not None


async def make_first_admin(session: AsyncSession, account: NewAccount) -> User:
    """Make the first administrator with a first team, all in the caller's transaction.

    Raises:
        SetupDoneError: there is one, perhaps since a moment.
    """
    # The row's fixed key decides a race: the second insert waits for the first transaction and then does nothing.
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    claimed = await session.scalar(
        insert(Setup).values(id=FIRST_ADMIN, done_at=utcnow()).on_conflict_do_nothing().returning(Setup.id)
    )
    if claimed is None:
        raise SetupDoneError
    user = await _create(session, account, active=True, role=Role.ADMIN)
    await session.execute(update(Setup).where(Setup.id == FIRST_ADMIN).values(user_id=user.id))
    await create_first_team(session, user)
    return user


async def add_admin(session: AsyncSession, account: NewAccount) -> User:
    """Make an administrator for somebody with access to the server itself: the first one, or one more, in every state
    of the licence and beyond its seats.
    """
    if not await is_set_up(session):
        return await make_first_admin(session, account)
    return await _create(session, account, active=True, role=Role.ADMIN, claim=take_seat)


async def register(session: AsyncSession, account: NewAccount) -> User:
    """Make the account of somebody who registers, which waits for approval or for the proof of its address.

    Raises:
        UsernameTakenError, EmailTakenError, LicenseReadOnlyError
    """
    return await _create(session, account, active=False, role=Role.USER, email_proved=False)


def refuse_unwelcome(email: str, settings: AuthSettings) -> None:
    """Raise RegistrationClosedError where nobody registers, or nobody at that domain."""
    if settings.registration is Registration.CLOSED:
        raise RegistrationClosedError
    if settings.registration is Registration.DOMAINS and not settings.lists_domain_of(email):
        raise RegistrationClosedError


async def _create(
    session: AsyncSession,
    account: NewAccount,
    *,
    active: bool,
    role: Role,
    email_proved: bool = True,
    claim: Claim = claim_seat,
) -> User:
    return await create_user(
        session,
        username=account.username,
        email=account.email,
        display_name=account.display_name,
        active=active,
        email_proved=email_proved,
        role=role,
        password_hash=account.password_hash,
        claim=claim,
    )
