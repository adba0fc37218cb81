"""Making, changing and deleting accounts."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import ADMINISTRATIVE, ROLE_PERMISSIONS, ForbiddenError, Role, utcnow
from verbatim_enterprise.license.repository import lock_seats
from verbatim_enterprise.license.rights import refuse_if_read_only
from verbatim_enterprise.license.seats import Claim, claim_seat
from verbatim_enterprise.users.errors import EmailTakenError, LastAdminError, UsernameTakenError, UserNotFoundError
from verbatim_enterprise.users.events import (
    UserApproved,
    UserCreated,
    UserDeactivated,
    UserDeleted,
    UserReactivated,
    UserRoleChanged,
    UserUpdated,
    tell,
)
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key
from verbatim_enterprise.users.schemas import UserUpdate


async def create_user(
    session: AsyncSession,
    *,
    username: str,
    email: str,
    active: bool,
    email_proved: bool = True,
    display_name: str | None = None,
    role: Role = Role.USER,
    password_hash: str | None = None,
    claim: Claim = claim_seat,
) -> User:
    """Make an account: one that may sign in at once when ``active``, else one that waits for approval.

    Raises:
        UsernameTakenError, EmailTakenError: somebody has it, also when they got it in this very moment.
        SeatsExceededError, LicenseReadOnlyError: the licence allows no further account.
    """
    await (claim(session) if active else refuse_if_read_only(session))
    now = utcnow()
    user = User(
        username=username,
        username_key=name_key(username),
        email=email,
        email_key=name_key(email),
        email_proved=email_proved,
        display_name=display_name or None,
        role=role,
        is_active=active,
        approved_at=now if active else None,
        password_hash=password_hash,
        password_changed_at=now if password_hash else None,
    )
    await _refuse_taken(session, user)
    try:
        async with session.begin_nested():
            session.add(user)
    except IntegrityError:
        await _refuse_taken(session, user)
        raise
    await tell(session, UserCreated(user_id=user.id, username=user.username, role=user.role, is_active=active))
    return user


async def _refuse_taken(session: AsyncSession, user: User) -> None:
    with session.no_autoflush:
        if await session.scalar(select(User.id).where(User.username_key == user.username_key, User.id != user.id)):
            raise UsernameTakenError
        if await session.scalar(select(User.id).where(User.email_key == user.email_key, User.id != user.id)):
            raise EmailTakenError


async def get_user(session: AsyncSession, user_id: str) -> User:
    """Return an account.

    Raises:
        UserNotFoundError: there is none.
    """
    found = await session.get(User, user_id)
    if found is None:
        raise UserNotFoundError
    return found


async def lock_user(session: AsyncSession, user_id: str, *, for_deletion: bool = False) -> User:
    """Return an account, locked against other changes until the transaction ends.

    Whoever locks accounts and teams locks the accounts first, and several accounts only under `lock_admins`: so two
    transactions never wait for each other.

    Raises:
        UserNotFoundError: there is none.
    """
    statement = select(User).where(User.id == user_id).execution_options(populate_existing=True)
    found: User | None = await session.scalar(statement.with_for_update(key_share=not for_deletion))
    if found is None:
        raise UserNotFoundError
    return found


async def lock_admins(session: AsyncSession) -> frozenset[str]:
    """Return the active administrators, locked: nobody else can make one of them less until the transaction ends.

    Only one transaction at a time locks several accounts: who is an administrator changes while another one waits, so
    that an order among the accounts alone would not keep two from waiting for each other.
    """
    await lock_seats(session)
    statement = select(User.id).where(User.role == Role.ADMIN, User.is_active.is_(True)).order_by(User.id)
    return frozenset(await session.scalars(statement.with_for_update(key_share=True)))


async def update_user(session: AsyncSession, user_id: str, change: UserUpdate, *, caller: Caller) -> User:
    """Change what is given, leave the rest.

    Raises:
        UserNotFoundError, LastAdminError, EmailTakenError: the change is impossible.
        ForbiddenError: it makes or touches an administrator, and the caller may not.
        SeatsExceededError, LicenseReadOnlyError: the licence allows no further active account.
    """
    admins = await lock_admins(session)
    user = await lock_user(session, user_id)
    may_touch(caller, user, change.role)
    stays_admin = change.is_active is not False and change.role in {None, Role.ADMIN}
    if not stays_admin:
        _keep_one_admin(admins, user)
    await rename_user(session, user, change)
    await _change_role(session, user, change.role)
    await _switch(session, user, active=change.is_active)
    user.updated_at = utcnow()
    await session.flush()
    return user


def may_touch(caller: Caller, user: User, new_role: Role | None = None) -> None:
    """Let nobody make, change or take over an account that may do more for the installation than they may themselves:
    so nobody raises themselves, by no detour over another account.

    Raises:
        ForbiddenError: the account's role, or the new one, is more than the caller's.
    """
    may_give(caller, user.role)
    if new_role is not None:
        may_give(caller, new_role)


def may_choose_heir(caller: Caller) -> None:
    """Let only those give teams away who look after teams: whoever gets one reads all of it, and the account that is to
    get it may be one that the caller has just made.

    Raises:
        ForbiddenError: the caller does not look after teams.
    """
    if not caller.manages_teams:
        raise ForbiddenError("Your role does not let you hand teams over. Ask somebody who may manage teams.")


def may_give(caller: Caller, role: str) -> None:
    """Let somebody make accounts of a role only when they may do themselves what it may do for the installation.

    Raises:
        ForbiddenError: the role may do more.
    """
    if missing := sorted((ROLE_PERMISSIONS[Role(role)] & ADMINISTRATIVE) - caller.permissions):
        raise ForbiddenError(f"Your role does not allow this: the role {role} also has {', '.join(missing)}.")


def _keep_one_admin(admins: frozenset[str], user: User) -> None:
    if admins == {user.id}:
        raise LastAdminError


async def rename_user(session: AsyncSession, user: User, change: UserUpdate) -> None:
    """Change the address and the display name that are given.

    Raises:
        EmailTakenError: another account has the address.
    """
    before = (user.email, user.display_name)
    if change.email is not None:
        user.email, user.email_key, user.email_proved = change.email, name_key(change.email), True
        await _refuse_taken(session, user)
    if "display_name" in change.model_fields_set:
        user.display_name = change.display_name or None
    if (user.email, user.display_name) == before:
        return
    try:
        await session.flush()
    except IntegrityError as error:  # somebody took the address in this very moment
        raise EmailTakenError from error
    await tell(session, UserUpdated(user_id=user.id, username=user.username))


async def _change_role(session: AsyncSession, user: User, role: Role | None) -> None:
    if role is None or role == user.role:
        return
    previous, user.role = user.role, role
    await session.flush()
    event = UserRoleChanged(user_id=user.id, username=user.username, role=role, previous_role=previous)
    await tell(session, event)


async def _switch(session: AsyncSession, user: User, *, active: bool | None) -> None:
    if active is None or active == user.is_active:
        return
    if active:
        await wake_user(session, user)
        return
    user.is_active, user.signed_in_after = False, utcnow()
    await session.flush()
    await tell(session, UserDeactivated(user_id=user.id, username=user.username))


async def wake_user(session: AsyncSession, user: User, *, claim: Claim = claim_seat) -> None:
    """Let the owner of a sleeping account sign in, for the first time or again. Whoever calls this holds `lock_seats`.

    Raises:
        SeatsExceededError, LicenseReadOnlyError: the licence allows no further active account.
    """
    await claim(session)
    if user.approved_at is None:
        user.email_proved = True  # whoever approves the account vouches for its address
    is_new, user.approved_at = user.approved_at is None, user.approved_at or utcnow()
    user.is_active = True
    await session.flush()
    event = UserApproved if is_new else UserReactivated
    await tell(session, event(user_id=user.id, username=user.username))


async def delete_user(session: AsyncSession, user_id: str, *, transfer_to: str | None, caller: Caller) -> User:
    """Delete an account. Content belongs to teams and stays; what the person alone was responsible for goes to
    ``transfer_to``. Returns the account as it was.

    Raises:
        UserNotFoundError: one of the two does not exist, or ``transfer_to`` may not sign in.
        ForbiddenError: the caller may not touch this account, or may not hand teams over.
        LastAdminError: nobody else could administer the server.
        VerbatimError: a handler of `UserDeleted` refuses, for example because a team would lose its only owner.
    """
    admins = await lock_admins(session)
    user = await lock_user(session, user_id, for_deletion=True)
    may_touch(caller, user)
    _keep_one_admin(admins, user)
    if transfer_to is not None:
        may_choose_heir(caller)
        heir = await lock_user(session, transfer_to)
        if heir.id == user.id or not heir.is_active:
            raise UserNotFoundError("The account that is to take over does not exist or may not sign in.")
    await tell(session, UserDeleted(user_id=user.id, username=user.username, transfer_to=transfer_to))
    await session.delete(user)
    await session.flush()
    return user


async def delete_unapproved_user(session: AsyncSession, user: User) -> None:
    """Delete an account that nobody has approved.

    Raises:
        EmailTakenError: it was approved in this very moment.
    """
    locked = await lock_user(session, user.id, for_deletion=True)
    if locked.approved_at is not None:
        raise EmailTakenError
    await tell(session, UserDeleted(user_id=locked.id, username=locked.username, transfer_to=None))
    await session.delete(locked)
    await session.flush()
