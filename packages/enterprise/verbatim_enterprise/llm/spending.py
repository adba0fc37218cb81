"""Holding calls within budgets: something is put by before a call, and settled after it.

Each is one statement for each budget, taken in the order of their ids, so that calls neither pass each other nor wait
for each other in a ring. What is put by covers what the call can cost, or what such calls have cost (see `habits`), so
that no number of calls at once goes beyond a limit. Where less than that is left, all of it is put by, and the answer
may be only as long as it pays for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import emit, rows_affected
from verbatim_enterprise.llm.events import LlmBudgetReached
from verbatim_enterprise.llm.models import LlmBudget, LlmSpend
from verbatim_enterprise.llm.periods import start_of
from verbatim_enterprise.llm.prices import Price

WARN_PERCENT: Final = 80
ALL: Final = 100


@dataclass(frozen=True)
class Payer:
    """Who a call is for."""

    user_id: str | None
    team_id: str | None
    key_id: str | None


@dataclass(frozen=True)
class Amount:
    """Tokens and money."""

    tokens: int
    micros: int


@dataclass(frozen=True)
class Left:
    """What is left of a budget, and of that what may come back from calls that go on. None: no limit."""

    tokens: int | None
    micros: int | None
    is_open: bool


class FullError(Exception):
    """A budget has not enough left; ``left`` is what it has."""

    def __init__(self, budget: LlmBudget, left: Left) -> None:
        super().__init__(budget.id)
        self.budget_id, self.scope, self.period = budget.id, budget.scope, budget.period
        self.left = left
        self.price: Price | None = None


async def budgets_of(session: AsyncSession, payer: Payer) -> Sequence[LlmBudget]:
    """Return the budgets that a call counts in, by id."""
    whose = [LlmBudget.scope == "installation"]
    for scope, scope_id in (("team", payer.team_id), ("user", payer.user_id), ("key", payer.key_id)):
        if scope_id is not None:
            whose.append(and_(LlmBudget.scope == scope, LlmBudget.scope_id == scope_id))
    return list(await session.scalars(select(LlmBudget).where(or_(*whose)).order_by(LlmBudget.id)))


async def put_by(session: AsyncSession, budgets: Sequence[LlmBudget], amount: Amount, at: datetime) -> None:
    """Put something by in every budget, or in none: whoever is refused rolls the transaction back.

    Raises:
        FullError: one of them has not so much left.
    """
    for budget in budgets:
        start = start_of(budget.period, at)
        await begin_period(session, budget.id, start)
        fits: list[ColumnElement[bool]] = [true()]
        if budget.limit_tokens is not None:
            fits.append(LlmSpend.used_tokens + LlmSpend.reserved_tokens + amount.tokens <= budget.limit_tokens)
        if budget.limit_micros is not None:
            fits.append(LlmSpend.used_micros + LlmSpend.reserved_micros + amount.micros <= budget.limit_micros)
        changed = await session.execute(
            update(LlmSpend)
            .where(LlmSpend.budget_id == budget.id, LlmSpend.period_start == start, *fits)
            .values(
                reserved_tokens=LlmSpend.reserved_tokens + amount.tokens,
                reserved_micros=LlmSpend.reserved_micros + amount.micros,
            )
            .execution_options(synchronize_session=False)
        )
        if not rows_affected(changed):
            raise FullError(budget, await left_of(session, budget, start))


async def begin_period(session: AsyncSession, budget_id: str, start: datetime) -> None:
    """Let a budget begin a period, unless somebody was faster."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    row = {"budget_id": budget_id, "period_start": start, "told": 0}
    counts = dict.fromkeys(("used_tokens", "used_micros", "reserved_tokens", "reserved_micros"), 0)
    await session.execute(dialect.insert(LlmSpend).values(**row, **counts).on_conflict_do_nothing())


async def left_of(session: AsyncSession, budget: LlmBudget, start: datetime) -> Left:
    """Return what is left of a budget."""
    there = (LlmSpend.budget_id == budget.id, LlmSpend.period_start == start)
    columns = (LlmSpend.used_tokens, LlmSpend.used_micros, LlmSpend.reserved_tokens, LlmSpend.reserved_micros)
    row = (await session.execute(select(*columns).where(*there))).one_or_none()
    used_tokens, used_micros, open_tokens, open_micros = row or (0, 0, 0, 0)
    tokens = None if budget.limit_tokens is None else budget.limit_tokens - used_tokens - open_tokens
    micros = None if budget.limit_micros is None else budget.limit_micros - used_micros - open_micros
    return Left(tokens, micros, is_open=bool(open_tokens or open_micros))


async def settle(
    session: AsyncSession,
    budgets: Sequence[LlmBudget],
    reserved_for: Sequence[str],
    put: Amount,
    used: Amount,
    at: datetime,
) -> None:
    """Count what a call that began at `at` has used, and give back what was put by for it."""
    for budget in budgets:
        start = start_of(budget.period, at)
        await begin_period(session, budget.id, start)
        back = put if budget.id in reserved_for else Amount(0, 0)
        await session.execute(
            update(LlmSpend)
            .where(LlmSpend.budget_id == budget.id, LlmSpend.period_start == start)
            .values(
                used_tokens=LlmSpend.used_tokens + used.tokens,
                used_micros=LlmSpend.used_micros + used.micros,
                reserved_tokens=LlmSpend.reserved_tokens - back.tokens,
                reserved_micros=LlmSpend.reserved_micros - back.micros,
            )
            .execution_options(synchronize_session=False)
        )
        await tell(session, budget, start)


async def tell(session: AsyncSession, budget: LlmBudget, start: datetime) -> None:
    """Say once in each period that most of a budget is used, and that all of it is."""
    there = (LlmSpend.budget_id == budget.id, LlmSpend.period_start == start)
    used = (
        await session.execute(select(LlmSpend.used_tokens, LlmSpend.used_micros, LlmSpend.told).where(*there))
    ).one()
    step = step_of((used[0], budget.limit_tokens), (used[1], budget.limit_micros))
    if step <= used[2]:
        return
    marked = update(LlmSpend).where(*there, LlmSpend.told < step).values(told=step)
    if rows_affected(await session.execute(marked.execution_options(synchronize_session=False))):
        await emit(session, LlmBudgetReached(llm_budget_id=budget.id, scope=budget.scope, percent=step))


def step_of(*used_of_limit: tuple[int, int | None]) -> int:
    """Return up to which step, in percent, a budget is used that is told of; 0 below the first."""
    percent = max(_share(used, limit) for used, limit in used_of_limit)
    return ALL if percent >= ALL else WARN_PERCENT if percent >= WARN_PERCENT else 0


def _share(used: int, limit: int | None) -> int:
    if limit is None or not used:
        return 0
    return 100 * used // limit if limit else 100
