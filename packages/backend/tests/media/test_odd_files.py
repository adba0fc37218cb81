"""Files that are odd in one way each: what is said in them is heard, all of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from support.made_media import likeness, other_speech, speech
from support.odd_media import ONE_VOICE, SECONDS, TWO_VOICES, riff, whole_numbers, written
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k, probe

LIKE = 0.7


def heard(path: Path) -> np.ndarray:
    return np.concatenate(list(decode_mono16k(path)))


@pytest.mark.parametrize("oddity", ONE_VOICE)
def test_a_voice_is_heard(tmp_path: Path, oddity: str) -> None:
    path = ONE_VOICE[oddity](tmp_path)
    sound = heard(path)
    assert len(sound) / SAMPLE_RATE == pytest.approx(SECONDS, abs=0.15)
    assert probe(path).duration_seconds == pytest.approx(SECONDS, abs=0.15)
    assert likeness(sound, speech()) > LIKE


@pytest.mark.parametrize("kind", TWO_VOICES)
def test_what_was_put_behind_is_heard_too(tmp_path: Path, kind: str) -> None:
    path = TWO_VOICES[kind](tmp_path)
    sound = heard(path)
    assert len(sound) / SAMPLE_RATE == pytest.approx(2 * SECONDS, abs=0.2)
    assert probe(path).duration_seconds == pytest.approx(2 * SECONDS, abs=0.2)
    middle = len(sound) // 2
    assert likeness(sound[:middle], speech()) > LIKE
    assert max(likeness(sound[middle - shift :], other_speech()) for shift in (0, 800, 1_600)) > LIKE


@pytest.mark.parametrize("behind", [bytes(200_000), b"LIST\x00\x10\x00\x00" + bytes(90_000), b"TAG" + bytes(125)])
def test_what_stands_behind_the_sound_is_no_sound(tmp_path: Path, behind: bytes) -> None:
    """Room that a recorder took in advance, other chunks, old tags."""
    path = written(riff(whole_numbers(speech())) + behind)(tmp_path)
    assert len(heard(path)) == SECONDS * SAMPLE_RATE
    assert probe(path).duration_seconds == SECONDS


def test_damaged_fractions_silence_nothing_behind_them(tmp_path: Path) -> None:
    samples = np.concatenate([speech(), speech()])
    samples[:SAMPLE_RATE] = np.random.default_rng(7).integers(0, 2**31, SAMPLE_RATE).astype("<u4").view("<f4")
    path = ONE_VOICE["three times too loud"](tmp_path)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"data") + 8] + samples.astype("<f4").tobytes())
    assert likeness(heard(path)[SECONDS * SAMPLE_RATE :], speech()) > LIKE
