"""How much keys are used: counted in memory, written about once a minute.

A write for each request would make every request of a busy key wait for the same row. What is lost when a process is
killed is at most a minute of counting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any, Final

from sqlalchemy import Date, String, bindparam, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.models import ApiKey, ApiKeyUsage
from verbatim_enterprise.host import Database, RepeatedTask, utcnow
from verbatim_enterprise.system_session import system_transaction

FLUSH_SECONDS: Final = 60.0
_BATCH: Final = 1000


@dataclass
class Tally:
    """What came with one key since the last writing. ``days``: requests and errors by day."""

    last_used_at: datetime
    address: str | None
    days: dict[date, list[int]] = field(default_factory=dict)


class UsageBook:
    """The counters of one process."""

    def __init__(self) -> None:
        self._tallies: dict[str, Tally] = {}
        self._flushes: RepeatedTask | None = None

    def count(self, key_id: str, address: str | None, *, is_error: bool) -> None:
        """Note one request."""
        now = utcnow()
        tally = self._tallies.get(key_id)
        if tally is None:
            tally = self._tallies[key_id] = Tally(now, address)
        tally.last_used_at, tally.address = now, address
        counts = tally.days.setdefault(now.date(), [0, 0])
        counts[0] += 1
        counts[1] += is_error

    def start(self, database: Database) -> None:
        self._flushes = RepeatedTask(
            partial(self.flush, database), name="key-usage", seconds=FLUSH_SECONDS, failed="key_usage_not_written"
        )
        self._flushes.start()

    async def stop(self, database: Database) -> None:
        """Write what is left."""
        if self._flushes is not None:
            await self._flushes.stop()
        await self.flush(database)

    async def flush(self, database: Database) -> None:
        """Write the counters; what cannot be written is kept for the next time."""
        tallies, self._tallies = self._tallies, {}
        # In one order, so that two processes never wait for each other.
        waiting = sorted(tallies.items())
        try:
            while waiting:
                async with system_transaction(database) as session:
                    await write(session, dict(waiting[:_BATCH]))
                del waiting[:_BATCH]
        finally:
            for key_id, tally in waiting:
                self._keep(key_id, tally)

    def _keep(self, key_id: str, old: Tally) -> None:
        tally = self._tallies.setdefault(key_id, old)
        if tally is old:
            return
        for day, (requests, errors) in old.days.items():
            counts = tally.days.setdefault(day, [0, 0])
            counts[0] += requests
            counts[1] += errors


async def write(session: AsyncSession, tallies: dict[str, Tally]) -> None:
    """Add these counts. The last use only ever moves forward, whichever process writes last."""
    connection = await session.connection()
    table: Any = ApiKey.__table__
    forward = or_(table.c.last_used_at.is_(None), table.c.last_used_at < bindparam("at"))
    await connection.execute(
        update(table)
        .where(table.c.id == bindparam("key"), forward)
        .values(last_used_at=bindparam("at"), last_used_address=bindparam("address")),
        [{"key": key, "at": tally.last_used_at, "address": tally.address} for key, tally in tallies.items()],
    )
    rows = [
        {"key": key, "on": day, "n": requests, "bad": errors}
        for key, tally in tallies.items()
        for day, (requests, errors) in sorted(tally.days.items())
    ]
    await connection.execute(_addition(connection.dialect.name), rows)


def _addition(dialect: str) -> Any:
    """Return the statement that adds to a day; a key that is gone gets nothing."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    usage: Any = ApiKeyUsage.__table__
    source = select(
        ApiKey.id,
        bindparam("on", type_=Date()),
        bindparam("n", type_=usage.c.requests.type),
        bindparam("bad", type_=usage.c.errors.type),
    ).where(ApiKey.id == bindparam("key", type_=String()))
    statement = insert(usage).from_select(["key_id", "day", "requests", "errors"], source)
    return statement.on_conflict_do_update(
        index_elements=["key_id", "day"],
        set_={
            "requests": usage.c.requests + statement.excluded.requests,
            "errors": usage.c.errors + statement.excluded.errors,
        },
    )
