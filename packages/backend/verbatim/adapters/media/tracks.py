"""One sound track of a file, second after second, on the player's clock."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbatim.adapters.media.budget import longest_seconds
from verbatim.adapters.media.channels import Converter, Rows
from verbatim.adapters.media.clock import Clock
from verbatim.adapters.media.source import (
    MAX_CHANNELS,
    SAMPLE_RATES,
    audio_streams,
    listen_to,
    open_media,
    origin_seconds,
)
from verbatim.core.cage.file import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
else:
    av, np = lazy("av"), lazy("numpy")

_MAX_FAILED_READS = 100


def track_rows(file: ForeignFile, number: int, rate: int) -> Iterator[Rows]:
    """Yield the rows of the `number`-th track (from 0), `rate` samples at a time; the last piece is shorter.

    Each track has a reader of its own, so that tracks can be listened to side by side in constant memory, however they
    lie in the file. Damaged parts are skipped; pauses in the time stamps become silence.
    """
    return _evenly(_pieces(file, number, rate), rate)


def _evenly(pieces: Iterator[Rows], size: int) -> Iterator[Rows]:
    kept: list[Rows] = []
    length = 0
    for piece in pieces:
        if kept and len(kept[0]) != len(piece):  # the number of channels changes
            yield np.concatenate(kept, axis=1)
            kept, length = [], 0
        kept.append(piece)
        length += piece.shape[1]
        if length < size:
            continue
        joined = np.concatenate(kept, axis=1)
        whole = length - length % size
        for start in range(0, whole, size):
            yield joined[:, start : start + size]
        kept, length = [joined[:, whole:].copy()], length - whole
    if length:
        yield np.concatenate(kept, axis=1)


def _pieces(file: ForeignFile, number: int, rate: int) -> Iterator[Rows]:
    longest = longest_seconds(file.size)
    with open_media(file) as container:
        stream = audio_streams(container)[number]
        listen_to(container, [stream])
        clock = Clock(origin_seconds(container), longest)
        converter = Converter(rate)
        channels = 1
        for frame in frames_of(container, stream):
            if frame.sample_rate not in SAMPLE_RATES or len(frame.layout.channels) > MAX_CHANNELS:
                continue
            pause = clock.pause_before(frame.time)
            if pause:
                yield from converter.flush()
                yield from _silence(channels, round(pause * rate), rate)
            channels = len(frame.layout.channels)
            clock.seconds += frame.samples / frame.sample_rate
            if clock.seconds > longest:
                break
            yield from converter.convert(frame)
        yield from converter.flush()


def _silence(channels: int, samples: int, piece: int) -> Iterator[Rows]:
    for start in range(0, samples, piece):
        yield np.zeros((channels, min(piece, samples - start)), np.float32)


def frames_of(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """Every frame that can be decoded; a reader that fails again and again has come to its end."""
    failures = 0
    while failures < _MAX_FAILED_READS:
        try:
            for packet in container.demux(stream):
                try:
                    frames = packet.decode()
                except MemoryError:
                    raise
                except av.error.FFmpegError:
                    continue
                failures = 0
                yield from (frame for frame in frames if frame.samples)
        except MemoryError:
            raise
        except (av.error.FFmpegError, OSError):
            failures += 1
        else:
            return
