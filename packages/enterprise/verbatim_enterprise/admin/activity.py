"""Who was there: noted by every process for itself, and written once a day for each person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim_enterprise.admin.figures import Counted, add, hour_of
from verbatim_enterprise.admin.models import ActivityDay
from verbatim_enterprise.host import Database, Service, principal_of, utcnow
from verbatim_enterprise.system_session import system_transaction

PERIODS: Final = {"today": 1, "week": 7, "month": 30}


class Activity:
    """The people whom this process has seen today, and those of them that the database does not know of yet."""

    def __init__(self) -> None:
        self._day = utcnow().date()
        self._known: set[str] = set()
        self._waiting: set[str] = set()

    def saw(self, user_id: str) -> None:
        """Note somebody. All but the first time on a day this costs two look-ups."""
        if (today := utcnow().date()) != self._day:
            self._day = today
            self._known.clear()
        if user_id not in self._known:
            self._known.add(user_id)
            self._waiting.add(user_id)

    async def write(self, database: Database) -> None:
        """Write who is new today; who cannot be written is kept for the next time."""
        waiting, self._waiting = self._waiting, set()
        if not waiting:
            return
        try:
            async with system_transaction(database) as session:
                new = await mark(session, sorted(waiting), self._day)
                if new:
                    await add(session, {(hour_of(utcnow()), Counted.PEOPLE): float(new)})
        except BaseException:
            self._waiting |= waiting
            raise


async def mark(session: AsyncSession, user_ids: Iterable[str], day: date) -> int:
    """Say that people were there on a day. Returns how many of them nobody had seen on it."""
    table: Any = ActivityDay.__table__
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    new = 0
    for user_id in user_ids:
        moved = update(table).where(table.c.user_id == user_id, table.c.day < day).values(day=day)
        changed = (await session.execute(moved)).rowcount  # type: ignore[attr-defined] # an UPDATE counts its rows
        if not changed:
            made = insert(table).values(user_id=user_id, day=day).on_conflict_do_nothing(index_elements=["user_id"])
            changed = (await session.execute(made)).rowcount  # type: ignore[attr-defined] # as above
        new += changed
    return new


async def active_people(session: AsyncSession) -> dict[str, int]:
    """Return how many people did anything today, and within the last 7 and 30 days."""
    today = utcnow().date()
    found = {}
    for name, days in PERIODS.items():
        since = today - timedelta(days=days - 1)
        found[name] = await session.scalar(select(func.count()).where(ActivityDay.day >= since)) or 0
    return found


ACTIVITY: Final = Service[Activity]("activity")


class ActivityMiddleware:
    """Notes who asks for anything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in {"http", "websocket"}:
            principal = principal_of(HTTPConnection(scope))
            if principal is not None and (activity := ACTIVITY.found(scope["app"])) is not None:
                activity.saw(principal.id)
        await self.app(scope, receive, send)
