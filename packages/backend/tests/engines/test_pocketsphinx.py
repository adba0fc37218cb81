"""The bundled engine hears real speech."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from engines.conftest import Run
from support.recordings import AUDIO, GARDEN, REPORT, wav, word_error_rate
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k
from verbatim.adapters.transcription.api import LanguageNotSupported
from verbatim.adapters.transcription.pocketsphinx import PocketsphinxEngine


@pytest.mark.parametrize("path", [GARDEN, REPORT], ids=lambda path: path.stem)
def test_speech_becomes_text(run: Run, path: Path) -> None:
    ran = run(PocketsphinxEngine(), path, "en")
    said = (AUDIO / f"{path.stem}.txt").read_text()

    assert word_error_rate(said, ran.text) <= 0.3
    assert ran.outcome.language == "en"
    assert len(ran.segments) > 1
    assert all(s.text[0].isupper() and s.text.endswith(".") for s in ran.segments)
    assert all(w.confidence is not None and w.end > w.start for s in ran.segments for w in s.words)
    assert ran.progress[-1][0] == pytest.approx(1, abs=0.01)


def test_words_are_where_they_are_said(run: Run, tmp_path: Path) -> None:
    """Between four seconds of silence on both sides."""
    speech = np.concatenate(list(decode_mono16k(REPORT)))
    silence = np.zeros(4 * SAMPLE_RATE, np.int16)
    sound = np.concatenate([silence, speech, silence])
    ran = run(PocketsphinxEngine(), wav(tmp_path / "a.wav", sound))
    loud = np.flatnonzero(np.abs(sound) > 2000) / SAMPLE_RATE
    assert ran.segments[0].start == pytest.approx(loud[0], abs=0.2)
    assert ran.segments[-1].end == pytest.approx(loud[-1], abs=0.3)


def test_blocks_join_seamlessly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbatim.adapters.transcription.pocketsphinx._BLOCK_SECONDS", 4.0)
    ran = run(PocketsphinxEngine(), REPORT)
    assert word_error_rate((AUDIO / "report.txt").read_text(), ran.text) <= 0.3
    assert ran.segments[-1].end == pytest.approx(ran.outcome.duration, abs=1)


def test_silence_is_an_empty_transcript(run: Run, tmp_path: Path) -> None:
    ran = run(PocketsphinxEngine(), wav(tmp_path / "a.wav", np.zeros(5 * SAMPLE_RATE, np.int16)))
    assert ran.outcome.segments == ()
    assert ran.outcome.duration == 5


def test_other_languages_are_refused(run: Run) -> None:
    with pytest.raises(LanguageNotSupported, match=r"English only, not German.*\.$"):
        run(PocketsphinxEngine(), GARDEN, "de")


def test_it_is_always_available() -> None:
    state = PocketsphinxEngine().availability()
    assert state.available
    assert "English only" in (state.caveat or "")
