"""Knowing how every part is: looking when what is known has become old, and keeping what was found with since when."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy import delete, or_, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from verbatim.core.background import RepeatedTask
from verbatim.core.checks import CheckStatus, HealthCheck
from verbatim.core.clock import utcnow
from verbatim.core.ownership import as_system
from verbatim.core.services import Service
from verbatim.health.examine import Finding, all_checks, examine
from verbatim.health.models import HealthFinding
from verbatim.runtime import Runtime

log = structlog.get_logger(__name__)

BEAT_SECONDS: Final = 30.0
"""At most half as long again passes until a fault is noticed that nobody looks for."""
SHOWN_FOR: Final = timedelta(minutes=5)
"""What another machine found longer ago tells nothing any more: it may be gone."""


@dataclass(frozen=True)
class Known:
    """How a part was when it was last looked at."""

    name: str
    host: str
    source: str
    status: CheckStatus
    detail: str
    todo: str
    since: datetime
    checked_at: datetime
    last_good: datetime | None
    latency_ms: float


_FIELDS: Final = tuple(Known.__dataclass_fields__)


class HealthKeeper:
    """What is known in this process and, by the table of findings, in all others."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._host = socket.gethostname()[:255]
        self._known: dict[tuple[str, str], Known] = {}
        """What this process found itself; it counts where the table cannot be written or read."""
        self._looking = asyncio.Lock()
        self._beats = RepeatedTask(self._beat, name="health", seconds=BEAT_SECONDS, failed="health_not_looked_at")

    @property
    def checks(self) -> list[HealthCheck]:
        return all_checks(self._runtime)

    def start(self) -> None:
        self._beats.start()

    async def stop(self) -> None:
        await self._beats.stop()

    async def look(self) -> list[Known]:
        """Look at whatever was not looked at lately by anybody, and return all that is known now."""
        await self._beat()
        return await self.known()

    async def _beat(self) -> None:
        async with self._looking:
            known = await self._read()
            stale = [check for check in self.checks if self._is_stale(check, known)]
            # Of what is the same everywhere a worker knows no more than the servers.
            if self._runtime.is_worker:
                stale = [check for check in stale if check.of_machine]
            if stale:
                await self._keep(await examine(self._runtime, stale), stale, known)

    async def known(self) -> list[Known]:
        """Return how every part was when somebody last looked, in the order in which checks are registered."""
        known = await self._read()
        order = {check.name: place for place, check in enumerate(self.checks)}
        return sorted(
            (one for one in known.values() if one.checked_at > utcnow() - SHOWN_FOR or one.source not in order),
            key=lambda one: (order.get(one.source, len(order)), one.name, one.host),
        )

    def _is_stale(self, check: HealthCheck, known: dict[tuple[str, str], Known]) -> bool:
        host = self._host if check.of_machine else ""
        mine = [one.checked_at for one in known.values() if one.source == check.name and one.host == host]
        return not mine or min(mine) < utcnow() - timedelta(seconds=check.seconds)

    async def _read(self) -> dict[tuple[str, str], Known]:
        """Return what the table holds, or where that cannot be read, or is older, what this process knows itself."""
        found = dict(self._known)
        try:
            with as_system("health"):
                async with self._runtime.database.transaction(read_only=True) as session:
                    rows = (await session.scalars(select(HealthFinding))).all()
        except (SQLAlchemyError, OSError):
            return found
        for row in rows:
            mine = found.get((row.name, row.host))
            if mine is None or mine.checked_at <= row.checked_at:
                found[row.name, row.host] = _known(row)
        return found

    async def _keep(
        self, findings: Sequence[Finding], looked: Collection[HealthCheck], known: dict[tuple[str, str], Known]
    ) -> None:
        now, found = utcnow(), dict[tuple[str, str], Known]()
        for one in findings:
            key = (one.check.name[:120], self._host if one.source.of_machine else "")
            found[key] = self._with_history(one, key, known.get(key), now)
        sources = {check.name for check in looked}
        gone = [key for key, one in self._known.items() if one.source in sources and key not in found]
        for key in gone:
            del self._known[key]
        self._known |= found
        try:
            await self._write(found, sources)
        except IntegrityError:
            log.debug("health_written_by_another")  # which found the same this very moment
        except (SQLAlchemyError, OSError) as error:
            log.warning("health_not_kept", reason=type(error).__name__)

    def _with_history(self, one: Finding, key: tuple[str, str], before: Known | None, now: datetime) -> Known:
        check, status = one.check, one.check.status
        since = before.since if before is not None and before.status is status else now
        good = now if status in {CheckStatus.OK, CheckStatus.WARNING} else before.last_good if before else None
        return Known(
            name=key[0],
            host=key[1],
            source=one.source.name,
            status=status,
            detail=check.detail,
            todo=check.todo,
            since=since,
            checked_at=now,
            last_good=good,
            latency_ms=round(one.latency_ms, 1),
        )

    async def _write(self, found: dict[tuple[str, str], Known], sources: Collection[str]) -> None:
        here = or_(HealthFinding.host == "", HealthFinding.host == self._host)
        with as_system("health"):
            async with self._runtime.database.transaction() as session:
                rows = await session.scalars(select(HealthFinding).where(HealthFinding.source.in_(sources), here))
                kept = {(row.name, row.host): row for row in rows}
                for key, one in found.items():
                    row = kept.pop(key, None) or HealthFinding(name=key[0], host=key[1])
                    for name in _FIELDS[2:]:
                        setattr(row, name, getattr(one, name))
                    session.add(row)
                for row in kept.values():  # a location or an endpoint that is there no more
                    await session.delete(row)
                old = HealthFinding.checked_at < utcnow() - timedelta(days=30)
                await session.execute(delete(HealthFinding).where(old))


def _known(row: HealthFinding) -> Known:
    found = Known(**{name: getattr(row, name) for name in _FIELDS})
    return replace(found, status=CheckStatus(row.status))


def overall(known: Collection[Known]) -> CheckStatus:
    """Return the worst of all."""
    there = {one.status for one in known}
    return next((status for status in (CheckStatus.FAILED, CheckStatus.WARNING) if status in there), CheckStatus.OK)


KEEPER: Final = Service[HealthKeeper]("health")
