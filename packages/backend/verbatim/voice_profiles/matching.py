"""How alike two measured voices are."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Measured = Mapping[str, Any]
"""A voice as `verbatim.adapters.diarization.api.Voice` in JSON."""

LEAST_CONFIDENCE = 0.5
_REACH = 1.5
"""Mean squared distance, in units of how much a voice varies, at which the confidence has fallen to a third. Recordings
of one voice lie about 0.2 apart, of two voices 2.5 and more.
"""
_UNLIKE, _ALIKE = 0.3, 0.8
"""Cosines of learned descriptions of different people, and of the same person."""


def likeness(one: Measured, other: Measured) -> float:
    """Return how sure it is that two voices are one person's, 0..1; 0 when they cannot be compared."""
    first, second = one["vector"], other["vector"]
    if one["model"] != other["model"] or len(first) != len(second) or not first:
        return 0.0
    if one["spread"] and other["spread"]:
        return math.exp(-_distance(one, other) / _REACH)
    lengths = math.hypot(*first) * math.hypot(*second)
    cosine = sum(a * b for a, b in zip(first, second, strict=True)) / lengths if lengths else 0.0
    return min(1.0, max(0.0, (cosine - _UNLIKE) / (_ALIKE - _UNLIKE)))


def _distance(one: Measured, other: Measured) -> float:
    parts = zip(one["vector"], other["vector"], one["spread"], other["spread"], strict=True)
    apart: float = sum((a - b) ** 2 / max(1e-6, (s * s + t * t) / 2) for a, b, s, t in parts)
    return apart / len(one["vector"])


def best_pairs(
    speakers: Mapping[str, Measured], profiles: Mapping[str, Sequence[Measured]]
) -> list[tuple[str, str, float]]:
    """Return (speaker, profile, confidence): each speaker and each profile at most once, the surest first."""
    likely = sorted(
        (
            (max(_likenesses(voice, known), default=0.0), speaker, profile)
            for speaker, voice in speakers.items()
            for profile, known in profiles.items()
        ),
        key=lambda pair: -pair[0],
    )
    found: list[tuple[str, str, float]] = []
    for confidence, speaker, profile in likely:
        taken = {one for pair in found for one in pair[:2]}
        if confidence >= LEAST_CONFIDENCE and not taken & {speaker, profile}:
            found.append((speaker, profile, round(confidence, 3)))
    return found


def _likenesses(voice: Measured, known: Sequence[Measured]) -> Iterable[float]:
    return (likeness(voice, one) for one in known)
