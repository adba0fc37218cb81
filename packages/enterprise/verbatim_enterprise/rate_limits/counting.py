"""Counting on this machine: requests in any so many seconds, from two counters.

Windows begin at whole multiples of their length. What the one before had counts in part: as much of it as the last
``seconds`` still reach into. That lets in a burst once and never twice, and keeps two numbers for each caller.
"""

from __future__ import annotations

import math
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from verbatim_enterprise.rate_limits.rate import Decision, Window

_SWEEP_SECONDS: Final = 30.0


class Counters(ABC):
    """Decides by counters; where those are, others say."""

    def hit(self, kind: str, who: str, window: Window) -> Decision:
        """Decide about one request, and count it if it is let in."""
        now, seconds = time.time(), window.seconds
        number, into = divmod(now, seconds)
        name, rest = f"{kind}/{who}/{seconds}/", 1 - into / seconds
        with self._alone():
            before = self._get(f"{name}{int(number) - 1}", now)
            count = self._get(f"{name}{int(number)}", now)
            allowed = math.floor(before * rest + count) < window.quota
            if allowed:
                count += 1
                self._put(f"{name}{int(number)}", count, (number + 2) * seconds)
        waits = [seconds - into] if count else []
        if before:
            waits.append(rest * seconds % (seconds / before))
        remaining = max(0, window.quota - math.floor(before * rest + count)) if allowed else 0
        return Decision(allowed=allowed, window=window, remaining=remaining, reset=min(waits, default=0.0))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Let nobody else count between reading and writing; nothing is awaited in between."""
        yield

    @abstractmethod
    def _get(self, key: str, now: float) -> int: ...

    @abstractmethod
    def _put(self, key: str, count: int, ends: float) -> None: ...


class Memory(Counters):
    """Counters of this process. What has run out is swept away now and then."""

    def __init__(self) -> None:
        self.counts: dict[str, tuple[int, float]] = {}
        self._swept = time.monotonic()

    def _get(self, key: str, now: float) -> int:
        count, ends = self.counts.get(key, (0, 0.0))
        return count if ends > now else 0

    def _put(self, key: str, count: int, ends: float) -> None:
        self.counts[key] = (count, ends)
        if time.monotonic() - self._swept > _SWEEP_SECONDS:
            self._swept, now = time.monotonic(), time.time()
            self.counts = {kept: value for kept, value in self.counts.items() if value[1] > now}
