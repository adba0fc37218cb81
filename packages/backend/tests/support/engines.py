"""A stand-in for the process in which an engine listens, for situations in which what it hears does not matter."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest
from verbatim.adapters.transcription.alignment import spread
from verbatim.adapters.transcription.api import (
    OnEvent,
    Output,
    OutputReady,
    Segment,
    SegmentReady,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.core.jobs import engine as job_engine
from verbatim.core.jobs import job_type
from verbatim.transcription import listening, stretches
from verbatim.transcription.engines import EngineInspector


@dataclass
class QuickEngine:
    """Hears `texts` at once, or `segments` and `speech`. `failures` are raised first, one for each call; `gate` holds
    it until it is set. `output` is what it says it has said.
    """

    texts: list[str] = field(default_factory=lambda: ["hello from the quick engine"])
    segments: tuple[Segment, ...] | None = None
    speech: tuple[tuple[float, float], ...] | None = None
    output: list[Output] = field(default_factory=list)
    settings: list[TranscriptionSettings] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    calls: list[TranscriptionRequest] = field(default_factory=list)
    started: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(
        self, request: TranscriptionRequest, settings: TranscriptionSettings, on_event: OnEvent
    ) -> TranscriptionOutcome:
        self.calls.append(request)
        self.settings.append(settings)
        self.started.set()
        await self.gate.wait()
        for output in self.output:
            await on_event(OutputReady(output))
        if self.failures:
            raise self.failures.pop(0)
        segments = self.segments or tuple(
            Segment(number * 2.0, number * 2.0 + 2, text, 0.9, tuple(spread(text, number * 2.0, number * 2.0 + 2, 0.9)))
            for number, text in enumerate(self.texts)
        )
        for segment in segments:
            await on_event(SegmentReady(segment))
        language = request.language or "en"
        return TranscriptionOutcome(language, 1.0, "pocketsphinx", "quick", 2.0, "It is a test.", segments, self.speech)


async def _any_language(*_: Any, **__: Any) -> None:
    """It knows them all."""


def install_quick_engine(monkeypatch: pytest.MonkeyPatch) -> QuickEngine:
    """Replace listening by a `QuickEngine`, and the minutes between two attempts by moments."""
    quick = QuickEngine()
    quick.gate.set()
    monkeypatch.setattr(listening, "run_engine", quick)
    monkeypatch.setattr(stretches, "run_engine", quick)
    monkeypatch.setattr(EngineInspector, "check_language", _any_language)
    monkeypatch.setattr(job_type, "BACKOFF_SECONDS", (0.05,))
    monkeypatch.setattr(job_engine, "POLL_SECONDS", 0.1)
    monkeypatch.setattr(job_engine, "CANCEL_POLL_SECONDS", 0.05)
    return quick
