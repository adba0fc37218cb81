"""Using an invitation."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.config import Registration, enterprise_settings
from verbatim_enterprise.host import ForbiddenError, utcnow
from verbatim_enterprise.license.repository import lock_seats
from verbatim_enterprise.license.rights import refuse_change
from verbatim_enterprise.license.seats import claim_seat_from_outside
from verbatim_enterprise.teams.access import lock_team
from verbatim_enterprise.teams.errors import (
    AccountDataError,
    AddressNotProvedError,
    BoundToOtherError,
    InviteNotFoundError,
    NewAccountsError,
    OtherAccountError,
    SignInFirstError,
)
from verbatim_enterprise.teams.invite import find_invite, lock_usable_invite
from verbatim_enterprise.teams.invite_state import refuse, state_of
from verbatim_enterprise.teams.members import admit
from verbatim_enterprise.teams.models import Invite, Team, TeamRole
from verbatim_enterprise.teams.schemas import InviteAccept, InviteAccepted, InviteLookup
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.service import create_user, delete_unapproved_user, lock_user


class InviteeDeactivatedError(ForbiddenError):
    """The account with this address is deactivated; ask an administrator."""

    code = "account_deactivated"


async def look_up(session: AsyncSession, token: str, caller: Caller | None) -> InviteLookup:
    """Tell the holder of an invitation what it is.

    Raises:
        InviteNotFoundError, InviteGoneError: it cannot be used (any more).
    """
    invite = await find_invite(session, token)
    refuse(state_of(invite))
    team = await session.get_one(Team, invite.team_id)
    inviter = await session.get(User, invite.created_by) if invite.created_by else None
    return InviteLookup(
        team_id=team.id,
        team_name=team.name,
        role=invite.role,
        email=invite.email,
        bound=invite.bound,
        invited_by=(inviter.display_name or inviter.username) if inviter else None,
        expires_at=invite.expires_at,
        needs=await _needs(session, invite, caller),
    )


async def _needs(session: AsyncSession, invite: Invite, caller: Caller | None) -> str:
    if caller is not None:
        return "accept"
    account = await _account_of(session, invite)
    known = account is not None and account.approved_at is not None
    return "sign_in" if known or not _makes_accounts(invite) else "account"


async def _account_of(session: AsyncSession, invite: Invite) -> User | None:
    if not invite.bound:
        return None
    found: User | None = await session.scalar(select(User).where(User.email_key == invite.email_key))
    return found


async def accept_signed_in(session: AsyncSession, token: str, wanted: InviteAccept, caller: Caller) -> InviteAccepted:
    """Make the caller a member.

    Raises:
        InviteNotFoundError, InviteGoneError: the invitation cannot be used (any more).
        OtherAccountError: it was sent to another address, and is bound to it or the caller did not say that this is
            meant.
        AddressNotProvedError: it is bound to the caller's address, of which nobody knows whether it is theirs.
        AlreadyMemberError: the caller is a member already; the invitation stays as it is.
    """
    await refuse_change(session, caller.id)
    user = await lock_user(session, caller.id)
    invite, team = await _lock(session, token)
    _refuse_other(invite, user, on_purpose=wanted.use_current_account)
    return await _use(session, invite, team, user, new_account=False)


def _refuse_other(invite: Invite, user: User, *, on_purpose: bool) -> None:
    if invite.email_key not in {None, user.email_key}:
        if invite.bound:
            raise BoundToOtherError(extra={"bound": True})
        if not on_purpose:
            raise OtherAccountError(extra={"bound": False})
    elif invite.bound and not user.email_proved:
        raise AddressNotProvedError


async def accept_as_new(session: AsyncSession, token: str, wanted: InviteAccept, password_hash: str) -> InviteAccepted:
    """Make an account and let it be a member. It is active at once, because it was invited.

    A bound invitation makes one with its own address. Another one takes the address that somebody types, which proves
    nothing, and makes none where registration is closed.

    Raises:
        InviteNotFoundError, InviteGoneError: the invitation cannot be used (any more).
        SignInFirstError, InviteeDeactivatedError: there is an account with its address.
        NewAccountsError: invitations make no accounts on this server.
        UsernameTakenError, EmailTakenError: another account has that name or address.
        SeatsExceededError, LicenseReadOnlyError: the licence allows no further account.
    """
    await lock_seats(session)  # before the team, as everywhere
    invite, team = await _lock(session, token)
    await _refuse_known(session, invite)
    email = invite.email if invite.bound else wanted.email or invite.email
    if email is None or wanted.username is None:
        raise AccountDataError
    user = await create_user(
        session,
        username=wanted.username,
        email=email,
        email_proved=invite.bound,
        display_name=wanted.display_name,
        active=True,
        password_hash=password_hash,
        claim=claim_seat_from_outside,
    )
    return await _use(session, invite, team, user, new_account=True)


async def check_new(session: AsyncSession, token: str) -> None:
    """Refuse what `accept_as_new` would refuse, before a password is hashed for it.

    Raises:
        VerbatimError: as there.
    """
    invite = await find_invite(session, token)
    refuse(state_of(invite))
    account = await _account_of(session, invite)
    if account is not None:
        _refuse_account(account)
    if not _makes_accounts(invite):
        raise NewAccountsError


def _makes_accounts(invite: Invite) -> bool:
    settings = enterprise_settings()
    is_open = settings.auth.registration is not Registration.CLOSED
    return settings.teams.invite_new_accounts and (invite.bound or is_open)


async def _refuse_known(session: AsyncSession, invite: Invite) -> None:
    if not _makes_accounts(invite):
        raise NewAccountsError
    account = await _account_of(session, invite)
    if account is None:
        return
    _refuse_account(account)
    # Anybody can have registered with this address and waits with a password of their own for approval. The invitation
    # is for the owner of the address: it replaces that account instead of waking it.
    await delete_unapproved_user(session, account)


def _refuse_account(account: User) -> None:
    if account.is_active:
        raise SignInFirstError
    if account.approved_at is not None:
        raise InviteeDeactivatedError


async def _lock(session: AsyncSession, token: str) -> tuple[Invite, Team]:
    team = await lock_team(session, (await find_invite(session, token)).team_id)
    if team is None:
        raise InviteNotFoundError
    return await lock_usable_invite(session, token), team


async def _use(session: AsyncSession, invite: Invite, team: Team, user: User, *, new_account: bool) -> InviteAccepted:
    await admit(session, team.id, user, TeamRole(invite.role))
    invite.accepted_at, invite.accepted_by = utcnow(), user.id
    await session.flush()
    return InviteAccepted(
        team_id=team.id,
        team_name=team.name,
        user_id=user.id,
        username=user.username,
        role=invite.role,
        new_account=new_account,
    )
