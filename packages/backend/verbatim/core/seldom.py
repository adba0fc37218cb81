"""Log lines that strangers can cause as often as they like, written seldom."""

from __future__ import annotations

import time
from typing import Any


class Seldom:
    """Writes each kind of line at most once in `seconds`, with how many were left out since."""

    def __init__(self, seconds: float = 60) -> None:
        self._seconds = seconds
        self._written: dict[str, float] = {}
        self._left_out: dict[str, int] = {}

    def warning(self, log: Any, message: str, **facts: Any) -> None:
        """Write or count. ``message`` is one of the program's own, never text from outside."""
        now = time.monotonic()
        if now - self._written.get(message, -self._seconds) < self._seconds:
            self._left_out[message] = self._left_out.get(message, 0) + 1
            return
        self._written[message] = now
        log.warning(message, **facts, left_out=self._left_out.pop(message, 0))


seldom = Seldom()
"""That of this process."""
