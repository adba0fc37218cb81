"""A small picture of the loudness of a recording."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.decode import Samples, decode_mono16k
from verbatim.adapters.media.source import Source
from verbatim.core.cage.file import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
else:
    np = lazy("numpy")

_FULL_SCALE = 32_768
_FIRST_BUCKET = 160


def waveform(source: Source | Iterable[Samples], points: int = 1000) -> list[float]:
    """Peaks of the signal, 0..1 of full scale, at equal distances; at most `points` of them.

    Takes a file or the chunks of `decode_mono16k`.
    """
    chunks = decode_mono16k(source) if isinstance(source, Path | ForeignFile) else source
    drawing = Drawing(points)
    for chunk in chunks:
        drawing.add(chunk)
    return drawing.peaks()


class Drawing:
    """The length need not be known: buckets are merged in pairs whenever there are too many, so memory stays constant
    and each sample is looked at once.
    """

    def __init__(self, points: int) -> None:
        self.samples = 0
        self._points = points
        self._peaks = np.zeros(0, np.int32)
        self._bucket = _FIRST_BUCKET
        self._open = 0  # the peak of the bucket that is not full yet
        self._filled = 0

    def add(self, chunk: Samples) -> None:
        loud = np.abs(chunk.astype(np.int32))
        self.samples += len(loud)
        if self._filled:
            taken = min(self._bucket - self._filled, len(loud))
            self._open = max(self._open, int(loud[:taken].max(initial=0)))
            self._filled += taken
            loud = loud[taken:]
            if self._filled < self._bucket:
                return
            self._peaks = np.append(self._peaks, self._open)
        whole = len(loud) // self._bucket * self._bucket
        self._peaks = np.append(self._peaks, loud[:whole].reshape(-1, self._bucket).max(axis=1, initial=0))
        self._open, self._filled = int(loud[whole:].max(initial=0)), len(loud) - whole
        while len(self._peaks) >= 4 * self._points:
            self._merge()

    def _merge(self) -> None:
        if len(self._peaks) % 2:  # an odd one goes back to the bucket that is not full, now twice as large
            self._open = max(self._open, int(self._peaks[-1]))
            self._filled += self._bucket
            self._peaks = self._peaks[:-1]
        self._peaks = self._peaks.reshape(-1, 2).max(axis=1)
        self._bucket *= 2

    def peaks(self) -> list[float]:
        found: NDArray[np.int32] = np.append(self._peaks, self._open) if self._filled else self._peaks
        if len(found) > self._points:
            starts = np.arange(self._points) * len(found) // self._points
            found = np.maximum.reduceat(found, starts)
        return [round(float(peak) / _FULL_SCALE, 4) for peak in found]
