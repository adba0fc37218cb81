"""Looking at every part of an installation, whoever asks: a command, a page, a monitor."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from verbatim.core.checks import Check, HealthCheck
from verbatim.health.core_checks import core_checks, database_check
from verbatim.runtime import Runtime

AT_ONCE: Final = 3
"""Checks at a time: each may take a connection of those that requests need."""
MOST_LETTERS: Final = 2_000
NOT_LOOKED_AT: Final = "Not looked at, because the database cannot be used."


@dataclass(frozen=True)
class Finding:
    """What one look at a part found, by which registered check, and how long it took."""

    source: HealthCheck
    check: Check
    latency_ms: float


def all_checks(runtime: Runtime, *, serving: bool = True) -> list[HealthCheck]:
    """Return every registered check. ``serving``: also those that ask how the process that asks serves."""
    return [*core_checks(runtime, serving=serving), *runtime.registry.contributions.checks]


async def examine(runtime: Runtime, checks: Collection[HealthCheck]) -> list[Finding]:
    """Look at the parts that `checks` name, in their order; the database is looked at in any case."""
    database = (await _look(runtime, database_check(runtime), None))[0]
    slots = asyncio.Semaphore(AT_ONCE)

    async def look(check: HealthCheck) -> list[Finding]:
        if check.name == database.source.name:
            return [database]
        async with slots:
            return await _look(runtime, check, database.check)

    return [found for several in await asyncio.gather(*map(look, checks)) for found in several]


async def _look(runtime: Runtime, check: HealthCheck, database: Check | None) -> list[Finding]:
    begun = time.perf_counter()
    found = await _found(runtime, check, database)
    took = (time.perf_counter() - begun) * 1000
    return [Finding(check, one, took) for one in ([found] if isinstance(found, Check) else found)]


async def _found(runtime: Runtime, check: HealthCheck, database: Check | None) -> Check | Sequence[Check]:
    try:
        return await asyncio.wait_for(check.look(runtime.settings, runtime.database), check.timeout)
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        if check.needs_database and database is not None and not database.ok:
            return Check(check.name, ok=True, detail=NOT_LOOKED_AT, skipped=True)
        if isinstance(error, TimeoutError):
            return Check(check.name, ok=False, detail=f"No answer within {check.timeout:.0f} seconds.")
        return Check(check.name, ok=False, detail=_reason(error))
    except Exception as error:  # noqa: BLE001 - a check reports whatever is wrong
        return Check(check.name, ok=False, detail=_reason(error))


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:MOST_LETTERS]
