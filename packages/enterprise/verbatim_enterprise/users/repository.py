"""Reading accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, column, or_, select, table, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from verbatim_enterprise.host import Page, Role, folded, words_of
from verbatim_enterprise.keyset import Counting, CursorPage, Order, count, turn
from verbatim_enterprise.users.errors import UsernameTakenError
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key
from verbatim_enterprise.users.schemas import UserResponse, UserStatus, UserTeam

SortBy = Literal["username", "email", "display_name", "created_at", "last_sign_in_at"]

_SORTABLE: dict[SortBy, InstrumentedAttribute[Any]] = {
    "username": User.username_key,
    "email": User.email_key,
    "display_name": User.display_name,
    "created_at": User.created_at,
    "last_sign_in_at": User.last_sign_in_at,
}

# By name only: teams are built on accounts, not the other way round.
_MEMBERS = table("team_members", column("team_id"), column("user_id"), column("role"))
_TEAMS = table("teams", column("id"), column("name"))

_STATUS: dict[UserStatus, ColumnElement[bool]] = {
    UserStatus.PENDING: and_(User.approved_at.is_(None), User.is_active.is_(False)),
    UserStatus.ACTIVE: User.is_active.is_(True),
    UserStatus.DEACTIVATED: and_(User.approved_at.is_not(None), User.is_active.is_(False)),
}


@dataclass(frozen=True)
class UserFilter:
    """Which accounts a list shows; everything that is set must hold."""

    search: str | None = None
    role: Role | None = None
    status: UserStatus | None = None
    team_id: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.search:
            found.append(matches(self.search))
        if self.role is not None:
            found.append(User.role == self.role)
        if self.status is not None:
            found.append(_STATUS[self.status])
        if self.team_id is not None:
            found.append(User.id.in_(select(_MEMBERS.c.user_id).where(_MEMBERS.c.team_id == self.team_id)))
        return found


@dataclass(frozen=True)
class UserOrder:
    """In which order a list shows accounts."""

    sort_by: SortBy = "username"
    descending: bool = False

    @property
    def order(self) -> Order:
        return Order(self.sort_by, _SORTABLE[self.sort_by], User.id, self.descending)


def matches(search: str) -> ColumnElement[bool]:
    """Return the condition that each word occurs in somebody's user name, e-mail address or display name; addresses are
    also found by the other spelling of their domain, whose letters must not be folded before.
    """
    as_address = (User.email_key.contains(name_key(word), autoescape=True) for word in search.split())
    return or_(and_(true(), *(_matches_word(word) for word in words_of(search))), and_(true(), *as_address))


def _matches_word(word: str) -> ColumnElement[bool]:
    return or_(
        User.username_key.contains(word, autoescape=True),
        folded(User.email).contains(word, autoescape=True),
        folded(User.display_name).contains(word, autoescape=True),
    )


def status_of(*, is_active: bool, approved_at: datetime | None) -> UserStatus:
    """Return where an account stands."""
    if is_active:
        return UserStatus.ACTIVE
    return UserStatus.PENDING if approved_at is None else UserStatus.DEACTIVATED


async def list_users(
    session: AsyncSession, wanted: UserFilter, order: UserOrder, page: Page, *, cursor: str | None, counting: Counting
) -> CursorPage[UserResponse]:
    """Return one page: from a cursor on or, without one, by its number.

    Raises:
        InvalidCursorError: the cursor is none of this order.
    """
    conditions = wanted.conditions()
    total = await count(session, User.id, conditions, counting)
    turned = await turn(
        session,
        select(User).where(*conditions),
        order.order,
        cursor=cursor,
        offset=page.offset,
        size=page.page_size,
    )
    return CursorPage.turned(turned, await responses(session, turned.rows), total, page, counting)


async def responses(session: AsyncSession, users: Sequence[User]) -> list[UserResponse]:
    """Return accounts as administrators see them."""
    teams = await _teams(session, [user.id for user in users])
    return [
        UserResponse(
            id=user.id,
            username=user.username,
            email=user.email,
            display_name=user.display_name,
            role=user.role,
            status=status_of(is_active=user.is_active, approved_at=user.approved_at),
            is_active=user.is_active,
            has_second_factor=user.totp_confirmed_at is not None,
            teams=teams.get(user.id, []),
            created_at=user.created_at,
            last_sign_in_at=user.last_sign_in_at,
        )
        for user in users
    ]


async def _teams(session: AsyncSession, user_ids: Iterable[str]) -> dict[str, list[UserTeam]]:
    rows = await session.execute(
        select(_MEMBERS.c.user_id, _TEAMS.c.id, _TEAMS.c.name, _MEMBERS.c.role)
        .join(_TEAMS, _TEAMS.c.id == _MEMBERS.c.team_id)
        .where(_MEMBERS.c.user_id.in_(list(user_ids)))
        .order_by(_TEAMS.c.name, _TEAMS.c.id)
    )
    found: dict[str, list[UserTeam]] = {}
    for user_id, team_id, name, role in rows:
        found.setdefault(user_id, []).append(UserTeam(id=team_id, name=name, role=role))
    return found


async def find_user(session: AsyncSession, name_or_email: str) -> User | None:
    """Return the account with this user name or e-mail address, however it is written."""
    key = name_key(name_or_email.strip())
    column_ = User.email_key if "@" in key else User.username_key
    found: User | None = await session.scalar(select(User).where(column_ == key))
    return found


async def free_name(session: AsyncSession, wished: str) -> str:
    """Return a user name that nobody has: the wished one, or with a number behind it.

    Raises:
        UsernameTakenError: fifty people have it already.
    """
    base = wished[:56].rstrip("._-") if len(wished) > 56 else wished  # noqa: PLR2004 - room for the number
    names = [wished, *(f"{base}-{number}" for number in range(2, 50))]
    keys = [name_key(name) for name in names]
    taken = set(await session.scalars(select(User.username_key).where(User.username_key.in_(keys))))
    free = next((name for name in names if name_key(name) not in taken), None)
    if free is None:
        raise UsernameTakenError
    return free
