"""What people choose reaches the engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from engines.conftest import Ran, check_outcome
from support.recordings import GARDEN, wav
from support.tiny_whisper import TINY_SENTENCE, build_tiny_whisper
from verbatim.adapters.transcription.api import LanguageNotSupported, TranscriptionRequest, TranscriptionSettings
from verbatim.adapters.transcription.faster_whisper import FasterWhisperEngine
from verbatim.adapters.transcription.stretches import only_languages


def listen(settings: TranscriptionSettings, path: Path = GARDEN, **choices: Any) -> tuple[Ran, dict[str, Any]]:
    """Return what was heard, and what the model was told."""
    engine = FasterWhisperEngine(settings)
    _, model = engine.load()
    told: dict[str, Any] = {}
    real = model.transcribe

    def transcribe(samples: Any, **options: Any) -> Any:
        told.update(options, samples=samples)
        return real(samples, **options)

    model.transcribe = transcribe
    outcome = engine.transcribe(TranscriptionRequest(path, **choices), lambda *_: None, lambda _: None)
    check_outcome(outcome)
    return Ran(outcome), told


def test_translation_writes_english(whisper: TranscriptionSettings) -> None:
    ran, told = listen(whisper, language="de", translate=True)
    assert (told["task"], told["language"], ran.outcome.language) == ("translate", "de", "en")
    assert ran.text.startswith(TINY_SENTENCE)


def test_names_and_terms_are_listened_for_all_the_time(whisper: TranscriptionSettings) -> None:
    _, told = listen(whisper, hotwords="Xanthippe, Kubernetes", prompt="Xanthippe, Kubernetes")
    assert (told["hotwords"], told["initial_prompt"]) == ("Xanthippe, Kubernetes", None)


def test_without_voice_detection_everything_is_listened_to(tmp_path: Path, whisper: TranscriptionSettings) -> None:
    silence = wav(tmp_path / "silence.wav", np.zeros(16_000 * 5, np.int16))
    assert not listen(whisper, path=silence)[1]
    assert len(listen(whisper, path=silence, voice_detection=False)[1]["samples"]) == 16_000 * 5


@pytest.mark.parametrize("languages", [(), ("de", "fr")])
def test_several_languages_in_one_recording(whisper: TranscriptionSettings, languages: tuple[str, ...]) -> None:
    ran, told = listen(whisper, languages=languages, each_stretch=True)
    assert (told["language"], told["multilingual"]) == (None, True)
    assert ran.outcome.language in (languages or ("en",))


def test_only_the_named_languages_are_considered() -> None:
    class Model:
        answer = [[("<|en|>", 0.9), ("<|de|>", 0.06), ("<|fr|>", 0.04)]]  # noqa: RUF012 - read only

        def detect_language(self, _: object) -> list[list[tuple[str, float]]]:
            return self.answer

    class Whisper:
        model = Model()

    whisper = Whisper()
    with only_languages(whisper, ("fr", "de")):
        [narrowed] = whisper.model.detect_language(None)
        assert [token for token, _ in narrowed] == ["<|de|>", "<|fr|>"]
        assert [chance for _, chance in narrowed] == pytest.approx([0.6, 0.4])
    assert whisper.model.detect_language(None) == Model.answer


def test_a_model_for_english_says_so(whisper: TranscriptionSettings, tmp_path: Path) -> None:
    model = build_tiny_whisper(tmp_path / "tiny.en", multilingual=False)
    settings = TranscriptionSettings(engine="faster-whisper", whisper_model=str(model), whisper_device="cpu")
    with pytest.raises(LanguageNotSupported, match="English only, not German"):
        listen(settings, languages=("en", "de"), each_stretch=True)
    _, told = listen(settings, translate=True, each_stretch=True)
    assert (told["task"], told["multilingual"], told["language"]) == ("transcribe", False, "en")
