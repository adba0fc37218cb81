"""What `probe` says about good files, whatever their names."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import av
import pytest
from support.recordings import (
    AUDIO,
    GARDEN,
    GARDEN_SECONDS,
    VARIANTS,
    Variant,
    convert,
    cut,
    long_silent_wav,
)
from verbatim.adapters.media import probe

THREE_HOURS = 3 * 3600


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: v.file_name)
def test_every_container(tmp_path: Path, variant: Variant) -> None:
    info = probe(convert(GARDEN, tmp_path / "renamed.txt", variant))

    assert (info.container, info.mime_type) == (variant.container, variant.mime_type)
    assert info.has_video is (variant.video_codec is not None)
    assert info.duration_seconds == pytest.approx(GARDEN_SECONDS, abs=0.1)
    assert (info.channels, info.sample_rate) == (1, 48_000)
    assert info.bit_rate is not None
    assert info.bit_rate > 20_000


def test_vorbis_in_stereo() -> None:
    """PyAV cannot encode Vorbis, so this one is a fixture."""
    info = probe(AUDIO / "tone-vorbis-stereo.ogg")
    assert (info.codec, info.container, info.channels) == ("vorbis", "ogg", 2)
    assert info.duration_seconds == pytest.approx(1, abs=0.05)


def test_browser_recording_that_never_says_how_long_it_is(tmp_path: Path) -> None:
    path = tmp_path / "live.webm"
    with (
        av.open(str(GARDEN)) as reader,
        av.open(str(path), "w", format="webm", options={"live": "1"}) as writer,
    ):
        stream = writer.add_stream_from_template(reader.streams.audio[0])
        for packet in reader.demux(audio=0):
            if packet.size:
                packet.stream = stream
                writer.mux(packet)
    with av.open(str(path)) as container:
        assert container.duration is None
    assert probe(path).duration_seconds == pytest.approx(GARDEN_SECONDS, abs=0.1)


def test_cover_art_is_not_video(tmp_path: Path) -> None:
    source = convert(GARDEN, tmp_path / "plain.mp3", VARIANTS[1])
    target = tmp_path / "cover.mp3"
    with av.open(str(source)) as reader, av.open(str(target), "w", format="mp3") as writer:
        sound = writer.add_stream_from_template(reader.streams.audio[0])
        cover = writer.add_stream("mjpeg", rate=1)
        cover.width, cover.height, cover.pix_fmt = 32, 32, "yuvj420p"
        cover.disposition = av.stream.Disposition.attached_pic
        writer.mux(cover.encode(av.VideoFrame(32, 32, "yuvj420p")))
        writer.mux(cover.encode(None))
        for packet in reader.demux(audio=0):
            if packet.size:
                packet.stream = sound
                writer.mux(packet)
    assert probe(target).has_video is False


@pytest.mark.parametrize("name", ["a.mp3", "a.flac", "a.wav", "sound.webm", "video.mkv", "opus.ogg", "a.aac"])
def test_truncated_file_has_its_true_duration(tmp_path: Path, name: str) -> None:
    """The header still promises the whole; what counts is what is there."""
    variant = next(v for v in VARIANTS if v.file_name == name)
    whole = convert(GARDEN, tmp_path / "whole", variant)
    info = probe(cut(whole, tmp_path / "part", 0.6))
    assert info.duration_seconds == pytest.approx(0.6 * GARDEN_SECONDS, rel=0.1)


def test_three_hour_wav_is_quick_and_small(tmp_path: Path) -> None:
    long = long_silent_wav(tmp_path / "long.wav", THREE_HOURS)
    assert long.stat().st_size > 345_000_000
    tracemalloc.start()
    started = time.perf_counter()
    info = probe(long)
    took = time.perf_counter() - started
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert info.duration_seconds == THREE_HOURS
    assert took < 2
    assert peak < 5_000_000


def test_wav_whose_header_promises_three_hours(tmp_path: Path) -> None:
    long = long_silent_wav(tmp_path / "long.wav", THREE_HOURS)
    part = tmp_path / "part.wav"
    with long.open("rb") as file:
        part.write_bytes(file.read(44 + 64_000))
    assert probe(part).duration_seconds == 2
