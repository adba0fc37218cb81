"""No voice is lost when tracks and channels become one, whatever their number, phases and levels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from support.made_media import encode, likeness, loudness, other_speech, plain_wav, rows, speech
from support.recordings import GARDEN
from verbatim.adapters.media import (
    SAMPLE_RATE,
    NoSuchSound,
    UnknownSound,
    decode_mono16k,
    parse_choice,
    probe,
    single_voices,
    write_choice,
)
from verbatim.adapters.media.mixing import Mixer

SILENCE = np.zeros(6 * SAMPLE_RATE, np.float32)
HISS = (np.random.default_rng(5).standard_normal(6 * SAMPLE_RATE) * 0.001).astype(np.float32)


def heard(path: Path, sound: str = "mix") -> NDArray[np.int16]:
    return np.concatenate(list(decode_mono16k(path, sound)))


def delayed(voice: NDArray[np.float32], samples: int) -> NDArray[np.float32]:
    return np.pad(voice, (samples, 0))[: len(voice)]


CHANNELS = {
    "both the same": rows(speech(), speech()),
    "opposite phase": rows(speech(), -speech()),
    "left only": rows(speech(), SILENCE),
    "right only": rows(SILENCE, speech()),
    "right only, hiss on the left": rows(HISS, speech()),
    "opposite phase, one half as loud": rows(speech(), -0.5 * speech()),
    "opposite phase, a little apart": rows(speech(), -delayed(speech(), 4)),
    "opposite phase in a pair of six": rows(SILENCE, SILENCE, speech(), -speech(), SILENCE, SILENCE),
    "three of which two are against the third": rows(speech(), -speech(), -speech()),
    "the same on sixteen": rows(*[speech()] * 16),
    "on sixteen, every other one turned over": rows(*[speech() * (-1) ** n for n in range(16)]),
    "a distant microphone beside a near one": rows(speech(), 0.1 * delayed(speech(), 160)),
    **{f"on number {n + 1} of six": rows(*[speech() if n == i else SILENCE for i in range(6)]) for n in range(6)},
    **{f"on the last of {n}": rows(*[SILENCE] * (n - 1), speech()) for n in (3, 4, 5, 7, 8, 9, 12, 24, 32)},
}


@pytest.mark.parametrize("situation", CHANNELS)
def test_a_voice_is_heard(tmp_path: Path, situation: str) -> None:
    path = plain_wav(tmp_path / "a.wav", CHANNELS[situation])
    sound = heard(path)
    assert len(sound) == 6 * SAMPLE_RATE
    assert likeness(sound, speech()) > 0.95
    assert loudness(sound / 32_768) > loudness(speech()) - 4
    assert probe(path).channels == len(CHANNELS[situation])


@pytest.mark.parametrize("mask", [0x3F, 0x60F, 0x3, 0x8, 0x63F])
def test_named_positions_change_nothing(tmp_path: Path, mask: int) -> None:
    """A channel that a file calls a subwoofer may be a microphone all the same."""
    count = mask.bit_count()
    for number in range(count):
        channels = rows(*[speech() if number == i else SILENCE for i in range(count)])
        assert likeness(heard(plain_wav(tmp_path / "a.wav", channels, mask=mask)), speech()) > 0.95


def test_two_voices_in_and_against_phase_at_once(tmp_path: Path) -> None:
    """The one is in both channels alike, the other turned over in one of them: a sum has only the first."""
    one, other = 0.5 * speech(), 0.5 * other_speech()
    sound = heard(plain_wav(tmp_path / "a.wav", rows(one + other, one - other)))
    assert likeness(sound, one + other) > 0.85


def test_two_voices_one_after_the_other(tmp_path: Path) -> None:
    channels = rows(np.append(speech(), SILENCE), np.append(SILENCE, -other_speech()))
    sound = heard(plain_wav(tmp_path / "a.wav", channels))
    assert likeness(sound[: 6 * SAMPLE_RATE], speech()) > 0.95
    assert likeness(sound[6 * SAMPLE_RATE :], other_speech()) > 0.95


def test_a_quiet_voice_after_a_loud_one(tmp_path: Path) -> None:
    """40 dB less is still speech, if nothing else is on its channel."""
    channels = rows(np.append(speech(), SILENCE), 0.01 * np.append(SILENCE, other_speech()))
    sound = heard(plain_wav(tmp_path / "a.wav", channels))[6 * SAMPLE_RATE :] / 32_768
    assert likeness(sound, other_speech()) > 0.8
    assert loudness(sound) > loudness(other_speech()) - 20


def test_hiss_is_not_brought_forward(tmp_path: Path) -> None:
    sound = heard(plain_wav(tmp_path / "a.wav", rows(np.append(speech(), SILENCE), np.append(HISS, HISS))))
    assert loudness(sound[7 * SAMPLE_RATE :] / 32_768) < -50


def test_the_same_channels_come_out_as_they_went_in(tmp_path: Path) -> None:
    stereo, mono = (plain_wav(tmp_path / f"{n}.wav", rows(*[speech()] * n)) for n in (2, 1))
    assert np.abs(heard(stereo).astype(int) - heard(mono)).max() <= 1


@pytest.mark.parametrize("sizes", [[1], [511], [16_000], [1, 2, 3, 100_000], [256] * 50])
def test_the_mixer_gives_as_much_as_it_takes(sizes: list[int]) -> None:
    mixer = Mixer(SAMPLE_RATE)
    noise = np.random.default_rng(1).standard_normal((3, sum(sizes)), np.float32) / np.float32(8)
    cuts = np.cumsum(sizes)[:-1]
    out = [mixer.mix(part) for part in np.split(noise, cuts, axis=1)]
    assert sum(map(len, out)) + len(mixer.finish()) == sum(sizes)


class TestTracks:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        """As screen recorders write it: one track for the microphone, one for the computer."""
        first, second = np.append(speech(), SILENCE), np.append(SILENCE, other_speech())
        return encode(tmp_path / "a.mkv", "matroska", "flac", [rows(first), rows(second)], video=True)

    def test_all_are_heard(self, path: Path) -> None:
        sound = heard(path)
        assert likeness(sound[: 6 * SAMPLE_RATE], speech()) > 0.95
        assert likeness(sound[6 * SAMPLE_RATE :], other_speech()) > 0.95
        assert [track.channels for track in probe(path).tracks] == [1, 1]

    def test_one_can_be_chosen(self, path: Path) -> None:
        assert loudness(heard(path, "track:1")[7 * SAMPLE_RATE :] / 32_768) < -80
        assert likeness(heard(path, "track:2")[6 * SAMPLE_RATE :], other_speech()) > 0.99

    @pytest.mark.parametrize(
        ("muxer", "codec"), [("mp4", "aac"), ("mpegts", "mp2"), ("avi", "libmp3lame"), ("asf", "wmav2")]
    )
    def test_in_every_container_that_has_several(self, tmp_path: Path, muxer: str, codec: str) -> None:
        tracks = [rows(np.append(speech(), SILENCE)), rows(np.append(SILENCE, other_speech()))]
        sound = heard(encode(tmp_path / "a", muxer, codec, tracks, video=True))
        assert likeness(sound[: 6 * SAMPLE_RATE], speech()) > 0.7
        assert likeness(sound[6 * SAMPLE_RATE :], other_speech()) > 0.7

    def test_eight_tracks(self, tmp_path: Path) -> None:
        tracks = [rows(SILENCE)] * 7 + [rows(speech())]
        assert likeness(heard(encode(tmp_path / "a.mka", "matroska", "pcm_s16le", tracks)), speech()) > 0.95

    def test_tracks_of_different_length(self, tmp_path: Path) -> None:
        tracks = [rows(speech(2)), rows(np.append(SILENCE, other_speech()))]
        path = encode(tmp_path / "a.mka", "matroska", "flac", tracks)
        assert len(heard(path)) == 12 * SAMPLE_RATE
        assert probe(path).duration_seconds == pytest.approx(12, abs=0.1)
        assert likeness(heard(path)[6 * SAMPLE_RATE :], other_speech()) > 0.95


class TestChoice:
    @pytest.mark.parametrize(
        ("said", "kept"),
        [(None, "mix"), ("", "mix"), (" MIX ", "mix"), ("track:2", "track:2"), ("Channel: 3", "channel:3"),
         ("track:2, channel:1", "track:2,channel:1"), ("tracks", "tracks"), ("channels", "channels")],
    )  # fmt: skip
    def test_written_as_it_is_kept(self, said: str | None, kept: str) -> None:
        assert write_choice(parse_choice(said)) == kept

    @pytest.mark.parametrize(
        "said", ["track", "track:0", "track:-1", "channel:x", "left", "track:1,channel", "track:99999"]
    )
    def test_none_that_is_known(self, said: str) -> None:
        with pytest.raises(UnknownSound, match="Choose"):
            parse_choice(said)

    @pytest.mark.parametrize("said", ["track:2", "channel:2", "track:1,channel:2"])
    def test_not_in_the_file(self, said: str) -> None:
        with pytest.raises(NoSuchSound, match="it has 1"):
            heard(GARDEN, said)

    def test_one_channel(self, tmp_path: Path) -> None:
        path = plain_wav(tmp_path / "a.wav", rows(speech(), other_speech()))
        assert likeness(heard(path, "channel:2"), other_speech()) > 0.99
        assert likeness(heard(path, "track:1,channel:1"), speech()) > 0.99

    def test_a_speaker_each(self) -> None:
        assert single_voices(parse_choice("tracks"), [1, 2]) == [("track:1", "Track 1"), ("track:2", "Track 2")]
        assert [name for _, name in single_voices(parse_choice("channels"), [2])] == ["Channel 1", "Channel 2"]
        assert len(single_voices(parse_choice("channels"), [1, 2])) == 3
        assert single_voices(parse_choice("mix"), [4]) == []
