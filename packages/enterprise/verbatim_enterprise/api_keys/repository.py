"""Reading keys for people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.errors import ApiKeyNotFoundError, WorkspaceOfKeyError
from verbatim_enterprise.api_keys.live import KeyRules
from verbatim_enterprise.api_keys.models import ApiKey, ApiKeyUsage
from verbatim_enterprise.api_keys.schemas import KeyResponse, KeyStatus, KeyUsage, UsageDay
from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import Page, Permission, every_word, shown, utcnow
from verbatim_enterprise.teams.access import role_in_team
from verbatim_enterprise.teams.models import Team, Workspace, WorkspaceMember
from verbatim_enterprise.teams.policy import ALLOWED, TeamAction
from verbatim_enterprise.users.models import User


@dataclass(frozen=True)
class KeyFilter:
    """Which keys are asked for; ``user_id`` and ``team_id`` None: anybody's."""

    user_id: str | None = None
    team_id: str | None = None
    status: KeyStatus | None = None
    search: str | None = None


async def get_key(session: AsyncSession, caller: Caller, key_id: str, *, lock: bool = False) -> ApiKey:
    """Return a key that the caller may see: their own, one limited to a team they look after, or any.

    Raises:
        ApiKeyNotFoundError: there is none, or it is somebody else's.
    """
    statement = select(ApiKey).where(ApiKey.id == key_id).execution_options(populate_existing=True)
    row: ApiKey | None = await session.scalar(statement.with_for_update() if lock else statement)
    if row is None or not await _may_see(session, caller, row):
        raise ApiKeyNotFoundError
    return row


async def _may_see(session: AsyncSession, caller: Caller, row: ApiKey) -> bool:
    if row.user_id == caller.id or Permission.APIKEY_MANAGE in caller.permissions:
        return True
    role = await role_in_team(session, row.team_id, caller.id) if row.team_id is not None else None
    return role is not None and TeamAction.MANAGE_KEYS in ALLOWED[role]


async def list_keys(
    session: AsyncSession, wanted: KeyFilter, page: Page, rules: KeyRules
) -> tuple[list[KeyResponse], int]:
    """Return one page of keys, the newest first, and the number of all matches."""
    conditions = _conditions(wanted, rules)
    total = await session.scalar(select(func.count(ApiKey.id)).where(*conditions)) or 0
    rows = await session.scalars(
        select(ApiKey)
        .where(*conditions)
        .order_by(ApiKey.created_at.desc(), ApiKey.id.desc())
        .offset(page.offset)
        .limit(page.page_size)
    )
    return await responses(session, list(rows), rules), total


def _conditions(wanted: KeyFilter, rules: KeyRules) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.user_id is not None:
        conditions.append(ApiKey.user_id == wanted.user_id)
    if wanted.team_id is not None:
        conditions.append(ApiKey.team_id == wanted.team_id)
    if wanted.search:
        conditions.append(every_word(wanted.search, ApiKey.name))
    if wanted.status is KeyStatus.REVOKED:
        conditions.append(ApiKey.revoked_at.is_not(None))
    elif wanted.status is not None:
        over = _is_over(rules)
        conditions += [ApiKey.revoked_at.is_(None), over if wanted.status is KeyStatus.EXPIRED else not_(over)]
    return conditions


def _is_over(rules: KeyRules) -> ColumnElement[bool]:
    now = utcnow()
    over = and_(ApiKey.expires_at.is_not(None), ApiKey.expires_at <= now)
    return or_(over, ApiKey.secret_made_at <= now - timedelta(days=rules.max_days)) if rules.max_days else over


async def responses(session: AsyncSession, rows: list[ApiKey], rules: KeyRules) -> list[KeyResponse]:
    """Return keys as the API shows them."""

    async def names(statement: Select[str, str]) -> dict[str, str]:
        return dict(list(await session.execute(statement)))

    users = await names(select(User.id, User.username).where(User.id.in_({row.user_id for row in rows})))
    teams = await names(select(Team.id, Team.name).where(Team.id.in_({row.team_id for row in rows})))
    parts = {row.workspace_id for row in rows}
    workspaces = await names(select(Workspace.id, Workspace.name).where(Workspace.id.in_(parts)))
    return [_response(row, rules, users, teams | workspaces) for row in rows]


def _response(row: ApiKey, rules: KeyRules, users: dict[str, str], places: dict[str, str]) -> KeyResponse:
    now, ends = utcnow(), rules.end_of(row)
    is_over = ends is not None and ends <= now
    overlaps = row.previous_ends_at is not None and row.previous_ends_at > now
    known = {name: getattr(row, name) for name in KeyResponse.model_fields if hasattr(row, name)}
    told = known | {
        "status": KeyStatus.REVOKED if row.revoked_at else KeyStatus.EXPIRED if is_over else KeyStatus.ACTIVE,
        "username": users[row.user_id],
        "team_name": places.get(row.team_id or ""),
        "workspace_name": places.get(row.workspace_id or ""),
        "rotated_at": row.secret_made_at if row.secret_made_at > row.created_at else None,
        "previous_ends_at": row.previous_ends_at if overlaps else None,
        "expires_at": ends,
    }
    return shown(KeyResponse, told)


async def usage_of(session: AsyncSession, row: ApiKey, *, days: int) -> KeyUsage:
    """Return the use of a key in the last days, today included."""
    today = utcnow().date()
    first = today - timedelta(days=days - 1)
    known = await session.execute(
        select(ApiKeyUsage.day, ApiKeyUsage.requests, ApiKeyUsage.errors).where(
            ApiKeyUsage.key_id == row.id, ApiKeyUsage.day >= first
        )
    )
    counts: dict[date, tuple[int, int]] = {day: (requests, errors) for day, requests, errors in known}
    listed = [first + timedelta(days=number) for number in range(days)]
    items = [
        UsageDay(day=day, requests=counts.get(day, (0, 0))[0], errors=counts.get(day, (0, 0))[1]) for day in listed
    ]
    return KeyUsage(
        days=items,
        requests=sum(item.requests for item in items),
        errors=sum(item.errors for item in items),
        last_used_at=row.last_used_at,
        last_used_address=row.last_used_address,
    )


async def refuse_unseen(session: AsyncSession, user_id: str, team_id: str, workspace_id: str) -> None:
    """Make sure that somebody sees a workspace of a team.

    Raises:
        WorkspaceOfKeyError: they do not, or there is none.
    """
    workspace = await session.get(Workspace, workspace_id)
    if workspace is None or workspace.team_id != team_id:
        raise WorkspaceOfKeyError
    if workspace.is_private and await session.get(WorkspaceMember, (workspace_id, user_id)) is None:
        raise WorkspaceOfKeyError
