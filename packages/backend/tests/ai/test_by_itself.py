"""Summaries that are made by themselves after a transcription, and questions that are asked again and again."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory, MadeTranscript
from support.model_server import ModelServer
from verbatim.core.events import emit
from verbatim.core.ownership import use_scope
from verbatim.transcription.events import TranscriptionComplete

Json = dict[str, Any]


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    recording = await factory.recording(title="Garden {speakers}", duration_seconds=75.0)
    texts = ("We talked about the watering plan.", "Maria will buy a new hose by Friday.")
    return await factory.transcript(*texts, recording_id=recording, speakers=("Maria", "Tom"))


async def heard(app: FastAPI, factory: Factory, made: MadeTranscript) -> None:
    """Tell that a transcription is complete, as the transcription does."""
    with use_scope(factory.scope):
        async with app.state.database.transaction() as session:
            await emit(session, TranscriptionComplete(recording_id=made.recording_id, transcript_id=made.id))


async def summaries(client: Client, made: MadeTranscript) -> Json:
    found: Json = (await client.get(f"/api/ai/transcripts/{made.id}/summaries")).json()
    return found


async def until(client: Client, made: MadeTranscript, wanted: Any) -> Json:
    for _ in range(200):
        found = await summaries(client, made)
        if wanted(found):
            return found
        await asyncio.sleep(0.05)
    raise AssertionError(found)


async def wants(client: Client, **body: Any) -> None:
    answer = await client.put("/api/ai/preferences", json={"summarize": True, **body})
    assert answer.status_code == 200, answer.text
    assert (await client.get("/api/ai/preferences")).json() == answer.json()


async def test_nobody_gets_summaries_who_did_not_ask_for_them(
    app: FastAPI, client: Client, factory: Factory, made: MadeTranscript
) -> None:
    await heard(app, factory, made)
    assert await summaries(client, made) == {"items": [], "total": 0, "automatic": None}


async def test_a_new_transcript_is_summarised_by_the_chosen_model(
    models: ModelServer, app: FastAPI, client: Client, factory: Factory, made: MadeTranscript
) -> None:
    await wants(client, model="local")
    models.answer = ("## Summary\n- They planned. [1]\n",)
    await heard(app, factory, made)
    found = await until(client, made, lambda one: one["total"] == 1 and one["automatic"] is None)
    (one,) = found["items"]
    assert (one["summary"], one["model"], one["created_by"]) == ("They planned.", "local", "Verbatim")


async def test_without_a_model_key_sentences_are_chosen(
    app: FastAPI, client: Client, factory: Factory, made: MadeTranscript
) -> None:
    await wants(client)
    await heard(app, factory, made)
    found = await until(client, made, lambda one: one["total"] == 1)
    assert not found["items"][0]["is_language_model"]


async def test_a_model_that_refuses_fails_the_summary_alone_and_says_why(
    models: ModelServer, app: FastAPI, client: Client, factory: Factory, made: MadeTranscript
) -> None:
    await wants(client)
    models.fault = "refused"
    await heard(app, factory, made)
    found = await until(client, made, lambda one: (one["automatic"] or {}).get("state") == "failed")
    assert found["automatic"]["detail"].endswith(".")
    assert found["items"] == []
    recording = (await client.get(f"/api/recordings/{made.recording_id}")).json()
    assert recording["status"] != "failed"
    assert (await client.get(f"/api/transcripts/{made.id}")).status_code == 200


async def test_a_model_that_does_not_exist_cannot_be_chosen(client: Client) -> None:
    refused = await client.put("/api/ai/preferences", json={"summarize": True, "model": "gpt"})
    assert (refused.status_code, refused.json()["code"]) == (404, "llm_model_unknown")


async def test_a_prompt_is_filled_in_for_each_transcript(
    models: ModelServer, client: Client, made: MadeTranscript
) -> None:
    text = "Minutes of {title} ({date}, {duration}, {language}) with {speakers}, from {transcript}."
    prompt = (await client.post("/api/ai/prompts", json={"name": "Minutes", "text": text})).json()
    path = f"/api/ai/transcripts/{made.id}/ask"
    answer = await client.post(path, json={"prompt_id": prompt["id"]})
    assert answer.status_code == 200, answer.text
    asked = models.requests[-1]["messages"][-1]["content"]
    assert ", 1:15, en) with Maria, Tom, from the transcript above." in asked
    # What a title says is no variable.
    assert "Minutes of Garden {speakers} (" in asked
    both = await client.post(path, json={"prompt_id": prompt["id"], "question": "In English."})
    assert both.json()["question"].endswith("\n\nIn English.")


async def test_prompts_are_kept_changed_and_deleted(client: Client) -> None:
    made = (await client.post("/api/ai/prompts", json={"name": "Minutes", "text": "Write minutes."})).json()
    path = f"/api/ai/prompts/{made['id']}"
    for body in ({"text": "All of {everything}"}, {"text": "{title} {speaker}"}):
        refused = await client.patch(path, json=body)
        assert (refused.status_code, refused.json()["code"]) == (422, "unknown_variable")
    # Braces that name nothing are text, and nothing in a prompt is a program.
    harmless = "{} {0} {title.__class__} {TITLE} {{title}}"
    assert (await client.patch(path, json={"text": harmless})).json()["text"] == harmless
    assert (await client.get("/api/ai/prompts")).json()["total"] == 1
    assert (await client.delete(path)).status_code == 200
    assert (await client.patch(path, json={"name": "x"})).json()["code"] == "ai_prompt_not_found"
    for body in ({"name": " ", "text": "x"}, {"name": "x", "text": " "}, {"name": "x", "text": "y" * 4001}):
        assert (await client.post("/api/ai/prompts", json=body)).status_code == 422
