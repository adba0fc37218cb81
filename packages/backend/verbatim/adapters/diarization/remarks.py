"""Somebody who says next to nothing: a "Yes." is too little to learn a voice from, and still somebody's own.

It counts as such where it stands for itself, between pauses, and its sound leaves no doubt.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from verbatim.adapters.diarization.clustering import Windows
from verbatim.adapters.diarization.features import Array
from verbatim.adapters.diarization.voice_activity import Span

_CLEAR = 100.0
"""Squared distance from every other voice, in units of how much one voice varies in this recording. Of remarks of a
voice none lay further than 80 from the rest of it, of those by others most did.
"""

_SURE_SECONDS = 1.0
"""What is shorter has to lie as many times further away: over a telephone half a second of a voice strayed to 190."""

_ALIKE = 60.0
_LEAST_SECONDS, _MOST_SECONDS = 0.4, 5.0
_ENOUGH = 8
"""Windows from which a voice can be known so well that others stand out."""


@dataclass(frozen=True)
class Remark:
    """A stretch of speech and the windows in it; ``voice`` counts on from the voices there were."""

    span: Span
    windows: list[int]
    voice: int


def remarks(windows: Windows, owners: Array, most: int | None) -> list[Remark]:
    """Return what is said by voices beside those that own the windows, and by no more than `most` of them."""
    rows = windows.placed
    known = [rows[owners == voice] for voice in range(int(owners.max()) + 1)]
    if any(len(own) < _ENOUGH for own in known):
        return []
    means = [np.median(own, axis=0) for own in known]
    varied = [max(1.0, float(np.square(own - own.mean(axis=0)).mean())) for own in known]
    found: list[Remark] = []
    others: list[Array] = []
    for stretch in np.unique(windows.stretch):
        own = np.flatnonzero(windows.stretch == stretch).tolist()
        span = (min(windows.spans[place][0] for place in own), max(windows.spans[place][1] for place in own))
        if not _LEAST_SECONDS <= span[1] - span[0] <= _MOST_SECONDS:
            continue
        place = rows[own].mean(axis=0)
        clear = _CLEAR * max(1.0, _SURE_SECONDS / (span[1] - span[0]))
        if min(np.square(place - mean).sum() / vary for mean, vary in zip(means, varied, strict=True)) < clear:
            continue
        away = [float(np.square(place - other).sum()) for other in others]
        if away and min(away) < _ALIKE:
            found.append(Remark(span, own, len(known) + int(np.argmin(away))))
        elif most is None or len(others) < most:
            others.append(place)
            found.append(Remark(span, own, len(known) + len(others) - 1))
    return found
