"""Providers that answer otherwise than was agreed: each call is one settled row, without odd numbers in the books."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.model_server import GOOD_KEY, ModelServer, Raw
from support_enterprise import Person
from support_teams import Json, ok

PRICE = {"input_micros": 10**9, "output_micros": 10**9, "cached_micros": 10**9}


def event(data: Any) -> bytes:
    return f"data: {json.dumps(data)}\n\n".encode()


def said(text: Any) -> bytes:
    return event({"type": "content_block_delta", "delta": {"type": "text_delta", "text": text}})


def ended(usage: Any = None, reason: Any = "end_turn") -> bytes:
    return event({"type": "message_delta", "delta": {"stop_reason": reason}, "usage": usage})


def begun(usage: Any) -> bytes:
    return event({"type": "message_start", "message": {"usage": usage}})


WORDS = said("It was about the garden. [1]\n")
MUCH = dict.fromkeys(("input_tokens", "cache_read_input_tokens"), 2 * 10**9)
TOOL = event({"type": "content_block_delta", "delta": {"partial_json": '{"do": "delete"}'}})
NO_ANSWER = {
    "a message that is a text": Raw([event({"type": "message_start", "message": "x"})]),
    "a delta that is a list": Raw([event({"type": "content_block_delta", "delta": [1]})]),
    "an error that is a text": Raw([event({"type": "error", "error": "x"})]),
    "the key in an error": Raw([event({"type": "error", "error": {"message": f"{GOOD_KEY} is odd", "type": "x"}})]),
    "only a tool, unasked": Raw([TOOL, ended({"output_tokens": 9}, "tool_use")]),
    "nothing": Raw([]),
}
AN_ANSWER = {
    "usage that is a text": Raw([begun("x"), WORDS, ended("y")]),
    "usage below nought": Raw([begun({"input_tokens": -100}), WORDS, ended({"output_tokens": -(10**12)})]),
    "very much usage": Raw([begun({"input_tokens": 10**18}), WORDS, ended({"output_tokens": 10**30})]),
    "much in each part": Raw([begun(MUCH), WORDS, ended()]),
    "a tool beside it, unasked": Raw([begun({"input_tokens": 50}), TOOL, WORDS, ended({"output_tokens": 9})]),
}


async def rows(admin: Person) -> list[Json]:
    return list(ok(await admin.get("/api/llm/usage"))["items"])


@pytest.fixture
async def path(admin: Person, add_endpoint: Any, make_transcript: Any) -> str:
    """Give where to summarise by a dear model of Anthropic's kind, with a budget."""
    endpoint = await add_endpoint(kind="anthropic")
    ok(await admin.post("/api/llm/prices", json={"endpoint_id": endpoint["id"], "model": "garden-1", **PRICE}), 201)
    body = {"scope": "user", "id": admin.id, "period": "day", "limit_micros": 10**15}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    return f"/api/ai/transcripts/{(await make_transcript(admin)).id}/summarize"


async def books(admin: Person) -> tuple[int, int]:
    (found,) = ok(await admin.get("/api/llm/budgets"))["items"]
    return found["used_micros"], found["reserved_micros"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("shape", NO_ANSWER)
async def test_what_is_no_answer_is_told_in_words(admin: Person, models: ModelServer, path: str, shape: str) -> None:
    models.raw = NO_ANSWER[shape]
    refused = await admin.post(path)
    assert refused.status_code == 502, refused.text
    assert refused.json()["code"] == "llm_failed"
    assert GOOD_KEY not in refused.text
    (row,) = await rows(admin)
    assert row["finished_at"]
    assert await books(admin) == (row["cost_micros"], 0)


@pytest.mark.parametrize("shape", AN_ANSWER)
async def test_no_odd_number_gets_into_the_books(admin: Person, models: ModelServer, path: str, shape: str) -> None:
    models.raw = AN_ANSWER[shape]
    assert ok(await admin.post(path))["summary"].endswith("It was about the garden.")
    (row,) = await rows(admin)
    assert 10 < row["tokens_in"] < 10_000
    assert 5 < row["tokens_out"] < 1_000
    assert row["cost_micros"] == 1_000 * (row["tokens_in"] + row["tokens_out"])
    assert await books(admin) == (row["cost_micros"], 0)


async def test_a_server_that_never_ends_is_left_and_what_came_is_counted(
    admin: Person, models: ModelServer, path: str
) -> None:
    models.raw = Raw([said("more and more\n" * 100)], endless=True)
    assert not ok(await admin.post(path))["complete"]
    (row,) = await rows(admin)
    assert (row["outcome"], row["estimated"]) == ("cut", True)
    assert row["tokens_out"] > 1_500
    assert await books(admin) == (row["cost_micros"], 0)
