"""The official client of OpenAI, pointed at this server."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import openai
import pytest
from fastapi import FastAPI
from support.client import Client
from support.engines import QuickEngine
from verbatim.adapters.transcription.api import Segment
from verbatim.config import Settings

SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


@pytest.fixture
async def sdk(quick_engine: QuickEngine, app: FastAPI) -> AsyncIterator[openai.AsyncOpenAI]:
    """Give the official client."""
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1:52780") as http:
        yield openai.AsyncOpenAI(
            api_key="vst_none", base_url="http://127.0.0.1:52780/v1", http_client=http, max_retries=0
        )


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"upload_max_bytes": 2 * 1024 * 1024})


async def test_each_shape_of_an_answer(sdk: openai.AsyncOpenAI, client: Client) -> None:
    speech = SPEECH.read_bytes()

    async def heard(**more: object) -> object:
        return await sdk.audio.transcriptions.create(file=("a.wav", speech), model="whisper-1", **more)  # type: ignore[call-overload]

    plain = await heard()
    assert plain.text  # type: ignore[attr-defined]
    text = plain.text  # type: ignore[attr-defined]
    assert await heard(response_format="text") == f"{text}\n"
    assert "00:00:00,000 --> " in str(await heard(response_format="srt"))
    assert str(await heard(response_format="vtt")).startswith("WEBVTT")
    verbose = await heard(response_format="verbose_json", timestamp_granularities=["word", "segment"])
    assert verbose.segments[0].start == 0.0  # type: ignore[attr-defined]
    assert verbose.words[0].word  # type: ignore[attr-defined]
    assert verbose.duration > 0  # type: ignore[attr-defined]
    assert not (await heard(response_format="verbose_json")).words  # type: ignore[attr-defined]
    events = [event async for event in await heard(stream=True)]  # type: ignore[attr-defined]
    assert events[-1].text == text
    # Nothing of it is kept.
    assert (await client.get("/api/recordings")).json()["total"] == 0


async def test_who_speaks_is_told_by_letters_in_the_order_of_speaking(
    sdk: openai.AsyncOpenAI, quick_engine: QuickEngine
) -> None:
    said = (("Tom", "Good morning."), ("Maria", "Morning."), ("Tom", "Shall we begin?"))
    quick_engine.segments = tuple(
        Segment(place * 2.0, place * 2.0 + 2, text, 0.9, (), speaker=who) for place, (who, text) in enumerate(said)
    )

    async def heard(**more: object) -> Any:
        asked: dict[str, Any] = {"model": "gpt-4o-transcribe-diarize", "chunking_strategy": "auto", **more}
        file = ("a.wav", SPEECH.read_bytes())
        return await sdk.audio.transcriptions.create(file=file, response_format="diarized_json", **asked)

    found = await heard()
    assert [(one.speaker, one.text, one.start, one.end) for one in found.segments] == [
        ("A", "Good morning.", 0, 2),
        ("B", "Morning.", 2, 4),
        ("A", "Shall we begin?", 4, 6),
    ]
    assert (found.task, found.text) == ("transcribe", "Good morning. Morning. Shall we begin?")
    assert found.duration > 0
    events = [event async for event in await heard(stream=True)]
    told = [(event.speaker, event.text) for event in events if event.type == "transcript.text.segment"]
    assert told == [("A", "Good morning."), ("B", "Morning."), ("A", "Shall we begin?")]
    assert (events[-1].type, events[-1].text) == ("transcript.text.done", found.text)
    quick_engine.segments = None
    assert {one.speaker for one in (await heard()).segments} == {"A"}


async def test_what_cannot_be_answered_is_told_as_openai_does(sdk: openai.AsyncOpenAI) -> None:
    speech = SPEECH.read_bytes()

    async def refused(file: bytes = speech, **more: object) -> openai.APIStatusError:
        with pytest.raises(openai.APIStatusError) as caught:
            await sdk.audio.transcriptions.create(file=("a.wav", file), **{"model": "whisper-1", **more})  # type: ignore[call-overload]
        return caught.value

    for more, param in (
        ({"response_format": "pdf"}, "response_format"),
        ({"temperature": 7}, "temperature"),
        ({"timestamp_granularities": ["syllable"]}, "timestamp_granularities"),
        ({"chunking_strategy": {"type": "server_vad"}}, "chunking_strategy"),
        ({"extra_body": {"surprise": "1"}}, "surprise"),
    ):
        error = await refused(**more)
        assert isinstance(error, openai.BadRequestError)
        assert (error.param, error.type) == (param, "invalid_request_error")
        assert error.message
    assert isinstance(await refused(file=b"not a recording"), openai.BadRequestError)
    assert isinstance(await refused(model="gigantic"), openai.NotFoundError)
    assert (await refused(model="gigantic")).code == "model_not_found"
    assert (await refused(file=b"RIFF" + bytes(7 * 1024 * 1024))).status_code == 413
    assert isinstance(await refused(language="klingonish"), openai.BadRequestError)


async def test_an_engine_that_fails_leaves_nothing_behind(
    sdk: openai.AsyncOpenAI, client: Client, quick_engine: QuickEngine
) -> None:
    with pytest.raises(openai.APIStatusError) as caught:
        await sdk.audio.transcriptions.create(file=("a.wav", io.BytesIO(b"")), model="whisper-1")
    assert caught.value.status_code == 400
    assert (await client.get("/api/recordings")).json()["total"] == 0


async def test_models_are_listed(sdk: openai.AsyncOpenAI) -> None:
    names = [model.id async for model in sdk.models.list()]
    assert names[0] == "whisper-1"
    assert (await sdk.models.retrieve("whisper-1")).owned_by == "verbatim"
    with pytest.raises(openai.NotFoundError):
        await sdk.models.retrieve("gigantic")
