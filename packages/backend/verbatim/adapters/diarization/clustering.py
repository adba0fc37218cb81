"""How many voices there are, and which window of speech is whose.

Windows of a second and a half are placed in the space of `voice_space`, alike ones are joined into rough groups, and
groups are joined further until any two of those left are two people by all the evidence there is: see `distinct`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from verbatim.adapters.diarization.distinct import PEOPLE, ROUGH, Bar, are_two_people, in_own_unit
from verbatim.adapters.diarization.features import FRAMES_PER_SECOND, Array, Features
from verbatim.adapters.diarization.voice_activity import Span, bridged
from verbatim.adapters.diarization.voice_space import placed

WINDOW_SECONDS = 1.5
_HOP_SECONDS = 0.5
_MAX_WINDOWS = 1_500
_SAME_SPEECH = 0.35
_ROUGH_GROUPS = 12
_LEAST_SECONDS = 5.0
"""Somebody who speaks for less in all is a voice of their own only by clear evidence: see `remarks`."""

_VOICED = 0.5


@dataclass(frozen=True)
class Windows:
    """``spans`` in seconds, ``stretch`` which speech without a pause each is from, and two rows for each: what is told
    of a voice to others, and where it lies in the space of voices.
    """

    spans: list[Span]
    stretch: Array
    described: Array
    placed: Array


def windows_of(spans: Sequence[Span], features: Features) -> Windows:
    """Cut speech into overlapping windows and describe each."""
    stretches = bridged(spans, _SAME_SPEECH)
    spoken = sum(end - start for start, end in stretches)
    hop = max(_HOP_SECONDS, spoken / _MAX_WINDOWS)
    cut: list[tuple[int, Span]] = []
    for number, (start, end) in enumerate(stretches):
        steps = max(0, int(np.ceil((end - start - WINDOW_SECONDS) / hop)))
        cut += [(number, (start + step * hop, start + step * hop + WINDOW_SECONDS)) for step in range(steps)]
        cut.append((number, (max(start, end - WINDOW_SECONDS), end)))
    rows = _completed([describe(features, [span]) for _, span in cut])
    places = _completed([placed(features, span) for _, span in cut])
    found = Windows([span for _, span in cut], np.array([number for number, _ in cut]), rows, places)
    return replace(found, placed=in_own_unit(found))


def _completed(found: list[Array]) -> Array:
    """Return rows in which the middle of all others stands for what could not be measured."""
    rows = np.array(found)
    return np.nan_to_num(np.where(np.isnan(rows), np.nanmedian(rows, axis=0), rows) if len(rows) else rows)


def describe(features: Features, spans: Sequence[Span]) -> Array:
    """Describe the speech in some spans: the mean cepstrum of its louder frames, and the logarithm of its pitch."""
    frames = np.concatenate(
        [np.arange(int(start * FRAMES_PER_SECOND), int(end * FRAMES_PER_SECOND)) for start, end in spans]
    )
    frames = frames[frames < len(features.cepstra)]
    if not len(frames):
        return np.full(features.cepstra.shape[1], np.nan)
    heard = features.cepstra[frames]
    loud = heard[heard[:, 0] >= np.percentile(heard[:, 0], 25)]
    pitches = features.pitch[frames][features.voicing[frames] > _VOICED]
    pitch = np.log(np.median(pitches)) if len(pitches) > 5 else np.nan  # noqa: PLR2004 - fewer are an accident
    return np.append(loud[:, 1:].mean(axis=0), pitch)


def cluster(windows: Windows, speakers: int | None) -> Array:
    """Return whose each window is, as a number from 0; with `speakers` so many people, if there is speech for them."""
    rows, count = windows.placed, len(windows.spans)
    if count < 4 and speakers is None:  # noqa: PLR2004 - nothing to learn from
        return np.zeros(count, dtype=np.int64)
    seconds = _seconds_each(windows)
    groups = _join_nearest(rows, max(_ROUGH_GROUPS, 2 * (speakers or 0)))
    groups = _join_same(windows, groups, seconds, speakers)
    owners = _nearest(rows, _means(rows, groups))
    while speakers is None and len(groups := _groups_of(owners)) > 1:
        pair = _one_person(windows, groups, seconds, PEOPLE)
        if pair is None:
            break
        _join(groups, pair)
        owners = _nearest(rows, _means(rows, groups))
    return owners


def _groups_of(owners: Array) -> list[list[int]]:
    return [np.flatnonzero(owners == owner).tolist() for owner in np.unique(owners)]


def _means(rows: Array, groups: Sequence[Sequence[int]]) -> Array:
    return np.array([rows[list(group)].mean(axis=0) for group in groups])


def _seconds_each(windows: Windows) -> float:
    """Speech that one more window brings, because they overlap."""
    spoken = sum(end - start for start, end in bridged(sorted(windows.spans), 0.0))
    return spoken / len(windows.spans)


def _join_nearest(rows: Array, wanted: int) -> list[list[int]]:
    """Join rows into so many groups, always the two whose joining spreads the group least (Ward)."""
    groups = [[place] for place in range(len(rows))]
    means, sizes = rows.copy(), np.ones(len(rows))
    costs = np.square(rows[:, None] - rows[None]).sum(axis=-1) / 2 if len(rows) < 400 else _costs(rows)  # noqa: PLR2004
    np.fill_diagonal(costs, np.inf)
    for _ in range(len(rows) - wanted):
        first, second = divmod(int(costs.argmin()), len(rows))
        total = sizes[first] + sizes[second]
        means[first] = (means[first] * sizes[first] + means[second] * sizes[second]) / total
        sizes[first] = total
        groups[first] += groups[second]
        groups[second] = []
        costs[second] = costs[:, second] = np.inf
        cost = np.square(means - means[first]).sum(axis=1) * sizes * total / (sizes + total)
        cost[[not group for group in groups]] = np.inf
        cost[first] = np.inf
        costs[first] = costs[:, first] = cost
    return [group for group in groups if group]


def _costs(rows: Array) -> Array:
    """The same without a block of rows by rows by columns."""
    squares = np.square(rows).sum(axis=1)
    found: Array = np.maximum(0.0, squares[:, None] + squares[None] - 2 * rows @ rows.T) / 2
    return found


def _join_same(windows: Windows, groups: list[list[int]], seconds: float, speakers: int | None) -> list[list[int]]:
    """Join groups until those left are different people, or as many as there are said to be.

    What is left with hardly any speech is nobody of their own: windows in which people change or speak at once.
    """
    groups = [list(group) for group in groups]
    least = speakers or 1
    while len(groups) > least and (pair := _one_person(windows, groups, seconds, ROUGH)) is not None:
        _join(groups, pair)
    groups.sort(key=len, reverse=True)
    while len(groups) > least and len(groups[-1]) * seconds < _LEAST_SECONDS:
        groups.pop()
    while speakers is not None and len(groups) > speakers:
        _join(groups, _by_distance(windows.placed, groups, seconds)[0])
    return groups


def _one_person(windows: Windows, groups: list[list[int]], seconds: float, bar: Bar) -> tuple[int, int] | None:
    """Return the closest two groups that nothing shows to be two people.

    Of rough groups only such as are nearest to each other: one that is a mixture still is near to everybody.
    """
    met: set[int] = set()
    for first, second in _by_distance(windows.placed, groups, seconds):
        nearest = first not in met and second not in met
        met |= {first, second}
        if (nearest or not bar.only_nearest) and not are_two_people(windows, groups[first], groups[second], bar):
            return first, second
    return None


def _by_distance(rows: Array, groups: list[list[int]], seconds: float) -> list[tuple[int, int]]:
    means = _means(rows, groups)
    independent = np.array([max(1.0, len(group) * seconds / WINDOW_SECONDS) for group in groups])
    # Means of few windows lie apart by chance; what chance does is taken off.
    chance = rows.shape[1] * (1 / independent[:, None] + 1 / independent[None])
    apart = np.square(means[:, None] - means[None]).sum(axis=-1) - chance
    firsts, seconds_ = np.triu_indices(len(groups), 1)
    order = np.argsort(apart[firsts, seconds_], kind="stable")
    return [(int(firsts[place]), int(seconds_[place])) for place in order]


def _join(groups: list[list[int]], pair: tuple[int, int]) -> None:
    groups[pair[0]] += groups[pair[1]]
    del groups[pair[1]]


def _nearest(rows: Array, means: Array) -> Array:
    """Give each row to the nearest mean, and move the means, a few times."""
    owners = np.zeros(len(rows), dtype=np.int64)
    for _ in range(5):
        owners = np.square(rows[:, None] - means[None]).sum(axis=-1).argmin(axis=1)
        means = np.array(
            [rows[owners == k].mean(axis=0) if (owners == k).any() else means[k] for k in range(len(means))]
        )
    return owners
