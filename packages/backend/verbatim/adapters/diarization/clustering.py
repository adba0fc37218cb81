"""How many voices there are, and which window of speech is whose.

A window of a second and a half is described by its mean cepstrum and its pitch. How much such a description varies
while one person speaks is learned from the recording itself, first from windows beside each other, then from rough
groups: distances are counted in that unit, so that the same limit serves clean and noisy recordings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from verbatim.adapters.diarization.features import FRAMES_PER_SECOND, Array, Features
from verbatim.adapters.diarization.voice_activity import Span, bridged

WINDOW_SECONDS = 1.5
_HOP_SECONDS = 0.5
_MAX_WINDOWS = 1_500
_SAME_SPEECH = 0.35
_WITHIN = np.array(
    (
        2.15,
        1.0,
        1.1,
        0.8,
        0.54,
        0.4,
        0.34,
        0.37,
        0.41,
        0.31,
        0.28,
        0.23,
        0.24,
        0.24,
        0.18,
        0.18,
        0.14,
        0.13,
        0.14,
        0.044,
    )
)
"""How much descriptions vary while one person speaks: what is known before a recording is heard."""

_KNOWN_SHARE = 0.5
"""Weight of that beside what the recording shows: groups that are too small vary less than people do."""

_DIFFERENT = 42.0
"""Squared distance from which two groups are two people, in units of what varies within one."""

_ROUGH_GROUPS = 12
_LEAST_SECONDS = 3.5
"""Somebody who speaks for less in all is not counted as a voice of their own."""

_ENOUGH = 24
_VOICED = 0.5


@dataclass(frozen=True)
class Windows:
    """``spans`` in seconds, ``stretch`` which speech without a pause each is from, and their descriptions as rows."""

    spans: list[Span]
    stretch: Array
    described: Array


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
    rows = np.array([describe(features, [span]) for _, span in cut])
    rows = np.where(np.isnan(rows), np.nanmedian(rows, axis=0), rows) if len(rows) else rows
    return Windows([span for _, span in cut], np.array([number for number, _ in cut]), np.nan_to_num(rows))


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
    count = len(windows.spans)
    unit = windows.described.std(axis=0) + 1e-6 if count else np.ones(1)
    rows, known = windows.described / unit, np.diag(np.square(_WITHIN / unit))
    if count < 4:  # noqa: PLR2004 - nothing to learn from
        return np.zeros(count, dtype=np.int64)
    wanted = max(_ROUGH_GROUPS, 2 * (speakers or 0))
    scaled = _scale(rows, _differences(rows, windows), rows.shape[1] // 2, known)
    groups = _join_nearest(scaled, wanted)
    if count > _ENOUGH:
        leftover = [rows[group] - rows[group].mean(axis=0) for group in groups if len(group) > 2]  # noqa: PLR2004
        scaled = _scale(rows, np.concatenate(leftover) if leftover else rows, len(leftover), known)
        groups = _join_nearest(scaled, wanted)
    seconds = _seconds_each(windows)
    groups = _join_same(scaled, groups, seconds, speakers)
    return _nearest(scaled, np.array([scaled[group].mean(axis=0) for group in groups]))


def _seconds_each(windows: Windows) -> float:
    """Speech that one more window brings, because they overlap."""
    spoken = sum(end - start for start, end in bridged(sorted(windows.spans), 0.0))
    return spoken / len(windows.spans)


def _differences(rows: Array, windows: Windows) -> Array:
    """Differences of windows that follow each other without overlap in one stretch: mostly one person's."""
    found = []
    for first, span in enumerate(windows.spans):
        for second in range(first + 1, min(first + 6, len(rows))):
            if windows.spans[second][0] >= span[1] - 0.01:
                if windows.stretch[second] == windows.stretch[first]:
                    found.append((rows[second] - rows[first]) / np.sqrt(2))
                break
    if not found:
        return np.zeros((0, rows.shape[1]))
    differences = np.array(found)
    size = (np.square(differences) / (np.square(differences).mean(axis=0) + 1e-9)).sum(axis=1)
    calm: Array = differences[size <= np.percentile(size, 80)]  # the rest are changes of speaker
    return calm


def _scale(rows: Array, varied: Array, freedom: int, known: Array) -> Array:
    """Return rows in a space where what varies within one person has the size one in every direction."""
    shared = known
    if len(varied) - freedom >= 8:  # noqa: PLR2004 - fewer are too few to learn from
        seen = varied.T @ varied / (len(varied) - freedom)
        seen = 0.8 * seen + 0.2 * np.diag(np.diag(seen))
        shared = (1 - _KNOWN_SHARE) * seen + _KNOWN_SHARE * known
    shared = shared + 1e-6 * np.eye(len(shared))
    found: Array = rows @ np.linalg.cholesky(np.linalg.inv(shared))
    return found


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


def _join_same(rows: Array, groups: list[list[int]], seconds: float, speakers: int | None) -> list[list[int]]:
    """Join groups until those left are different people, or as many as there are said to be.

    What is left with hardly any speech is nobody of their own: windows in which people change or speak at once.
    """
    groups = [list(group) for group in groups]
    least = speakers or 1
    while len(groups) > least and _join_closest(rows, groups, seconds, _DIFFERENT):
        pass
    groups.sort(key=len, reverse=True)
    while len(groups) > least and len(groups[-1]) * seconds < _LEAST_SECONDS:
        groups.pop()
    while speakers is not None and len(groups) > speakers:
        _join_closest(rows, groups, seconds, np.inf)
    return groups


def _join_closest(rows: Array, groups: list[list[int]], seconds: float, limit: float) -> bool:
    """Join the two groups that are closest, unless they are further apart than the limit."""
    means = np.array([rows[group].mean(axis=0) for group in groups])
    independent = np.array([max(1.0, len(group) * seconds / WINDOW_SECONDS) for group in groups])
    # Means of few windows lie apart by chance; what chance does is taken off.
    chance = rows.shape[1] * (1 / independent[:, None] + 1 / independent[None])
    apart = np.square(means[:, None] - means[None]).sum(axis=-1) - chance
    np.fill_diagonal(apart, np.inf)
    first, second = divmod(int(apart.argmin()), len(groups))
    if apart[first, second] > limit:
        return False
    groups[first] += groups[second]
    del groups[second]
    return True


def _nearest(rows: Array, means: Array) -> Array:
    """Give each row to the nearest mean, and move the means, a few times."""
    owners = np.zeros(len(rows), dtype=np.int64)
    for _ in range(5):
        owners = np.square(rows[:, None] - means[None]).sum(axis=-1).argmin(axis=1)
        means = np.array(
            [rows[owners == k].mean(axis=0) if (owners == k).any() else means[k] for k in range(len(means))]
        )
    return owners
