"""Reading alerts, and what each reader has seen."""

from __future__ import annotations

from typing import Any, Final, Literal

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.alerts.models import Alert, AlertReader
from verbatim_enterprise.alerts.schemas import AlertCount, AlertResponse, MyAlerts

_MOST_UNREAD: Final = 100


async def reader(session: AsyncSession, user_id: str) -> AlertReader:
    """Return what somebody has seen and wants; for who never said, what is usual."""
    found = await session.get(AlertReader, user_id)
    return found or AlertReader(user_id=user_id, read_up_to="", mail=True)


async def page(
    session: AsyncSession, read_up_to: str, cursor: str | None, limit: int
) -> tuple[list[AlertResponse], str | None]:
    """Return alerts, the newest first, from a cursor on, and the next cursor."""
    wanted = select(Alert).order_by(Alert.id.desc()).limit(limit + 1)
    if cursor is not None:
        wanted = wanted.where(Alert.id < cursor)
    rows = list(await session.scalars(wanted))
    shown = rows[:limit]
    items = [
        AlertResponse.model_validate(
            {name: getattr(row, name) for name in AlertResponse.model_fields if name != "unread"}
            | {"unread": row.id > read_up_to}
        )
        for row in shown
    ]
    return items, shown[-1].id if len(rows) > limit else None


async def count(session: AsyncSession, read_up_to: str) -> AlertCount:
    """Return how many alerts are newer than what was read."""
    newer = select(Alert.status).where(Alert.id > read_up_to).order_by(Alert.id.desc()).limit(_MOST_UNREAD)
    states = list(await session.scalars(newer))
    order: tuple[Literal["failed", "warning"], ...] = ("failed", "warning")
    return AlertCount(unread=len(states), worst=next((one for one in order if one in states), "ok"))


async def keep(session: AsyncSession, user_id: str, change: MyAlerts) -> None:
    """Write down what somebody has read, which never goes back, or wants."""
    known = await reader(session, user_id)
    read = max(known.read_up_to, change.read_up_to or "")
    mail = known.mail if change.mail is None else change.mail
    table: Any = AlertReader.__table__
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    made = insert(table).values(user_id=user_id, read_up_to=read, mail=mail)
    values = {"read_up_to": read, "mail": mail}
    await session.execute(made.on_conflict_do_update(index_elements=["user_id"], set_=values))
