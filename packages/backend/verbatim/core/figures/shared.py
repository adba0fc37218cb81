"""Counts and times of all processes of one server, added up by whichever of them is asked.

Each process writes in a region of its own, so that counting takes no lock; whoever is asked adds the regions up. A
process that dies leaves its region to its successor, which goes on from there: counts never fall while the server runs.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from struct import Struct
from typing import Final

_HEAD: Final = Struct("=HHI")
"""Length of a key, how many values it has, and where they begin."""
_KEY_BYTES: Final = 384 * 1024
_VALUES: Final = 64 * 1024
_REGION: Final = _KEY_BYTES + _VALUES * 8
_MOST_KEY: Final = 400
LOST: Final = "verbatim_figures_lost_total"
"""Counts what found no room any more."""

BOUNDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper ends, in seconds, of the classes into which times are sorted; longer ones are in a last class."""

Labels = tuple[tuple[str, str], ...]


class Figures:
    """What the processes of a server count together. Made before they are split off."""

    def __init__(self, size: int = 1) -> None:
        self.size = size
        self.memory = mmap.mmap(-1, size * _REGION)

    def of(self, number: int) -> Counting:
        """Return what the process with this number counts with; it goes on where one before it ended."""
        return Counting(self.memory, number)

    def totals(self) -> dict[tuple[str, Labels], list[float]]:
        """Return the sums by name and labels: one value of a count, of times those of `Counting.time`."""
        found: dict[tuple[str, Labels], list[float]] = {}
        for number in range(self.size):
            values = _values(self.memory, number)
            for key, count, first in _entries(self.memory, number):
                name, *parts = key.split("\0")
                labels = tuple(zip(parts[::2], parts[1::2], strict=True))
                own = values[first : first + count]
                kept = found.setdefault((name, labels), [0.0] * count)
                found[name, labels] = [a + b for a, b in zip(kept, own, strict=True)]
        return found


class Counting:
    """One process's part of the figures."""

    def __init__(self, memory: mmap.mmap, number: int) -> None:
        self._memory, self._start = memory, number * _REGION
        self._values = _values(memory, number)
        self._places: dict[tuple[str, ...], int] = {}
        self._end, self._used = 0, 0
        for key, count, first in _entries(memory, number):
            self._places[tuple(key.split("\0"))] = first
            self._end += _HEAD.size + len(key.encode())
            self._used = first + count

    def add(self, name: str, *labels: str, amount: float = 1.0) -> None:
        """Count something; ``labels`` are names and values in turn."""
        place = self._place((name, *labels), 1)
        if place is not None:
            self._values[place] += amount

    def time(self, name: str, *labels: str, seconds: float) -> None:
        """Note how long something took: one count for each class of `BOUNDS`, the one beyond them, and the sum."""
        place = self._place((name, *labels), len(BOUNDS) + 2)
        if place is not None:
            self._values[place + bisect_left(BOUNDS, seconds)] += 1
            self._values[place + len(BOUNDS) + 1] += seconds

    def _place(self, key: tuple[str, ...], count: int) -> int | None:
        place = self._places.get(key)
        if place is None:
            place = self._settle(key, count)
            if place is None and key[0] != LOST:
                self.add(LOST)
        return place

    def _settle(self, key: tuple[str, ...], count: int) -> int | None:
        written = "\0".join(key).encode("utf-8", "replace")
        # The last of everything is kept for the count of what was lost.
        spare = 0 if key[0] == LOST else _HEAD.size + len(LOST) + 1
        if len(written) > _MOST_KEY or self._used + count + (spare > 0) > _VALUES:
            return None
        if self._end + 2 * _HEAD.size + len(written) + spare > _KEY_BYTES:
            return None
        at, first = self._start + self._end, self._used
        self._memory[at + _HEAD.size : at + _HEAD.size + len(written)] = written
        _HEAD.pack_into(self._memory, at, len(written), count, first)  # last: others may be reading
        self._end += _HEAD.size + len(written)
        self._used += count
        self._places[key] = first
        return first


def _values(memory: mmap.mmap, number: int) -> memoryview[float]:
    start = number * _REGION + _KEY_BYTES
    return memoryview(memory)[start : start + _VALUES * 8].cast("d")


def _entries(memory: mmap.mmap, number: int) -> Iterator[tuple[str, int, int]]:
    at, end = number * _REGION, number * _REGION + _KEY_BYTES
    while at + _HEAD.size <= end:
        length, count, first = _HEAD.unpack_from(memory, at)
        if not length:
            return
        yield memory[at + _HEAD.size : at + _HEAD.size + length].decode("utf-8", "replace"), count, first
        at += _HEAD.size + length


def cumulative(counts: Sequence[float]) -> list[float]:
    """Return how many were at most as long as each bound, and how many there were in all."""
    found, sum_of = [], 0.0
    for count in counts:
        sum_of += count
        found.append(sum_of)
    return found
