"""What subtitles have to keep to."""

from __future__ import annotations

from dataclasses import dataclass

LINE_LENGTH = 42
"""Columns of a line, as broadcasters and streaming services ask for; a Chinese sign takes two."""
LINES = 2
SPEED = 20.0
MIN_SECONDS = 1.0
MAX_SECONDS = 7.0


@dataclass(frozen=True)
class SubtitleRules:
    """`speed` is in columns a second, and kept where there is time enough to do so."""

    line_length: int = LINE_LENGTH
    lines: int = LINES
    speed: float = SPEED
    min_seconds: float = MIN_SECONDS
    max_seconds: float = MAX_SECONDS
