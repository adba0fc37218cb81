"""Little is put by where answers are usually short, and more while one grows: the limit holds, and nobody starves."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from support.model_server import ModelServer
from support_enterprise import Person
from support_teams import Json, ok
from verbatim_enterprise.host import new_id, utcnow
from verbatim_enterprise.llm.habits import learned
from verbatim_enterprise.llm.models import LlmUsage
from verbatim_enterprise.system_session import system_transaction

PRICE = {"input_micros": 0, "output_micros": 1_000_000, "cached_micros": 0}
"""A millionth for a token written."""
USUAL = 101
"""What is learned from answers of 80 tokens: a quarter more."""
LONGEST = 1500


@pytest.fixture
async def path(admin: Person, app: FastAPI, add_endpoint: Any, make_transcript: Any) -> str:
    """Give where to summarise, after twenty summaries of 80 tokens each."""
    endpoint = await add_endpoint()
    ok(await admin.post("/api/llm/prices", json={"endpoint_id": endpoint["id"], "model": "garden-1", **PRICE}), 201)
    made = await make_transcript(admin)
    team = (await admin.get("/api/info")).json()["user"]["owner"]
    told = {"endpoint_id": endpoint["id"], "provider": "generic_openai", "model": "garden-1", "feature": "summary"}
    told |= {"team_id": team, "tokens_in": 10_000}
    ended = {"tokens_out": 80, "outcome": "ok", "holder": "earlier:1:1", "finished_at": utcnow()}
    async with system_transaction(app.state.database) as session:
        session.add_all(LlmUsage(id=new_id(), **told, **ended) for _ in range(20))
    return f"/api/ai/transcripts/{made.id}/summarize"


async def budget(admin: Person) -> Json:
    (found,) = ok(await admin.get("/api/llm/budgets"))["items"]
    return dict(found)


async def limit(admin: Person, micros: int) -> None:
    body = {"scope": "installation", "period": "day", "limit_micros": micros}
    assert ok(await admin.post("/api/llm/budgets", json=body), 201)["used_micros"] == 0


async def last(app: FastAPI) -> LlmUsage:
    async with system_transaction(app.state.database, read_only=True) as session:
        row = await session.scalar(select(LlmUsage).order_by(LlmUsage.started_at.desc()).limit(1))
    assert row is not None
    return row


async def test_what_is_put_by_is_what_such_answers_need_and_the_rest_is_shown(
    admin: Person, app: FastAPI, models: ModelServer, path: str
) -> None:
    await limit(admin, 10**6)
    models.answer, models.pause = ["word "] * 5, 0.2
    asking = asyncio.create_task(admin.post(path))
    await asyncio.wait_for(models.asked.wait(), 10)
    shown = await budget(admin)
    assert (shown["reserved_micros"], shown["overshoot_micros"]) == (USUAL, LONGEST - USUAL)
    assert shown["overshoot_tokens"] == LONGEST - USUAL
    assert models.requests[0]["max_tokens"] == LONGEST
    ok(await asking)
    shown = await budget(admin)
    assert (shown["used_micros"], shown["reserved_micros"], shown["overshoot_micros"]) == (30, 0, 0)


async def test_a_long_answer_has_more_put_by_while_it_comes(
    admin: Person, app: FastAPI, models: ModelServer, path: str
) -> None:
    await limit(admin, 10**6)
    models.answer, models.tokens = ["word "] * 300, (100, 300)
    assert ok(await admin.post(path))["complete"]
    row = await last(app)
    assert (row.outcome, row.reserved_micros, row.worst_micros, row.cost_micros) == ("ok", LONGEST, LONGEST, 300)
    shown = await budget(admin)
    assert (shown["used_micros"], shown["reserved_micros"]) == (300, 0)


async def test_a_long_answer_ends_where_the_budget_does(
    admin: Person, app: FastAPI, models: ModelServer, path: str
) -> None:
    await limit(admin, 250)
    models.answer, models.pause = ["word "] * 1000, 0.001
    found = ok(await admin.post(path))
    assert not found["complete"]
    await asyncio.wait_for(models.stopped.wait(), 5)
    row = await last(app)
    assert row.outcome == "cut"
    shown = await budget(admin)
    assert 150 <= shown["used_micros"] <= shown["limit_micros"]
    assert shown["reserved_micros"] == 0


async def test_what_was_settled_by_others_meanwhile_has_nothing_put_by(
    admin: Person, app: FastAPI, models: ModelServer, path: str
) -> None:
    await limit(admin, 10**6)
    models.answer, models.pause = ["word "] * 300, 0.005
    asking = asyncio.create_task(admin.post(path))
    await asyncio.wait_for(models.asked.wait(), 10)
    async with system_transaction(app.state.database) as session:
        await session.execute(update(LlmUsage).where(LlmUsage.outcome == "running").values(finished_at=utcnow()))
    ok(await asking)
    assert (await last(app)).reserved_micros == USUAL


def test_nothing_is_learned_from_a_few_and_a_rare_long_one_counts() -> None:
    assert learned([50] * 19) is None
    assert learned([1] * 20) == 64
    assert learned([80] * 20) == USUAL
    assert learned([80] * 99 + [1000]) == 1251
    assert learned([80] * 299 + [1000]) == USUAL
