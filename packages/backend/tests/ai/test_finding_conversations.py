"""Finding conversations again, taking them along, and beginning one about recordings that were chosen in a list."""

from __future__ import annotations

import io
import json
from typing import Any

import docx
import pytest
from support.client import Client
from support.factories import Factory, MadeTranscript
from support.model_server import ModelServer

Json = dict[str, Any]


@pytest.fixture
async def garden(factory: Factory) -> MadeTranscript:
    recording = await factory.recording(title="Müllers *Garten*")
    return await factory.transcript("Wir gießen die Größe.", "Maria buys fences by Friday.", recording_id=recording)


async def converse(client: Client, models: ModelServer, question: str, *answer: str, **about: Any) -> str:
    models.answer = answer
    made = (await client.post("/api/conversations", json=about)).json()["id"]
    asked = await client.post(f"/api/conversations/{made}/messages", json={"content": question})
    assert asked.status_code == 200, asked.text
    return str(made)


async def find(client: Client, q: str) -> list[Json]:
    found = (await client.get("/api/conversations", params={"q": q})).json()
    assert found["total"] == len(found["items"])
    return list(found["items"])


async def test_words_are_found_as_everywhere_in_questions_answers_and_titles(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    about = {"transcript_ids": [garden.id]}
    first = await converse(client, models, "Was sagt Müller?", "Er gießt die Größe. [1]\n", **about)
    second = await converse(client, models, "And the fence?", "Maria buys it. [2]\n", **about)
    assert (await client.patch(f"/api/conversations/{second}", json={"title": "Żółte płoty"})).status_code == 200
    for typed, expected in {
        "MULLER": [first],
        "grosse": [first],
        "Größ": [first],
        '"die Größe"': [first],
        "fences": [second],
        "zolte ploty": [second],
        "maria": [second],
        "müller maria": [],
        "nobody": [],
        '"': [],
        "' OR 1=1 --": [],
    }.items():
        assert [one["id"] for one in await find(client, typed)] == expected, typed
    (found,) = await find(client, "größe")
    (hit,) = found["hits"]
    assert (hit["role"], [part["text"] for part in hit["snippet"] if part["hit"]]) == ("assistant", ["Größe"])
    (found,) = await find(client, "płoty")
    assert found["hits"][0]["message_id"] is None


async def test_what_went_with_a_recording_is_not_found(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    made = await converse(client, models, "And the hose?", "A secret pump. [1]\n", transcript_ids=[garden.id])
    assert [one["id"] for one in await find(client, "pump")] == [made]
    assert (await client.delete(f"/api/recordings/{garden.recording_id}")).status_code == 200
    assert await find(client, "pump") == []
    assert [one["id"] for one in await find(client, "hose")] == [made]
    file = await client.get(f"/api/conversations/{made}/export")
    assert "pump" not in file.text
    assert "erased" in file.text
    assert (await client.delete(f"/api/conversations/{made}")).status_code == 200
    assert await find(client, "hose") == []


async def test_a_conversation_is_taken_along_with_what_it_rests_on(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    said = ('Maria said "buys FENCES". [2]\n', 'Tom said "never". [1]\n', "# Not a *heading*\n")
    made = await converse(client, models, "# Who\n*buys*?", *said, transcript_ids=[garden.id])
    path = f"/api/conversations/{made}/export"
    text = await client.get(path)
    assert text.headers["content-type"].startswith("text/markdown")
    assert text.headers["content-disposition"].startswith("attachment")
    assert 'Maria said "buys fences". (Müllers \\*Garten\\* 0:' in text.text
    assert "(Müllers \\*Garten\\* 0:00; not checked)" in text.text
    assert "\\# Who" in text.text
    word = docx.Document(io.BytesIO((await client.get(path, params={"format": "docx"})).content))
    lines = [one.text for one in word.paragraphs]
    assert any(one.startswith('Maria said "buys fences". (Müllers *Garten* 0:') for one in lines)
    assert any(one.startswith("Answer by ") for one in lines)
    whole = json.loads((await client.get(path, params={"format": "json"})).content)
    (cited,) = whole["messages"][1]["sentences"][0]["citations"]
    assert (cited["quote"], cited["recording_id"]) == ("buys fences", garden.recording_id)
    assert (await client.get(path, params={"format": "pdf"})).status_code == 422
    assert (await client.get("/api/conversations/nobodys/export")).status_code == 404


async def test_chosen_recordings_are_what_it_is_about(
    models: ModelServer, client: Client, garden: MadeTranscript, factory: Factory
) -> None:
    silent = await factory.recording(title="Nothing said yet")
    ids = [garden.recording_id, silent, garden.recording_id]
    begun = await client.post("/api/conversations", json={"recording_ids": ids})
    assert begun.json()["transcript_ids"] == [garden.id]
    for body, status, code in (
        ({"recording_ids": [silent]}, 409, "nothing_to_read"),
        ({"recording_ids": ["nobodys"]}, 404, "recording_not_found"),
        ({"recording_ids": [silent], "query": "x"}, 422, None),
        ({"recording_ids": [f"r{n}" for n in range(51)]}, 422, None),
    ):
        refused = await client.post("/api/conversations", json=body)
        assert refused.status_code == status, refused.text
        assert code in (None, refused.json()["code"])
