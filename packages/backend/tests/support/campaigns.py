"""Campaigns: the same moves and the same faults as long as wanted, a short while in `make test`.

A test that goes on for longer in `make bench` is marked ``campaign``, and says with `times` how often it does what it
does. Its short form meets every kind of fault that the long one does.
"""

from __future__ import annotations

import os

LONG = "TEST_LONG"
"""The variable that asks for the long form."""


def times(short: int, long: int) -> int:
    """Return how often: `short` for every commit, `long` for `make bench`."""
    return long if os.environ.get(LONG) == "1" else short
