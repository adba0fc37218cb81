"""What a call waits for of the books: one statement before it is made and one after, and nothing is lost by that."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from itertools import chain, repeat
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import delete, select, text
from support.model_server import ModelServer
from support.statements import statements_of
from support.waiting import until_somebody_waits
from support_enterprise import Person
from support_teams import Json, ok
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.llm import calls
from verbatim_enterprise.llm.models import LlmSpend, LlmUsage
from verbatim_enterprise.llm.periods import end_of
from verbatim_enterprise.system_session import system_transaction

PRICE = {"input_micros": 1_000_000, "output_micros": 2_000_000, "cached_micros": 500_000}
POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


async def budgets_of_all_kinds(admin: Person, limit: int = 10**9) -> None:
    team = (await admin.get("/api/info")).json()["user"]["owner"]
    for scope, scope_id in (("installation", None), ("team", team), ("user", admin.id)):
        body = {"scope": scope, "id": scope_id, "period": "month", "limit_micros": limit, "limit_tokens": limit}
        ok(await admin.post("/api/llm/budgets", json=body), 201)


async def spends(app: FastAPI) -> list[tuple[int, int, int, int]]:
    async with system_transaction(app.state.database, read_only=True) as session:
        found = await session.scalars(select(LlmSpend))
        return [(one.used_tokens, one.used_micros, one.reserved_tokens, one.reserved_micros) for one in found]


@pytest.fixture
async def made(admin: Person, add_endpoint: Any, make_transcript: Any) -> Any:
    """Give a transcript, beside a priced model and three budgets."""
    endpoint = await add_endpoint()
    ok(await admin.post("/api/llm/prices", json={"endpoint_id": endpoint["id"], "model": "garden-1", **PRICE}), 201)
    await budgets_of_all_kinds(admin)
    return await make_transcript(admin)


@POSTGRESQL
async def test_a_call_costs_two_statements_whatever_the_number_of_budgets(
    admin: Person, app: FastAPI, made: Any
) -> None:
    path = f"/api/ai/transcripts/{made.id}/summarize"
    ok(await admin.post(path))
    with statements_of(app) as seen:
        ok(await admin.post(path))
    books = ("llm_usage", "llm_spend", "llm_budgets", "llm_prices")
    assert len([one for one in seen if any(table in one for table in books)]) == 2, seen
    assert await spends(app) == [(300, 360, 0, 0)] * 3


async def test_a_budget_begins_its_period_with_the_first_call_in_it(admin: Person, app: FastAPI, made: Any) -> None:
    async with system_transaction(app.state.database) as session:
        await session.execute(delete(LlmSpend))
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    assert await spends(app) == [(150, 180, 0, 0)] * 3


async def test_a_call_that_one_budget_refuses_leaves_nothing_in_the_others(
    admin: Person, app: FastAPI, models: ModelServer, made: Any
) -> None:
    body = {"scope": "user", "id": admin.id, "period": "day", "limit_micros": 1}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    refused = await admin.post(f"/api/ai/transcripts/{made.id}/summarize")
    assert (refused.status_code, refused.json()["scope"]) == (402, "user")
    assert await spends(app) == [(0, 0, 0, 0)] * 4
    assert models.requests == []


async def test_budgets_that_come_and_go_while_a_call_is_under_way_count_it_rightly(
    admin: Person, app: FastAPI, models: ModelServer, made: Any
) -> None:
    models.answer, models.pause = ["more "] * 20, 0.02
    asking = asyncio.create_task(admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    await asyncio.wait_for(models.asked.wait(), 10)
    budgets: list[Json] = ok(await admin.get("/api/llm/budgets"))["items"]
    gone = next(one for one in budgets if one["scope"] == "team")
    ok(await admin.delete(f"/api/llm/budgets/{gone['id']}"))
    new = ok(await admin.post("/api/llm/budgets", json={"scope": "user", "id": admin.id, "period": "day"} | LIMIT), 201)
    ok(await asking)
    # What was put by is given back where it was, and only there.
    assert await spends(app) == [(150, 180, 0, 0)] * 3
    assert new["reserved_tokens"] == 0


LIMIT = {"limit_tokens": 10**6}


@POSTGRESQL
@pytest.mark.parametrize(("stream", "times"), [(True, 1), (False, 1), (False, 3)])
async def test_whoever_leaves_while_it_is_put_by_gets_it_back(
    admin: Person, app: FastAPI, models: ModelServer, made: Any, *, stream: bool, times: int
) -> None:
    async with system_transaction(app.state.database) as session:
        await session.execute(text("SELECT 1 FROM llm_spend FOR UPDATE"))
        asking = asyncio.create_task(
            admin.post(f"/api/ai/transcripts/{made.id}/summarize", json={"stream": stream}),
        )
        await until_somebody_waits(app.state.database.engine)
        for _ in range(times):
            asking.cancel()
            for _ in range(5):  # in which everybody hears of it
                await asyncio.sleep(0)
    await asyncio.wait([asking])
    await until_all_is_settled(app)
    assert await spends(app) == [(0, 0, 0, 0)] * 3
    assert models.requests == []


async def test_a_call_that_waits_for_its_budget_into_the_next_day_counts_in_the_day_it_began(
    admin: Person, app: FastAPI, made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with system_transaction(app.state.database) as session:
        await session.execute(delete(LlmSpend))  # nothing is begun, so that it goes step by step everywhere
    midnight = end_of("month", utcnow())
    tries = 2 if app.state.database.runs_alone else 1
    moments = chain(repeat(midnight - timedelta(seconds=1), tries), repeat(midnight + timedelta(seconds=1)))
    monkeypatch.setattr(calls, "utcnow", lambda: next(moments))
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    async with system_transaction(app.state.database, read_only=True) as session:
        found = [one for one in await session.scalars(select(LlmSpend)) if one.used_tokens]
    assert {one.period_start < midnight for one in found} == {True}
    assert await spends(app) == [(150, 180, 0, 0)] * 3


async def until_all_is_settled(app: FastAPI) -> None:
    """Return when a call is written down, and none is open."""
    async with asyncio.timeout(10):
        while True:
            async with system_transaction(app.state.database, read_only=True) as session:
                rows = list(await session.scalars(select(LlmUsage)))
            if rows and all(one.finished_at for one in rows):
                return
            await asyncio.sleep(0.01)
