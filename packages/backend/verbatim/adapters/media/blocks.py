"""Cutting long sound into blocks at quiet places, and writing a block as a small file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.decode import SAMPLE_RATE, Samples
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import numpy as np
else:
    av, np = lazy("av"), lazy("numpy")

_QUIET_WINDOW = SAMPLE_RATE // 5


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the recording that begins `start` seconds in; samples are 16 kHz mono."""

    start: float
    samples: Samples

    @property
    def end(self) -> float:
        return self.start + len(self.samples) / SAMPLE_RATE


def blocks(chunks: Iterable[Samples], max_seconds: float, search_seconds: float = 20.0) -> Iterator[Block]:
    """Join chunks into blocks of at most `max_seconds`, cut in the quietest moment of their last part."""
    limit = int(max_seconds * SAMPLE_RATE)
    search = min(int(search_seconds * SAMPLE_RATE), limit // 2)
    pending: list[Samples] = []
    size = 0
    begin = 0
    for chunk in chunks:
        pending.append(chunk)
        size += len(chunk)
        while size > limit:
            joined = np.concatenate(pending)
            cut = _quietest(joined, limit - search, limit)
            yield Block(begin / SAMPLE_RATE, joined[:cut])
            begin += cut
            pending = [joined[cut:].copy()]
            size -= cut
    if size:
        yield Block(begin / SAMPLE_RATE, np.concatenate(pending))


def _quietest(samples: Samples, low: int, high: int) -> int:
    """Middle of the window with the least energy between two sample positions."""
    windows = (high - low) // _QUIET_WINDOW
    if windows < 1:
        return high
    part = samples[low : low + windows * _QUIET_WINDOW].astype(np.float32).reshape(windows, _QUIET_WINDOW)
    # The last of equally quiet ones: blocks should be long.
    quietest = windows - 1 - int(np.argmin(np.square(part).mean(axis=1)[::-1]))
    return low + quietest * _QUIET_WINDOW + _QUIET_WINDOW // 2


def write_flac(samples: Samples, path: Path) -> None:
    """Write 16 kHz mono FLAC: lossless, about half the size of WAV, taken by every speech service."""
    with av.open(str(path.absolute()), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=SAMPLE_RATE, layout="mono", format="s16")
        for start in range(0, len(samples), SAMPLE_RATE):
            piece = samples[start : start + SAMPLE_RATE]
            frame = av.AudioFrame.from_ndarray(piece.reshape(1, -1), format="s16", layout="mono")
            frame.sample_rate = SAMPLE_RATE
            frame.pts = start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
