"""Looking after the counters for as long as the server runs."""

from __future__ import annotations

from typing import Final

from fastapi import FastAPI
from sqlalchemy import func, select

from verbatim_enterprise.admin.activity import Activity
from verbatim_enterprise.admin.figures import Counted, add, hour_of, settle
from verbatim_enterprise.host import IS_QUEUED, Database, Job, RepeatedTask, utcnow
from verbatim_enterprise.system_session import system_transaction

BEAT_SECONDS: Final = 20.0


class FigureKeeper(RepeatedTask):
    """Writes who was there; the leading process of a server also samples the queue and adds up what was noted."""

    def __init__(self, database: Database, activity: Activity, *, leads: bool) -> None:
        super().__init__(self.beat, name="figures", seconds=BEAT_SECONDS, failed="figures_not_kept")
        self._database, self._activity, self._leads = database, activity, leads

    async def beat(self) -> None:
        await self._activity.write(self._database)
        if not self._leads:
            return
        now = utcnow()
        async with system_transaction(self._database) as session:
            ready = (IS_QUEUED, Job.run_at <= now)
            length, oldest = (await session.execute(select(func.count(), func.min(Job.run_at)).where(*ready))).one()
            age = (now - oldest).total_seconds() if oldest is not None else 0.0
            hour = hour_of(now)
            await add(session, {(hour, Counted.QUEUE_LENGTH): length, (hour, Counted.QUEUE_AGE_SECONDS): max(0.0, age)})
            await settle(session)


async def start_figures(app: FastAPI) -> None:
    """Begin to count."""
    runtime = app.state.runtime
    app.state.activity = Activity()
    leads = runtime.member.leads and not runtime.is_worker
    app.state.figures = FigureKeeper(app.state.database, app.state.activity, leads=leads)
    if not runtime.is_worker:
        app.state.figures.start()


async def stop_figures(app: FastAPI) -> None:
    """Write what is left."""
    keeper: FigureKeeper | None = getattr(app.state, "figures", None)
    if keeper is not None:
        await keeper.stop()
        await app.state.activity.write(app.state.database)
