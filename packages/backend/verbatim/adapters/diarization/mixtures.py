"""Mixtures of Gaussians: what the frames of one voice look like."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from verbatim.adapters.diarization.features import Array

_ROUNDS = 6
_MAX_FRAMES = 8_000
_FRAMES_PER_PART = 50


@dataclass(frozen=True)
class Mixture:
    """Weighted Gaussians with a variance for each dimension."""

    weights: Array
    means: Array
    variances: Array

    @staticmethod
    def of(frames: Array, parts: int = 8) -> Mixture:
        """Fit one to frames (rows) by expectation and maximisation; the same frames give the same mixture."""
        chosen = np.random.default_rng(len(frames))
        if len(frames) > _MAX_FRAMES:
            frames = frames[np.sort(chosen.choice(len(frames), _MAX_FRAMES, replace=False))]
        parts = max(1, min(parts, len(frames) // _FRAMES_PER_PART))
        spread = frames.var(axis=0) + 1e-3
        mixture = Mixture(
            np.full(parts, 1 / parts),
            frames[chosen.choice(len(frames), parts, replace=False)],
            np.tile(spread, (parts, 1)),
        )
        for _ in range(_ROUNDS):
            mixture = mixture._better(frames, spread * 0.1)
        return mixture

    def _better(self, frames: Array, least: Array) -> Mixture:
        each = self._each(frames)
        shares = np.exp(each - each.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        counts = shares.sum(axis=0) + 1e-6
        means = shares.T @ frames / counts[:, None]
        variances = shares.T @ np.square(frames) / counts[:, None] - np.square(means)
        return Mixture(counts / counts.sum(), means, np.maximum(variances, least))

    def _each(self, frames: Array) -> Array:
        precise = 1 / self.variances
        constant = np.log(self.weights) - 0.5 * (
            np.log(2 * np.pi * self.variances).sum(axis=1) + (np.square(self.means) * precise).sum(axis=1)
        )
        found: Array = constant - 0.5 * (np.square(frames) @ precise.T) + frames @ (self.means * precise).T
        return found

    def log_likelihood(self, frames: Array) -> Array:
        """Return how likely each frame is."""
        each = self._each(frames)
        top = each.max(axis=1)
        found: Array = top + np.log(np.exp(each - top[:, None]).sum(axis=1))
        return found
