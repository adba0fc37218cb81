"""Looking after the counters for as long as the server runs."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from fastapi import FastAPI
from sqlalchemy import bindparam, exists, func, select

from verbatim_enterprise.admin.activity import ACTIVITY, Activity
from verbatim_enterprise.admin.figures import Counted, add, forget_old, hour_of, settle
from verbatim_enterprise.admin.models import FigureEntry
from verbatim_enterprise.host import IS_QUEUED, Database, Job, RepeatedTask, Service, utcnow
from verbatim_enterprise.system_session import system_transaction

BEAT_SECONDS: Final = 20.0

_READY: Final = (IS_QUEUED, Job.run_at <= bindparam("now", type_=Job.run_at.type))
_SAMPLE: Final = select(
    select(func.count()).select_from(Job).where(*_READY).scalar_subquery(),
    select(func.min(Job.run_at)).where(*_READY).scalar_subquery(),
    exists(select(FigureEntry.id)),
)
"""How many jobs wait, since when the oldest of them, and whether anything was noted that is to be added up."""


class FigureKeeper(RepeatedTask):
    """Writes who was there; the leading process of a server also samples the queue and adds up what was noted."""

    def __init__(self, database: Database, activity: Activity, *, leads: bool) -> None:
        super().__init__(self.beat, name="figures", seconds=BEAT_SECONDS, failed="figures_not_kept")
        self._database, self._activity, self._leads = database, activity, leads
        self._hour: datetime | None = None
        self._peaks: dict[tuple[datetime, str], float] = {}
        """What this process has written of the present hour: what is not higher is no news."""

    async def beat(self) -> None:
        await self._activity.write(self._database)
        if not self._leads:
            return
        now = utcnow()
        hour = hour_of(now)
        async with system_transaction(self._database, read_only=True) as session:
            length, oldest, noted = (await session.execute(_SAMPLE, {"now": now})).one()
        age = max(0.0, (now - oldest).total_seconds()) if oldest is not None else 0.0
        peaks: dict[tuple[datetime, str], float] = {
            (hour, Counted.QUEUE_LENGTH): float(length),
            (hour, Counted.QUEUE_AGE_SECONDS): age,
        }
        higher = {peak: amount for peak, amount in peaks.items() if amount > self._peaks.get(peak, -1.0)}
        if not higher and not noted:
            return
        async with system_transaction(self._database) as session:
            await add(session, higher)
            await settle(session)
            if hour != self._hour:
                await forget_old(session)
        self._hour, self._peaks = hour, {peak: max(self._peaks.get(peak, 0.0), peaks[peak]) for peak in peaks}


KEEPER: Final = Service[FigureKeeper]("figures")


async def start_figures(app: FastAPI) -> None:
    """Begin to count."""
    runtime = app.state.runtime
    activity = ACTIVITY.put(app, Activity())
    leads = runtime.member.leads and not runtime.is_worker
    keeper = KEEPER.put(app, FigureKeeper(app.state.database, activity, leads=leads))
    if not runtime.is_worker:
        keeper.start()


async def stop_figures(app: FastAPI) -> None:
    """Write what is left."""
    if (keeper := KEEPER.found(app)) is not None:
        await keeper.stop()
        await ACTIVITY.of(app).write(app.state.database)
