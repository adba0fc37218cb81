"""Which engine is used, and what is said about it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from support.tiny_whisper import build_tiny_whisper
from support.whisper_server import WhisperServer
from verbatim.adapters.transcription import model_files
from verbatim.adapters.transcription.api import (
    EngineSelection,
    EngineUnavailable,
    LanguageNotSupported,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.auto import choose_engine, known_languages, list_engines
from verbatim.adapters.transcription.models import inventory

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def bare(tmp_path: Path) -> TranscriptionSettings:
    """A fresh machine: nothing configured, no model anywhere but what came with the installation."""
    return TranscriptionSettings(whisper_cache=tmp_path)


@pytest.fixture
def without_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without the extra `whisper`."""
    for module in (inventory, model_files):
        monkeypatch.setattr(module, "packaged_model", lambda: None)


def multilingual(folder: Path, name: str, tiny_model: Path) -> Path:
    return Path(shutil.copytree(tiny_model, folder / name))


def test_fresh_machine(bare: TranscriptionSettings) -> None:
    choice = choose_engine(bare)
    assert (choice.engine, choice.model, choice.languages) == ("faster-whisper", "tiny.en", frozenset({"en"}))
    assert choice.reason == "The Whisper model tiny.en came with the installation."
    assert choice.caveat == "It is small and knows English only; a larger model makes fewer mistakes."
    assert [e.name for e in choice.engines] == ["openai-compatible", "faster-whisper", "pocketsphinx"]
    assert [e.available for e in choice.engines] == [False, True, True]
    assert known_languages(bare) == frozenset({"en"})


@pytest.mark.usefixtures("without_package")
def test_installation_without_a_model(bare: TranscriptionSettings) -> None:
    choice = choose_engine(bare)
    assert choice.engine == "pocketsphinx"
    assert choice.reason == (
        "The bundled English engine is used: the Whisper model small is not on this machine "
        "and downloading models is turned off."
    )
    assert [e.available for e in choice.engines] == [False, False, True]


def test_model_that_was_brought_goes_before_the_installed_one(
    bare: TranscriptionSettings, tiny_model: Path, tmp_path: Path
) -> None:
    """The largest first; for a language, the first that knows it."""
    folder = tmp_path / "models"
    multilingual(folder, "little", tiny_model)
    build_tiny_whisper(folder / "english", multilingual=False)
    with (folder / "english" / "model.bin").open("r+b") as file:
        file.truncate(50_000_000)
    settings = replace(bare, models_folder=folder)

    assert choose_engine(settings).model == "english"
    assert choose_engine(settings, "en").model == "english"
    german = choose_engine(settings, "de")
    assert (german.model, german.whisper_model, german.caveat) == ("little", "little", None)
    assert known_languages(settings) == frozenset({"en", "de", "fr", "es"})


def test_named_model_that_does_not_know_the_language(
    bare: TranscriptionSettings, tiny_model: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "models"
    multilingual(folder, "many", tiny_model)
    named = build_tiny_whisper(tmp_path / "named", multilingual=False)
    settings = replace(bare, models_folder=folder, whisper_model=str(named))
    assert choose_engine(settings).model == "named"
    assert choose_engine(settings, "fr").model == "many"
    with pytest.raises(LanguageNotSupported, match="French"):
        choose_engine(replace(settings, engine="faster-whisper"), "fr")


def test_engine_without_a_named_model_takes_one_that_knows_the_language(
    bare: TranscriptionSettings, tiny_model: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "models"
    multilingual(folder, "many", tiny_model)
    settings = replace(bare, engine="faster-whisper", models_folder=folder)
    assert choose_engine(settings, "es").model == "many"
    assert choose_engine(replace(settings, models_folder=None), "en").model == "tiny.en"
    with pytest.raises(LanguageNotSupported, match=r"^Only English can be transcribed here, and Spanish is wanted"):
        choose_engine(replace(settings, models_folder=None), "es")


def test_model_on_this_machine(whisper: TranscriptionSettings) -> None:
    choice = choose_engine(replace(whisper, engine="auto"), "de")
    assert choice.engine == "faster-whisper"
    assert choice.reason.endswith("is on this machine.")


def test_service_goes_before_what_was_installed_but_not_before_a_model_of_ones_own(
    bare: TranscriptionSettings, whisper: TranscriptionSettings, service: WhisperServer
) -> None:
    settings = replace(bare, external_url=service.base, external_model="tiny")
    choice = choose_engine(settings, "de")
    assert (choice.engine, choice.model, choice.languages) == ("openai-compatible", "tiny", None)
    assert known_languages(settings) is None
    own = choose_engine(replace(settings, whisper_model=whisper.whisper_model), "de")
    assert (own.engine, own.model) == ("faster-whisper", "tiny")
    assert own.reason == "The Whisper model tiny is on this machine."


def test_service_that_is_down(whisper: TranscriptionSettings, bare: TranscriptionSettings) -> None:
    choice = choose_engine(replace(whisper, engine="auto", external_url=NOWHERE))
    assert choice.engine == "faster-whisper"
    assert choice.reason.startswith("The configured transcription service cannot be used now. The Whisper model")
    assert choose_engine(replace(bare, external_url=NOWHERE)).model == "tiny.en"


@pytest.mark.parametrize("engine", ["auto", "pocketsphinx"])
def test_only_english_but_german_wanted(bare: TranscriptionSettings, engine: EngineSelection) -> None:
    settings = replace(bare, engine=engine)
    with pytest.raises(LanguageNotSupported, match=r"^Only English .* German is wanted: add a Whisper model"):
        choose_engine(settings, "de")
    assert choose_engine(settings, "en").languages == frozenset({"en"})


def test_configured_engine_is_not_replaced(bare: TranscriptionSettings) -> None:
    with pytest.raises(EngineUnavailable, match="is not on this machine"):
        choose_engine(replace(bare, engine="faster-whisper", whisper_model="small"))
    with pytest.raises(EngineUnavailable, match="does not answer"):
        choose_engine(replace(bare, engine="openai-compatible", external_url=NOWHERE))
    assert choose_engine(replace(bare, engine="pocketsphinx")).reason.startswith("This engine is set")


def test_every_engine_says_something(bare: TranscriptionSettings) -> None:
    assert all(engine.reason.endswith(".") for engine in list_engines(bare))
