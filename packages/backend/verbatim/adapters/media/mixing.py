"""Mixing channels and tracks to one so that no voice is lost, whatever their phases and levels.

A sum loses what is in opposite phase, an average what is on one of many. Here each moment and each band of frequency
gets the energy of all channels together, with their phases turned towards each other first. Channels that are the same
come out as they went in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
else:
    np = lazy("numpy")
    Rows = "NDArray[np.float32]"


_WINDOW_SECONDS = 0.032
_TINY = 1e-9
_NOTHING_DB = -120.0
_BEHIND_DB = 12.0
"""How far behind the loudest channel a quiet one may stay."""

_MOST_DB = 30.0
_HISS_DB = -62.0
_SPEECH_DB = -70.0
_SPEECH_RANGE_DB = 12.0
_FORGET_DB = 0.05
_RAMP_FRAMES = 4


class Mixer:
    """Mixes chunks of rows; gives as many samples as it took once `finish` was called."""

    def __init__(self, rate: int) -> None:
        size = 1 << round(np.log2(_WINDOW_SECONDS * rate))
        self._size, self._hop = size, size // 2
        self._window = np.sqrt(np.hanning(size + 1)[:size])
        self._kept = np.zeros((1, self._hop), np.float32)
        self._rest = np.zeros(self._hop)
        self._given, self._taken = -self._hop, 0
        self._share: float | None = None
        self._levels = _Levels()

    def mix(self, rows: Rows) -> NDArray[np.float32]:
        """Take rows of any number of channels and return what is ready of their mix."""
        self._taken += rows.shape[1]
        return self._advance(rows)

    def finish(self) -> NDArray[np.float32]:
        """Return the rest."""
        out = self._advance(np.zeros((len(self._kept), 2 * self._size), np.float32))
        return out[: max(0, len(out) - (self._given - self._taken))]

    def _advance(self, rows: Rows) -> NDArray[np.float32]:
        kept, rows = _same_height(self._kept, rows)
        buffer = np.concatenate([kept, rows], axis=1)
        frames = (buffer.shape[1] - self._size) // self._hop + 1
        if frames < 1:
            self._kept = buffer
            return np.zeros(0, np.float32)
        alike = bool((buffer == buffer[0]).all())
        out = self._pass_through(buffer[0], frames) if alike else self._mix(buffer, frames)
        self._kept = buffer[:, frames * self._hop :].copy()
        skipped = max(0, -self._given)
        self._given += len(out)
        return np.clip(out[skipped:], -1.0, 1.0).astype(np.float32)

    def _pass_through(self, row: NDArray[np.float32], frames: int) -> NDArray[np.float64]:
        """All channels are the same: what the mix below would give, without its work."""
        squared = self._window**2
        out = row[: frames * self._hop].astype(np.float64)
        out[: self._hop] = self._rest + out[: self._hop] * squared[: self._hop]
        self._rest = row[frames * self._hop : (frames + 1) * self._hop] * squared[self._hop :]
        return out

    def _mix(self, buffer: Rows, frames: int) -> NDArray[np.float64]:
        pieces = np.lib.stride_tricks.sliding_window_view(buffer, self._size, axis=1)[:, :: self._hop][:, :frames]
        spectra = np.fft.rfft(pieces * self._window, axis=2)
        spectra *= self._levels.gains(np.square(pieces).mean(axis=2))[:, :, None]
        mixed = self._join(spectra)
        waves = np.fft.irfft(mixed, n=self._size, axis=1) * self._window
        out = np.zeros((frames + 1) * self._hop)
        out[: self._hop] = self._rest
        halves = out.reshape(frames + 1, self._hop)
        halves[:-1] += waves[:, : self._hop]
        halves[1:] += waves[:, self._hop :]
        self._rest = halves[-1].copy()
        return out[: -self._hop]

    def _join(self, spectra: NDArray[np.complex128]) -> NDArray[np.complex128]:
        power = np.square(spectra.real) + np.square(spectra.imag)
        by_channel = power.sum(axis=(1, 2))
        order = np.argsort(-by_channel)
        total = spectra[order[0]].copy()
        for channel in order[1:]:
            other = spectra[channel]
            likeness = (total.real * other.real + total.imag * other.imag).sum(axis=0)
            total += np.where(likeness < 0, -1.0, 1.0) * other
        size = np.abs(total)
        # Where they cancel each other in spite of it, the loudest leads.
        lost = size <= _TINY
        total[lost] = spectra[order[0]][lost]
        size[lost] = np.abs(total[lost])
        wanted = np.sqrt(power.sum(axis=0) / self._shares(by_channel, spectra.shape[1])[:, None])
        return np.asarray(total * (wanted / np.maximum(size, _TINY)))

    def _shares(self, power: NDArray[np.float64], frames: int) -> NDArray[np.float64]:
        """How many channels speak at once, from 1 to all, by which their energy is shared."""
        square = float(np.square(power).sum())
        now = float(power.sum()) ** 2 / square if square > 0 else (self._share or 1.0)
        before = now if self._share is None else self._share
        self._share = (before + now) / 2
        return np.linspace(before, self._share, frames)


class _Levels:
    """Brings channels that are far quieter than the loudest nearer to it, if they hold speech and not only hiss."""

    def __init__(self) -> None:
        self._loud = np.zeros(0)
        self._floor = np.zeros(0)
        self._gain = np.zeros(0)

    def gains(self, power: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the factor of each channel in each frame."""
        decibels = 10 * np.log10(np.maximum(power, 10 ** (_NOTHING_DB / 10)))
        missing = len(power) - len(self._loud)
        self._loud = np.append(self._loud, np.full(max(0, missing), _NOTHING_DB))[: len(power)]
        self._floor = np.append(self._floor, np.zeros(max(0, missing)))[: len(power)]
        self._gain = np.append(self._gain, np.zeros(max(0, missing)))[: len(power)]
        self._loud = np.maximum(self._loud - _FORGET_DB, np.percentile(decibels, 95, axis=1))
        self._floor = np.minimum(self._floor + _FORGET_DB, np.percentile(decibels, 10, axis=1))
        wanted = self._loud.max() - _BEHIND_DB - self._loud
        wanted = np.clip(np.minimum(wanted, _HISS_DB - self._floor), 0.0, _MOST_DB)
        wanted[(self._loud < _SPEECH_DB) | (self._loud - self._floor < _SPEECH_RANGE_DB)] = 0.0
        ramp = np.minimum(1.0, np.arange(1, power.shape[1] + 1) / _RAMP_FRAMES)
        steps = self._gain[:, None] + (wanted - self._gain)[:, None] * ramp
        self._gain = wanted
        return np.asarray(10 ** (steps / 20))


def _same_height(one: Rows, other: Rows) -> tuple[Rows, Rows]:
    """Channels that one of them lacks are silent there."""
    height = max(len(one), len(other))
    return _padded(one, height), _padded(other, height)


def _padded(rows: Rows, height: int) -> Rows:
    if len(rows) == height:
        return rows
    return np.concatenate([rows, np.zeros((height - len(rows), rows.shape[1]), np.float32)])
