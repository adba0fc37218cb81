"""Summaries that are made by themselves count in the team's budget, and never hold a transcription up."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import FastAPI
from support.factories import MadeTranscript
from support_enterprise import Person
from support_teams import Json, ok
from verbatim.core.events import emit
from verbatim.core.ownership import Scope, use_scope
from verbatim.transcription.events import TranscriptionComplete


async def heard(app: FastAPI, person: Person, made: MadeTranscript) -> None:
    team = (await person.get("/api/info")).json()["user"]["owner"]
    with use_scope(Scope(frozenset({team}), team)):
        async with app.state.database.transaction() as session:
            await emit(session, TranscriptionComplete(recording_id=made.recording_id, transcript_id=made.id))


async def until(person: Person, made: MadeTranscript, wanted: Any) -> Json:
    for _ in range(200):
        found: Json = ok(await person.get(f"/api/ai/transcripts/{made.id}/summaries"))
        if wanted(found):
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(found)


async def test_the_team_pays_and_its_budget_ends_it(
    admin: Person, app: FastAPI, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    ok(await admin.put("/api/ai/preferences", json={"summarize": True}))
    made = await make_transcript(admin)
    await heard(app, admin, made)
    await until(admin, made, lambda one: one["total"] == 1)
    team = (await admin.get("/api/info")).json()["user"]["owner"]
    (row,) = ok(await admin.get("/api/llm/usage"))["items"]
    assert (row["team_id"], row["user_id"], row["feature"]) == (team, None, "summary")
    assert (row["recording_id"], row["outcome"]) == (made.recording_id, "ok")
    body = {"scope": "team", "id": team, "period": "day", "limit_tokens": 0}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    other = await make_transcript(admin)
    await heard(app, admin, other)
    found = await until(admin, other, lambda one: (one["automatic"] or {}).get("state") == "failed")
    assert "budget" in found["automatic"]["detail"]


async def test_one_team_decides_for_itself_alone(
    admin: Person, bob: Person, app: FastAPI, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    ok(await admin.put("/api/ai/preferences", json={"summarize": True}))
    prompt = ok(await admin.post("/api/ai/prompts", json={"name": "Ours", "text": "What of {title}?"}), 201)
    assert not ok(await bob.get("/api/ai/preferences"))["summarize"]
    assert ok(await bob.get("/api/ai/prompts"))["total"] == 0
    made = await make_transcript(bob)
    await heard(app, bob, made)
    refused = await bob.post(f"/api/ai/transcripts/{made.id}/ask", json={"prompt_id": prompt["id"]})
    assert (refused.status_code, refused.json()["code"]) == (404, "ai_prompt_not_found")
    assert ok(await bob.get(f"/api/ai/transcripts/{made.id}/summaries"))["automatic"] is None
    assert ok(await admin.get("/api/llm/usage"))["items"] == []
