"""A recording that is transcribed again by an engine that hears what a test wants."""

from __future__ import annotations

from typing import Any

import pytest
from support.again import FIRST, Engine, Page
from support.client import Client
from verbatim.adapters.transcription.api import EngineChosen, OnEvent, TranscriptionOutcome, TranscriptionRequest
from verbatim.transcription import listening


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    """Let every transcription hear what a test wants; ask for it before `client`."""
    made = Engine()

    async def hear(_request: TranscriptionRequest, _: Any, on_event: OnEvent) -> TranscriptionOutcome:
        await on_event(EngineChosen("pocketsphinx", "quick", "It is a test."))
        return made.heard()

    monkeypatch.setattr(listening, "run_engine", hear)
    return made


@pytest.fixture
async def page(engine: Engine, client: Client) -> Page:
    assert engine.lines == FIRST
    return Page(client, await client.transcribed())
