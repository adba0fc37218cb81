"""Sound as the engines get it: right length, right clock, constant memory."""

from __future__ import annotations

import tracemalloc
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
from support.recordings import GARDEN, GARDEN_SECONDS, VARIANTS, Variant, convert, long_silent_wav, wav
from verbatim.adapters.media import SAMPLE_RATE, blocks, decode_mono16k, probe, waveform, write_flac


def seconds(path: Path) -> float:
    return sum(len(chunk) for chunk in decode_mono16k(path)) / SAMPLE_RATE


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: v.file_name)
def test_every_container(tmp_path: Path, variant: Variant) -> None:
    chunks = list(decode_mono16k(convert(GARDEN, tmp_path / "a", variant)))
    assert all(chunk.dtype == np.int16 and chunk.ndim == 1 for chunk in chunks)
    assert {len(chunk) for chunk in chunks[:-1]} == {SAMPLE_RATE}
    assert sum(map(len, chunks)) / SAMPLE_RATE == pytest.approx(GARDEN_SECONDS, abs=0.1)


@pytest.mark.parametrize("name", ["a.mp3", "a.flac", "opus.ogg", "a.m4a", "sound.webm"])
def test_damage_in_the_middle_is_skipped(tmp_path: Path, name: str) -> None:
    variant = next(v for v in VARIANTS if v.file_name == name)
    data = bytearray(convert(GARDEN, tmp_path / "a", variant).read_bytes())
    middle, size = len(data) // 2, len(data) // 20
    data[middle : middle + size] = np.random.default_rng(3).bytes(size)
    broken = tmp_path / "broken"
    broken.write_bytes(data)
    assert seconds(broken) == pytest.approx(GARDEN_SECONDS, rel=0.15)
    assert probe(broken).duration_seconds == pytest.approx(GARDEN_SECONDS, rel=0.15)


def test_pause_in_time_stamps_becomes_silence(tmp_path: Path) -> None:
    """A browser recording that was paused: what comes after must stay where the player plays it."""
    path = tmp_path / "a.mkv"
    tone = (np.sin(np.arange(SAMPLE_RATE) / 5) * 20_000).astype(np.int16)
    with av.open(str(path), "w", format="matroska") as writer:
        stream = writer.add_stream("pcm_s16le", rate=SAMPLE_RATE, layout="mono")
        for start in (0, 4):
            frame = av.AudioFrame.from_ndarray(tone.reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate = SAMPLE_RATE
            frame.pts = start * SAMPLE_RATE
            writer.mux(stream.encode(frame))
        writer.mux(stream.encode(None))
    chunks = list(decode_mono16k(path))
    assert [bool(np.abs(chunk).max() > 1000) for chunk in chunks] == [True, False, False, False, True]


def test_long_recording_in_constant_memory(tmp_path: Path) -> None:
    path = long_silent_wav(tmp_path / "long.wav", 900)
    tracemalloc.start()
    assert len(waveform(path)) == 1000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


class TestWaveform:
    def test_shape_of_the_sound(self, tmp_path: Path) -> None:
        quiet, loud = np.full(SAMPLE_RATE * 5, 328, np.int16), np.full(SAMPLE_RATE * 5, -16_384, np.int16)
        peaks = waveform(wav(tmp_path / "a.wav", np.concatenate([quiet, loud])), points=100)
        assert len(peaks) == 100
        assert peaks[:50] == [0.01] * 50
        assert peaks[50:] == [0.5] * 50

    def test_loudest_possible_sample(self) -> None:
        assert waveform([np.array([-32_768], np.int16)], points=10) == [1.0]

    def test_nothing(self) -> None:
        assert waveform([], points=10) == []

    @pytest.mark.parametrize("length", [1, 159, 160, 161, 64_000, 640_001])
    def test_every_length_keeps_its_peak(self, length: int) -> None:
        samples = np.zeros(length, np.int16)
        samples[length // 2] = 16_384
        peaks = waveform(np.array_split(samples, 7), points=100)
        assert 1 <= len(peaks) <= 100
        assert max(peaks) == 0.5
        if length > 16_000:
            assert peaks.index(0.5) == pytest.approx(50, abs=1)


class TestBlocks:
    def test_cut_in_the_silence(self) -> None:
        rng = np.random.default_rng(1)
        sound = (rng.standard_normal(60 * SAMPLE_RATE) * 5000).astype(np.int16)
        for pause in (18, 39):
            sound[pause * SAMPLE_RATE : (pause + 1) * SAMPLE_RATE] = 0
        found = list(blocks(np.array_split(sound, 60), max_seconds=25, search_seconds=10))
        assert np.array_equal(np.concatenate([block.samples for block in found]), sound)
        assert all(one.end == two.start for one, two in pairwise(found))
        assert 18 < found[0].end < 19
        assert 39 < found[1].end < 40

    def test_flac_gives_the_same_samples_back(self, tmp_path: Path) -> None:
        sound = np.concatenate(list(decode_mono16k(GARDEN)))
        write_flac(sound, tmp_path / "a.flac")
        assert np.array_equal(np.concatenate(list(decode_mono16k(tmp_path / "a.flac"))), sound)
