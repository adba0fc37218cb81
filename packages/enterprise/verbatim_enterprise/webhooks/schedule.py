"""When a failed delivery is tried again."""

from __future__ import annotations

import random
from datetime import timedelta

FACTOR = 4.0
JITTER = 0.2
CAP = 5760
"""Longest pause, in times of the first one: with 15 seconds that is a day."""


def pause_after(attempt: int, *, base: float, retry_after: float | None = None) -> timedelta:
    """Return how long to wait after attempt number `attempt` (from 1) failed.

    With the usual base of 15 seconds: 15 s, 1, 4, 16 and 64 minutes, 4, 17, 24 and 24 hours: ten attempts in three
    days, each pause up to a fifth longer or shorter, so that what failed together does not come back together. A
    receiver that names a time (`retry_after`, seconds) is not asked earlier, though it cannot ask for more than the
    longest pause.
    """
    longest = base * CAP
    pause = min(base * FACTOR ** (attempt - 1), longest) * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311 - no secret
    if retry_after is not None:
        pause = max(pause, min(retry_after, max(longest, 60.0)))
    return timedelta(seconds=pause)
