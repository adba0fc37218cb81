"""Turns of a library that names its speakers, as ours: voices are numbered by their first word."""

from __future__ import annotations

from collections.abc import Iterable

from verbatim.adapters.diarization.api import Turn


def numbered(spoken: Iterable[tuple[float, float, str]]) -> tuple[tuple[Turn, ...], list[str]]:
    """Return turns in order, and the library's names in the order of our numbers."""
    ordered = sorted((start, end, name) for start, end, name in spoken if end > start)
    names = list(dict.fromkeys(name for _, _, name in ordered))
    return tuple(Turn(start, end, names.index(name)) for start, end, name in ordered), names
