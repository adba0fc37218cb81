"""Telling others of every row, at least once and in order: a number in the database says how far each has been told.

Only sealed rows are told, so that numbers have no gaps and a receiver that misses one knows it. A receiver that is
away is waited for; nothing is dropped.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Protocol

import structlog
from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.export import as_json
from verbatim_enterprise.audit.models import AuditStream
from verbatim_enterprise.audit.scrub import address, line
from verbatim_enterprise.audit.settings import AuditSettings
from verbatim_enterprise.audit.streams.collector import CollectorError, CollectorSink
from verbatim_enterprise.audit.streams.syslog import SyslogSink
from verbatim_enterprise.host import BackgroundTask, Database, lazy, new_id, rows_affected, utcnow
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.rights import includes
from verbatim_enterprise.system_session import system_transaction

if TYPE_CHECKING:
    import aiohttp
else:
    aiohttp = lazy("aiohttp")

log = structlog.get_logger(__name__)

AT_ONCE: Final = 200
LEASE: Final = timedelta(seconds=90)
AGAIN: Final = 15_000
"""Rows that are told once more after a connection broke: what the receiver's kernel had taken may not have been read.
Linux takes up to 6 MiB for a connection (``tcp_rmem``); of the shortest rows, 500 bytes, 15,000 are more.
"""
_IDLE: Final = 1.0
_LONGEST: Final = 60.0


class Sink(Protocol):
    """Where rows go."""

    async def send(self, rows: Sequence[Mapping[str, Any]]) -> None: ...

    async def close(self) -> None: ...


class Stream(BackgroundTask):
    """One receiver and how far it has been told."""

    def __init__(self, database: Database, name: str, target: str, sink: Sink, again: int = 0) -> None:
        """``again`` is how many rows are told once more after a failure."""
        super().__init__(f"audit-{name}")
        self.database, self.name, self.target, self.sink, self.again = database, name, target, sink, again
        self.lease = new_id()
        self.read = 0
        """Up to here the receiver has surely read: so far did an earlier step back go."""

    def start(self) -> None:
        self.begin(self._forever())

    async def stop(self) -> None:
        await super().stop()
        await self.sink.close()

    async def _forever(self) -> None:
        pause = _IDLE
        while True:
            try:
                told = await self.tell_some()
                pause = _IDLE
                if told == AT_ONCE:
                    continue
            except Exception as error:
                if not _is_expected(error):
                    log.exception("audit_stream_failed", stream=self.name)
                pause = min(pause * 2, _LONGEST)
            await asyncio.sleep(pause)

    async def tell_some(self) -> int:
        """Tell the next rows. Returns how many; none when another server is telling this receiver.

        Raises:
            Exception: whatever came of sending, after it was noted for administrators to read.
        """
        done = await self._claim()
        if done is None:
            return 0
        async with system_transaction(self.database, read_only=True) as session:
            if not await includes(session, Entitlement.AUDIT):
                return 0  # it goes on where it was once the licence includes it
            done = max(done, await store.purged_to(session))
            found = await store.entries(session, after=done, last=done + AT_ONCE)
        rows = [{"number": one.seq, **as_json(one.row)} for one in found if one.row is not None]
        if rows:
            try:
                await self.sink.send(rows)
            except Exception as error:
                await self._failed(error)
                raise
        if found:
            await self._note(last_seq=found[-1].seq, error=None, failing_since=None)
        return len(found)

    async def _claim(self) -> int | None:
        """Take or renew the lease; returns how far the receiver has been told."""
        now = utcnow()
        async with system_transaction(self.database, read_only=True) as session:
            row = (await session.execute(select(AuditStream.__table__).filter_by(name=self.name))).first()
        mine = row is not None and (row.lease, row.target) == (self.lease, self.target)
        if row is not None and mine and row.lease_until > now + LEASE / 2:
            return int(row.last_seq)
        if row is None:
            try:
                async with system_transaction(self.database) as session:
                    session.add(AuditStream(name=self.name, target=self.target))
            except IntegrityError:
                return None  # another server was faster
        free = or_(AuditStream.lease == self.lease, AuditStream.lease.is_(None), AuditStream.lease_until < now)
        values: dict[str, Any] = {"lease": self.lease, "lease_until": now + LEASE, "updated_at": now}
        if row is not None and row.target != self.target:
            values |= {"target": self.target, "last_seq": 0, "error": None, "failing_since": None}
        async with system_transaction(self.database) as session:
            claim = update(AuditStream).where(AuditStream.name == self.name, free).values(**values)
            if not rows_affected(await session.execute(claim.execution_options(synchronize_session=False))):
                return None
            return await session.scalar(select(AuditStream.last_seq).where(AuditStream.name == self.name))

    async def _note(self, **values: Any) -> None:
        mine = (AuditStream.name == self.name, AuditStream.lease == self.lease)
        async with system_transaction(self.database) as session:
            change = update(AuditStream).where(*mine).values(updated_at=utcnow(), **values)
            await session.execute(change.execution_options(synchronize_session=False))

    async def _failed(self, error: BaseException) -> None:
        async with system_transaction(self.database, read_only=True) as session:
            row = (await session.execute(select(AuditStream.__table__).filter_by(name=self.name))).first()
        if row is None:
            return
        reason = line(_in_words(error), 300)
        if row.failing_since is None:
            log.warning("audit_receiver_away", stream=self.name, reason=reason)
        # Never further than before: a receiver that breaks off often would otherwise be led back to the beginning.
        self.read = min(row.last_seq, max(self.read, row.last_seq - self.again))
        back = self.read if row.failing_since is None else row.last_seq
        await self._note(error=reason, failing_since=row.failing_since or utcnow(), last_seq=back)


def _in_words(error: BaseException) -> str:
    """Return what an administrator can do something about, where it is known."""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(cause, ConnectionRefusedError):
        return "Nobody listens there (connection refused)."
    if isinstance(cause, socket.gaierror):
        return "Its name cannot be found."
    if isinstance(cause, ssl.SSLError):
        return f"Its certificate is not trusted ({cause.reason or cause})."
    if isinstance(cause, TimeoutError):
        return "It does not answer in time."
    if isinstance(error, CollectorError):
        return str(error)
    told = f"{type(error).__name__}: {error}"
    return told if _is_expected(error) else f"Rows cannot be sent ({told})."


async def failing(session: AsyncSession, targets: Mapping[str, str]) -> Sequence[AuditStream]:
    """Return those of the receivers that could not be told lately."""
    away = await session.scalars(select(AuditStream).where(AuditStream.failing_since.is_not(None)))
    return [one for one in away if targets.get(one.name) == one.target]


def receivers(settings: AuditSettings) -> dict[str, str]:
    """Return the receivers that the settings name, each with its address as it may be shown."""
    urls = {"syslog": settings.audit_syslog_url, "http": settings.audit_http_url}
    return {name: address(url) for name, url in urls.items() if url}


def streams_of(settings: AuditSettings, database: Database) -> list[Stream]:
    """Return a stream for each receiver."""
    targets, found = receivers(settings), list[Stream]()
    if "syslog" in targets:
        sink = SyslogSink(settings.audit_syslog_url, settings.audit_syslog_ca)
        found.append(Stream(database, "syslog", targets["syslog"], sink, AGAIN))
    if "http" in targets:
        token = settings.audit_http_token.get_secret_value() if settings.audit_http_token else None
        collector = CollectorSink(settings.audit_http_url, token)
        found.append(Stream(database, "http", targets["http"], collector))
    return found


def _is_expected(error: BaseException) -> bool:
    """Say whether this is how a receiver fails that is away or refuses."""
    return isinstance(error, OSError | TimeoutError | aiohttp.ClientError | CollectorError)
