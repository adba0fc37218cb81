"""Accounts as a CSV file that a spreadsheet can open without running anything in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import Row, select

from verbatim_enterprise.host import Database
from verbatim_enterprise.spreadsheet import Separator, csv_head, csv_lines, harmless
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.repository import UserFilter, UserOrder, status_of

COLUMNS = ("id", "username", "email", "display_name", "role", "status", "created_at", "last_sign_in_at")
ROWS_AT_ONCE = 500
_NEEDED = (
    User.id,
    User.username,
    User.email,
    User.display_name,
    User.role,
    User.is_active,
    User.approved_at,
    User.created_at,
    User.last_sign_in_at,
)


async def csv_of_users(
    database: Database, wanted: UserFilter, order: UserOrder, separator: Separator
) -> AsyncIterator[str]:
    """Yield the file in pieces; memory does not grow with the number of accounts."""
    yield csv_head(COLUMNS, separator)
    async with system_transaction(database, read_only=True) as session:
        # Columns, not entities: those a session would keep, each of them.
        statement = select(*_NEEDED).where(*wanted.conditions()).order_by(*order.order.columns())
        result = await session.stream(statement.execution_options(yield_per=ROWS_AT_ONCE))
        async for accounts in result.partitions():
            yield csv_lines([_cells(account) for account in accounts], separator)


def _cells(user: Row[*tuple[Any, ...]]) -> tuple[str, ...]:
    times = (user.created_at, user.last_sign_in_at)
    return (
        user.id,
        *map(harmless, (user.username, user.email, user.display_name or "")),
        user.role,
        status_of(is_active=user.is_active, approved_at=user.approved_at),
        *(time.isoformat() if time else "" for time in times),
    )
