"""Action items come in a form that is checked: with who and until when, as far as that was said."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from support.client import Client
from support.factories import Factory, MadeTranscript
from support.model_server import ModelServer

ITEM = {"task": "Maria buys a new hose.", "owner": "Maria", "due": "by Friday", "lines": [2]}


@pytest.fixture
async def garden(factory: Factory) -> MadeTranscript:
    said = ("We begin with the watering plan.", "Maria will buy a new hose by Friday.", "Somebody paints the fence.")
    return await factory.transcript(*said, speakers=("Tom",))


async def analyze(client: Client, made: MadeTranscript, **params: Any) -> httpx.Response:
    wanted = {"analysis_type": "action_items", **params}
    return await client.post(f"/api/ai/transcripts/{made.id}/analyze", params=wanted)


def items(*found: dict[str, Any]) -> tuple[str, ...]:
    """Return an answer in the form, in two pieces."""
    text = json.dumps({"items": found})
    return text[:20], text[20:]


async def test_an_item_says_who_and_until_when_as_far_as_somebody_said_it(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    invented = {"task": "The fence is painted.", "owner": "Ludwig", "due": "on Monday", "lines": [3, 99, 0, -1, 3]}
    models.answer = items(ITEM, invented, {**ITEM, "task": "  "})
    answer = await analyze(client, garden)
    first, second = answer.json()["sentences"]
    assert (first["text"], first["owner"], first["due"], first["verified"]) == (
        ITEM["task"],
        "Maria",
        "by Friday",
        True,
    )
    assert [one["segment_id"] for one in first["citations"]] == [garden.segment_ids[1]]
    assert (second["owner"], second["due"]) == (None, None)
    assert [one["segment_id"] for one in second["citations"]] == [garden.segment_ids[2]]
    (asked,) = models.requests
    told = asked["response_format"]
    assert (told["type"], told["json_schema"]["name"], told["json_schema"]["strict"]) == (
        "json_schema",
        "action_items",
        True,
    )
    assert told["json_schema"]["schema"]["additionalProperties"] is False
    # Kept as they were shown, also in a stream.
    models.answer = items(ITEM)
    streamed = await analyze(client, garden, stream=True)
    assert '"owner":"Maria"' in streamed.text


@pytest.mark.parametrize(
    "wrong",
    [
        ("{", '"items": [{"task"'),
        ('{"items": [{"task": "A hose.", "owner": 7, "due": null, "lines": [2]}]}',),
        ('{"things": []}',),
        ('{"items": [], "more": 1}',),
        ("",),
        ('[{"task": "A hose."}]',),
        (f"Here you are: {json.dumps({'items': []})}",),
    ],
)
async def test_what_has_another_form_is_asked_for_once_more(
    models: ModelServer, client: Client, garden: MadeTranscript, wrong: tuple[str, ...]
) -> None:
    models.replies, models.answer = [wrong], items(ITEM)
    answer = await analyze(client, garden)
    assert [one["owner"] for one in answer.json()["sentences"]] == ["Maria"]
    assert (answer.json()["tokens_in"], answer.json()["tokens_out"]) == (240, 60)
    first, again = models.requests
    assert again["messages"][: len(first["messages"])] == first["messages"]
    assert again["messages"][-2]["role"] == "assistant"
    assert "does not have the form" in again["messages"][-1]["content"]


async def test_what_is_wrong_twice_is_an_error_and_nothing_is_kept(
    models: ModelServer, client: Client, garden: MadeTranscript
) -> None:
    models.answer = ('{"items": "none"}',)
    answer = await analyze(client, garden)
    assert (answer.status_code, answer.json()["code"]) == (502, "llm_malformed")
    assert "another model" in answer.json()["detail"]
    assert len(models.requests) == 2


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("```json\n", *items(ITEM), "\n```"), ["Maria buys a new hose."]),
        (items(), []),
        (("## Action items\n- Maria buys a new hose. [2]",), ["Maria buys a new hose."]),
    ],
)
async def test_what_servers_make_of_the_form_is_understood(
    models: ModelServer, client: Client, garden: MadeTranscript, said: tuple[str, ...], found: list[str]
) -> None:
    models.answer = said
    answer = await analyze(client, garden)
    assert [one["text"] for one in answer.json()["sentences"]] == found
    assert len(models.requests) == 1
