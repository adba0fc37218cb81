"""The real WhisperModel, with a model made here; and what is said when there is none."""

from __future__ import annotations

import shutil
import socket
import time
from dataclasses import replace
from pathlib import Path

import faster_whisper.tokenizer
import faster_whisper.utils
import numpy as np
import pytest
from engines.conftest import Run
from support.recordings import GARDEN, REPORT, wav, word_error_rate
from support.tiny_whisper import TINY_SENTENCE, build_tiny_whisper
from verbatim.adapters.media import SAMPLE_RATE
from verbatim.adapters.transcription.api import (
    EngineFailed,
    EngineUnavailable,
    LanguageNotSupported,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.faster_whisper import FasterWhisperEngine
from verbatim.adapters.transcription.languages import LANGUAGES
from verbatim.adapters.transcription.models import hub_names, inventory, packaged


class TestTranscribe:
    def test_detects_the_language(self, run: Run, whisper: TranscriptionSettings) -> None:
        ran = run(FasterWhisperEngine(whisper), GARDEN)
        assert ran.segments[0].text == TINY_SENTENCE
        assert ran.outcome.language == "en"
        assert ran.outcome.language_probability == pytest.approx(1, abs=0.01)
        assert ran.outcome.model == "tiny"  # not the folder on the server
        assert ran.segments[0].confidence == pytest.approx(1, abs=0.05)
        assert {stage for _, stage in ran.progress} == {"loading the model", "transcribing"}

    def test_takes_the_language_it_is_told(self, run: Run, whisper: TranscriptionSettings) -> None:
        outcome = run(FasterWhisperEngine(whisper), GARDEN, "de").outcome
        assert (outcome.language, outcome.language_probability) == ("de", None)

    def test_blocks_are_heard_as_one_sound(
        self, run: Run, whisper: TranscriptionSettings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("verbatim.adapters.transcription.faster_whisper._BLOCK_SECONDS", 6.0)
        ran = run(FasterWhisperEngine(whisper), GARDEN, prompt="A walk")
        assert [s.text for s in ran.segments] == [TINY_SENTENCE]

    def test_silence_is_an_empty_transcript(self, run: Run, whisper: TranscriptionSettings, tmp_path: Path) -> None:
        ran = run(FasterWhisperEngine(whisper), wav(tmp_path / "a.wav", np.zeros(SAMPLE_RATE * 3, np.int16)))
        assert ran.outcome.segments == ()
        assert ran.outcome.language == "en"

    def test_english_only_model(self, run: Run, whisper: TranscriptionSettings, tmp_path: Path) -> None:
        model = build_tiny_whisper(tmp_path / "tiny.en", multilingual=False)
        engine = FasterWhisperEngine(replace(whisper, whisper_model=str(model)))
        with pytest.raises(LanguageNotSupported, match="English only, not French"):
            run(engine, GARDEN, "fr")

    def test_broken_model(self, run: Run, whisper: TranscriptionSettings, tmp_path: Path) -> None:
        broken = Path(shutil.copytree(whisper.whisper_model, tmp_path / "broken"))
        (broken / "model.bin").write_bytes(b"nothing")
        with pytest.raises(EngineFailed, match=r"^The Whisper model .* cannot be loaded: "):
            run(FasterWhisperEngine(replace(whisper, whisper_model=str(broken))), GARDEN)


class TestAvailability:
    def test_model_folder(self, whisper: TranscriptionSettings) -> None:
        assert FasterWhisperEngine(whisper).availability().available

    @pytest.mark.parametrize(
        ("model", "reason"),
        [
            ("/nowhere/tiny", "There is no Whisper model in the folder that VERBATIM_TRANSCRIPTION_MODEL names."),
            ("gigantic", "gigantic is neither a folder nor the name of a Whisper model."),
            ("small", "The Whisper model small is not on this machine and downloading models is turned off."),
        ],
    )
    def test_missing(self, run: Run, tmp_path: Path, model: str, reason: str) -> None:
        engine = FasterWhisperEngine(TranscriptionSettings(whisper_model=model, whisper_cache=tmp_path))
        state = engine.availability()
        assert (state.available, state.reason) == (False, reason)
        with pytest.raises(EngineUnavailable, match="Whisper model"):
            run(engine, GARDEN)

    def test_model_in_the_cache_of_the_hub(self, tiny_model: Path, tmp_path: Path) -> None:
        repository = tmp_path / "models--Systran--faster-whisper-tiny"
        shutil.copytree(tiny_model, repository / "snapshots" / "0123abcd")
        (repository / "refs").mkdir()
        (repository / "refs" / "main").write_text("0123abcd")
        settings = TranscriptionSettings(whisper_model="tiny", whisper_cache=tmp_path)
        assert FasterWhisperEngine(settings).availability().available

    @pytest.mark.parametrize("silent", [True, False], ids=["a hub that never answers", "no hub"])
    def test_hub_out_of_reach(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, silent: bool) -> None:
        monkeypatch.delenv("HF_HUB_OFFLINE")
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            if silent:
                listener.listen()
            monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{listener.getsockname()[1]}")
            settings = TranscriptionSettings(whisper_model="small", whisper_cache=tmp_path, allow_downloads=True)
            started = time.monotonic()
            state = FasterWhisperEngine(settings).availability()
            assert time.monotonic() - started < 3
        assert not state.available
        assert state.reason.endswith("the model hub cannot be reached.")


class TestInstalledModel:
    """The one that comes as a package."""

    def test_writes_sentences(self, run: Run, tmp_path: Path) -> None:
        settings = TranscriptionSettings(whisper_cache=tmp_path, whisper_device="cpu")
        ran = run(FasterWhisperEngine(settings), REPORT)
        assert word_error_rate(REPORT.with_suffix(".txt").read_text(), ran.text) <= 0.1
        assert ran.outcome.model == "tiny.en"
        assert ran.text[0].isupper()
        assert ran.text[-1] in ".!?"

    def test_is_not_loaded_when_it_was_changed(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = packaged.packaged_model()
        assert folder is not None
        copy = Path(shutil.copytree(folder, tmp_path / "model"))
        with (copy / "model.bin").open("r+b") as file:
            file.seek(1_000_000)
            file.write(b"\0" * 16)
        monkeypatch.setattr(inventory, "packaged_model", lambda: copy)
        with pytest.raises(EngineUnavailable, match=r"was changed \(model\.bin\): install it again\.$"):
            run(FasterWhisperEngine(TranscriptionSettings(whisper_cache=tmp_path)), REPORT)


def test_tables_are_those_of_faster_whisper() -> None:
    """They are written down again because importing faster-whisper takes a second and 100 MB."""
    assert faster_whisper.utils._MODELS == hub_names.HUB_NAMES
    assert set(faster_whisper.tokenizer._LANGUAGE_CODES) == set(LANGUAGES)
