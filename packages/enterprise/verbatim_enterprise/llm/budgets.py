"""Budgets: making, changing, and how much of each is used."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import emit, new_id, utcnow
from verbatim_enterprise.llm.errors import BudgetExistsError, BudgetInvalidError, BudgetNotFoundError
from verbatim_enterprise.llm.events import LlmBudgetCreated, LlmBudgetDeleted, LlmBudgetUpdated
from verbatim_enterprise.llm.models import LlmBudget, LlmSpend, LlmUsage
from verbatim_enterprise.llm.periods import end_of, start_of
from verbatim_enterprise.llm.schemas import BudgetCreate, BudgetResponse, BudgetUpdate


async def get_budget(session: AsyncSession, budget_id: str) -> LlmBudget:
    """Return a budget.

    Raises:
        BudgetNotFoundError: there is none.
    """
    found: LlmBudget | None = await session.scalar(select(LlmBudget).where(LlmBudget.id == budget_id))
    if found is None:
        raise BudgetNotFoundError
    return found


async def create_budget(session: AsyncSession, body: BudgetCreate) -> LlmBudget:
    """Make a budget. What was used in this period before counts.

    Raises:
        BudgetInvalidError, BudgetExistsError
    """
    scope_id = body.id or ""
    if (body.limit_tokens is None and body.limit_micros is None) or bool(scope_id) == (body.scope == "installation"):
        raise BudgetInvalidError
    row = LlmBudget(
        id=new_id(),
        scope=body.scope,
        scope_id=scope_id,
        period=body.period,
        limit_tokens=body.limit_tokens,
        limit_micros=body.limit_micros,
    )
    try:
        async with session.begin_nested():
            session.add(row)
    except IntegrityError as error:
        raise BudgetExistsError from error
    await _begin(session, row)
    await emit(session, LlmBudgetCreated(llm_budget_id=row.id, scope=row.scope))
    return row


async def _begin(session: AsyncSession, budget: LlmBudget) -> None:
    start = start_of(budget.period, utcnow())
    column = {"team": LlmUsage.team_id, "user": LlmUsage.user_id, "key": LlmUsage.key_id}.get(budget.scope)
    there = [LlmUsage.started_at >= start, LlmUsage.finished_at.is_not(None), LlmUsage.provider != "local"]
    if column is not None:
        there.append(column == budget.scope_id)
    tokens = func.coalesce(func.sum(LlmUsage.tokens_in + LlmUsage.tokens_out), 0)
    micros = func.coalesce(func.sum(LlmUsage.cost_micros), 0)
    used = (await session.execute(select(tokens, micros).where(*there))).one()
    session.add(
        LlmSpend(budget_id=budget.id, period_start=start, used_tokens=int(used[0] or 0), used_micros=int(used[1] or 0))
    )
    await session.flush()


async def update_budget(session: AsyncSession, row: LlmBudget, body: BudgetUpdate) -> None:
    """Change the limits.

    Raises:
        BudgetInvalidError: none would be left.
    """
    for name in body.model_fields_set:
        setattr(row, name, getattr(body, name))
    if row.limit_tokens is None and row.limit_micros is None:
        raise BudgetInvalidError
    row.updated_at = utcnow()
    spend = await _spend(session, row)
    if spend is not None:
        spend.told = 0
    await session.flush()
    await emit(session, LlmBudgetUpdated(llm_budget_id=row.id, scope=row.scope))


async def delete_budget(session: AsyncSession, row: LlmBudget) -> None:
    """Remove a budget; the usage stays."""
    event = LlmBudgetDeleted(llm_budget_id=row.id, scope=row.scope)
    await session.delete(row)
    await session.flush()
    await emit(session, event)


async def _spend(session: AsyncSession, row: LlmBudget) -> LlmSpend | None:
    start = start_of(row.period, utcnow())
    wanted = select(LlmSpend).where(LlmSpend.budget_id == row.id, LlmSpend.period_start == start)
    found: LlmSpend | None = await session.scalar(wanted.execution_options(populate_existing=True))
    return found


async def response(session: AsyncSession, row: LlmBudget) -> BudgetResponse:
    """Return a budget as the API shows it."""
    spend, now = await _spend(session, row), utcnow()
    used = (0, 0) if spend is None else (spend.used_tokens, spend.used_micros)
    over = await _overshoot(session, row)
    shares = [
        100 * one // limit if limit else 100 for one, limit in zip(used, _limits(row), strict=True) if limit is not None
    ]
    return BudgetResponse(
        id=row.id,
        scope=row.scope,
        scope_id=row.scope_id or None,
        period=row.period,
        limit_tokens=row.limit_tokens,
        limit_micros=row.limit_micros,
        used_tokens=used[0],
        used_micros=used[1],
        reserved_tokens=0 if spend is None else spend.reserved_tokens,
        reserved_micros=0 if spend is None else spend.reserved_micros,
        overshoot_micros=over[0],
        overshoot_tokens=over[1],
        percent=max(shares),
        period_start=start_of(row.period, now),
        resets_at=end_of(row.period, now),
    )


async def _overshoot(session: AsyncSession, row: LlmBudget) -> tuple[int, int]:
    """Return how much more than is put by for them the calls under way may cost, and how many tokens more they may use:
    what a model thinks without saying it is counted at its end only, so that nothing more can be put by for that.
    """
    more = (LlmUsage.worst_micros - LlmUsage.reserved_micros, LlmUsage.worst_tokens - LlmUsage.reserved_tokens)
    wanted = select(LlmUsage.reserved_for, *more).where(LlmUsage.finished_at.is_(None))
    found = [one[1:] for one in await session.execute(wanted) if row.id in one[0]]
    return sum(max(0, micros) for micros, _ in found), sum(max(0, tokens) for _, tokens in found)


def _limits(row: LlmBudget) -> tuple[int | None, int | None]:
    return row.limit_tokens, row.limit_micros


async def responses(session: AsyncSession) -> list[BudgetResponse]:
    """Return all budgets as the API shows them."""
    rows = await session.scalars(select(LlmBudget).order_by(LlmBudget.scope, LlmBudget.created_at, LlmBudget.id))
    return [await response(session, row) for row in rows]
