"""pytest plugin: what a file of tests left unclosed is found when that file ends, and counts against it.

The collector would find it in whichever test happens to run, perhaps in another file, and nobody would know whose it
is. What is still there after it has looked, modules and what is made once for the process, stays until the end: it is
not looked through again, which would take each test a tenth of its time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

_OFTEN = 10_000
"""New objects after which the youngest are looked through; a test makes some ten thousands."""


def pytest_configure() -> None:
    _, *older = gc.get_threshold()
    gc.set_threshold(_OFTEN, *older)


def pytest_collection_finish() -> None:
    look()


@pytest.fixture(autouse=True, scope="module")
def _what_was_left() -> Iterator[None]:
    yield  # the first of a file to begin, so the last to end
    look()


def look() -> None:
    """Find what is garbage, and look at the rest no more."""
    gc.collect()
    gc.freeze()
