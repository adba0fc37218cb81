"""How much goes to each endpoint at a time: much to quick ones, little to those that keep us waiting."""

from __future__ import annotations

import time
from dataclasses import dataclass

FIRST_WINDOW, LARGEST_WINDOW = 8, 96


@dataclass
class Lane:
    """One endpoint's share. Grows with every quick answer and halves with every slow one or none, so that receivers
    that hang hold one request each in the end and leave the rest to others.
    """

    window: int = FIRST_WINDOW
    busy: int = 0
    closed_until: float = 0.0

    @property
    def free(self) -> int:
        return 0 if time.monotonic() < self.closed_until else max(0, self.window - self.busy)

    def ended(self, *, slow: bool, close_for: float | None) -> None:
        """Count a request that has ended; ``close_for``: seconds that the receiver wants to be left alone."""
        self.busy -= 1
        self.window = max(1, self.window // 2) if slow else min(LARGEST_WINDOW, self.window + 1)
        if close_for is not None:
            self.closed_until = max(self.closed_until, time.monotonic() + close_for)
