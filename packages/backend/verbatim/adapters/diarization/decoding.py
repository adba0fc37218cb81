"""Where exactly voices change: each tenth of a second goes to the voice that explains it and its surroundings best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from verbatim.adapters.diarization.features import FRAMES_PER_SECOND, Array, Features
from verbatim.adapters.diarization.mixtures import Mixture
from verbatim.adapters.diarization.voice_activity import Span

_BLOCK = 5
"""Frames that are decided together."""

_ROUNDS = 3
_LEAST_FRAMES = 100
_EVIDENCE = 0.25
"""Weight of a frame: those beside each other are alike, so that a hundred say less than a hundred independent ones."""

CHANGE = 25.0
"""Evidence that a change of speaker needs; after a pause less."""

_AFTER_PAUSE = 0.4
_IMPOSSIBLE = -1e3


@dataclass(frozen=True)
class Blocks:
    """Speech in blocks: first frame and the one after the last of each, which begin after a pause, and the frames."""

    edges: Array
    after_pause: Array
    frames: Array

    @staticmethod
    def of(spans: Sequence[Span], features: Features) -> Blocks:
        edges: list[tuple[int, int]] = []
        after_pause: list[bool] = []
        for start, end in spans:
            first = round(start * FRAMES_PER_SECOND)
            last = min(round(end * FRAMES_PER_SECOND), len(features.cepstra))
            if last <= first:
                continue
            cuts = np.linspace(first, last, max(1, (last - first) // _BLOCK) + 1).astype(int).tolist()
            edges += pairwise(cuts)
            after_pause += [place == 0 for place in range(len(cuts) - 1)]
        placed = np.array(edges, dtype=np.int64).reshape(-1, 2)
        frames = np.concatenate([np.arange(first, last) for first, last in edges]) if edges else np.zeros(0, np.int64)
        return Blocks(placed, np.array(after_pause, dtype=bool), features.cepstra[frames][:, 1:].astype(np.float64))

    @property
    def sizes(self) -> Array:
        found: Array = self.edges[:, 1] - self.edges[:, 0]
        return found

    def scores(self, mixtures: Sequence[Mixture | None]) -> Array:
        """Return the evidence of each block for each mixture."""
        likely = np.stack(
            [
                np.full(len(self.frames), _IMPOSSIBLE) if mixture is None else mixture.log_likelihood(self.frames)
                for mixture in mixtures
            ],
            axis=1,
        )
        starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        found: Array = np.add.reduceat(likely, starts, axis=0) * _EVIDENCE
        return found

    def mixtures(self, owners: Array, voices: int) -> list[Mixture | None]:
        """Fit a mixture to the frames of each voice; None for one with hardly any."""
        each = np.repeat(owners, self.sizes)
        return [
            Mixture.of(self.frames[each == voice]) if (each == voice).sum() > _LEAST_FRAMES else None
            for voice in range(voices)
        ]

    def best_path(self, scores: Array) -> Array:
        """Return for each block whose it is when every change has its price (Viterbi)."""
        price = np.where(self.after_pause, CHANGE * _AFTER_PAUSE, CHANGE)
        count, states = scores.shape
        came_from = np.empty((count, states), dtype=np.int16)
        stay = np.arange(states)
        total = scores[0].copy()
        for place in range(1, count):
            best = int(total.argmax())
            changed = total[best] - price[place]
            came_from[place] = np.where(total >= changed, stay, best)
            total = np.maximum(total, changed) + scores[place]
        path = np.empty(count, dtype=np.int64)
        path[-1] = int(total.argmax())
        for place in range(count - 1, 0, -1):
            path[place - 1] = came_from[place, path[place]]
        return path


def first_owners(blocks: Blocks, spans: Sequence[Span], owners: Array, frames: int) -> Array:
    """Return whose each block is by the windows around it."""
    votes = np.zeros((frames + 1, int(owners.max()) + 1), dtype=np.int32)
    for (start, end), owner in zip(spans, owners, strict=True):
        votes[int(start * FRAMES_PER_SECOND) : int(end * FRAMES_PER_SECOND) + 1, owner] += 1
    middle = (blocks.edges[:, 0] + blocks.edges[:, 1]) // 2
    found: Array = votes.argmax(axis=1)[middle]
    return found


def settle(blocks: Blocks, owners: Array, voices: int) -> tuple[Array, Array]:
    """Learn each voice from what is its own, decide anew, and so on. Returns the owners and the evidence."""
    scores = np.zeros((len(owners), voices))
    for _ in range(_ROUNDS):
        scores = blocks.scores(blocks.mixtures(owners, voices))
        owners = blocks.best_path(scores)
    return owners, scores
