"""llama.cpp's own server, which runs a model file on this machine: what it really sends, refuses and stops."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Any, Literal

import aiohttp
import openai
import pytest
from support.client import Client
from support.factories import Factory
from support.tiny_model import SENTENCE, make_model
from verbatim.adapters.llm.api import ChatOptions, LanguageModelError, Message, ModelFailure, Piece
from verbatim.adapters.llm.chat_completions import ChatCompletions
from verbatim.adapters.llm.http import Door, Patience
from verbatim.adapters.llm.local import LlamaProcess
from verbatim.adapters.llm.shaped import Shape, chat_as
from verbatim.config import Settings

HELLO = [Message("system", "Be short."), Message("user", "Hello?")]
CONTEXT = 1024


class Judgement(Shape):
    """A form without free text: what a model of one sentence would write there has no end."""

    is_meeting: bool
    mood: Literal["calm", "loud"]


@pytest.fixture(scope="module")
def model_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("model") / "tiny.gguf")


@pytest.fixture(scope="module")
def endless_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_model(tmp_path_factory.mktemp("model") / "endless.gguf", 32_768, is_endless=True)


async def running(file: Path, context_tokens: int) -> AsyncIterator[LlamaProcess]:
    process = LlamaProcess(file, context_tokens)
    await process.ready()
    try:
        yield process
    finally:
        await process.close()


@pytest.fixture
async def llama(model_file: Path) -> AsyncIterator[LlamaProcess]:
    async for process in running(model_file, CONTEXT):
        yield process


@pytest.fixture
async def endless(endless_file: Path) -> AsyncIterator[LlamaProcess]:
    async for process in running(endless_file, 32_768):
        yield process


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    found = Door(aiohttp.ClientSession)
    yield found
    await found.close()


async def test_it_is_read_as_the_official_client_reads_it(llama: LlamaProcess, door: Door) -> None:
    service = ChatCompletions(door, llama.url, llama.key, "tiny")
    pieces: list[Any] = [one async for one in service.chat_stream(HELLO)]
    async with openai.AsyncOpenAI(base_url=f"{llama.url}/v1", api_key=llama.key) as client:
        told: Any = [{"role": one.role, "content": one.content} for one in HELLO]
        official = await client.chat.completions.create(model="tiny", messages=told)
        names = [one.id async for one in client.models.list()]
    texts = [one.text for one in pieces if isinstance(one, Piece)]
    assert "".join(texts) == official.choices[0].message.content == f" {SENTENCE}"
    assert len(texts) > 5
    usage = pieces[-1].usage
    assert official.usage is not None
    assert (usage.tokens_in, usage.tokens_out) == (official.usage.prompt_tokens, official.usage.completion_tokens)
    assert not usage.estimated
    assert await service.names() == names
    cut = await service.chat(HELLO, ChatOptions(max_tokens=3))
    assert (cut.text, cut.ending.cut, cut.ending.usage.tokens_out) == (" Hello from a", True, 3)
    # The same connection for all of it: each answer was read to its end.
    connector: Any = door.session.connector
    assert [len(kept) for kept in connector._conns.values()] == [1]


async def test_its_grammar_keeps_an_answer_to_its_form(llama: LlamaProcess, door: Door) -> None:
    service = ChatCompletions(door, llama.url, llama.key, "tiny")
    found = await chat_as(service.chat, HELLO, Judgement, ChatOptions(max_tokens=300))
    assert found.value is not None
    assert json.loads(found.text) == found.value.model_dump()


@pytest.mark.parametrize(
    ("key", "text", "failure"),
    [("wrong", "Hello?", ModelFailure.WRONG_KEY), (None, "word " * 3 * CONTEXT, ModelFailure.TOO_LONG)],
)
async def test_its_refusals_are_understood(
    llama: LlamaProcess, door: Door, key: str | None, text: str, failure: ModelFailure
) -> None:
    service = ChatCompletions(door, llama.url, key or llama.key, "tiny")
    with pytest.raises(LanguageModelError) as caught:
        await service.chat([Message("user", text)])
    assert caught.value.failure is failure


async def test_each_of_two_at_once_has_the_whole_context(llama: LlamaProcess, door: Door) -> None:
    service = ChatCompletions(door, llama.url, llama.key, "tiny")
    long = [Message("user", "word " * (CONTEXT // 8))]
    answers = await asyncio.gather(service.chat(long), service.chat(long))
    assert all(one.text == f" {SENTENCE}" for one in answers)
    assert answers[0].ending.usage.tokens_in > CONTEXT // 2


async def test_whoever_leaves_stops_it(endless: LlamaProcess, door: Door) -> None:
    service = ChatCompletions(door, endless.url, endless.key, "tiny")
    async with aclosing(service.chat_stream(HELLO, ChatOptions(max_tokens=30_000))) as said:  # type: ignore[type-var]
        async for _ in said:
            assert await working(endless, door) == 1
            break
    async with asyncio.timeout(10):
        while await working(endless, door):  # noqa: ASYNC110 - another process, which sets no event
            await asyncio.sleep(0.01)


async def working(process: LlamaProcess, door: Door) -> int:
    """Return how many answers it writes at this moment."""
    headers = {"Authorization": f"Bearer {process.key}"}
    async with door.session.get(f"{process.url}/slots", headers=headers) as answer:
        return sum(one["is_processing"] for one in await answer.json())


async def test_an_answer_without_end_is_not_waited_for(endless: LlamaProcess, door: Door) -> None:
    impatient = Door(lambda: door.session, Patience(total=0.5))
    with pytest.raises(LanguageModelError) as caught:
        await ChatCompletions(impatient, endless.url, endless.key, "tiny").chat(HELLO, ChatOptions(max_tokens=30_000))
    assert caught.value.failure is ModelFailure.TIMEOUT


class TestInTheProduct:
    """The file is named in the settings; the server starts the process by itself."""

    @pytest.fixture
    def settings(self, settings: Settings, model_file: Path) -> Settings:
        return settings.model_copy(update={"llm_local_model": str(model_file), "llm_local_context_tokens": 4096})

    @pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
    async def test_it_summarises_and_answers(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript("We begin with the watering plan.", "Maria will buy a hose by Friday.")
        path = f"/api/ai/transcripts/{made.id}"
        found = (await client.post(f"{path}/summarize", json={"stream": False})).json()
        assert found["summary"] == SENTENCE
        assert (found["provider"], found["is_language_model"], found["complete"]) == ("local", True, True)
        assert found["tokens_out"] == len(SENTENCE.split()) + 2
        # It names nothing that it rests on, and says so.
        assert [one["verified"] for one in found["sentences"]] == [False]
        streamed = await client.post(f"{path}/ask", json={"question": "What?", "stream": True})
        assert streamed.text.count("event: sentence") == 1
        listed = await client.post(f"{path}/analyze", params={"analysis_type": "action_items"})
        assert listed.status_code == 200, listed.text
