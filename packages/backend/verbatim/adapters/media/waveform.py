"""A small picture of the loudness of a recording."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.decode import Samples, decode_mono16k
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
else:
    np = lazy("numpy")

_FULL_SCALE = 32_768
_FIRST_BUCKET = 160


def waveform(source: Path | Iterable[Samples], points: int = 1000) -> list[float]:
    """Peaks of the signal, 0..1 of full scale, at equal distances; at most `points` of them.

    Takes a file or the chunks of `decode_mono16k`. The length need not be known: buckets are merged in pairs
    whenever there are too many, so memory stays constant.
    """
    chunks = decode_mono16k(source) if isinstance(source, Path) else source
    peaks = np.zeros(0, np.int32)
    rest = np.zeros(0, np.int32)
    bucket = _FIRST_BUCKET
    for chunk in chunks:
        loud = np.concatenate([rest, np.abs(chunk.astype(np.int32))])
        whole = len(loud) // bucket * bucket
        peaks = np.concatenate([peaks, loud[:whole].reshape(-1, bucket).max(axis=1, initial=0)])
        rest = loud[whole:]
        while len(peaks) >= 4 * points:
            if len(peaks) % 2:  # an odd one goes back to the samples that wait for their bucket
                rest = np.concatenate([np.full(bucket, peaks[-1]), rest])
                peaks = peaks[:-1]
            peaks = peaks.reshape(-1, 2).max(axis=1)
            bucket *= 2
    if len(rest):
        peaks = np.append(peaks, rest.max())
    if len(peaks) > points:
        starts = np.arange(points) * len(peaks) // points
        peaks = np.maximum.reduceat(peaks, starts)
    return [round(float(peak) / _FULL_SCALE, 4) for peak in peaks]
