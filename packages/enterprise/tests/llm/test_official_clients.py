"""What the providers' own clients send and understand is what our adapters send and understand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import anthropic
import openai
import pytest
from support.model_server import GOOD_KEY, ModelServer
from support.tiny_model import SENTENCE, make_model
from verbatim.adapters.llm.action_items import ActionItems
from verbatim.adapters.llm.local import LlamaProcess
from verbatim.adapters.llm.shaped import form_of
from verbatim_enterprise.adapters.llm.anthropic import AnthropicAdapter
from verbatim_enterprise.adapters.llm.openai import OpenAIAdapter
from verbatim_enterprise.host import ChatMessage, ChatOptions, Door, LanguageModelError, ModelFailure, Piece

SAID = [
    ChatMessage("system", "Be short."),
    ChatMessage("user", "Hello?"),
    ChatMessage("assistant", "Yes."),
    ChatMessage("user", 'Who are "you"? \N{SNOWMAN}'),
]
OPTIONS = ChatOptions(temperature=0.5, max_tokens=77)
FORM = form_of(ActionItems)


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    found = Door(aiohttp.ClientSession)
    yield found
    await found.close()


@pytest.mark.parametrize("with_form", [False, True])
@pytest.mark.parametrize("with_system", [False, True])
async def test_anthropics_client_asks_in_the_same_words(
    models: ModelServer, door: Door, *, with_form: bool, with_system: bool
) -> None:
    said = SAID if with_system else SAID[1:]
    options = ChatOptions(OPTIONS.temperature, OPTIONS.max_tokens, FORM if with_form else None)
    ours = await AnthropicAdapter(door, models.url, GOOD_KEY, "claude").chat(said, options)
    told: Any = {
        "model": "claude",
        "max_tokens": 77,
        "messages": [{"role": one.role, "content": one.content} for one in said if one.role != "system"],
    }
    if with_system:
        told["system"] = SAID[0].content
    if with_form:
        told["tools"] = [{"name": FORM.name, "input_schema": dict(FORM.schema)}]
        told["tool_choice"] = {"type": "tool", "name": FORM.name}
    async with anthropic.AsyncAnthropic(base_url=models.url, api_key=GOOD_KEY) as client:
        stream: Any = await client.messages.create(stream=True, **told)
        events = [one async for one in stream]
    our_request, official = models.requests
    assert our_request == official
    assert models.keys == [GOOD_KEY, GOOD_KEY]
    deltas = [one.delta for one in events if one.type == "content_block_delta"]
    assert ours.text == "".join(one.partial_json if with_form else one.text for one in deltas)


@pytest.mark.parametrize("with_form", [False, True])
async def test_openais_client_asks_in_the_same_words(models: ModelServer, door: Door, *, with_form: bool) -> None:
    options = ChatOptions(OPTIONS.temperature, OPTIONS.max_tokens, FORM if with_form else None)
    ours = await OpenAIAdapter(door, models.url, GOOD_KEY, "gpt").chat(SAID, options)
    told: Any = {
        "model": "gpt",
        "max_completion_tokens": 77,
        "temperature": 0.5,
        "stream_options": {"include_usage": True},
        "messages": [{"role": one.role, "content": one.content} for one in SAID],
    }
    if with_form:
        schema = {"name": FORM.name, "schema": dict(FORM.schema), "strict": True}
        told["response_format"] = {"type": "json_schema", "json_schema": schema}
    async with openai.AsyncOpenAI(base_url=f"{models.url}/v1", api_key=GOOD_KEY) as client:
        stream: Any = await client.chat.completions.create(stream=True, **told)
        chunks = [one async for one in stream]
    our_request, official = models.requests
    assert our_request == official
    assert ours.text == "".join(one.choices[0].delta.content or "" for one in chunks if one.choices)
    usage = chunks[-1].usage
    assert (ours.ending.usage.tokens_in, ours.ending.usage.tokens_out) == (usage.prompt_tokens, usage.completion_tokens)


async def test_a_server_of_neither_is_read_as_anthropics_client_reads_it(door: Door, tmp_path: Path) -> None:
    process = LlamaProcess(make_model(tmp_path / "tiny.gguf"), 1024)
    url = await process.ready()
    try:
        ours = AnthropicAdapter(door, url, process.key, "tiny")
        pieces: list[Any] = [one async for one in ours.chat_stream(SAID)]
        told: Any = [{"role": one.role, "content": one.content} for one in SAID[1:]]
        async with anthropic.AsyncAnthropic(base_url=url, api_key=process.key) as client:
            asked: Any = {"model": "tiny", "max_tokens": 99, "system": SAID[0].content, "messages": told}
            async with client.messages.stream(**asked) as stream:
                official = await stream.get_final_message()
        block: Any = official.content[0]
        assert "".join(one.text for one in pieces if isinstance(one, Piece)) == block.text == f" {SENTENCE}"
        usage, counted = pieces[-1].usage, official.usage
        # What it had read before counts apart, and is a part of what we count as read.
        assert usage.tokens_in == counted.input_tokens + (counted.cache_read_input_tokens or 0)
        assert usage.tokens_out == counted.output_tokens
        cut = await ours.chat(SAID, ChatOptions(max_tokens=3))
        assert (cut.text, cut.ending.cut) == (" Hello from a", True)
        with pytest.raises(LanguageModelError) as caught:
            await AnthropicAdapter(door, url, "wrong", "tiny").chat(SAID)
        assert caught.value.failure is ModelFailure.WRONG_KEY
    finally:
        await process.close()
