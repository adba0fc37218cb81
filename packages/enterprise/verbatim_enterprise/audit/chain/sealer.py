"""Sealing: rows that have been committed get numbers without gaps, a chain of hashes, and a signed head.

Ids are given before the commit, so a row may appear below ids that are sealed. It gets the next number all the same:
numbers tell the order of sealing. A row that appears more than `LATE` below was not written by a transaction of this
server; it stays without a seal, and checking the log names it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

import structlog
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.canonical import EMPTY, first_id, next_hash, row_bytes, time_of
from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.chain.heads import PublicKeys, head_hash, mark, sign
from verbatim_enterprise.audit.chain.store import HEADS, SEALS
from verbatim_enterprise.audit.chain.witness import Seen, Witness, missing
from verbatim_enterprise.audit.rows import Row
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.host import BackgroundTask, Database, Pulse, utcnow
from verbatim_enterprise.system_session import system_transaction

log = structlog.get_logger(__name__)

BATCH: Final = 500
LATE: Final = timedelta(hours=1)
SOON: Final = timedelta(seconds=15)
"""How far below the last sealed row is looked in every round; down to `LATE` once a minute."""
_WIDE_SECONDS: Final = 60.0
_LOWEST: Final = "00000000-0000-0000-0000-000000000000"
_LOCK: Final = 7_240_815_533
"""Any number: whoever holds it on PostgreSQL seals, the others have nothing to do."""


class Sealer(BackgroundTask):
    """Seals from time to time for as long as the server runs."""

    def __init__(
        self,
        database: Database,
        writer: AuditWriter,
        witness: Witness,
        every: Callable[[], float],
        pulse: Pulse | None = None,
    ) -> None:
        """``every`` tells the pause between two rounds, in seconds; longer while the pulse has no news."""
        super().__init__("audit-sealer")
        self.database = database
        self.writer = writer
        self.witness = witness
        self._every = every
        self._told: set[str] = set()
        self._keys = PublicKeys.of(writer.keys)
        self._refused = False
        self._floor: str | None = None
        self._news = asyncio.Event()
        self._pulse = pulse or Pulse()

    @property
    def every(self) -> float:
        return self._every()

    def start(self) -> None:
        # What is new may lie below what is sealed, and what was there may be gone.
        self._pulse.ask("audit heads", store.newest_head(), self._news.set, on_change=True)
        self._pulse.ask("audit rows", store.count_from(lambda: self._floor or _LOWEST), self._news.set, on_change=True)
        self.begin(self._forever())

    async def _forever(self) -> None:
        loop, wide_at = asyncio.get_running_loop(), 0.0
        while True:
            wide = loop.time() >= wide_at
            try:
                await self.seal_all(LATE if wide else SOON)
                wide_at = loop.time() + _WIDE_SECONDS if wide else wide_at
            except Exception:
                log.exception("audit_not_sealed")
            await asyncio.sleep(self.every)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._pulse.patience(self.every, wide_at - loop.time()) - self.every):
                    await self._news.wait()
            self._news.clear()

    async def seal_all(self, reach: timedelta = LATE) -> int:
        """Seal whatever can be sealed now. Returns how many rows."""
        total, after = 0, None
        while True:
            if not await self._is_due(reach, after):
                return total
            try:
                count, after, more = await self._seal_some(reach, after)
            except IntegrityError:
                return total  # another server was faster
            total += count
            if not more:
                return total

    async def _is_due(self, reach: timedelta, after: str | None) -> bool:
        """Look without taking SQLite's one write lock; also notice when the chain has been cut off."""
        seen = self.witness.seen()  # first: another's head that is sealed in between would seem to be missing
        async with system_transaction(self.database, read_only=True) as session:
            last = await store.last_head(session)
            await self._watch(session, last, seen)
            self._floor = first = await _floor(session, last, reach)
            return bool(await store.unsealed(session, first=first, after=after, most=1))

    async def _watch(self, session: AsyncSession, last: Row | None, seen: Seen | None) -> None:
        if last is not None and (seen is None or seen.number <= last["number"]):
            there = await store.head_at(session, seen.number) if seen is not None else None
            if seen is None or not missing(seen, there, await store.purged_to(session)):
                if (seen is None or seen.number != last["number"]) and self._keys.holds(last):
                    self.witness.keep(last)
                return
        if seen is not None:
            self.witness.alarm(seen)

    async def _seal_some(self, reach: timedelta, after: str | None) -> tuple[int, str | None, bool]:
        """Seal one batch; returns how many rows, how far it has looked and whether there may be more."""
        async with system_transaction(self.database) as session:
            if self.database.dialect == "postgresql":
                mine = await session.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                if not mine:
                    return 0, None, False
            last = await store.last_head(session)
            if not self._is_ours(last):
                return 0, None, False
            first = await _floor(session, last, reach)
            rows = await store.unsealed(session, first=first, after=after, most=BATCH)
            made = [(row, row_bytes(row)) for row in rows]
            good = [(row["id"], data) for row, data in made if self.writer.wrote(row, data)]
            if len(good) < len(rows):
                known = {row_id for row_id, _ in good}
                self._tell(row["id"] for row in rows if row["id"] not in known)
            head = await append(session, self.writer, last, good) if good else None
        if head is not None:
            await asyncio.to_thread(self._keep, head)
        return len(good), rows[-1]["id"] if rows else None, len(rows) == BATCH

    def _is_ours(self, last: Row | None) -> bool:
        """Say whether a new head may follow this one, for which it will vouch: a server with this secret key signed it,
        or, where the key has been replaced, this server remembers it.
        """
        if last is None or self._keys.holds(last):
            return True
        seen = self.witness.seen()
        if seen is not None and self._keys.holds(last) is None and seen.hash == head_hash(last):
            return True
        if not self._refused:
            log.error("audit_head_of_unknown_origin", head=last["number"], remedy="verbatim audit verify")
        self._refused = True
        return False

    def _keep(self, head: dict[str, Any]) -> None:
        seen = self.witness.seen()
        if seen is None or (seen.number, seen.hash) == (head["number"] - 1, head["previous"]):
            self.witness.keep(head)

    def _tell(self, ids: Any) -> None:
        new = [one for one in ids if one not in self._told][:20]
        self._told.update(new)
        if new:
            log.error("audit_rows_of_unknown_origin", ids=new, remedy="verbatim audit verify")


async def _floor(session: AsyncSession, last: Row | None, reach: timedelta) -> str | None:
    newest = await store.sealed_id(session, last["last_seq"]) if last is not None else None
    return None if newest is None else first_id(time_of(newest) - reach)


async def append(
    session: AsyncSession, writer: AuditWriter, last: Row | None, rows: list[tuple[str, bytes]]
) -> dict[str, Any]:
    """Add rows, given as ids and canonical forms, to the chain, with a head at its new end."""
    seq, chain = (0, EMPTY) if last is None else (last["last_seq"], last["chain"])
    if last is not None and last["kind"] == "purge":
        seq, chain = await end_of_chain(session, last)
    seals, marks = [], []
    for row_id, data in rows:
        seq, chain = seq + 1, next_hash(chain, seq + 1, data)
        seals.append({"seq": seq, "audit_id": row_id, "hash": chain})
        marks.append(mark(data))
    await session.execute(insert(SEALS), seals)
    return await add_head(session, writer, last, kind="seal", last_seq=seq, chain=chain, marks="".join(marks))


async def end_of_chain(session: AsyncSession, purge: Row) -> tuple[int, str]:
    """Return number and hash of the last seal where the newest head is that of a purge."""
    head = await store.last_seal_head(session, purge["number"])
    return (head["last_seq"], head["chain"]) if head is not None else (purge["last_seq"], purge["chain"])


async def add_head(session: AsyncSession, writer: AuditWriter, last: Row | None, **columns: Any) -> dict[str, Any]:
    """Sign a head that follows ``last``."""
    head = {
        "number": 1 if last is None else last["number"] + 1,
        "previous": EMPTY if last is None else head_hash(last),
        "at": utcnow(),
        **columns,
    }
    signed = sign(writer.keys, head)
    await session.execute(insert(HEADS), [signed])
    return signed
