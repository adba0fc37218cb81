"""Calls in the books: written down before they are made, with what is put by for them, and settled after."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, ModelInfo, Usage, new_id, process_id, rows_affected, utcnow
from verbatim_enterprise.llm.at_once import RESERVE, SETTLE
from verbatim_enterprise.llm.errors import UnpricedError
from verbatim_enterprise.llm.models import LlmBudget, LlmUsage
from verbatim_enterprise.llm.periods import start_of
from verbatim_enterprise.llm.prices import FREE, Price, price_of
from verbatim_enterprise.llm.spending import Amount, FullError, Payer, budgets_of, put_by, settle, step_of, tell
from verbatim_enterprise.system_session import system_transaction

LOCAL: Final = "local"
"""The provider of models of this machine: they are counted, and no budget ends them."""

_AHEAD: Final = 16
"""Tokens before what is put by is used up, at which more is."""


@dataclass(frozen=True)
class Call:
    """What is asked of which model, for whom."""

    endpoint_id: str
    model: str
    info: ModelInfo
    feature: str
    payer: Payer
    recording_id: str | None


@dataclass(frozen=True)
class Size:
    """How long a call may be, in tokens: what is read, the longest answer, and how much of one is put by for it."""

    tokens_in: int
    longest: int
    put_by: int


@dataclass
class Running:
    """A call under way: its row, what it costs, and how far it is: tokens ``written``, bytes ``received``."""

    id: str
    started_at: datetime
    began: float
    price: Price | None
    tokens_in: int
    longest: int
    put_by: int
    written: int = 0
    received: int = 0
    first_byte_ms: int | None = None

    @property
    def needs_more(self) -> bool:
        """Whether what is put by is nearly used up, before the answer has to end."""
        return self.put_by < self.longest and self.written >= self.put_by - _AHEAD

    def cost_of(self, usage: Usage) -> int | None:
        """Return what it cost; None where nobody knows."""
        return None if self.price is None else self.price.of_usage(usage)


async def reserve_at_once(database: Database, call: Call, size: Size, *, blocks_unpriced: bool) -> Running | None:
    """Write a call down and put by what it may cost, in one statement; None where it may not be made as it is."""
    running = _running(size, FREE, utcnow())
    values = {
        "id": running.id,
        "endpoint_id": call.endpoint_id,
        "provider": call.info.provider,
        "model": call.model,
        "feature": call.feature,
        "user_id": call.payer.user_id,
        "team_id": call.payer.team_id,
        "key_id": call.payer.key_id,
        "recording_id": call.recording_id,
        "tokens_in": size.tokens_in,
        "put_by": size.put_by,
        "longest": size.longest,
        "is_local": call.info.is_local,
        "blocks_unpriced": blocks_unpriced,
        "holder": process_id(),
        **_times(running.started_at, running.started_at),
    }
    ((may, *price),) = await database.alone(RESERVE, values)
    if not may:
        return None
    if not call.info.is_local:
        running.price = None if price[0] is None else Price(*price)
    return running


async def reserve(session: AsyncSession, call: Call, size: Size, *, blocks_unpriced: bool) -> Running:
    """Write a call down and put by what it may cost, step by step.

    Raises:
        FullError: too little is left.
        UnpricedError: nobody knows what it costs.
    """
    now = utcnow()  # one moment for all: a day may end while we wait for a budget
    price = FREE if call.info.is_local else await price_of(session, call.endpoint_id, call.model, now)
    budgets = [] if call.info.is_local else await budgets_of(session, call.payer)
    if price is None and (blocks_unpriced or any(one.limit_micros is not None for one in budgets)):
        raise UnpricedError
    put = Amount(size.tokens_in + size.put_by, 0 if price is None else price.of(size.tokens_in, size.put_by))
    try:
        await put_by(session, budgets, put, now)
    except FullError as full:
        full.price = price
        raise
    running = _running(size, price, now)
    row = LlmUsage(
        id=running.id,
        endpoint_id=call.endpoint_id,
        provider=call.info.provider,
        model=call.model,
        feature=call.feature,
        user_id=call.payer.user_id,
        team_id=call.payer.team_id,
        key_id=call.payer.key_id,
        recording_id=call.recording_id,
        tokens_in=size.tokens_in,
        estimated=True,
        reserved_tokens=put.tokens,
        reserved_micros=put.micros,
        reserved_for=[one.id for one in budgets],
        worst_micros=0 if price is None else price.of(size.tokens_in, size.longest),
        worst_tokens=size.tokens_in + size.longest,
        holder=process_id(),
        started_at=running.started_at,
        seen_at=now,
    )
    session.add(row)
    return running


async def put_by_more(database: Database, running: Running, tokens: int) -> None:
    """Put by so many tokens more for an answer that grows longer than such answers usually are.

    Raises:
        FullError: that is not left.
    """
    async with system_transaction(database) as session:
        there = (LlmUsage.id == running.id, LlmUsage.finished_at.is_(None))
        row: LlmUsage | None = await session.scalar(select(LlmUsage).where(*there).with_for_update())
        if row is None:
            return  # settled by others, who took us for dead
        before, size = running.put_by, running.put_by + tokens
        price = running.price
        micros = 0 if price is None else price.of(running.tokens_in, size) - price.of(running.tokens_in, before)
        wanted = select(LlmBudget).where(LlmBudget.id.in_(row.reserved_for)).order_by(LlmBudget.id)
        await put_by(session, list(await session.scalars(wanted)), Amount(tokens, micros), running.started_at)
        row.reserved_tokens += tokens
        row.reserved_micros += micros
    running.put_by = size


def _running(size: Size, price: Price | None, now: datetime) -> Running:
    return Running(new_id(), now, time.monotonic(), price, size.tokens_in, size.longest, size.put_by)


def _times(now: datetime, started_at: datetime) -> dict[str, datetime]:
    return {"now": now, "day": start_of("day", started_at), "month": start_of("month", started_at)}


@dataclass(frozen=True)
class Outcome:
    """How a call ended: what it used and cost (None: nobody knows), and how long it took, where that is known."""

    usage: Usage
    cost_micros: int | None
    outcome: str
    latency_ms: int | None = None
    first_byte_ms: int | None = None


async def close(database: Database, usage_id: str, started_at: datetime, ended: Outcome) -> bool:
    """Settle a call in its row and its budgets, unless that is done. Says whether it was not."""
    if database.runs_alone:
        return await _close_at_once(database, usage_id, started_at, ended)
    async with system_transaction(database) as session:
        return await _close(session, usage_id, ended)


async def _close(session: AsyncSession, usage_id: str, ended: Outcome) -> bool:
    usage = ended.usage
    values: dict[str, Any] = {
        "tokens_in": usage.tokens_in,
        "tokens_out": usage.tokens_out,
        "tokens_cached": usage.tokens_cached,
        "estimated": usage.estimated,
        "cost_micros": ended.cost_micros,
        "outcome": ended.outcome,
        "latency_ms": ended.latency_ms,
        "first_byte_ms": ended.first_byte_ms,
        "finished_at": utcnow(),
    }
    there = (LlmUsage.id == usage_id, LlmUsage.finished_at.is_(None))
    changed = update(LlmUsage).where(*there).values(**values).execution_options(synchronize_session=False)
    if not rows_affected(await session.execute(changed)):
        return False
    again = select(LlmUsage).where(LlmUsage.id == usage_id).execution_options(populate_existing=True)
    row: LlmUsage = (await session.scalars(again)).one()
    if row.provider != LOCAL:
        budgets = await budgets_of(session, Payer(row.user_id, row.team_id, row.key_id))
        put = Amount(row.reserved_tokens, row.reserved_micros)
        used = Amount(usage.tokens_in + usage.tokens_out, ended.cost_micros or 0)
        await settle(session, budgets, row.reserved_for, put, used, row.started_at)
    return True


async def _close_at_once(database: Database, usage_id: str, started_at: datetime, ended: Outcome) -> bool:
    usage = ended.usage
    values = {
        "id": usage_id,
        "tokens_in": usage.tokens_in,
        "tokens_out": usage.tokens_out,
        "tokens_cached": usage.tokens_cached,
        "estimated": usage.estimated,
        "cost": ended.cost_micros,
        "outcome": ended.outcome,
        "latency_ms": ended.latency_ms,
        "first_byte_ms": ended.first_byte_ms,
        "used_tokens": usage.tokens_in + usage.tokens_out,
        "used_micros": ended.cost_micros or 0,
        **_times(utcnow(), started_at),
    }
    found = await database.alone(SETTLE, values)
    for budget_id, tokens, micros, told, limit_tokens, limit_micros in found:
        if budget_id is not None and step_of((tokens, limit_tokens), (micros, limit_micros)) > told:
            await _tell(database, budget_id, started_at)
    return bool(found)


async def _tell(database: Database, budget_id: str, started_at: datetime) -> None:
    async with system_transaction(database) as session:
        budget = await session.get(LlmBudget, budget_id)
        if budget is not None:  # it may be gone by now
            await tell(session, budget, start_of(budget.period, started_at))
