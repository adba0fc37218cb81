"""The names of the figures, and adding to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import and_, case, delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.admin.models import FigureEntry, FigureHour
from verbatim_enterprise.host import current_session, utcnow

KEPT_FOR: Final = timedelta(days=400)
_AT_ONCE: Final = 5_000


class Counted(StrEnum):
    """What is counted. Those in `PEAKS` are sampled; of them the highest value of an hour counts."""

    RECORDINGS = "recordings"
    RECORDED_SECONDS = "recorded_seconds"
    TRANSCRIBED_SECONDS = "transcribed_seconds"
    TRANSCRIBING_SECONDS = "transcribing_seconds"
    FAILURES = "failures"
    PEOPLE = "people"
    QUEUE_LENGTH = "queue_length"
    QUEUE_AGE_SECONDS = "queue_age_seconds"


PEAKS: Final = frozenset({Counted.QUEUE_LENGTH, Counted.QUEUE_AGE_SECONDS})


def note(name: Counted, amount: float = 1.0) -> None:
    """Count something in the transaction of the event that is being handled."""
    current_session().add(FigureEntry(name=name, amount=amount))


def hour_of(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


async def add(session: AsyncSession, amounts: Mapping[tuple[datetime, str], float]) -> None:
    """Add to hours; a peak only grows. In one order, so that two processes never wait for each other."""
    table: Any = FigureHour.__table__
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    for (hour, name), amount in sorted(amounts.items()):
        statement = insert(table).values(hour=hour, name=name, amount=amount)
        new = statement.excluded.amount
        more = case((table.c.amount < new, new), else_=table.c.amount) if name in PEAKS else table.c.amount + new
        await session.execute(statement.on_conflict_do_update(index_elements=["hour", "name"], set_={"amount": more}))


async def settle(session: AsyncSession) -> int:
    """Add what was noted to its hours. Returns how many notes there were.

    Two processes that do so at once take different notes: whoever deletes a note adds it.
    """
    some = select(FigureEntry.id).order_by(FigureEntry.id).limit(_AT_ONCE).with_for_update(skip_locked=True)
    taken = delete(FigureEntry).where(FigureEntry.id.in_(some.scalar_subquery()))
    taken = taken.execution_options(synchronize_session=False)
    rows = (await session.execute(taken.returning(FigureEntry.at, FigureEntry.name, FigureEntry.amount))).all()
    await add(session, summed((hour_of(at), name, amount) for at, name, amount in rows))
    return len(rows)


async def forget_old(session: AsyncSession) -> None:
    """Forget what is too old to be shown."""
    await session.execute(delete(FigureHour).where(FigureHour.hour < utcnow() - KEPT_FOR))


def summed(rows: Iterable[tuple[datetime, str, float]]) -> dict[tuple[datetime, str], float]:
    """Return the sums by hour and name."""
    found: dict[tuple[datetime, str], float] = {}
    for hour, name, amount in rows:
        found[hour, name] = found.get((hour, name), 0.0) + amount
    return found


async def hours_since(
    session: AsyncSession, since: datetime, longer: Mapping[Counted, datetime]
) -> dict[tuple[datetime, str], float]:
    """Return every figure by hour since a moment, and some since ``longer``, with what was noted and not added yet."""
    wanted = [FigureHour.hour >= since]
    wanted += [and_(FigureHour.name == name, FigureHour.hour >= begin) for name, begin in longer.items()]
    kept = select(FigureHour.hour, FigureHour.name, FigureHour.amount).where(or_(*wanted))
    rows = (await session.execute(kept)).all()
    found = summed((hour, name, amount) for hour, name, amount in rows)
    waiting = select(FigureEntry.at, FigureEntry.name, FigureEntry.amount).limit(_AT_ONCE)
    for at, name, amount in await session.execute(waiting):
        key = (hour_of(at), name)
        found[key] = found.get(key, 0.0) + amount
    return found


async def notes_waiting(session: AsyncSession) -> int:
    """Return how many notes were not added yet."""
    return await session.scalar(select(func.count(FigureEntry.id))) or 0
