"""Servers of models that answer otherwise than was agreed: whoever asked is told in words, or gets what can be read."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from support.client import Client
from support.factories import Factory
from support.model_server import GOOD_KEY, ModelServer, Raw
from verbatim.adapters.llm.answers import told_tokens, usage_of
from verbatim.adapters.llm.api import LanguageModelError, Message, Usage
from verbatim.adapters.llm.http import Refusal
from verbatim.adapters.llm.refusals import explain

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def event(data: Any) -> bytes:
    return f"data: {data if isinstance(data, str) else json.dumps(data)}\n\n".encode()


def said(content: Any, **more: Any) -> bytes:
    return event({"choices": [{"index": 0, "delta": {"content": content}, **more}]})


WORDS = said("It was about the garden. [1]\n")
STOP = event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
DONE = b"data: [DONE]\n\n"
PLAIN = {"choices": [{"message": {"role": "assistant", "content": "Hello."}, "finish_reason": "stop"}]}
CALLS = {"tool_calls": [{"index": 0, "function": {"name": "delete_recording", "arguments": "{}"}}]}

NO_ANSWER = {
    "a page": Raw([b"<!doctype html><h1>Sign in</h1>"], kind="text/html"),
    "a page in an event": Raw([event("<html>")]),
    "nothing": Raw([]),
    "only its end": Raw([DONE]),
    "an answer that is no stream": Raw([json.dumps(PLAIN).encode()], kind="application/json"),
    "half an event": Raw([WORDS, b'data: {"choices": [{"del']),
    "half an event with an end": Raw([b'data: {"choices": [{"del\n\n', DONE]),
    "a list": Raw([event([1, 2])]),
    "a number": Raw([event("5")]),
    "null": Raw([event("null")]),
    "very deep": Raw([event("[" * 100_000)]),
    "a very long number": Raw([event("9" * 10_000)]),
    "choices that are a number": Raw([event({"choices": 5}), DONE]),
    "choices that are an object": Raw([event({"choices": {"delta": "x"}}), DONE]),
    "a choice that is a text": Raw([event({"choices": ["x"]}), DONE]),
    "a delta that is a text": Raw([event({"choices": [{"delta": "x"}]}), DONE]),
    "content that is an object": Raw([said({"text": "x"}), DONE]),
    "only calls of tools": Raw([event({"choices": [{"delta": CALLS, "finish_reason": "tool_calls"}]}), DONE]),
    "only thoughts": Raw([said(None, finish_reason="length"), DONE]),
    "an error that is a text": Raw([event({"error": "out of memory"})]),
    "an error that is a list": Raw([event({"error": [1]})]),
    "an error of odd parts": Raw([event({"error": {"message": {"a": 1}, "code": [2]}})]),
    "a redirect": Raw([], status=307, headers={"Location": "http://169.254.169.254/latest/meta-data"}),
    "a status of nobody": Raw([b"?"], status=299 + 300),
    "a very deep refusal": Raw([b'{"error":' * 50_000], status=400, kind="application/json"),
    "a refusal of halves": Raw([b'{"error": {"message": "\\ud800\\u0000"}}'], status=400, kind="application/json"),
    "bytes that are no text": Raw([b"data: \xff\xfe\xfd\n\n"]),
    "a line without end": Raw([b"data: " + b"x" * 65_536], endless=True),
}

AN_ANSWER = {
    "content in parts": Raw([said([{"type": "text", "text": "It was about the garden. [1]\n"}]), STOP, DONE]),
    "tools called unasked beside it": Raw([WORDS, event({"choices": [{"delta": CALLS}]}), STOP, DONE]),
    "usage that is a list": Raw([WORDS, STOP, event({"choices": [], "usage": [1]}), DONE]),
    "usage of odd parts": Raw([WORDS, STOP, event({"usage": {"prompt_tokens_details": [3], "prompt_tokens": {}}})]),
    "usage below nought": Raw([WORDS, STOP, event({"usage": {"prompt_tokens": -5, "completion_tokens": -(10**9)}})]),
    "very much usage": Raw([WORDS, STOP, event({"usage": {"prompt_tokens": 10**18, "completion_tokens": 10**300}})]),
    "usage that is no number": Raw(
        [WORDS, STOP, b'data: {"usage": {"prompt_tokens": NaN, "completion_tokens": 1e999}}\n\n']
    ),
    "usage of nothing": Raw([WORDS, STOP, event({"usage": {"prompt_tokens": 0, "completion_tokens": 0}}), DONE]),
    "choices that are null": Raw([event({"choices": None}), WORDS, STOP, DONE]),
    "characters that nobody can store": Raw([said("It was \x00 about \ud800 the garden. [1]\n"), STOP, DONE]),
    "lines of another system": Raw([WORDS.replace(b"\n", b"\r\n"), STOP, DONE]),
    "comments between": Raw([b": wait\n\n", WORDS, b": wait\n\n", STOP, DONE]),
    "a byte at a time": Raw([bytes([one]) for one in WORDS + STOP + DONE]),
    "a reason that is an object": Raw([WORDS, event({"choices": [{"delta": None, "finish_reason": {}}]}), STOP, DONE]),
}


@pytest.fixture
async def path(factory: Factory) -> str:
    made = await factory.transcript("We talked about the garden.", "Maria will buy a hose.")
    return f"/api/ai/transcripts/{made.id}"


@SQLITE
@pytest.mark.parametrize("shape", NO_ANSWER)
async def test_what_is_no_answer_is_told_in_words(models: ModelServer, client: Client, path: str, shape: str) -> None:
    models.raw = NO_ANSWER[shape]
    answer = await client.post(f"{path}/summarize")
    assert answer.status_code in {413, 502, 503}, answer.text
    assert answer.json()["code"].startswith("llm_")
    assert (await client.get(f"{path}/summaries")).json()["total"] == 0
    assert (await client.post(f"{path}/ask", json={"question": "And when?"})).status_code in {413, 502, 503}


@pytest.mark.parametrize("shape", AN_ANSWER)
async def test_what_can_be_read_is(models: ModelServer, client: Client, path: str, shape: str) -> None:
    models.raw = AN_ANSWER[shape]
    answer = await client.post(f"{path}/summarize")
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert " ".join(found["summary"].split()) == "It was about the garden."
    assert found["complete"]
    # Nothing that was read and written is free, and nothing absurd is believed.
    assert 10 < found["tokens_in"] < 10_000
    assert 5 < found["tokens_out"] < 1_000


async def test_what_breaks_off_without_a_reason_is_not_complete(models: ModelServer, client: Client, path: str) -> None:
    models.raw = Raw([WORDS])
    found = (await client.post(f"{path}/summarize")).json()
    assert (found["summary"], found["complete"]) == ("It was about the garden.", False)


@SQLITE
async def test_an_answer_without_end_is_left(models: ModelServer, client: Client, path: str) -> None:
    models.raw = Raw([said("more and more " * 2_000)], endless=True)
    answer = await client.post(f"{path}/summarize")
    assert (answer.status_code, answer.json()["code"]) == (502, "llm_failed")


ASKED = [Message("user", "abc" * 100)]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((100, 20, 60, 25), Usage(100, 20, 60)),
        ((100, 20, 600, 25), Usage(100, 20, 100)),
        ((None, 20, 0, 25), Usage(106, 20, 0, estimated=True)),
        ((0, 0, 0, 25), Usage(106, 25, 0, estimated=True)),
        ((100, None, 0, 25), Usage(100, 25, 0, estimated=True)),
        ((100, 0, 0, 0), Usage(100, 0, 0)),
    ],
)
def test_what_was_not_counted_is_reckoned(told: tuple[int | None, int | None, int, int], expected: Usage) -> None:
    read, written, cached, came = told
    assert usage_of(read, written, cached, ASKED, came) == expected


@pytest.mark.parametrize("before", [0, 150, 280, 295, 310, 5_000])
@pytest.mark.parametrize("status", [0, 200, 400, 500])
def test_no_part_of_the_key_is_ever_shown(before: int, status: int) -> None:
    error: LanguageModelError = explain(Refusal(status, "x" * before + f"{GOOD_KEY} is wrong"), GOOD_KEY)
    assert GOOD_KEY[:8] not in str(error)
    assert len(str(error)) < 500


def test_nan_is_no_number_of_tokens() -> None:
    odd = [math.nan, math.inf, -1, 1.5, True, "7", None, [], 10**9]
    assert [told_tokens(one) for one in odd] == [None] * len(odd)
    assert [told_tokens(one) for one in (0, 7, 7.0)] == [0, 7, 7]
