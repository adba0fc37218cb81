"""Do the servers of language models answer, and how much is left of the budgets?"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Check, Database, HealthCheck, SealError, Settings, as_system, key_ring, utcnow
from verbatim_enterprise.llm.desk import MeteredDesk
from verbatim_enterprise.llm.endpoints import try_out
from verbatim_enterprise.llm.known import Known, KnownEndpoints
from verbatim_enterprise.llm.models import LlmBudget, LlmSpend, LlmUsage
from verbatim_enterprise.llm.periods import end_of, start_of
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team

MODELS_NAME: Final = "language models"
BUDGETS_NAME: Final = "budgets"
WARN_PERCENT: Final = 80
FULL_PERCENT: Final = 100
_WELL_SECONDS: Final = 300.0
"""So long a server that answered is taken to answer still, unless a call of it fails: others count each question."""
_BAD_SECONDS: Final = 15.0
_LONGEST_SECONDS: Final = 6.0
_SHOWN: Final = 5
_MOST: Final = 1_000
_PERIODS: Final = ("day", "month")


@dataclass(frozen=True)
class _Seen:
    at: float
    ok: bool
    detail: str


class ModelWatch:
    """What this process knows of each server of models, and since when."""

    def __init__(self) -> None:
        self._seen: dict[str, _Seen] = {}

    async def look(self, settings: Settings, database: Database) -> Check:
        """Ask servers that nobody has asked lately, or that failed a call since, which models they have."""
        chosen = enterprise_settings()
        known = KnownEndpoints(database, key_ring(chosen.keys, settings.data_dir), chosen.llm)
        try:
            async with system_transaction(database, read_only=True) as session:
                failed = await _failed_lately(session)
            with as_system("health"):
                endpoints = await known.all()
        except SealError:
            return Check(MODELS_NAME, ok=False, detail="A key was sealed with another secret key.", todo="Set it anew.")
        if not endpoints:
            return Check(MODELS_NAME, ok=True, detail="No provider is used; models of this machine need none.")
        desk = MeteredDesk(settings, {})
        marks = {_mark(database, one): one for one in endpoints}
        self._seen = {mark: seen for mark, seen in self._seen.items() if mark in marks}
        due = [mark for mark, one in marks.items() if self._is_due(mark, failed=one.id in failed)]
        try:
            found = await asyncio.gather(*(_ask(desk, marks[mark]) for mark in due))
        finally:
            await desk.door.close()
        self._seen.update(zip(due, found, strict=True))
        return _told([(one, self._seen[mark]) for mark, one in marks.items()])

    def _is_due(self, mark: str, *, failed: bool) -> bool:
        seen = self._seen.get(mark)
        if seen is None:
            return True
        rest = _WELL_SECONDS if seen.ok and not failed else _BAD_SECONDS
        return time.monotonic() - seen.at >= rest


def _mark(database: Database, one: Known) -> str:
    """Return what is different for another server, key or database; the key cannot be read from it."""
    told = f"{database.engine.url} {one.id} {one.kind} {one.base_url} {one.key}"
    return hashlib.sha256(told.encode()).hexdigest()


async def _failed_lately(session: AsyncSession) -> set[str]:
    """Return the servers whose calls fail: those with a failure within the last minute."""
    since = func.coalesce(LlmUsage.finished_at, LlmUsage.started_at)
    recent = (LlmUsage.started_at > _minutes_ago(10), since > _minutes_ago(1), LlmUsage.outcome.startswith("llm_"))
    return set(await session.scalars(select(LlmUsage.endpoint_id).where(*recent).distinct().limit(100)))


async def _ask(desk: MeteredDesk, one: Known) -> _Seen:
    try:
        async with asyncio.timeout(_LONGEST_SECONDS):
            found = await try_out(desk, one)
    except TimeoutError:
        return _Seen(time.monotonic(), ok=False, detail=f"no answer within {_LONGEST_SECONDS:.0f} seconds")
    return _Seen(time.monotonic(), ok=found.ok, detail=found.detail)


def _told(seen: Sequence[tuple[Known, _Seen]]) -> Check:
    bad = [f"{one.name}: {found.detail}" for one, found in seen if not found.ok]
    if not bad:
        return Check(MODELS_NAME, ok=True, detail=f"{', '.join(one.name for one, _ in seen[:_SHOWN])}: all answer.")
    more = f" And {len(bad) - _SHOWN} more." if len(bad) > _SHOWN else ""
    todo = "Look at its address and its key, and try it out there."
    return Check(MODELS_NAME, ok=False, detail=" ".join(bad[:_SHOWN]) + more, todo=todo)


@dataclass(frozen=True)
class Used:
    """How much is used of a budget in its present period."""

    whose: str
    period: str
    percent: int
    resets_at: datetime


async def check_budgets(_: Settings, database: Database) -> Check:
    """Say how much is used of what the installation and teams may use. What single people may use is their matter."""
    async with system_transaction(database, read_only=True) as session:
        found = [one for one in await used_budgets(session) if one.percent >= WARN_PERCENT]
    if not found:
        return Check(BUDGETS_NAME, ok=True, detail=f"No budget is used by {WARN_PERCENT} percent.")
    full = found[0].percent >= FULL_PERCENT
    told = "; ".join(
        f"{one.whose} {one.percent} percent of a {one.period}, until {one.resets_at:%Y-%m-%d}" for one in found[:_SHOWN]
    )
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    todo = "Raise the budget, or wait until it begins anew." if full else "Look at who uses it, or raise it."
    return Check(BUDGETS_NAME, ok=not full, warning=True, detail=f"Used: {told}{more}.", todo=todo)


async def used_budgets(session: AsyncSession) -> list[Used]:
    """Return how much is used of the budgets of the installation and of teams, the fullest first."""
    now = utcnow()
    present = [and_(LlmBudget.period == one, LlmSpend.period_start == start_of(one, now)) for one in _PERIODS]
    wanted = (
        select(LlmBudget, Team.name, LlmSpend.used_tokens, LlmSpend.used_micros)
        .join(LlmSpend, LlmSpend.budget_id == LlmBudget.id)
        .outerjoin(Team, Team.id == LlmBudget.scope_id)
        .where(LlmBudget.scope.in_(["installation", "team"]), or_(*present))
        .order_by(LlmBudget.id)
        .limit(_MOST)
    )
    found = []
    for budget, team, tokens, micros in await session.execute(wanted):
        limits = ((tokens, budget.limit_tokens), (micros, budget.limit_micros))
        # Nothing may be used of a budget of 0: it is full.
        shares = [100 * used // limit if limit else FULL_PERCENT for used, limit in limits if limit is not None]
        whose = "the installation" if budget.scope == "installation" else f"the team {team or budget.scope_id}"
        found.append(Used(whose, budget.period, max(shares), end_of(budget.period, now)))
    return sorted(found, key=lambda one: -one.percent)


def _minutes_ago(minutes: float) -> datetime:
    return utcnow() - timedelta(minutes=minutes)


MODELS: Final = HealthCheck(MODELS_NAME, ModelWatch().look, link="/admin/models", seconds=10, timeout=10)
BUDGETS: Final = HealthCheck(BUDGETS_NAME, check_budgets, link="/admin/models", seconds=15)
