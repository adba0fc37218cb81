"""Against a real HTTP service in a process of its own, which runs the real Whisper code."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import openai
import pytest
from engines.conftest import Run
from support.recordings import GARDEN, VARIANTS, convert, wav
from support.tiny_whisper import TINY_SENTENCE
from support.whisper_server import WhisperServer
from verbatim.adapters.media import decode_mono16k
from verbatim.adapters.transcription.api import (
    EngineFailed,
    EngineUnavailable,
    TranscriptionError,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.openai_client import endpoint
from verbatim.adapters.transcription.openai_compatible import OpenAICompatibleEngine

KEY = "sk-very-secret"


@pytest.fixture(autouse=True)
def key_is_asked_for(service: WhisperServer) -> None:
    service.switch(api_key=KEY)


def settings(server: WhisperServer | str, **changes: Any) -> TranscriptionSettings:
    base = server if isinstance(server, str) else server.base
    plain = TranscriptionSettings(external_url=base, external_api_key=KEY, external_model="tiny")
    return replace(plain, **changes)


@pytest.fixture(scope="module")
def minute(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speech = np.concatenate(list(decode_mono16k(GARDEN)))
    return wav(tmp_path_factory.mktemp("audio") / "minute.wav", np.concatenate([speech] * 5))


def test_the_service_speaks_the_published_format(service: WhisperServer) -> None:
    with (
        openai.OpenAI(base_url=f"{service.base}/v1", api_key=KEY, max_retries=0) as client,
        GARDEN.open("rb") as file,
    ):
        answer = client.audio.transcriptions.create(
            model="tiny",
            file=file,
            response_format="verbose_json",
            timestamp_granularities=["word", "segment"],
        )
    assert answer.text == TINY_SENTENCE
    assert answer.language == "english"
    assert answer.words is not None
    assert answer.words[-1].word == "ourselves"
    assert answer.segments is not None
    assert answer.segments[0].end > 0


class TestTranscribe:
    def test_small_file_goes_as_it_is(self, run: Run, service: WhisperServer) -> None:
        before = service.seen()["requests"]
        ran = run(OpenAICompatibleEngine(settings(f"{service.base}/v1/")), GARDEN)
        assert ran.text == TINY_SENTENCE
        assert ran.segments[0].words[-1].text == "ourselves."
        assert ran.segments[0].confidence == pytest.approx(1, abs=0.05)
        assert (ran.outcome.language, ran.outcome.model) == ("en", "tiny")
        assert service.seen()["requests"] == before + 1

    def test_video_is_sent_as_sound_only(self, run: Run, service: WhisperServer, tmp_path: Path) -> None:
        video = convert(GARDEN, tmp_path / "a.mp4", next(v for v in VARIANTS if v.container == "mp4"))
        ran = run(OpenAICompatibleEngine(settings(service)), video, "de")
        assert ran.text == TINY_SENTENCE
        assert service.seen()["languages"][-1] == "de"

    def test_known_limit_splits_the_recording(self, run: Run, service: WhisperServer, minute: Path) -> None:
        before = service.seen()["requests"]
        ran = run(OpenAICompatibleEngine(settings(service, external_max_bytes=800_000)), minute)
        pieces = service.seen()["requests"] - before
        assert 3 <= pieces <= 6
        assert [s.text for s in ran.segments][:1] == [TINY_SENTENCE]
        assert ran.segments[1].start > 10
        assert len([p for p in ran.progress if p[1] == "transcribing"]) == pieces

    @pytest.mark.parametrize("terms", [None, "Xanthippe, Kubernetes"])
    def test_no_piece_is_told_what_was_said_before(
        self, service: WhisperServer, minute: Path, terms: str | None
    ) -> None:
        service.switch()
        engine = OpenAICompatibleEngine(settings(service, external_max_bytes=800_000))
        engine.transcribe(TranscriptionRequest(minute, prompt=terms), lambda *_: None, lambda _: None)
        assert set(service.seen()["prompts"]) == {terms}

    def test_unknown_limit_is_found_out(self, run: Run, service: WhisperServer, minute: Path) -> None:
        service.switch(max_bytes=900_000)
        ran = run(OpenAICompatibleEngine(settings(service)), minute)
        assert service.seen()["largest"] > 1_000_000
        assert ran.segments[1].start > 10

    @pytest.mark.parametrize("formats", ["json", "text"])
    def test_service_without_times(self, run: Run, service: WhisperServer, minute: Path, formats: str) -> None:
        """The text then comes in pieces of half a minute, so that every word has a useful time."""
        service.switch(formats=formats)
        ran = run(OpenAICompatibleEngine(settings(service)), minute)
        assert set(service.seen()["formats"]) == {formats}
        assert len(ran.segments) == 3
        assert ran.text == " ".join([TINY_SENTENCE] * 3)
        assert ran.segments[1].start > 10


class TestRefusals:
    def test_waits_when_told_to(self, run: Run, service: WhisperServer) -> None:
        service.switch(refuse_first=2, retry_after="1")
        started = time.monotonic()
        ran = run(OpenAICompatibleEngine(settings(service)), GARDEN)
        assert time.monotonic() - started > 2
        assert service.seen()["requests"] == 3
        assert ran.text == TINY_SENTENCE

    @pytest.mark.parametrize(
        ("status", "sentence"),
        [
            (429, "The transcription service is at its limit of requests; try again later."),
            (500, "The transcription service failed with an error of its own; try again later."),
            (503, "The transcription service is not ready; try again later."),
        ],
    )
    def test_gives_up(self, run: Run, service: WhisperServer, status: int, sentence: str) -> None:
        service.switch(refuse_first=9, refuse_status=status)
        with pytest.raises(EngineFailed) as caught:
            run(OpenAICompatibleEngine(settings(service, external_retries=2)), GARDEN)
        assert service.seen()["requests"] == 3
        assert str(caught.value) == sentence

    def test_wrong_key_is_said_and_not_shown(
        self, run: Run, service: WhisperServer, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG)
        wrong = settings(service, external_api_key="sk-wrong-one")
        assert "sk-wrong-one" not in repr(wrong)
        with pytest.raises(EngineUnavailable, match=r"^The transcription service refuses the API key\.$"):
            run(OpenAICompatibleEngine(wrong), GARDEN)
        assert "sk-wrong-one" not in caplog.text
        state = OpenAICompatibleEngine(wrong).availability()
        assert (state.available, state.reason) == (False, "The transcription service refuses the API key.")

    def test_unknown_model(self, run: Run, service: WhisperServer) -> None:
        with pytest.raises(EngineUnavailable, match="has no model whisper-9"):
            run(OpenAICompatibleEngine(settings(service, external_model="whisper-9")), GARDEN)

    @pytest.mark.parametrize(
        ("switches", "changes", "sentence"),
        [
            ({"refuse_first": 1, "refuse_status": 418}, {}, r"\(status 418\): Slow down\.$"),
            ({"refuse_first": 1, "refuse_status": 307}, {}, "redirects to another address"),
            ({"max_bytes": 1000}, {}, "even short pieces"),
            ({"delay": 2}, {"external_timeout_seconds": 0.5}, "did not answer in time"),
        ],
        ids=["with the words of the service", "a redirect, which would carry the key away", "size", "slow"],
    )
    def test_everything_else(
        self,
        run: Run,
        service: WhisperServer,
        switches: dict[str, int],
        changes: dict[str, float],
        sentence: str,
    ) -> None:
        service.switch(**switches)
        engine = OpenAICompatibleEngine(settings(service, **changes))
        with pytest.raises(TranscriptionError, match=sentence):
            run(engine, GARDEN)

    def test_nobody_there(self, run: Run) -> None:
        engine = OpenAICompatibleEngine(settings("http://127.0.0.1:9", external_retries=0))
        assert engine.availability().reason == "The configured transcription service does not answer."
        with pytest.raises(EngineUnavailable, match="cannot be reached"):
            run(engine, GARDEN)

    @pytest.mark.parametrize("url", [None, "", "ftp://example", "file:///etc/passwd"])
    def test_no_address(self, run: Run, url: str | None) -> None:
        engine = OpenAICompatibleEngine(TranscriptionSettings(external_url=url))
        assert not engine.availability().available
        with pytest.raises(EngineUnavailable):
            run(engine, GARDEN)


@pytest.mark.parametrize("base", ["http://a", "http://a/", "http://a/v1", "http://a/v1/audio/transcriptions"])
def test_every_way_to_write_the_address(base: str) -> None:
    assert endpoint(base) == "http://a/v1/audio/transcriptions"
