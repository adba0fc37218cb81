"""Rates as people set them, and windows as they are counted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

_MINUTE = 60


@dataclass(frozen=True)
class Window:
    """At most ``quota`` requests in any ``seconds``."""

    quota: int
    seconds: int

    def share(self, servers: int) -> Window:
        """Return one server's part when several count by themselves."""
        if servers <= 1:
            return self
        if self.quota >= servers:
            return Window(self.quota // servers, self.seconds)
        return Window(1, math.ceil(self.seconds * servers / self.quota))


@dataclass(frozen=True)
class Decision:
    """Whether a request is let in, how many more would be now, and after how many seconds the next one is."""

    allowed: bool
    window: Window
    remaining: int
    reset: float


@lru_cache(maxsize=10_000)
def window(per_minute: int, burst: int) -> Window:
    """Return the window in which `burst` requests may come at once and `per_minute` in the long run.

    It is as long as the rate takes to fill the burst again: 600 a minute in bursts of 100 are 100 in any 10 seconds.
    Windows are whole seconds, so that a burst smaller than a second's rate grows to that.
    """
    seconds = max(1, math.ceil(burst * _MINUTE / per_minute))
    return Window(max(1, per_minute * seconds // _MINUTE), seconds)
