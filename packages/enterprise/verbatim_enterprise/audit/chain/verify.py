"""Checking the whole log against its seals, its heads, and what the server remembers outside the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import StatementError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.canonical import bytes_of, time_of
from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.chain.checker import Checker, Problem
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.sealer import LATE
from verbatim_enterprise.audit.chain.witness import Seen, Witness, missing
from verbatim_enterprise.audit.service import AuditWriter
from verbatim_enterprise.host import Database
from verbatim_enterprise.system_session import system_transaction

_AT_ONCE = 500
UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, StatementError)
"""How a row or head shows itself whose columns no server has written so."""


@dataclass(frozen=True)
class Report:
    """What checking found. ``waiting`` rows have been written just now and will be sealed in a moment."""

    rows: int
    heads: int
    waiting: int
    purged_to: int
    problems: tuple[Problem, ...]
    first: Problem | None

    @property
    def ok(self) -> bool:
        return not self.problems

    def __str__(self) -> str:
        if self.first is None:
            also = f", {self.waiting} more wait for their seal" if self.waiting else ""
            gone = f"; retention has removed {self.purged_to} before them" if self.purged_to else ""
            return f"The audit log is complete and unchanged: {self.rows} rows under {self.heads} heads{also}{gone}."
        return f"The audit log was tampered with. {self.first}"


async def verify(database: Database, writer: AuditWriter, witness: Witness | None) -> Report:
    """Check everything. What is written meanwhile is not counted; retention meanwhile makes it begin anew."""
    while True:
        # Before the database is looked at: a head that is sealed in between would seem to have gone missing.
        seen = witness.seen() if witness else None
        async with system_transaction(database, read_only=True) as session:
            before = await store.purged_to(session)
            report = await _verify(session, writer, seen)
        async with system_transaction(database, read_only=True) as session:
            if report.ok or await store.purged_to(session) == before:
                return report


async def _verify(session: AsyncSession, writer: AuditWriter, seen: Seen | None) -> Report:
    checker = Checker(PublicKeys.of(writer.keys))
    last = await store.last_head(session)
    purge = await store.last_purge(session)
    checker.begin(purge)
    if last is not None:
        try:
            async for head in store.heads(session, last=last["number"]):
                numbers = checker.covers(head)
                found = await _entries(session, numbers[0] - 1, numbers[-1]) if numbers else []
                checker.feed(head, found)
                _written(found, checker, writer)
        except UNREADABLE:
            checker.found("head", checker.last_seq + 1)
        checker.end()
    there = await store.head_at(session, seen.number) if seen else None
    if seen is not None and missing(seen, there, checker.purged_to):
        checker.found("cut_off", min(seen.last_seq, checker.last_seq + 1))
    await _beyond(session, checker)
    waiting = await _unsealed(session, checker, writer)
    return Report(checker.rows, checker.heads, waiting, checker.purged_to, tuple(checker.problems), checker.first)


async def _entries(session: AsyncSession, after: int, last: int) -> list[store.Entry]:
    """Return the seals of a range with their rows. What somebody has made unreadable is no reason not to name it."""
    try:
        return await store.entries(session, after=after, last=last)
    except UNREADABLE:
        if after + 1 == last:
            return await store.unreadable(session, last)
    return [entry for seq in range(after, last) for entry in await _entries(session, seq, seq + 1)]


def _written(entries: Sequence[store.Entry], checker: Checker, writer: AuditWriter) -> None:
    """Look whether this server wrote the rows: what shows that is in no seal."""
    for entry in entries:
        if entry.row is not None and writer.wrote(entry.row, entry.data) is False:
            checker.found("changed", entry.seq, entry.audit_id)


async def _beyond(session: AsyncSession, checker: Checker) -> None:
    """Look for seals that no head covers: they are made together, in one transaction."""
    newest = select(func.coalesce(func.max(store.HEADS.c.last_seq), 0)).where(store.HEADS.c.kind == "seal")
    # In one statement, so that what is sealed meanwhile is seen with its head or not at all.
    beyond = (store.SEALS.c.seq < 1) | (store.SEALS.c.seq > newest.scalar_subquery())
    strange = select(store.SEALS.c.seq, store.SEALS.c.audit_id).where(beyond)
    for seq, row_id in await session.execute(strange.order_by(store.SEALS.c.seq).limit(_AT_ONCE)):
        checker.found("inserted", seq, row_id)


async def _unsealed(session: AsyncSession, checker: Checker, writer: AuditWriter) -> int:
    """Look at rows without a seal: this server's, just written, or somebody else's. Returns how many wait."""
    newest = await store.sealed_id(session, checker.last_seq)
    waiting, after = 0, None
    while True:
        try:
            rows = await store.unsealed(session, first=None, after=after, most=_AT_ONCE)
        except UNREADABLE:
            checker.found("inserted", None)
            return waiting
        for row in rows:
            late = newest is not None and time_of(row["id"]) < time_of(newest) - LATE
            if late or not writer.wrote(row, bytes_of(row)):
                checker.found("inserted", None, row["id"])
            else:
                waiting += 1
        if len(rows) < _AT_ONCE:
            return waiting
        after = rows[-1]["id"]
