"""Where an invitation stands."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import ColumnElement

from verbatim_enterprise.host import utcnow
from verbatim_enterprise.teams.errors import InviteExpiredError, InviteRevokedError, InviteUsedError
from verbatim_enterprise.teams.models import Invite


class InviteState(StrEnum):
    """Only a pending invitation can be used."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    REVOKED = "revoked"


def state_of(invite: Invite) -> InviteState:
    """Return where an invitation stands now."""
    if invite.accepted_at is not None:
        return InviteState.ACCEPTED
    if invite.revoked_at is not None:
        return InviteState.REVOKED
    return InviteState.EXPIRED if invite.expires_at <= utcnow() else InviteState.PENDING


def refuse(state: InviteState) -> None:
    """Raise the error that says why an invitation in this state cannot be used; a pending one can."""
    match state:
        case InviteState.ACCEPTED:
            raise InviteUsedError
        case InviteState.EXPIRED:
            raise InviteExpiredError
        case InviteState.REVOKED:
            raise InviteRevokedError
        case InviteState.PENDING:
            return


def in_state(state: InviteState | None) -> Sequence[ColumnElement[bool]]:
    is_open = (Invite.accepted_at.is_(None), Invite.revoked_at.is_(None))
    match state:
        case InviteState.ACCEPTED:
            return (Invite.accepted_at.is_not(None),)
        case InviteState.REVOKED:
            return (Invite.accepted_at.is_(None), Invite.revoked_at.is_not(None))
        case InviteState.EXPIRED:
            return (*is_open, Invite.expires_at <= utcnow())
        case InviteState.PENDING:
            return (*is_open, Invite.expires_at > utcnow())
        case None:
            return ()
