"""What an account's owner is told about it, with one question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.models import Identity
from verbatim_enterprise.auth.schemas import TeamOfCaller
from verbatim_enterprise.host import gathered, kept, objects, plain, rows_of
from verbatim_enterprise.teams.models import Team, TeamMember
from verbatim_enterprise.users.models import User

SHOWN = ("id", "username", "email", "display_name", "role", "is_active", "default_team_id", "created_at")
SIGN_INS = ("totp_confirmed_at", "last_sign_in_at")


@dataclass(frozen=True)
class OwnAccount:
    """An account: its row's columns with ``has_password``, its teams by their names, and where else it signs in."""

    row: Mapping[str, Any]
    teams: list[TeamOfCaller]
    identities: list[str]


async def own_account(session: AsyncSession, user_id: str) -> OwnAccount:
    """Return what is told about an account.

    Raises:
        NoResultFound: the account is gone.
    """
    dialect = session.get_bind().dialect.name
    rows = await rows_of(session, _account(dialect), {"user_id": user_id})
    if not rows:
        raise NoResultFound
    row = rows[0]
    teams = [TeamOfCaller(**team) for team in objects(dialect, row["teams"], by="name")]
    identities = {identity["provider"] for identity in objects(dialect, row["identities"], by="provider")}
    return OwnAccount(row, teams, sorted(identities))


@kept
def _account(dialect: str) -> Select[Any]:
    teams = gathered(dialect, by="name", id=Team.id, name=Team.name, role=TeamMember.role).where(
        TeamMember.team_id == Team.id, TeamMember.user_id == User.id
    )
    identities = gathered(dialect, by="provider", provider=Identity.provider).where(Identity.user_id == User.id)
    return select(
        *(plain(dialect, getattr(User, name)).label(name) for name in (*SHOWN, *SIGN_INS)),
        User.password_hash.is_not(None).label("has_password"),
        teams.correlate(User).scalar_subquery().label("teams"),
        identities.correlate(User).scalar_subquery().label("identities"),
    ).where(User.id == bindparam("user_id"))
