"""The lines of one cue."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from verbatim.transcripts.subtitles.width import columns

CLAUSE_END = (",", ";", ":", "、", "，", "；", "：", "،", "؛", "·", "၊", "—", "–")  # noqa: RUF001  meant so
_RIGHT_TO_LEFT_MARK = "\u200f"


def fits(widths: Sequence[int], spaces: Sequence[int], line_length: int, lines: int) -> bool:
    """Say whether chunks of these widths, with spaces of those between them, fit into so many lines."""
    used, width, first = 1, 0, 0
    for index, own in enumerate(widths):
        # Not by the width so far: a mark that hangs on nothing has none, and the space behind it counts all the same.
        wider = width + own + (spaces[index] if index > first else 0)
        if wider <= line_length:
            width = wider
            continue
        used, width, first = used + 1, own, index
        if used > lines:
            return False
    return True


def laid_out(chunks: Sequence[str], line_length: int, lines: int, *, labelled: bool = False) -> list[str]:
    """Break chunks into as few lines as they need, of about equal length, rather behind a comma than elsewhere.

    `labelled` tells that the first is a speaker's name, which stands on the side on which names of its script do.
    """
    bare = [chunk.strip() for chunk in chunks]
    spaces = [len(chunk) - len(chunk.lstrip()) for chunk in chunks]
    widths = [columns(chunk) for chunk in bare]
    needed = next((n for n in range(1, lines) if fits(widths, spaces, line_length, n)), lines)
    ideal = (sum(widths) + sum(spaces)) / needed

    @cache
    def best(first: int, left: int) -> tuple[float, tuple[int, ...]]:
        if left == 1:
            width = _width(widths, spaces, first, len(bare))
            return ((width - ideal) ** 2 if width <= line_length else float("inf")), (len(bare),)
        found: tuple[float, tuple[int, ...]] = (float("inf"), (len(bare),))
        for last in range(first + 1, len(bare)):
            width = _width(widths, spaces, first, last)
            if width > line_length:
                break
            rest, ends = best(last, left - 1)
            clause = -0.02 * ideal**2 if bare[last - 1].endswith(CLAUSE_END) else 0.0
            cost = rest + (width - ideal) ** 2 + clause
            if cost < found[0]:
                found = (cost, (last, *ends))
        return found

    ends = best(0, needed)[1]
    starts = (0, *ends[:-1])
    found = ["".join(chunks[first:last]).strip() for first, last in zip(starts, ends, strict=True)]
    if not _is_right_to_left("".join(chunks)):
        return found
    return [
        _RIGHT_TO_LEFT_MARK + line if _begins_left_to_right(line) and not (labelled and number == 0) else line
        for number, line in enumerate(found)
    ]


def _width(widths: Sequence[int], spaces: Sequence[int], first: int, last: int) -> int:
    return sum(widths[first:last]) + sum(spaces[first + 1 : last])


def _is_right_to_left(text: str) -> bool:
    strong = [kind for letter in text if (kind := unicodedata.bidirectional(letter)) in {"L", "R", "AL"}]
    return sum(kind != "L" for kind in strong) * 2 > len(strong)


def _begins_left_to_right(line: str) -> bool:
    """Players take the direction of a line from its first letter, be it that of a Latin name in an Arabic sentence."""
    return next((kind == "L" for c in line if (kind := unicodedata.bidirectional(c)) in {"L", "R", "AL"}), False)
