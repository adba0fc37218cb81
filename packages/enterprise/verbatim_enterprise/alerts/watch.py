"""Comparing what the checks find with what administrators know, and telling them the difference: once, however many
servers notice it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.alerts.decide import Kind, Told, Troubles
from verbatim_enterprise.alerts.events import AlertRaised, AlertResolved
from verbatim_enterprise.alerts.mails import mail_alerts
from verbatim_enterprise.alerts.models import Alert, AlertState
from verbatim_enterprise.alerts.settings import AlertSettings
from verbatim_enterprise.alerts.words import harmless
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import CheckStatus, Database, RepeatedTask, as_system, emit, rows_affected, utcnow
from verbatim_enterprise.system_session import system_transaction

BEAT_SECONDS: Final = 30.0
KEPT_FOR: Final = timedelta(days=180)

Report = Callable[[], Awaitable[Any]]
"""Returns what is known of every part, without looking at any."""


class AlertWatch(RepeatedTask):
    """Tells administrators what changed. One for each server; they may look at the same time."""

    def __init__(self, database: Database, report: Report) -> None:
        super().__init__(self.beat, name="alerts", seconds=BEAT_SECONDS, failed="alerts_not_told")
        self._database, self._report = database, report
        self._troubles = Troubles()

    async def beat(self) -> list[Alert]:
        """Tell what is new. Returns what this server told."""
        settings = enterprise_settings().alerts
        found = (await self._report()).checks
        async with system_transaction(self._database, read_only=True) as session:
            rows = {(row.name, row.host): row for row in await session.scalars(select(AlertState))}
        steps = [step for one in found if (step := self._news_of(one, rows, settings)) is not None]
        if not steps:
            return []
        async with system_transaction(self._database) as session:
            return await tell(session, steps, settings)

    def _news_of(
        self, one: Any, rows: dict[tuple[str, str], AlertState], settings: AlertSettings
    ) -> tuple[Kind, Any, AlertState | None] | None:
        key = (one.name, one.host)
        if settings.is_muted(one.name):
            return None
        row = rows.get(key)
        told = Told() if row is None else Told(CheckStatus(row.status), row.told_at)
        hours = settings.alerts_reminder_hours
        reminder = timedelta(hours=hours) if hours else None
        kind = self._troubles.kind_of(key, CheckStatus(one.status), one.since, told, now=utcnow(), reminder=reminder)
        return None if kind is None else (kind, one, row)


async def tell(
    session: AsyncSession, steps: Sequence[tuple[Kind, Any, AlertState | None]], settings: AlertSettings
) -> list[Alert]:
    """Write down and tell those of the steps that no other server has taken."""
    alerts = []
    # In one order, so that two servers never wait for each other.
    for kind, one, row in sorted(steps, key=lambda step: (step[1].name, step[1].host)):
        if not await _is_first(session, one, row) or kind is Kind.EASED:
            continue
        alert = Alert(
            kind=kind,
            name=one.name,
            host=one.host,
            status=one.status,
            detail=harmless(one.detail),
            todo=harmless(one.todo),
            link=one.link,
            setting=one.setting,
        )
        session.add(alert)
        await session.flush()
        alerts.append(alert)
        with as_system("alerts"):
            await emit(session, _event(alert))
    if alerts:
        alerts.sort(key=lambda alert: (alert.kind == Kind.RESOLVED, alert.status != CheckStatus.FAILED))
        await mail_alerts(session, [one for one in alerts if settings.are_mailed(one.name)])
        await _forget(session)
    return alerts


def _event(alert: Alert) -> AlertRaised | AlertResolved:
    if alert.kind == Kind.RESOLVED:
        return AlertResolved(alert_id=alert.id, name=alert.name, status=alert.status)
    reminds = alert.kind == Kind.REMINDER
    return AlertRaised(alert_id=alert.id, name=alert.name, status=alert.status, reminder=reminds)


async def _is_first(session: AsyncSession, one: Any, row: AlertState | None) -> bool:
    """Note what is told now; False when another server has done so since `row` was read."""
    table: Any = AlertState.__table__
    values = {"status": one.status, "told_at": utcnow()}
    if row is None:
        insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
        made = insert(table).values(name=one.name, host=one.host, turn=1, **values)
        done = await session.execute(made.on_conflict_do_nothing(index_elements=["name", "host"]))
    else:
        same = (table.c.name == row.name, table.c.host == row.host, table.c.turn == row.turn)
        done = await session.execute(update(table).where(*same).values(turn=row.turn + 1, **values))
    return rows_affected(done) == 1


async def _forget(session: AsyncSession) -> None:
    """Forget what is too old to be shown, and machines that are not there any more."""
    old = utcnow() - KEPT_FOR
    await session.execute(delete(Alert).where(Alert.at < old))
    gone = (AlertState.told_at < old, AlertState.status == CheckStatus.OK)
    await session.execute(delete(AlertState).where(*gone))
