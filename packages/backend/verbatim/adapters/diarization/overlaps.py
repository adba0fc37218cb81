"""Where two people speak at once.

What two voices sound like together is not known beforehand, but can be made: speech of both is mixed, and a mixture
learned from that stands beside those of the voices alone.
"""

from __future__ import annotations

import numpy as np

from verbatim.adapters.diarization.decoding import Blocks
from verbatim.adapters.diarization.features import FRAME, RATE, Array, cepstra
from verbatim.adapters.diarization.mixtures import Mixture

_SECONDS = 8
_LEAST_SECONDS = 3
_MAX_PAIRS = 10
_LEVELS = ((1.0, 1.0), (1.0, 0.6), (0.6, 1.0))


def speakers_at_once(blocks: Blocks, owners: Array, voices: int, sound: Array) -> list[Array]:
    """Return for each voice in which blocks it speaks. `sound` are the recording's int16 samples at 16 kHz."""
    own = [_speech(blocks, owners == voice, sound) for voice in range(voices)]
    pairs = [pair for pair in _neighbours(owners) if min(len(own[voice]) for voice in pair) >= _LEAST_SECONDS * RATE]
    states: list[tuple[int, ...]] = [(voice,) for voice in range(voices)]
    mixtures = blocks.mixtures(owners, voices)
    for first, second in pairs[:_MAX_PAIRS]:
        states.append((first, second))
        mixtures.append(_together(own[first], own[second]))
    path = blocks.best_path(blocks.scores(mixtures))
    return [np.array([voice in states[state] for state in path]) for voice in range(voices)]


def _speech(blocks: Blocks, mine: Array, sound: Array) -> Array:
    """Some seconds of a voice."""
    found, seconds = [], 0
    for first, last in blocks.edges[mine].tolist():
        if seconds >= _SECONDS * RATE:
            break
        found.append(sound[first * FRAME : last * FRAME])
        seconds += (last - first) * FRAME
    return np.concatenate(found).astype(np.float32) / 32_768 if found else np.zeros(0, np.float32)


def _neighbours(owners: Array) -> list[tuple[int, int]]:
    """Pairs of voices that follow each other, the most frequent first: who never meets never overlaps."""
    changes = np.flatnonzero(np.diff(owners))
    met = np.sort(np.stack([owners[changes], owners[changes + 1]], axis=1), axis=1)
    pairs, counts = np.unique(met, axis=0, return_counts=True)
    return [(int(pairs[place][0]), int(pairs[place][1])) for place in np.argsort(-counts, kind="stable")]


def _together(first: Array, second: Array) -> Mixture:
    length = min(len(first), len(second))
    one, other = first[:length], np.roll(second[:length], length // 3)
    heard = np.concatenate([cepstra(loud * one + soft * other) for loud, soft in _LEVELS]).astype(np.float64)
    return Mixture.of(heard[heard[:, 0] > np.percentile(heard[:, 0], 10)][:, 1:])
