"""Invitations: made by a team, used once, by one person.

The token is known when it is made and never again; the row holds its hash. Using it is one transaction under locks (the
account, the team, the invitation, in this order), so that however many try at once, one membership comes of it.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import link_to
from verbatim_enterprise.auth.crypto import digest, random_token
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Page, utcnow
from verbatim_enterprise.mail.message import Mail, called
from verbatim_enterprise.mail.service import can_send, send_mail
from verbatim_enterprise.teams.access import Access
from verbatim_enterprise.teams.errors import (
    AlreadyInvitedError,
    AlreadyMemberError,
    InviteNotFoundError,
    InviteUsedError,
)
from verbatim_enterprise.teams.events import TeamInviteCreated, TeamInviteRevoked, tell
from verbatim_enterprise.teams.invite_state import InviteState, in_state, refuse, state_of
from verbatim_enterprise.teams.models import Invite, Team, TeamMember, TeamRole
from verbatim_enterprise.teams.schemas import InviteResponse, InviteWithLink
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key

TOKEN_PREFIX = "vin"  # noqa: S105 - what tokens begin with
PATH = "/invite#"
"""Where the web app accepts an invitation. What follows a # stays in the browser: it reaches no log on the way."""


class MailState(StrEnum):
    """What became of the mail that was to carry a link."""

    QUEUED = "queued"
    NOT_WANTED = "not_wanted"
    NOT_SET_UP = "not_set_up"


async def create_invite(
    session: AsyncSession,
    access: Access,
    *,
    email: str | None,
    bound: bool | None,
    role: TeamRole,
    days: int | None,
    send: bool,
) -> InviteWithLink:
    """Invite somebody; the caller holds the team's lock.

    Raises:
        AlreadyMemberError, AlreadyInvitedError: the address needs no invitation.
    """
    if email is not None:
        await _refuse_superfluous(session, access.team.id, name_key(email))
    invite = Invite(
        team_id=access.team.id,
        email=email,
        email_key=name_key(email) if email else None,
        bound=email is not None if bound is None else bound,
        role=role,
        created_by=access.caller.id,
    )
    session.add(invite)
    token = _renew(invite, days)
    await session.flush()
    event = TeamInviteCreated(team_id=invite.team_id, invite_id=invite.id, email=email, role=role)
    await tell(session, invite.team_id, event)
    return await _hand_out(session, access, invite, token, send=send)


async def resend_invite(session: AsyncSession, access: Access, invite: Invite) -> InviteWithLink:
    """Give a pending or expired invitation a new link and a new term; the old link ends.

    Raises:
        InviteUsedError, InviteRevokedError: it is neither.
    """
    state = state_of(invite)
    if state in {InviteState.ACCEPTED, InviteState.REVOKED}:
        refuse(state)
    token = _renew(invite, None)
    return await _hand_out(session, access, invite, token, send=True)


async def revoke_invite(session: AsyncSession, invite: Invite) -> None:
    """Withdraw an invitation; doing it twice changes nothing.

    Raises:
        InviteUsedError: it was accepted already.
    """
    if invite.accepted_at is not None:
        raise InviteUsedError
    if invite.revoked_at is None:
        invite.revoked_at = utcnow()
        await session.flush()
        await tell(session, invite.team_id, TeamInviteRevoked(team_id=invite.team_id, invite_id=invite.id))


async def get_invite(session: AsyncSession, access: Access, invite_id: str) -> Invite:
    """Return an invitation of the team, locked.

    Raises:
        InviteNotFoundError: there is none.
    """
    statement = select(Invite).where(Invite.id == invite_id, Invite.team_id == access.team.id).with_for_update()
    found: Invite | None = await session.scalar(statement.execution_options(populate_existing=True))
    if found is None:
        raise InviteNotFoundError
    return found


async def find_invite(session: AsyncSession, token: str) -> Invite:
    """Return the invitation of a token, whatever its state.

    Raises:
        InviteNotFoundError: there is none.
    """
    found: Invite | None = await session.scalar(select(Invite).where(Invite.token_hash == digest(token)))
    if found is None:
        raise InviteNotFoundError
    return found


async def lock_usable_invite(session: AsyncSession, token: str) -> Invite:
    """Return a pending invitation, locked; the caller holds the team's lock.

    Raises:
        InviteNotFoundError, InviteUsedError, InviteExpiredError, InviteRevokedError: it cannot be used (any more).
    """
    statement = select(Invite).where(Invite.token_hash == digest(token)).with_for_update()
    found: Invite | None = await session.scalar(statement.execution_options(populate_existing=True))
    if found is None:
        raise InviteNotFoundError
    refuse(state_of(found))
    return found


async def list_invites(
    session: AsyncSession, team_id: str, page: Page, state: InviteState | None
) -> tuple[list[InviteResponse], int]:
    """Return one page of a team's invitations, the newest first, and the number of all matches."""
    conditions = [Invite.team_id == team_id, *in_state(state)]
    total = await session.scalar(select(func.count(Invite.id)).where(*conditions)) or 0
    rows = await session.scalars(
        select(Invite)
        .where(*conditions)
        .order_by(Invite.created_at.desc(), Invite.id.desc())
        .offset(page.offset)
        .limit(page.page_size)
    )
    return [invite_response(invite) for invite in rows], total


def invite_response(invite: Invite) -> InviteResponse:
    """Return an invitation as the team sees it."""
    return InviteResponse.model_validate(
        {**{name: getattr(invite, name, None) for name in InviteResponse.model_fields}, "state": state_of(invite)}
    )


async def _refuse_superfluous(session: AsyncSession, team_id: str, email_key: str) -> None:
    member = (
        select(TeamMember.user_id)
        .join(User, User.id == TeamMember.user_id)
        .where(TeamMember.team_id == team_id, User.email_key == email_key)
    )
    if await session.scalar(member) is not None:
        raise AlreadyMemberError
    pending = select(Invite.id).where(
        Invite.team_id == team_id, Invite.email_key == email_key, *in_state(InviteState.PENDING)
    )
    if (existing := await session.scalar(pending)) is not None:
        raise AlreadyInvitedError(extra={"invite_id": existing})


def _renew(invite: Invite, days: int | None) -> str:
    token = random_token(TOKEN_PREFIX)
    invite.token_hash = digest(token)
    invite.expires_at = utcnow() + timedelta(days=days or enterprise_settings().teams.invite_days)
    return token


async def _hand_out(session: AsyncSession, access: Access, invite: Invite, token: str, *, send: bool) -> InviteWithLink:
    link = link_to(f"{PATH}{token}")
    mail = MailState.NOT_WANTED
    if send and invite.email is not None:
        if link is not None and can_send(session):
            await send_mail(session, _mail(invite, access.team, access.caller.name, link))
            mail, invite.sent_at = MailState.QUEUED, utcnow()
        else:
            mail = MailState.NOT_SET_UP
    await session.flush()
    return InviteWithLink(**invite_response(invite).model_dump(), token=token, link=link, mail=mail)


def _mail(invite: Invite, team: Team, inviter: str, link: str) -> Mail:
    assert invite.email is not None  # noqa: S101 - the caller has looked
    days = max(1, round((invite.expires_at - utcnow()) / timedelta(days=1)))
    what = (
        f"{inviter} invites you to the team “{team.name}” on {called()}, where recordings become text that a team can "
        "read, correct and search."
    )
    whose = "is for an account with this address, and" if invite.bound else "is for whoever has the link, and"
    term = f"The invitation {whose} can be used once, within {days} day{'s' if days > 1 else ''}."
    return Mail(
        to=invite.email,
        subject=f"{inviter} invites you to {team.name} on {called()}",
        paragraphs=(what, term, "If you do not know what this is about, do nothing."),
        link=link,
        link_label="Accept the invitation",
    )
