"""Counts that the processes of one server have in common."""

from __future__ import annotations

import fcntl
import mmap
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from struct import Struct
from typing import Final

from verbatim.core.tallies import Tallies

_ENTRY: Final = Struct("=16sQd")
_IN_PLACE: Final = 16
_PLACE_BYTES: Final = _IN_PLACE * _ENTRY.size
_PLACES: Final = 4096


class SharedTallies(Tallies):
    """Counts of a process and of those that it is split into, in 2 MB.

    A name leads to one of 4,096 places for 16 counts. Where they are all taken the one that ends first makes room, so
    that a flood of names costs memory of nobody and precision of some. A place is locked as a part of a file is,
    because the system gives such a lock back when its holder is killed.
    """

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, _PLACES * _PLACE_BYTES)
        self._locks, name = tempfile.mkstemp(prefix="verbatim-locks-")
        os.unlink(name)  # noqa: PTH108 - the file is there as long as somebody has it open

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        place = self._place(name)
        fcntl.lockf(self._locks, fcntl.LOCK_EX, 1, place)
        try:
            yield
        finally:
            fcntl.lockf(self._locks, fcntl.LOCK_UN, 1, place)

    def read(self, name: str, key: str = "") -> tuple[int, float]:
        sign = _sign(name, key)
        for _, known, count, ends in self._entries(name):
            if known == sign:
                return count, ends
        return 0, 0.0

    def write(self, name: str, count: int, ends: float, key: str = "") -> None:
        sign = _sign(name, key)
        entries = list(self._entries(name))
        own = next((entry for entry in entries if entry[1] == sign), None)
        at = (own or min(entries, key=lambda entry: entry[3]))[0]
        _ENTRY.pack_into(self._memory, at, sign, count, ends)

    def _entries(self, name: str) -> Iterator[tuple[int, bytes, int, float]]:
        first = self._place(name) * _PLACE_BYTES
        for at in range(first, first + _PLACE_BYTES, _ENTRY.size):
            yield at, *_ENTRY.unpack_from(self._memory, at)

    def _place(self, name: str) -> int:
        return int.from_bytes(_sign(name, "place")[:4], "big") % _PLACES


def _sign(name: str, key: str) -> bytes:
    return blake2b(f"{key}\0{name}".encode(), digest_size=16).digest()
