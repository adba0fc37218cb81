"""Conversations over several transcripts: what is shown to a model, what is kept, and what goes with a recording."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from support.client import Client
from support.factories import Factory, MadeTranscript
from support.model_server import ModelServer
from verbatim.conversations.models import ConversationMessage, ConversationSource
from verbatim.core.db import Database
from verbatim.core.ownership import as_system

Json = dict[str, Any]
GARDEN = ("We talked about the watering plan.", "Maria will buy a new hose by Friday.")
CELLAR = ("The cellar is dry again.", "Tom repaired the pump on Monday.")


@pytest.fixture
async def garden(factory: Factory) -> MadeTranscript:
    return await factory.transcript(*GARDEN, recording_id=await factory.recording(title="Garden"))


@pytest.fixture
async def cellar(factory: Factory) -> MadeTranscript:
    return await factory.transcript(*CELLAR, recording_id=await factory.recording(title="Cellar"))


async def begin(client: Client, **body: Any) -> str:
    answer = await client.post("/api/conversations", json=body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def ask(client: Client, conversation: str, question: str, **body: Any) -> Json:
    answer = await client.post(f"/api/conversations/{conversation}/messages", json={"content": question, **body})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


async def read(client: Client, conversation: str) -> Json:
    found: Json = (await client.get(f"/api/conversations/{conversation}")).json()
    return found


def shown_to(models: ModelServer, place: int = -1) -> str:
    return str(models.requests[place]["messages"][-1]["content"])


async def test_an_answer_names_recording_and_segment_of_each_sentence(
    models: ModelServer, client: Client, garden: MadeTranscript, cellar: MadeTranscript
) -> None:
    conversation = await begin(client, transcript_ids=[garden.id, cellar.id])
    models.answer = ('Maria said "WILL BUY a new hose". [4]\n', "The pump works. [2]\n", 'Tom said "never". [1]\n')
    said = await ask(client, conversation, "Who buys the hose?")
    assert "Recording: Cellar\n[1] Speaker 1: The cellar is dry again." in shown_to(models)
    bought, pump, never = said["sentences"]
    assert bought["text"] == 'Maria said "will buy a new hose".'
    assert (bought["verified"], pump["verified"], never["verified"]) == (True, True, False)
    (cited,) = bought["citations"]
    assert (cited["recording_title"], cited["transcript_id"]) == ("Garden", garden.id)
    assert cited["segment_id"] == garden.segment_ids[1]
    assert cited["quote"] == "will buy a new hose"
    assert (said["role"], said["model"], said["tokens_in"], said["complete"]) == ("assistant", "local", 120, True)
    shown = await read(client, conversation)
    assert [one["role"] for one in shown["messages"]] == ["user", "assistant"]
    assert shown["messages"][1] == said
    assert shown["title"] == "Who buys the hose?"
    (item,) = (await client.get("/api/conversations")).json()["items"]
    assert (item["message_count"], item["last_message_preview"]) == (2, "Who buys the hose?")


async def test_what_was_said_before_is_told_to_the_model_again(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    conversation = await begin(client)
    models.answer = ("Maria. [2]\n",)
    await ask(client, conversation, "Who buys the hose?")
    await ask(client, conversation, "And when?")
    roles = [(one["role"], one["content"]) for one in models.requests[-1]["messages"][1:-1]]
    assert roles == [("user", "Who buys the hose?"), ("assistant", "Maria.")]


async def test_a_project_and_a_search_are_looked_up_anew_for_each_answer(
    models: ModelServer, client: Client, factory: Factory, garden: MadeTranscript, cellar: MadeTranscript
) -> None:
    project = await factory.project("House", [cellar.recording_id])
    in_project, found = await begin(client, project_id=project), await begin(client, query="hose")
    await ask(client, in_project, "What is dry?")
    assert "cellar" in shown_to(models)
    assert "hose" not in shown_to(models)
    await ask(client, found, "What is dry?")
    assert "hose" in shown_to(models)
    assert "pump" not in shown_to(models)
    removed = await client.delete(f"/api/projects/{project}/recordings/{cellar.recording_id}")
    assert removed.status_code == 200
    refused = await client.post(f"/api/conversations/{in_project}/messages", json={"content": "And now?"})
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_read")


async def test_of_very_much_only_what_the_question_is_about_is_read(
    models: ModelServer, client: Client, factory: Factory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbatim.conversations.sources._WHOLE", 100)
    for part in range(3):
        lines = [f"Number {n} of part {part} is about nothing much." for n in range(60)]
        await factory.transcript(*lines, *(["The zeppelin lands at noon.", "It was late."] if part == 1 else []))
    conversation = await begin(client)
    await ask(client, conversation, "When does the zeppelin land?")
    asked = shown_to(models)
    assert "The zeppelin lands at noon." in asked
    assert "It was late." in asked
    assert asked.count("is about nothing much") < 10


async def test_a_question_never_reads_more_than_its_bound(
    models: ModelServer, client: Client, factory: Factory
) -> None:
    for part in range(4):
        await factory.transcript(*(f"Part {part}, number {n}: {'garden ' * 40}" for n in range(300)))
    conversation = await begin(client)
    await ask(client, conversation, "What about the garden?")
    assert len(shown_to(models).encode()) / 3 < 12_500


async def test_with_a_recording_go_the_answers_made_from_it(
    models: ModelServer, client: Client, app: FastAPI, garden: MadeTranscript, cellar: MadeTranscript
) -> None:
    about_garden, about_cellar = await begin(client, transcript_ids=[garden.id]), await begin(client)
    models.answer = ("The secret hose. [2]\n",)
    await ask(client, about_garden, "What is new?")
    models.answer = ("The secret pump. [2]\n",)
    both = await ask(client, about_cellar, "What is new?")
    assert both["sentences"]
    assert (await client.delete(f"/api/recordings/{garden.recording_id}")).status_code == 200
    for conversation in (about_garden, about_cellar):
        asked, said = (await read(client, conversation))["messages"]
        assert asked["content"] == "What is new?"
        assert (said["erased"], said["content"], said["sentences"]) == (True, "", [])
    database: Database = app.state.database
    with as_system("a test looks"):
        async with database.transaction(read_only=True) as session:
            rows = list(await session.scalars(select(ConversationMessage)))
            links = list(await session.scalars(select(ConversationSource)))
    assert "secret" not in json.dumps([[one.content, one.sentences] for one in rows])
    assert links == []
    # What was erased is not told to a model again.
    await ask(client, about_cellar, "And now?")
    assert "secret" not in json.dumps(models.requests[-1])


async def test_a_correction_unmarks_a_quote(models: ModelServer, client: Client, garden: MadeTranscript) -> None:
    conversation = await begin(client, transcript_ids=[garden.id])
    models.answer = ('She will "buy a new hose". [2]\n',)
    assert (await ask(client, conversation, "What?"))["sentences"][0]["verified"]
    path = f"/api/transcripts/{garden.id}/segments/{garden.segment_ids[1]}"
    assert (await client.patch(path, json={"text": "Maria will buy a new horse by Friday."})).status_code == 200
    assert not (await read(client, conversation))["messages"][1]["sentences"][0]["verified"]


async def test_an_answer_comes_in_pieces_and_can_be_stopped(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    conversation = await begin(client, transcript_ids=[garden.id])
    path = f"/api/conversations/{conversation}/messages"
    answer = await client.post(path, json={"content": "What?", "stream": True})
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = [block.split("\n")[0] for block in answer.text.strip().split("\n\n")]
    assert events == ["event: sentence", "event: result"]
    models.asked.clear()
    models.answer, models.pause = ("One. [1]\n", *("More. [2]\n" for _ in range(500))), 0.05
    asking = asyncio.create_task(client.post(path, json={"content": "And then?", "stream": True}))
    await asyncio.wait_for(models.asked.wait(), 10)
    await asyncio.sleep(0.3)
    asking.cancel()
    await asyncio.wait_for(models.stopped.wait(), 5)
    for _ in range(100):
        messages = (await read(client, conversation))["messages"]
        if len(messages) == 4:
            break
        await asyncio.sleep(0.05)
    assert messages[3]["content"].startswith("One.")
    assert not messages[3]["complete"]


async def test_a_failing_model_leaves_nothing_behind(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    conversation = await begin(client, transcript_ids=[garden.id])
    models.fault = "refused"
    for stream in (False, True):
        answer = await client.post(
            f"/api/conversations/{conversation}/messages", json={"content": "What?", "stream": stream}
        )
        assert (answer.status_code, answer.json()["code"]) == (422, "llm_refused")
    assert (await read(client, conversation))["messages"] == []


async def test_a_conversation_is_named_and_deleted(client: Client, garden: MadeTranscript) -> None:
    conversation = await begin(client, transcript_ids=[garden.id])
    path = f"/api/conversations/{conversation}"
    assert (await client.patch(path, json={"title": "Plans\nof spring"})).json()["title"] == "Plans of spring"
    assert (await client.delete(path)).status_code == 200
    for answer in (await client.get(path), await client.delete(path), await client.patch(path, json={"title": "x"})):
        assert (answer.status_code, answer.json()["code"]) == (404, "conversation_not_found")


async def test_without_a_model_or_a_thing_to_talk_about_it_says_so(client: Client, garden: MadeTranscript) -> None:
    refused = await client.post("/api/conversations", json={"transcript_ids": ["nowhere"]})
    assert (refused.status_code, refused.json()["code"]) == (404, "transcript_not_found")
    both = await client.post("/api/conversations", json={"query": "hose", "project_id": "x"})
    assert both.status_code == 422
    conversation = await begin(client, query="hose")
    path = f"/api/conversations/{conversation}/messages"
    needed = await client.post(path, json={"content": "What?"})
    assert (needed.status_code, needed.json()["code"]) == (409, "llm_needed")
    for body in ({"content": " "}, {"content": "x" * 4001}, {"content": "x", "role": "assistant"}):
        assert (await client.post(path, json=body)).status_code == 422
