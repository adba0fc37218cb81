"""Where somebody speaks at all: Silero's detector, and inside what it finds only what is loud enough."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from verbatim.adapters.diarization.features import FRAMES_PER_SECOND, Array

STEP = 512
"""Samples for each answer of the detector."""

_STEP_SECONDS = STEP / 16_000
_BEGINS, _ENDS = 0.5, 0.35
_LEAST_SPEECH = 0.2
_BRIDGED = 0.12
_PADDING = 0.03
_SURROUNDINGS = 5 * FRAMES_PER_SECOND

Span = tuple[float, float]


@cache
def _detector() -> Any:
    from faster_whisper.vad import get_vad_model  # noqa: PLC0415  slow, and wanted only in the worker process

    return get_vad_model()


def load() -> None:
    """Load the detector, and try it."""
    speech_probability(np.zeros(2 * STEP, np.float32))


def speech_probability(sound: Array) -> Array:
    """Return how likely speech is in each `STEP` samples of 16 kHz sound in -1..1."""
    padded = np.pad(sound, (0, -len(sound) % STEP)).astype(np.float32)
    return np.asarray(_detector()(padded), dtype=np.float32).reshape(-1)


def speech_spans(probability: Array, loudness: Array) -> list[Span]:
    """Return when somebody speaks, in seconds: from the detector's answers and the loudness of each frame in dB."""
    found: list[Span] = []
    start: float | None = None
    for place, likely in enumerate([*probability.tolist(), 0.0]):
        if start is None and likely > _BEGINS:
            start = place * _STEP_SECONDS
        elif start is not None and likely < _ENDS:
            found.append((start, place * _STEP_SECONDS))
            start = None
    spans = [span for span in bridged(found, _BRIDGED) if span[1] - span[0] >= _LEAST_SPEECH]
    return [loud for span in spans for loud in _loud_parts(span, loudness)]


def bridged(spans: Sequence[Span], seconds: float) -> list[Span]:
    """Join spans with less than so many seconds between them."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and start - joined[-1][1] < seconds:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _loud_parts(span: Span, loudness: Array) -> list[Span]:
    """The detector takes a moment to notice silence: leave out what is as quiet as the pauses around it."""
    first, last = round(span[0] * FRAMES_PER_SECOND), min(round(span[1] * FRAMES_PER_SECOND), len(loudness))
    if last - first < _LEAST_SPEECH * FRAMES_PER_SECOND / 2:
        return []
    around = loudness[max(0, first - _SURROUNDINGS) : last + _SURROUNDINGS]
    quiet, loud = np.percentile(around, [5, 95])
    is_loud = loudness[first:last] > quiet + max(6.0, 0.22 * (loud - quiet))
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_loud.astype(np.int8), [0]])))
    runs = [
        ((first + int(begin)) / FRAMES_PER_SECOND, (first + int(end)) / FRAMES_PER_SECOND)
        for begin, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    least = 0.08
    return [
        (max(span[0], begin - _PADDING), min(span[1], end + _PADDING))
        for begin, end in bridged(runs, _BRIDGED)
        if end - begin >= least
    ]
