"""Sound as 16 kHz mono, in constant memory and with the clock of the player."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.errors import DamagedMedia
from verbatim.adapters.media.source import (
    MAX_CHANNELS,
    MAX_GAP_SECONDS,
    MAX_HOURS,
    SAMPLE_RATES,
    audio_stream,
    open_media,
    origin_seconds,
)
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import numpy as np
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]
else:
    av, np = lazy("av"), lazy("numpy")
    Samples = "NDArray[np.int16]"

SAMPLE_RATE = 16_000
_CHUNK = SAMPLE_RATE
_GAP_SECONDS = 0.25
_MAX_FAILED_READS = 100


def decode_mono16k(path: Path) -> Iterator[Samples]:
    """Yield the sound as int16 samples, 16 kHz mono, one second at a time (the last chunk is shorter).

    Damaged parts in the middle are skipped. Where time stamps jump (a paused browser recording, a lost part)
    silence is put in, so that sample n is what a player plays at n / 16,000 s.

    Raises:
        MediaError: as `probe`; DamagedMedia when not one frame can be decoded.
    """
    pending: list[Samples] = []
    size = 0
    for piece in _pieces(path):
        pending.append(piece)
        size += len(piece)
        if size < _CHUNK:
            continue
        joined = np.concatenate(pending)
        whole = size - size % _CHUNK
        for start in range(0, whole, _CHUNK):
            yield joined[start : start + _CHUNK]
        pending = [joined[whole:].copy()]
        size -= whole
    if size:
        yield np.concatenate(pending)


def _pieces(path: Path) -> Iterator[Samples]:
    with open_media(path) as container:
        stream = audio_stream(container)
        origin = origin_seconds(container)
        converter = _Converter()
        for frame in _frames(container, stream):
            if frame.time is not None:
                yield from converter.silence(frame.time - origin - converter.seconds)
            yield from converter.convert(frame)
        yield from converter.flush()
        if not converter.decoded_samples:
            raise DamagedMedia("The file is damaged: none of its sound can be decoded.")


def _frames(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """Every frame that can be decoded; a reader that fails again and again has come to its end."""
    failures = 0
    while failures < _MAX_FAILED_READS:
        try:
            for packet in container.demux(stream):
                try:
                    frames = packet.decode()
                except av.error.FFmpegError:
                    continue
                failures = 0
                yield from (frame for frame in frames if frame.samples)
        except (av.error.FFmpegError, OSError):
            failures += 1
        else:
            return


class _Converter:
    """Resamples frames; starts anew when the format changes in mid-file, as it may in MP3 and Ogg chains.

    `seconds` counts what came in, silence included: the place on the player's clock.
    """

    def __init__(self) -> None:
        self.seconds = 0.0
        self.decoded_samples = 0
        self._format: tuple[str, str, int] | None = None
        self._resampler: av.AudioResampler | None = None

    def convert(self, frame: AudioFrame) -> Iterator[Samples]:
        if frame.sample_rate not in SAMPLE_RATES or len(frame.layout.channels) > MAX_CHANNELS:
            return
        shape = (frame.format.name, frame.layout.name, frame.sample_rate)
        if shape != self._format:
            yield from self.flush()
            self._resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
            self._format = shape
        self.seconds += frame.samples / frame.sample_rate
        self.decoded_samples += frame.samples
        yield from self._resample(frame)

    def silence(self, seconds: float) -> Iterator[Samples]:
        if not _GAP_SECONDS < seconds <= MAX_GAP_SECONDS or self.seconds + seconds > MAX_HOURS * 3600:
            return
        self.seconds += seconds
        missing = round(seconds * SAMPLE_RATE)
        while missing > 0:
            piece = min(missing, _CHUNK)
            yield np.zeros(piece, np.int16)
            missing -= piece

    def flush(self) -> Iterator[Samples]:
        yield from self._resample(None)

    def _resample(self, frame: AudioFrame | None) -> Iterator[Samples]:
        if self._resampler is not None:
            for out in self._resampler.resample(frame):
                yield out.to_ndarray().reshape(-1).astype(np.int16, copy=False)
