"""Every call of a model is written down, held within budgets, and settled whatever becomes of it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from support.model_server import ModelServer
from support_enterprise import Person
from support_teams import Json, ok
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.llm.models import LlmSpend, LlmUsage
from verbatim_enterprise.llm.upkeep import settle_lost_calls
from verbatim_enterprise.system_session import system_transaction

PRICE = {"input_micros": 1_000_000, "output_micros": 2_000_000, "cached_micros": 500_000}
"""A millionth for a token read, two for one written."""


async def usage(admin: Person, **params: Any) -> list[Json]:
    items: list[Json] = ok(await admin.get("/api/llm/usage", params=params))["items"]
    return items


async def price(admin: Person, endpoint: Json, **more: Any) -> None:
    body = {"endpoint_id": endpoint["id"], "model": "garden-1", **PRICE, **more}
    ok(await admin.post("/api/llm/prices", json=body), 201)


async def test_one_row_for_a_call_says_who_used_what_for_what(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    endpoint = await add_endpoint()
    await price(admin, endpoint)
    models.cached = 20
    made = await make_transcript(admin)
    result = ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    (row,) = await usage(admin)
    told = (row["model"], row["tokens_in"], row["tokens_out"], row["tokens_cached"], row["feature"], row["user_id"])
    assert told == ("garden-1", 120, 30, 20, "summary", admin.id)
    assert row["cost_micros"] == 100 + 10 + 60 == result["cost_micros"]
    assert row["team_id"] == (await admin.get("/api/info")).json()["user"]["owner"]
    assert (row["recording_id"], row["outcome"], row["estimated"]) == (made.recording_id, "ok", False)
    assert row["finished_at"] is not None
    # What was used outlives what it was for.
    assert (await admin.delete(f"/api/recordings/{made.recording_id}")).status_code == 200
    assert (await usage(admin))[0]["recording_id"] == made.recording_id


async def test_a_price_holds_from_its_day_on(admin: Person, add_endpoint: Any, make_transcript: Any) -> None:
    endpoint = await add_endpoint()
    await price(admin, endpoint, valid_from=(utcnow() + timedelta(days=1)).isoformat())
    made = await make_transcript(admin)
    assert ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))["cost_micros"] is None
    await price(admin, endpoint, valid_from=(utcnow() - timedelta(days=1)).isoformat())
    assert ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))["cost_micros"] == 120 + 60


@pytest.mark.parametrize("scope", ["installation", "team", "user"])
async def test_a_used_up_budget_answers_402_and_says_when_it_begins_anew(
    admin: Person, add_endpoint: Any, make_transcript: Any, scope: str
) -> None:
    endpoint = await add_endpoint()
    await price(admin, endpoint)
    made = await make_transcript(admin)
    team = (await admin.get("/api/info")).json()["user"]["owner"]
    scope_id = {"installation": None, "team": team, "user": admin.id}[scope]
    body = {"scope": scope, "id": scope_id, "period": "day", "limit_micros": 0}
    budget = ok(await admin.post("/api/llm/budgets", json=body), 201)
    for stream in (False, True):
        refused = await admin.post(f"/api/ai/transcripts/{made.id}/summarize", json={"stream": stream})
        assert (refused.status_code, refused.json()["code"]) == (402, "llm_budget_exhausted")
        assert refused.json()["scope"] == scope
        assert int(refused.headers["retry-after"]) <= 86_400
        assert refused.json()["resets_at"][:19] == budget["resets_at"][:19]
    assert await usage(admin) == []
    # What needs no provider goes on.
    own = await admin.post(f"/api/ai/transcripts/{made.id}/summarize", json={"model": "key_sentences"})
    assert own.status_code == 200
    ok(await admin.patch(f"/api/llm/budgets/{budget['id']}", json={"limit_micros": 1_000_000}))
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    assert ok(await admin.get("/api/llm/budgets"))["items"][0]["used_micros"] == 180


async def test_many_calls_at_once_stay_within_a_budget_and_do_not_starve(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    endpoint = await add_endpoint()
    await price(admin, endpoint)
    made = await make_transcript(admin)
    models.tokens = (400, 30)
    cost = 460
    body = {"scope": "installation", "period": "day", "limit_micros": 10 * cost + 500}
    budget = ok(await admin.post("/api/llm/budgets", json=body), 201)
    calls = [admin.post(f"/api/ai/transcripts/{made.id}/summarize") for _ in range(40)]
    answers = [answer.status_code for answer in await asyncio.gather(*calls)]
    assert set(answers) == {200, 402}
    spent = answers.count(200) * cost
    assert answers.count(200) >= 9
    assert spent <= budget["limit_micros"]
    (now,) = ok(await admin.get("/api/llm/budgets"))["items"]
    assert (now["used_micros"], now["reserved_micros"]) == (spent, 0)


async def test_whoever_leaves_in_the_middle_has_used_what_came(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any, app: FastAPI
) -> None:
    endpoint = await add_endpoint()
    await price(admin, endpoint)
    ok(
        await admin.post(
            "/api/llm/budgets", json={"scope": "user", "id": admin.id, "period": "month", "limit_tokens": 10**6}
        ),
        201,
    )
    made = await make_transcript(admin)
    models.answer, models.pause = ["more "] * 500, 0.02
    asking = asyncio.create_task(admin.post(f"/api/ai/transcripts/{made.id}/summarize", json={"stream": True}))
    await asyncio.wait_for(models.asked.wait(), 10)
    await asyncio.sleep(0.5)
    asking.cancel()
    await asyncio.wait_for(models.stopped.wait(), 5)
    for _ in range(100):
        rows = await usage(admin)
        if rows and rows[0]["finished_at"]:
            break
        await asyncio.sleep(0.05)
    (row,) = rows
    assert row["outcome"] == "stopped"
    assert row["estimated"]
    assert 3 <= row["tokens_out"] <= 60
    (budget,) = ok(await admin.get("/api/llm/budgets"))["items"]
    assert (budget["used_tokens"], budget["reserved_tokens"]) == (row["tokens_in"] + row["tokens_out"], 0)


async def test_a_call_whose_process_was_killed_is_settled_by_others(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any, app: FastAPI
) -> None:
    await add_endpoint()
    ok(
        await admin.post("/api/llm/budgets", json={"scope": "installation", "period": "day", "limit_tokens": 10**6}),
        201,
    )
    made = await make_transcript(admin)
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    async with system_transaction(app.state.database) as session:
        open_again = {"finished_at": None, "outcome": "running", "tokens_out": 12, "holder": "elsewhere:1:gone"}
        await session.execute(update(LlmUsage).values(**open_again, seen_at=utcnow() - timedelta(hours=1)))
        put = (await session.scalars(select(LlmUsage.reserved_tokens))).one()
        await session.execute(update(LlmSpend).values(used_tokens=0, reserved_tokens=put))
    assert await settle_lost_calls(app.state.database) == 1
    assert await settle_lost_calls(app.state.database) == 0
    (row,) = await usage(admin)
    assert (row["outcome"], row["tokens_out"]) == ("lost", 12)
    async with system_transaction(app.state.database, read_only=True) as session:
        spend = (await session.scalars(select(LlmSpend))).one()
    assert (spend.used_tokens, spend.reserved_tokens) == (row["tokens_in"] + 12, 0)


async def test_a_failed_call_costs_nothing(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    await price(admin, await add_endpoint())
    made = await make_transcript(admin)
    models.fault = "wrong key"
    assert (await admin.post(f"/api/ai/transcripts/{made.id}/summarize")).status_code == 502
    (row,) = await usage(admin)
    assert (row["outcome"], row["tokens_in"], row["cost_micros"]) == ("llm_wrong_key", 0, 0)


async def test_a_model_without_a_price_is_no_way_around_a_budget_in_money(
    admin: Person, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    made = await make_transcript(admin)
    ok(
        await admin.post("/api/llm/budgets", json={"scope": "installation", "period": "day", "limit_micros": 10**9}),
        201,
    )
    refused = await admin.post(f"/api/ai/transcripts/{made.id}/summarize")
    assert (refused.status_code, refused.json()["code"]) == (409, "llm_unpriced")


async def test_reaching_most_of_a_budget_is_told_once(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    made = await make_transcript(admin)
    body = {"scope": "installation", "period": "day", "limit_tokens": 8000}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    models.tokens = (3200, 100)
    for _ in range(2):
        ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    models.tokens = (1390, 10)
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    rows = ok(await admin.get("/api/admin/audit", params={"action": "llm_budget.reached"}))["items"]
    assert len(rows) == 2
    assert (await admin.post(f"/api/ai/transcripts/{made.id}/summarize")).status_code == 402


async def test_others_see_only_their_own_usage(
    admin: Person, bob: Person, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    made = await make_transcript(admin)
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    assert await usage(bob) == []
    mine = await make_transcript(bob)
    ok(await bob.post(f"/api/ai/transcripts/{mine.id}/summarize"))
    assert [row["user_id"] for row in await usage(bob)] == [bob.id]
    assert len(await usage(bob, user_id=admin.id)) == 0
    assert len(await usage(admin)) == 2
    for path in ("endpoints", "budgets", "prices"):
        assert (await bob.get(f"/api/llm/{path}")).status_code == 403


@pytest.mark.parametrize("kind", ["generic_openai", "anthropic"])
async def test_a_second_try_at_the_form_of_an_answer_is_paid_for_too(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any, kind: str
) -> None:
    await price(admin, await add_endpoint(kind=kind))
    made = await make_transcript(admin)
    models.replies, models.answer = [('{"items": 1}',)], ('{"items": []}',)
    path = f"/api/ai/transcripts/{made.id}/analyze?analysis_type=action_items"
    assert ok(await admin.post(path))["cost_micros"] == 360
    assert [(one["feature"], one["cost_micros"]) for one in await usage(admin)] == [("analysis", 180)] * 2
    if kind == "anthropic":
        (first, _) = models.requests
        assert first["tool_choice"] == {"type": "tool", "name": first["tools"][0]["name"]}
