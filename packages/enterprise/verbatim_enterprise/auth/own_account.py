"""What an account's owner is told about it, with one question."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.models import Identity
from verbatim_enterprise.auth.schemas import TeamOfCaller
from verbatim_enterprise.host import gathered, kept, objects, plain
from verbatim_enterprise.teams.models import Team, TeamMember
from verbatim_enterprise.users.models import User

SHOWN = ("id", "username", "email", "display_name", "role", "is_active", "default_team_id", "created_at")
SIGN_INS = ("totp_confirmed_at", "last_sign_in_at")


async def own_account(session: AsyncSession, user_id: str) -> Row[Any]:
    """Return the account's columns, ``has_password``, and for `teams_in` and `providers_in` ``teams`` and
    ``identities``.

    Raises:
        NoResultFound: the account is gone.
    """
    result = await session.execute(_account(session.get_bind().dialect.name), {"user_id": user_id})
    found: Row[Any] | None = result.first()
    if found is None:
        raise NoResultFound
    return found


def teams_in(account: Row[Any]) -> list[TeamOfCaller]:
    """Return the account's teams by their names."""
    return [TeamOfCaller(**team) for team in sorted(objects(account.teams), key=_by_name)]


def _by_name(team: dict[str, Any]) -> tuple[str, str]:
    return str(team["name"]).casefold(), team["id"]


def providers_in(account: Row[Any]) -> list[str]:
    """Return where else the account signs in."""
    return sorted({identity["provider"] for identity in objects(account.identities)})


@kept
def _account(dialect: str) -> Select[Any]:
    teams = gathered(dialect, id=Team.id, name=Team.name, role=TeamMember.role).where(
        TeamMember.team_id == Team.id, TeamMember.user_id == User.id
    )
    identities = gathered(dialect, provider=Identity.provider).where(Identity.user_id == User.id)
    return select(
        *(plain(dialect, getattr(User, name)).label(name) for name in (*SHOWN, *SIGN_INS)),
        User.password_hash.is_not(None).label("has_password"),
        teams.correlate(User).scalar_subquery().label("teams"),
        identities.correlate(User).scalar_subquery().label("identities"),
    ).where(User.id == bindparam("user_id"))
