"""What is measured of sound: 20 cepstral coefficients, the pitch and the loudness, a hundred times a second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

RATE = 16_000
FRAME = 160
"""Samples from one frame to the next: 10 ms."""

FRAMES_PER_SECOND = RATE // FRAME
COEFFICIENTS = 20
_BANDS = 40
_WINDOW, _FFT = 400, 512
_PITCH_WINDOW, _PITCH_FFT = 800, 2048
_PITCH_EVERY = 2
_LAGS = (40, 290)
"""Periods of a voice in samples: 400 down to 55 Hz."""

_AT_ONCE = 4_000


@dataclass(frozen=True)
class Features:
    """``cepstra``: frames by coefficients; ``pitch`` in Hz, ``voicing`` 0..1 and ``loudness`` in dB: one a frame."""

    cepstra: Array
    pitch: Array
    voicing: Array
    loudness: Array

    @staticmethod
    def joined(parts: list[Features]) -> Features:
        return Features(
            np.concatenate([part.cepstra for part in parts]),
            np.concatenate([part.pitch for part in parts]),
            np.concatenate([part.voicing for part in parts]),
            np.concatenate([part.loudness for part in parts]),
        )


def measure(sound: Array) -> Features:
    """Measure sound of 16 kHz in -1..1; its length is a whole number of frames."""
    loudness = 10 * np.log10(np.square(sound.reshape(-1, FRAME)).mean(axis=1) + 1e-10)
    pitch, voicing = _pitch(sound)
    return Features(cepstra(sound), pitch, voicing, loudness.astype(np.float32))


def cepstra(sound: Array) -> Array:
    """Return the mel-frequency cepstral coefficients, the first of which follows the loudness."""
    sharpened = np.append(sound[:1], sound[1:] - 0.97 * sound[:-1]).astype(np.float32)
    window = np.hamming(_WINDOW).astype(np.float32)
    frames = _frames(sharpened, _WINDOW, FRAME)
    found = []
    for start in range(0, len(frames), _AT_ONCE):
        power = np.square(np.abs(np.fft.rfft(frames[start : start + _AT_ONCE] * window, _FFT))).astype(np.float32)
        found.append(np.log(power @ _MEL + 1e-8) @ _COSINES)
    return np.concatenate(found).astype(np.float32)


def _frames(sound: Array, window: int, step: int) -> Array:
    """Windows around the middle of each frame."""
    before = (window - FRAME) // 2
    padded = np.pad(sound, (before, window))
    return np.lib.stride_tricks.sliding_window_view(padded, window)[: len(sound) - FRAME + 1 : step]


def _pitch(sound: Array) -> tuple[Array, Array]:
    """Return the pitch in Hz of each frame and how much like a voice it sounds, by autocorrelation."""
    frames = _frames(sound, _PITCH_WINDOW, FRAME * _PITCH_EVERY)
    window = np.hanning(_PITCH_WINDOW).astype(np.float32)
    of_window = _autocorrelation(window[None])[0]
    first, last = _LAGS
    pitches, voicings = [], []
    for start in range(0, len(frames), _AT_ONCE // 2):
        found = _autocorrelation(frames[start : start + _AT_ONCE // 2] * window)
        found = found / (found[:, :1] + 1e-6) / (of_window / of_window[0])
        # Short periods win a tie: a period is also a period when doubled.
        lag = first + (found[:, first:last] - 0.0006 * np.arange(first, last)).argmax(axis=1)
        pitches.append(RATE / lag)
        voicings.append(found[np.arange(len(found)), lag])
    count = len(sound) // FRAME
    return (
        np.repeat(np.concatenate(pitches), _PITCH_EVERY)[:count].astype(np.float32),
        np.repeat(np.concatenate(voicings), _PITCH_EVERY)[:count].astype(np.float32),
    )


def _autocorrelation(frames: Array) -> Array:
    spectrum = np.square(np.abs(np.fft.rfft(frames, _PITCH_FFT)))
    found: Array = np.fft.irfft(spectrum, axis=1)[:, : _LAGS[1] + 30]
    return found


def _mel_bands() -> Array:
    """Triangles over the bins of a spectrum, as wide as the ear hears."""

    def mel(hertz: Array) -> Array:
        return np.asarray(1127 * np.log1p(hertz / 700))

    edges = np.linspace(mel(np.array(60.0)), mel(np.array(7_600.0)), _BANDS + 2)
    bins = mel(np.fft.rfftfreq(_FFT, 1 / RATE))[:, None]
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    return np.maximum(0, np.minimum(rising, falling)).astype(np.float32)


def _cosines() -> Array:
    steps = np.pi * np.arange(COEFFICIENTS)[None, :] * (np.arange(_BANDS)[:, None] + 0.5) / _BANDS
    found: Array = (np.cos(steps) * np.sqrt(2 / _BANDS)).astype(np.float32)
    return found


_MEL = _mel_bands()
_COSINES = _cosines()
