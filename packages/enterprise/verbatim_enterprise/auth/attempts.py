"""Letting attempts in: each is written down before anything is checked, and settled afterwards.

Writing down is one statement for each key, in a transaction of its own, and decides by itself whether there is room: as
many attempts may be under way as failures are still free, and one when none is. So parallel guesses cannot slip through
before the first failure is known, whichever processes and servers they are sent to, while parallel correct ones wait
their turn and all pass. What ends in an error, or with its process, counts as a failure.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, cast
from weakref import WeakValueDictionary

from sqlalchemy import Table, case, delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.dml import ReturningInsert

from verbatim_enterprise.auth import throttle
from verbatim_enterprise.auth.errors import BusyError
from verbatim_enterprise.auth.models import Throttle
from verbatim_enterprise.auth.throttle import FORGET_AFTER, Attempt, Rule, refuse_if_blocked
from verbatim_enterprise.host import Database
from verbatim_enterprise.system_session import system_transaction

_TABLE: Final = cast("Table", Throttle.__table__)
_WAITING: Final = 64
"""Attempts for one account from one place that may wait for each other in one process."""
LEASE: Final = timedelta(seconds=60)
"""How long an attempt may be under way. One that is not settled by then has failed."""
PATIENCE_SECONDS: Final = 10.0
_POLL_SECONDS: Final = 0.05


@dataclass
class Outcome:
    """What became of an attempt; one of which nothing is said has failed."""

    right: bool = False


class Queue:
    """Lets attempts for one account from one place in one by one, as far as this process is concerned."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, _Turn] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, place: str) -> AsyncIterator[None]:
        """Wait for one's turn.

        Raises:
            BusyError: too many are waiting already.
        """
        turn = self._locks.setdefault(place, _Turn())
        if turn.waiting >= _WAITING:
            raise BusyError(1)
        turn.waiting += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.waiting -= 1


class _Turn:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.waiting = 0


@asynccontextmanager
async def attempted(database: Database, queue: Queue, attempt: Attempt) -> AsyncIterator[Outcome]:
    """Hold an attempt while something is checked; whoever checks says in the outcome that it was right.

    Raises:
        TooManyAttemptsError, BusyError: not now.
    """
    async with queue.turn(attempt.place):
        await _reserve(database, attempt)
        outcome = Outcome()
        try:
            yield outcome
        except BusyError:  # nothing was checked
            await asyncio.shield(_settle(database, attempt, failed=False))
            raise
        except BaseException:
            await asyncio.shield(_settle(database, attempt, failed=not outcome.right))
            raise
        await asyncio.shield(_settle(database, attempt, failed=not outcome.right, forgive=outcome.right))


async def spend(database: Database, attempt: Attempt) -> None:
    """Count something that counts whatever becomes of it, before it begins.

    Raises:
        TooManyAttemptsError: not now.
    """
    async with system_transaction(database) as session:
        for key in sorted(attempt.rules):
            failures = await session.scalar(_counting(session, attempt, key))
            if failures is None:
                await refuse_if_blocked(session, attempt)
            await _delay(session, key, attempt.rules[key], failures or 0)


async def _reserve(database: Database, attempt: Attempt) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not await _is_reserved(database, attempt):
        if time.monotonic() > deadline:
            raise BusyError(1)
        await asyncio.sleep(_POLL_SECONDS * (0.5 + random.random()))  # noqa: S311 - so that servers take turns


class _NoRoomError(Exception):
    """Ends a transaction whose reservation is not to be."""


async def _is_reserved(database: Database, attempt: Attempt) -> bool:
    # Most that come during a delay cost no writing.
    async with system_transaction(database, read_only=True) as session:
        await refuse_if_blocked(session, attempt)
    try:
        async with system_transaction(database) as session:
            await _write_down(session, attempt)
    except _NoRoomError:
        return False
    return True


async def _write_down(session: AsyncSession, attempt: Attempt) -> None:
    # In one order, so that two attempts never wait for each other.
    for key in sorted(attempt.rules):
        if await session.scalar(_reserving(session, attempt, key)) is None:
            raise _NoRoomError


def _insert(session: AsyncSession) -> type[postgresql.Insert | sqlite.Insert]:
    return postgresql.Insert if session.get_bind().dialect.name == "postgresql" else sqlite.Insert


def _reserving(session: AsyncSession, attempt: Attempt, key: str) -> ReturningInsert[Any]:
    """Return the statement that adds an attempt under way, and gives its key back if there is room for it."""
    now, row = throttle.now(), _TABLE.c
    past = now - FORGET_AFTER
    # What was under way and has not been settled in its time has failed.
    lapsed = case((row.pending_until < now, row.pending), else_=0)
    pending = row.pending - lapsed
    failures = case((row.failed_at < past, 0), else_=row.failures) + lapsed
    room = case((failures < attempt.rules[key].free - 1, attempt.rules[key].free - failures), else_=1)
    fresh = {"failures": 0, "failed_at": now, "blocked_until": past, "pending": 1, "pending_until": now + LEASE}
    return (
        _insert(session)(_TABLE)
        .values(key=key, account=attempt.account, **fresh)
        .on_conflict_do_update(
            index_elements=[row.key],
            set_={
                "failures": failures,
                "failed_at": case((lapsed > 0, now), else_=row.failed_at),
                "pending": pending + 1,
                "pending_until": now + LEASE,
            },
            where=(row.blocked_until <= now) & (pending < room),
        )
        .returning(row.key)
    )


def _counting(session: AsyncSession, attempt: Attempt, key: str) -> ReturningInsert[Any]:
    """Return the statement that counts one more, and gives how many there are, unless the key has to wait."""
    now, row = throttle.now(), _TABLE.c
    past = now - FORGET_AFTER
    fresh = {"failures": 1, "failed_at": now, "blocked_until": past, "pending": 0, "pending_until": past}
    return (
        _insert(session)(_TABLE)
        .values(key=key, account=attempt.account, **fresh)
        .on_conflict_do_update(
            index_elements=[row.key],
            set_={"failures": case((row.failed_at < past, 1), else_=row.failures + 1), "failed_at": now},
            where=row.blocked_until <= now,
        )
        .returning(row.failures)
    )


async def _settle(database: Database, attempt: Attempt, *, failed: bool, forgive: bool = False) -> None:
    """End an attempt under way. ``forgive`` also forgets the failures of its place, after a success."""
    now, row = throttle.now(), _TABLE.c
    less = case((row.pending > 0, row.pending - 1), else_=0)
    async with system_transaction(database) as session:
        for key in sorted(attempt.rules):
            change = update(_TABLE).where(row.key == key)
            if failed:
                failures = case((row.failed_at < now - FORGET_AFTER, 1), else_=row.failures + 1)
                counted = change.values(pending=less, failures=failures, failed_at=now).returning(row.failures)
                await _delay(session, key, attempt.rules[key], await session.scalar(counted) or 0)
                continue
            forgotten = {"failures": 0} if forgive and key == attempt.place else {}
            await session.execute(change.values(pending=less, **forgotten))
            idle = (row.key == key) & (row.pending == 0) & (row.failures == 0)
            await session.execute(delete(_TABLE).where(idle))


async def _delay(session: AsyncSession, key: str, rule: Rule, failures: int) -> None:
    if delay := rule.delay(failures):
        until = throttle.now() + timedelta(seconds=delay)
        await session.execute(update(_TABLE).where(_TABLE.c.key == key).values(blocked_until=until))
