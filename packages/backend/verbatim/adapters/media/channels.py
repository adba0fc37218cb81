"""Decoded frames as arrays of one row for each channel, at one rate. Positions of channels are never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import numpy as np
    from av.audio.frame import AudioFrame
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
else:
    av, np = lazy("av"), lazy("numpy")
    Rows = "NDArray[np.float32]"

_FULL_SCALE = {"u8": 128.0, "s16": 32_768.0, "s32": 2_147_483_648.0}
_LOUDEST = 4.0
"""Fractions go from -1 to 1 and may go a little beyond; what goes further was never scaled down."""
_FEW = 0.01
_UNITS = (32_768.0, 8_388_608.0, 2_147_483_648.0)
"""Full scale of whole numbers of 16, 24 and 32 bits."""

_GATHERED = 0.5


def rows_of(frame: AudioFrame) -> Rows:
    """Return the samples of a frame, one row a channel: -1 to 1, fractions as they come."""
    name = frame.format.packed.name
    data = frame.to_ndarray()
    if not frame.format.is_planar:
        data = data.reshape(-1, len(frame.layout.channels)).T
    if name == "u8":
        return ((data.astype(np.float32) - 128.0) / 128.0).astype(np.float32)
    if name in _FULL_SCALE:
        return (data / np.float32(_FULL_SCALE[name])).astype(np.float32)
    return np.nan_to_num(data.astype(np.float32), posinf=0.0, neginf=0.0)


class Converter:
    """Brings each channel to `rate` by itself; starts anew when the form changes in mid-file, as it may in chains."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._form: tuple[int, int] | None = None
        self._resamplers: list[av.AudioResampler] = []
        self._pending: list[Rows] = []
        self._size = 0
        self._unit = 1.0

    def convert(self, frame: AudioFrame) -> Iterator[Rows]:
        rows = rows_of(frame)
        form = (len(rows), frame.sample_rate)
        if form != self._form:
            yield from self.flush()
            self._form = form
        self._pending.append(rows)
        self._size += rows.shape[1]
        if self._size >= _GATHERED * frame.sample_rate:
            yield from self._work(last=False)

    def _scaled(self, rows: Rows) -> Rows:
        """Bring whole numbers that a program wrote as fractions to -1 to 1; the first sound tells for the rest."""
        loudness = np.abs(rows)
        if loudness.max(initial=0.0) <= _LOUDEST:
            return rows if self._unit == 1 else np.asarray(rows / np.float32(self._unit))
        if (loudness > _LOUDEST).mean() > _FEW:  # less, and what is beyond all numbers, is damage
            loud = float(np.percentile(loudness, 99))
            self._unit = max(self._unit, next((unit for unit in _UNITS if loud <= unit), 1.0))
        return np.asarray(np.clip(rows / np.float32(self._unit), -_LOUDEST, _LOUDEST))

    def flush(self) -> Iterator[Rows]:
        """Give out what is still inside."""
        if self._form is not None:
            yield from self._work(last=True)
        self._resamplers = []

    def _work(self, *, last: bool) -> Iterator[Rows]:
        assert self._form is not None  # noqa: S101  set with the first frame
        count, rate = self._form
        rows = np.concatenate(self._pending, axis=1) if self._pending else np.zeros((count, 0), np.float32)
        rows = self._scaled(rows)
        self._pending, self._size = [], 0
        if rate == self._rate:
            if rows.shape[1]:
                yield rows
            return
        if not self._resamplers:
            self._resamplers = [av.AudioResampler(format="flt", layout="mono", rate=self._rate) for _ in range(count)]
        found = [_resampled(one, row, rate, last=last) for one, row in zip(self._resamplers, rows, strict=True)]
        size = min(len(row) for row in found)
        if size:
            yield np.stack([row[:size] for row in found])


def _resampled(resampler: av.AudioResampler, row: NDArray[np.float32], rate: int, *, last: bool) -> NDArray[np.float32]:
    out: list[NDArray[np.float32]] = []
    if len(row):
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(row).reshape(1, -1), format="flt", layout="mono")
        frame.sample_rate = rate
        out += [_row(one) for one in resampler.resample(frame)]
    if last:
        out += [_row(one) for one in resampler.resample(None)]
    return np.concatenate(out) if out else np.zeros(0, np.float32)


def _row(frame: AudioFrame) -> NDArray[np.float32]:
    return frame.to_ndarray().reshape(-1).astype(np.float32, copy=False)
