"""Which engine is used, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.whisper_server import WhisperServer
from verbatim.adapters.transcription.api import (
    EngineUnavailable,
    LanguageNotSupported,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.auto import choose_engine, list_engines

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def bare(tmp_path: Path) -> TranscriptionSettings:
    """A fresh machine: nothing configured, no model anywhere."""
    return TranscriptionSettings(whisper_cache=tmp_path)


def test_fresh_machine(bare: TranscriptionSettings) -> None:
    choice = choose_engine(bare)
    assert choice.engine == "pocketsphinx"
    assert choice.reason == (
        "The bundled English engine is used: the Whisper model small is not on this machine "
        "and downloading models is turned off."
    )
    assert [e.name for e in choice.engines] == ["openai-compatible", "faster-whisper", "pocketsphinx"]
    assert [e.available for e in choice.engines] == [False, False, True]


def test_model_on_this_machine(whisper: TranscriptionSettings) -> None:
    choice = choose_engine(replace(whisper, engine="auto"), "de")
    assert choice.engine == "faster-whisper"
    assert choice.reason.endswith("is on this machine.")


def test_service_goes_first(whisper: TranscriptionSettings, service: WhisperServer) -> None:
    choice = choose_engine(replace(whisper, engine="auto", external_url=service.base, external_model="tiny"), "de")
    assert (choice.engine, choice.model) == ("openai-compatible", "tiny")


def test_service_that_is_down(whisper: TranscriptionSettings, bare: TranscriptionSettings) -> None:
    choice = choose_engine(replace(whisper, engine="auto", external_url=NOWHERE))
    assert choice.engine == "faster-whisper"
    assert choice.reason.startswith("The configured transcription service cannot be used now. The Whisper model")
    assert choose_engine(replace(bare, external_url=NOWHERE)).engine == "pocketsphinx"


def test_only_english_but_german_wanted(bare: TranscriptionSettings) -> None:
    with pytest.raises(LanguageNotSupported, match=r"^Only the bundled .* German is wanted; the Whi"):
        choose_engine(bare, "de")
    assert choose_engine(bare, "en").engine == "pocketsphinx"


def test_configured_engine_is_not_replaced(bare: TranscriptionSettings) -> None:
    with pytest.raises(EngineUnavailable, match="is not on this machine"):
        choose_engine(replace(bare, engine="faster-whisper"))
    with pytest.raises(EngineUnavailable, match="does not answer"):
        choose_engine(replace(bare, engine="openai-compatible", external_url=NOWHERE))
    assert choose_engine(replace(bare, engine="pocketsphinx")).reason.startswith("This engine is set")


def test_every_engine_says_something(bare: TranscriptionSettings) -> None:
    assert all(engine.reason.endswith(".") for engine in list_engines(bare))
