"""Whether two groups of windows are two people, or one person who says different things in different ways.

Groups always differ in something, if only in the vowels that fell into them. Three things together show two people:
they lie far apart; between them is a gap, seen against how much either varies; and they take turns, while windows of
one person change groups in the middle of a breath.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from verbatim.adapters.diarization.features import Array
from verbatim.adapters.diarization.voice_activity import Span

_LEAST_NEIGHBOURS = 6
_ENOUGH_NEIGHBOURS = 8
_CALM = 0.6
"""The least that one person is believed to vary, as a share of what is usual."""

_TELLING_SECONDS = 1.0
_FEWEST_BREATHS = 3
"""Scraps of speech, as a bad line leaves them, vary more than people do; somebody who says nothing else is told by
`remarks`.
"""

_MEDIAN = 0.87
"""The middle of what varies by chance lies a little below its mean."""


@dataclass(frozen=True)
class Bar:
    """What two people must show.

    ``apart``: squared distance, in units of how much one person varies. ``gap``: the same in units of how much these
    groups vary along the line between them, of which no more than ``varied`` is believed; a single cloud cut in two has
    some six. ``restless``: the share of the changes within a breath that chance would bring, from which they are one.
    """

    apart: float
    gap: float
    restless: float
    varied: float = 3.0
    only_nearest: bool = False


ROUGH = Bar(25.0, 15.0, 0.5, only_nearest=True)
"""For groups on the way."""

PEOPLE = Bar(30.0, 16.0, 0.5)
"""For those that are left."""


class Placed(Protocol):
    """Windows of speech with their places, see `clustering.Windows`."""

    @property
    def spans(self) -> list[Span]: ...
    @property
    def stretch(self) -> Array: ...
    @property
    def placed(self) -> Array: ...


def in_own_unit(windows: Placed) -> Array:
    """Return places in units of how much one person varies in this recording, where that is less than usual.

    Windows that follow each other in one breath show it: nearly always they are the same person's.
    """
    pairs = _neighbours(windows)
    if len(pairs) < _ENOUGH_NEIGHBOURS:
        return windows.placed
    left, right = (windows.placed[list(side)] for side in zip(*pairs, strict=True))
    varied = float(np.median(np.square(left - right).mean(axis=1))) / 2 / _MEDIAN
    found: Array = windows.placed / np.sqrt(min(1.0, max(_CALM, varied)))
    return found


def are_two_people(windows: Placed, first: Sequence[int], second: Sequence[int], bar: Bar) -> bool:
    """Judge two groups of windows."""
    one, other = windows.placed[list(first)], windows.placed[list(second)]
    between = one.mean(axis=0) - other.mean(axis=0)
    apart = float(np.square(between).sum())
    if apart <= bar.apart:
        return False
    line = between / np.sqrt(apart)
    varied = ((one @ line).var() * len(one) + (other @ line).var() * len(other)) / (len(one) + len(other))
    # Few windows, or the same words again and again, vary less than people do.
    gap = apart / min(max(1.0, float(varied)), bar.varied)
    restless = restlessness(windows, first, second)
    if gap <= bar.gap or restless >= bar.restless:
        return False
    if not bar.only_nearest and min(_breaths_to_tell(windows, group) for group in (first, second)) < _FEWEST_BREATHS:
        return False
    return bar.only_nearest or apart > bar.apart * _more(windows, first, second, restless)


def _breaths_to_tell(windows: Placed, group: Sequence[int]) -> int:
    """Return how many windows are long enough to tell somebody by."""
    lengths = [windows.spans[place][1] - windows.spans[place][0] for place in group]
    return sum(length >= _TELLING_SECONDS for length in lengths)


def _more(windows: Placed, first: Sequence[int], second: Sequence[int], restless: float) -> float:
    """Return how many times as far apart two groups must be that speak against themselves, if not loudly: they change
    within a breath now and then, or one of them is a breath or two.
    """
    breaths = min(len(np.unique(windows.stretch[list(group)])) for group in (first, second))
    return (1 + 8 * max(0.0, restless - 0.35)) * (1 + 0.3 / breaths**2)


def restlessness(windows: Placed, first: Sequence[int], second: Sequence[int]) -> float:
    """Return how often the groups change within a breath, as a share of what chance would do; 0 when none can tell."""
    owner = np.full(len(windows.spans), -1)
    owner[list(first)], owner[list(second)] = 0, 1
    pairs = [(owner[left], owner[right]) for left, right in _neighbours(windows)]
    changes = [left != right for left, right in pairs if min(left, right) >= 0]
    if len(changes) < _LEAST_NEIGHBOURS:
        return 0.0
    share = len(first) / (len(first) + len(second))
    return float(np.mean(changes)) / (2 * share * (1 - share))


def _neighbours(windows: Placed) -> list[tuple[int, int]]:
    """Return windows that follow each other in one breath without overlap."""
    found = []
    for left, (_, end) in enumerate(windows.spans):
        for right in range(left + 1, min(left + 6, len(windows.spans))):
            if windows.stretch[right] != windows.stretch[left]:
                break
            if windows.spans[right][0] >= end - 0.01:
                found.append((left, right))
                break
    return found
