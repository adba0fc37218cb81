"""Recordings for tests: the spoken fixtures, in every container, and broken in every way."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

AUDIO = Path(__file__).parent.parent / "fixtures" / "audio"
GARDEN = AUDIO / "garden.ogg"
GARDEN_SECONDS = 13.41
REPORT = AUDIO / "report.flac"


@dataclass(frozen=True)
class Variant:
    """One kind of file that people upload; `muxer` is FFmpeg's name of the container."""

    file_name: str
    muxer: str
    codec: str
    container: str
    mime_type: str
    video_codec: str | None = None


VARIANTS = (
    Variant("a.wav", "wav", "pcm_s16le", "wav", "audio/wav"),
    Variant("a.mp3", "mp3", "libmp3lame", "mp3", "audio/mpeg"),
    Variant("a.m4a", "mp4", "aac", "m4a", "audio/mp4"),
    Variant("a.mp4", "mp4", "aac", "mp4", "video/mp4", "libx264"),
    Variant("a.mov", "mov", "aac", "mov", "video/quicktime", "mpeg4"),
    Variant("sound.webm", "webm", "libopus", "webm", "audio/webm"),
    Variant("video.webm", "webm", "libopus", "webm", "video/webm", "libvpx"),
    Variant("opus.ogg", "ogg", "libopus", "ogg", "audio/ogg"),
    Variant("a.flac", "flac", "flac", "flac", "audio/flac"),
    Variant("sound.mkv", "matroska", "flac", "mkv", "audio/x-matroska"),
    Variant("video.mkv", "matroska", "aac", "mkv", "video/x-matroska", "mpeg4"),
    Variant("a.aac", "adts", "aac", "aac", "audio/aac"),
)


def convert(source: Path, target: Path, variant: Variant) -> Path:
    """Re-encode sound, with a dull picture beside it when the variant is a video."""
    with av.open(str(source)) as reader, av.open(str(target), "w", format=variant.muxer) as writer:
        picture = _add_picture(writer, variant.video_codec) if variant.video_codec else None
        sound = cast("AudioStream", writer.add_stream(variant.codec, rate=48_000))
        sound.layout = "mono"
        if picture is not None:
            _draw(writer, picture, seconds=14)
        resampler = av.AudioResampler(format=sound.format, layout="mono", rate=48_000)
        for frame in reader.decode(audio=0):
            for piece in resampler.resample(frame):
                writer.mux(sound.encode(piece))
        for piece in resampler.resample(None):
            writer.mux(sound.encode(piece))
        writer.mux(sound.encode(None))
    return target


def silent_video(target: Path) -> Path:
    with av.open(str(target), "w", format="mp4") as writer:
        _draw(writer, _add_picture(writer, "mpeg4"), seconds=2)
    return target


def wav_header(sample_bytes: int, rate: int = 16_000) -> bytes:
    shape = struct.pack("<IHHIIHH", 16, 1, 1, rate, rate * 2, 2, 16)
    return (
        b"RIFF" + struct.pack("<I", 36 + sample_bytes) + b"WAVEfmt " + shape + b"data" + struct.pack("<I", sample_bytes)
    )


def long_silent_wav(target: Path, seconds: int) -> Path:
    """A WAV of any length that takes no room on the disk."""
    size = seconds * 32_000
    with target.open("wb") as file:
        file.write(wav_header(size))
        file.truncate(44 + size)
    return target


def wav(target: Path, samples: np.ndarray) -> Path:
    """16 kHz mono."""
    target.write_bytes(wav_header(samples.nbytes) + samples.astype("<i2").tobytes())
    return target


def cut(source: Path, target: Path, fraction: float) -> Path:
    data = source.read_bytes()
    target.write_bytes(data[: int(len(data) * fraction)])
    return target


def word_error_rate(said: str, heard: str) -> float:
    """Edits (Levenshtein on words) per word that was said; capitals and punctuation do not count."""
    expected, got = (re.findall(r"[\w']+", text.lower()) for text in (said, heard))
    row = list(range(len(got) + 1))
    for i, word in enumerate(expected, start=1):
        diagonal, row[0] = row[0], i
        for j, other in enumerate(got, start=1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (word != other))
    return row[-1] / len(expected)


def _add_picture(writer: OutputContainer, codec: str) -> VideoStream:
    picture = cast("VideoStream", writer.add_stream(codec, rate=5))
    picture.width, picture.height, picture.pix_fmt = 64, 48, "yuv420p"
    return picture


def _draw(writer: OutputContainer, picture: VideoStream, seconds: int) -> None:
    for number in range(seconds * 5):
        frame = av.VideoFrame.from_ndarray(np.full((48, 64, 3), number, np.uint8), format="rgb24")
        frame.pts = number
        writer.mux(picture.encode(frame))
    writer.mux(picture.encode(None))
