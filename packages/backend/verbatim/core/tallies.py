"""Small counts that run out: of requests, of refusals, of what has been noted already.

A server of one process keeps them in a dictionary, one of several in memory that all its processes share (see
`shared_tallies`), so that a limit is one limit and what one has noted the others have. Moments are those of the
monotonic clock, which is the same for all processes of a machine.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SWEEP_SECONDS: Final = 30.0


class Tallies(ABC):
    """Counts by name and key. Those of one name lie together: `alone` with it, nobody else reads or writes them."""

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:  # noqa: ARG002 - a dictionary has one user
        """Let nobody else change the counts of `name` in the block, in which nothing may be awaited."""
        yield

    @abstractmethod
    def read(self, name: str, key: str = "") -> tuple[int, float]:
        """Return a count and when it ends; nothing that ended long ago: (0, 0)."""

    @abstractmethod
    def write(self, name: str, count: int, ends: float, key: str = "") -> None:
        """Keep a count at least until it ends, if there is room."""


class OwnTallies(Tallies):
    """Counts of one process. What has run out is swept away now and then."""

    def __init__(self) -> None:
        self.counts: dict[tuple[str, str], tuple[int, float]] = {}
        self._swept = time.monotonic()

    def read(self, name: str, key: str = "") -> tuple[int, float]:
        return self.counts.get((name, key), (0, 0.0))

    def write(self, name: str, count: int, ends: float, key: str = "") -> None:
        self.counts[name, key] = (count, ends)
        if (now := time.monotonic()) - self._swept > _SWEEP_SECONDS:
            self._swept = now
            self.counts = {kept: value for kept, value in self.counts.items() if value[1] > now}
