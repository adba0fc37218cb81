"""The space in which voices are told apart: what differs between people is long in it, what one person varies is short.

Its axes were found by linear discriminant analysis over some fifty voices (people, and machines that speak, partly
shifted in pitch and size), each near, far, in noise, over a telephone, loud and quiet, and calling out. Its unit is
how much windows of a second and a half vary while one person speaks under one of these conditions.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np

from verbatim.adapters.diarization.features import FRAMES_PER_SECOND, Array, Features

Span = tuple[float, float]

_LEAST_FRAMES = 10
_LEAST_VOICED = 5
_VOICED = 0.5
_QUIET_PERCENT = 25


@cache
def _axes() -> Array:
    stored = json.loads(Path(__file__).with_name("voice_space.json").read_text(encoding="utf-8"))
    return np.array(stored["axes"])


def placed(features: Features, span: Span) -> Array:
    """Return where the speech in a span (seconds) lies; not-a-number where there is too little to say."""
    frames = slice(int(span[0] * FRAMES_PER_SECOND), int(span[1] * FRAMES_PER_SECOND))
    heard = features.cepstra[frames]
    axes = _axes()
    if len(heard) < _LEAST_FRAMES:
        return np.full(axes.shape[1], np.nan)
    loud = heard[heard[:, 0] >= np.percentile(heard[:, 0], _QUIET_PERCENT), 1:].astype(np.float64)
    pitches = features.pitch[frames][features.voicing[frames] > _VOICED]
    pitch = np.log(np.median(pitches)) if len(pitches) > _LEAST_VOICED else np.nan
    found: Array = np.concatenate([loud.mean(axis=0), [pitch], loud.std(axis=0)]) @ axes
    return found
