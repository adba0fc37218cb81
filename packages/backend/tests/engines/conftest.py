"""A tiny Whisper model, and a way to run an engine in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from support.fixed_service import FixedService, serving, speech_of
from support.hearing import SECONDS, Listener
from support.tiny_whisper import build_tiny_whisper
from support.whisper_server import WhisperServer, running
from verbatim.adapters.transcription.api import (
    Segment,
    TranscriptionEngine,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)


@pytest.fixture(autouse=True)
def no_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may depend on what the machine can reach or has in its cache."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny_whisper(tmp_path_factory.mktemp("whisper") / "tiny")


@pytest.fixture
def whisper(tiny_model: Path) -> TranscriptionSettings:
    return TranscriptionSettings(engine="faster-whisper", whisper_model=str(tiny_model), whisper_device="cpu")


@pytest.fixture(scope="session")
def _service(tiny_model: Path) -> Iterator[WhisperServer]:
    with running(tiny_model) as server:
        yield server


@pytest.fixture(scope="session")
def _fixed_service() -> Iterator[FixedService]:
    with serving() as service:
        yield service


@pytest.fixture(scope="session")
def _half_a_minute(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return speech_of(tmp_path_factory.mktemp("sound") / "talk.wav", SECONDS)


@pytest.fixture
def listener(_fixed_service: FixedService, _half_a_minute: Path) -> Listener:
    return Listener(_fixed_service, _half_a_minute)


@pytest.fixture
def service(_service: WhisperServer) -> WhisperServer:
    """One server for all tests, as well-behaved as on its first day."""
    _service.switch()
    return _service


@dataclass
class Ran:
    """What an engine reported on its way, and its outcome."""

    outcome: TranscriptionOutcome
    progress: list[tuple[float, str]] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(segment.text for segment in self.outcome.segments)


Run = Callable[..., Ran]


@pytest.fixture
def run() -> Run:
    """Run an engine on a file and check what holds for every engine."""

    def runner(engine: TranscriptionEngine, path: Path, language: str | None = None, prompt: str | None = None) -> Ran:
        progress: list[tuple[float, str]] = []
        segments: list[Segment] = []
        request = TranscriptionRequest(path, language, prompt)
        outcome = engine.transcribe(request, lambda f, stage: progress.append((f, stage)), segments.append)
        check_outcome(outcome)
        assert outcome.engine == engine.name
        assert tuple(segments) == outcome.segments
        fractions = [fraction for fraction, _ in progress]
        assert fractions == sorted(fractions)
        assert 0 <= fractions[0] <= fractions[-1] <= 1
        return Ran(outcome, progress, segments)

    return runner


def check_outcome(outcome: TranscriptionOutcome) -> None:
    """Times are in order and inside the recording, texts are their words."""
    words = [word for segment in outcome.segments for word in segment.words]
    assert all(0 <= word.start <= word.end <= outcome.duration + 0.001 for word in words)
    assert all(one.end <= two.start + 0.001 for one, two in pairwise(words))
    for segment in outcome.segments:
        assert segment.text == " ".join(word.text for word in segment.words)
        assert segment.start <= segment.words[0].start
        assert segment.words[-1].end <= segment.end
        assert segment.end - segment.start <= 30
        assert segment.speaker is None
        assert segment.confidence is None or 0 <= segment.confidence <= 1
