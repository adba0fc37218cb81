"""The containers people bring, what joins and damages them, and for how long they really play."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from support.made_media import encode, gaps, likeness, other_speech, plain_wav, rows, speech
from support.recordings import GARDEN, GARDEN_SECONDS, VARIANTS, convert
from verbatim.adapters.media import (
    EXTENSIONS,
    SAMPLE_RATE,
    DamagedMedia,
    TooLong,
    UnsupportedMedia,
    decode_mono16k,
    probe,
)

# Name, FFmpeg's muxer and encoder, the rate that it takes, whether there is a picture, what is said of it.
MADE = [
    ("asf", "wmav2", 44_100, False, "wma"),
    ("asf", "wmav1", 44_100, True, "wmv"),
    ("avi", "libmp3lame", 44_100, True, "avi"),
    ("avi", "pcm_s16le", 16_000, True, "avi"),
    ("mpegts", "mp2", 48_000, True, "ts"),
    ("mpegts", "aac", 48_000, False, "ts"),
    ("vob", "ac3", 48_000, True, "mpg"),
    ("flv", "libmp3lame", 44_100, False, "flv"),
    ("au", "pcm_s16be", 16_000, False, "au"),
    ("au", "pcm_mulaw", 8_000, False, "au"),
    ("ac3", "ac3", 48_000, False, "ac3"),
    ("eac3", "eac3", 48_000, False, "eac3"),
    ("aiff", "pcm_s16be", 44_100, False, "aiff"),
    ("caf", "pcm_s16be", 44_100, False, "caf"),
    ("caf", "alac", 44_100, False, "caf"),
    ("w64", "pcm_s16le", 16_000, False, "w64"),
    ("wv", "wavpack", 44_100, False, "wv"),
    ("tta", "tta", 44_100, False, "tta"),
    ("voc", "pcm_u8", 8_000, False, "voc"),
    ("wav", "adpcm_ima_wav", 16_000, False, "wav"),
    ("wav", "g722", 16_000, False, "wav"),
    ("wav", "pcm_alaw", 8_000, False, "wav"),
    ("mp2", "mp2", 48_000, False, "mp3"),
    ("mov", "pcm_s16le", 48_000, True, "mov"),
    ("matroska", "ac3", 48_000, False, "mkv"),
]


def heard(path: Path) -> np.ndarray:
    return np.concatenate(list(decode_mono16k(path)))


@pytest.mark.parametrize(("muxer", "codec", "rate", "video", "name"), MADE)
def test_what_is_accepted_is_heard(
    tmp_path: Path, muxer: str, codec: str, rate: int, *, video: bool, name: str
) -> None:
    path = encode(tmp_path / "a.bin", muxer, codec, [rows(speech())], rate=rate, video=video)
    info = probe(path)
    sound = heard(path)
    assert (info.container, info.has_video) == (name, video)
    assert info.duration_seconds == pytest.approx(6, abs=0.25)
    assert len(sound) / SAMPLE_RATE == pytest.approx(info.duration_seconds, abs=0.01)
    assert likeness(sound, speech()) > 0.6
    assert name in EXTENSIONS


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 44_100, 48_000, 96_000, 192_000])
def test_any_rate(tmp_path: Path, rate: int) -> None:
    path = encode(tmp_path / "a.wav", "wav", "pcm_s16le", [rows(speech())], rate=rate)
    assert len(heard(path)) == pytest.approx(6 * SAMPLE_RATE, abs=20)
    assert likeness(heard(path), speech()) > 0.8


def test_the_length_of_a_telephone_recording(tmp_path: Path) -> None:
    """Seeking in it goes by wrong stamps; what counts is what is decoded."""
    path = encode(tmp_path / "a.wav", "wav", "g722", [rows(np.tile(speech(), 3))])
    assert probe(path).duration_seconds == pytest.approx(18, abs=0.05)
    assert len(heard(path)) / SAMPLE_RATE == pytest.approx(18, abs=0.05)


class TestJoined:
    def test_two_wav_files_in_one(self, tmp_path: Path) -> None:
        one, two = plain_wav(tmp_path / "1.wav", rows(speech())), plain_wav(tmp_path / "2.wav", rows(other_speech()))
        self.both(tmp_path, one.read_bytes() + two.read_bytes())

    @pytest.mark.parametrize("name", ["a.mp3", "opus.ogg", "a.aac", "a.m4a", "a.mp4", "a.flac"])
    def test_any_other(self, tmp_path: Path, name: str) -> None:
        variant = next(one for one in VARIANTS if one.file_name == name)
        data = convert(GARDEN, tmp_path / "one", variant).read_bytes()
        path = tmp_path / "joined"
        path.write_bytes(data * 2)
        assert len(heard(path)) / SAMPLE_RATE == pytest.approx(2 * GARDEN_SECONDS, abs=0.3)
        assert probe(path).duration_seconds == pytest.approx(2 * GARDEN_SECONDS, abs=0.3)

    def test_the_second_is_cut_off(self, tmp_path: Path) -> None:
        data = plain_wav(tmp_path / "1.wav", rows(speech())).read_bytes()
        path = tmp_path / "joined.wav"
        path.write_bytes(data + data[:30])
        assert len(heard(path)) == 6 * SAMPLE_RATE

    def both(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "joined"
        path.write_bytes(data)
        assert likeness(heard(path)[: 6 * SAMPLE_RATE], speech()) > 0.99
        assert likeness(heard(path)[6 * SAMPLE_RATE :], other_speech()) > 0.99
        assert probe(path).duration_seconds == pytest.approx(12, abs=0.05)
        assert not probe(path).plays_in_browser


class TestDamagedBeginnings:
    @pytest.mark.parametrize("name", ["a.mp3", "a.wav", "opus.ogg", "a.flac", "a.m4a", "sound.mkv"])
    @pytest.mark.parametrize("before", [bytes(5_000), b"HTTP/1.1 200 OK\r\n\r\n\x00\x01\x02", b"\x00\x9d" * 700])
    def test_what_stands_before_is_passed_over(self, tmp_path: Path, name: str, before: bytes) -> None:
        variant = next(one for one in VARIANTS if one.file_name == name)
        path = tmp_path / "late"
        path.write_bytes(before + convert(GARDEN, tmp_path / "a", variant).read_bytes())
        try:
            seconds = probe(path).duration_seconds
        except (DamagedMedia, UnsupportedMedia):
            assert name == "a.mp3", "raw frames have no sign of their own"
        else:
            assert seconds == pytest.approx(GARDEN_SECONDS, abs=0.2)
            assert len(heard(path)) / SAMPLE_RATE == pytest.approx(seconds, abs=0.01)

    def test_a_head_that_is_gone(self, tmp_path: Path) -> None:
        data = bytearray(convert(GARDEN, tmp_path / "a", VARIANTS[2]).read_bytes())
        data[4:200] = bytes(196)
        path = tmp_path / "b"
        path.write_bytes(data)
        with pytest.raises((DamagedMedia, UnsupportedMedia)):
            probe(path)


def test_tags_in_other_letters(tmp_path: Path) -> None:
    """Old programs wrote titles as their country did."""
    path = encode(tmp_path / "a.wav", "wav", "pcm_s16le", [rows(speech(1))])
    data = path.read_bytes()
    tags = (
        b"LIST" + struct.pack("<I", 4 + 8 + 10) + b"INFOINAM" + struct.pack("<I", 10) + "Müller 99\0".encode("latin-1")
    )
    path.write_bytes(data[:4] + struct.pack("<I", len(data) - 8 + len(tags)) + data[8:12] + tags + data[12:])
    assert probe(path).duration_seconds == pytest.approx(1, abs=0.05)


class TestGaps:
    def test_too_long_for_its_bytes(self, tmp_path: Path) -> None:
        with pytest.raises(TooLong, match="claims to last 99 hours"):
            probe(gaps(tmp_path / "a.mkv", 100, 3_599))

    @pytest.mark.parametrize(("packets", "gap"), [(50, 600), (1_000, 60), (2, 3_599.9), (10_000, 5)])
    def test_decoding_ends_in_proportion(self, tmp_path: Path, packets: int, gap: float) -> None:
        path = gaps(tmp_path / "a.mkv", packets, gap)
        allowed = 3_600 + path.stat().st_size / 200
        assert sum(map(len, decode_mono16k(path))) / SAMPLE_RATE <= allowed

    def test_a_pause_of_half_an_hour(self, tmp_path: Path) -> None:
        assert probe(gaps(tmp_path / "a.mkv", 2, 1_800)).duration_seconds == pytest.approx(1_800, abs=1)

    def test_a_hundred_hours_of_digital_silence(self, tmp_path: Path) -> None:
        """A few bytes for each second: FLAC writes silence as next to nothing."""
        path = tmp_path / "a.flac"
        with path.open("wb") as file:
            whole = encode(tmp_path / "b.flac", "flac", "flac", [np.zeros((1, 60 * SAMPLE_RATE), np.float32)])
            data = whole.read_bytes()
            start = data.index(b"\xff\xf8")
            file.write(data[:start] + data[start:] * 300)
        seconds = sum(map(len, decode_mono16k(path))) / SAMPLE_RATE
        assert seconds <= 3_600 + path.stat().st_size / 200


def test_absurd_numbers_of_channels(tmp_path: Path) -> None:
    for count in (65, 1_000, 65_535):
        path = plain_wav(tmp_path / "a.wav", rows(speech(1)))
        data = bytearray(path.read_bytes())
        data[22:24] = struct.pack("<H", count)
        path.write_bytes(data)
        with pytest.raises((UnsupportedMedia, DamagedMedia)):
            probe(path)
