"""Times of words through corrections: who is still there keeps what was heard, who is new is placed between them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from verbatim.adapters.transcription.alignment import aligned
from verbatim.adapters.transcription.api import Word

Stored = dict[str, Any]
"""A word as segments keep it: ``text``, ``start``, ``end``, ``confidence``, and ``estimated`` if nobody heard when."""

LEAST_SECONDS: Final = 0.01
"""No estimated word is shorter, where there is room."""


@dataclass
class _Placed:
    """A word of the new text; ``old`` is the stored word that it still is, with its time."""

    text: str
    start: float
    end: float
    old: Stored | None


def as_words(stored: Sequence[Stored]) -> list[Word]:
    """Return stored words as engines give them."""
    return [Word(one["text"], one["start"], one["end"], one.get("confidence")) for one in stored]


def retimed(stored: Sequence[Stored], text: str, *, start: float, end: float) -> list[Stored]:
    """Return the words of a corrected text, in a segment of `start` to `end` seconds.

    Words that are still there keep their times exactly, and one that stands for another has that one's. Others are
    marked as ``estimated`` and lie between those beside them: each has a length, and none begins or ends before the one
    in front of it. Where their neighbours leave no room they share the end of the one before, or the beginning of the
    one after.
    """
    found = [
        _Placed(word.text, word.start, word.end, None if place is None else stored[place])
        for word, place in aligned(as_words(stored), text, start=start, end=end)
    ]
    for one in found:
        if one.old is not None:
            one.start, one.end = one.old["start"], one.old["end"]
    _settle(found, start, end)
    heard = {(one["start"], one["end"]) for one in stored if not one.get("estimated")}
    return [_stored(one, heard) for one in found]


def fitted(stored: Sequence[Stored], *, start: float, end: float) -> list[Stored]:
    """Return a segment's words after its times were moved: those that do not lie inside any more are estimated anew."""
    found = []
    for one in stored:
        inside = start <= one["start"] and one["end"] <= end
        begin = min(max(one["start"], start), end)
        found.append(_Placed(one["text"], begin, min(max(one["end"], begin), end), dict(one) if inside else None))
    _settle(found, start, end)
    return [_stored(one) for one in found]


def _stored(one: _Placed, heard: AbstractSet[tuple[float, float]] = frozenset()) -> Stored:
    if one.old is not None:
        return {**one.old, "text": one.text}
    new: Stored = {"text": one.text, "start": one.start, "end": one.end, "confidence": None}
    return new if (one.start, one.end) in heard else {**new, "estimated": True}


def _settle(found: list[_Placed], low: float, high: float) -> None:
    """Give every run of words without a time of their own a place between those beside it."""
    reached = 0
    for is_known, group in groupby(found, key=lambda one: one.old is not None):
        run = list(group)
        left = found[reached - 1] if reached else None
        reached += len(run)
        right = found[reached] if reached < len(found) else None
        if not is_known and not _fits(run, left.end if left else low, right.start if right else high):
            _place(run, left, right, low, high)


def _fits(run: Sequence[_Placed], begin: float, finish: float) -> bool:
    for one in run:
        if one.start < begin or one.end - one.start < LEAST_SECONDS:
            return False
        begin = one.end
    return begin <= finish


def _place(run: Sequence[_Placed], left: _Placed | None, right: _Placed | None, low: float, high: float) -> None:
    begin, finish = left.end if left else low, right.start if right else high
    if finish - begin >= LEAST_SECONDS * len(run):
        _spread(run, begin, finish)
        return
    # No room: starts lie between the starts beside them, ends between the ends, so that nothing runs backwards.
    latest = max(finish, left.start) if left else finish
    first = max(left.start, min(begin, latest) - (left.end - left.start) / 2) if left else min(low, latest)
    last = max(begin, latest)
    room = (right.end - last) / 2 if right and right.end > last else 0.0
    for place, one in enumerate(run):
        one.start = first + (latest - first) * place / len(run)
        one.end = last + (room * (place + 1) / len(run) if first >= latest else 0.0)
        if one.end <= one.start:
            one.end = one.start + LEAST_SECONDS


def _spread(run: Sequence[_Placed], begin: float, finish: float) -> None:
    weights = [len(one.text) + 1 for one in run]
    # Half of the time for everybody alike, so that none is too short.
    shares = [0.5 / len(run) + 0.5 * weight / sum(weights) for weight in weights]
    done = 0.0
    for one, share in zip(run, shares, strict=True):
        one.start = min(begin + (finish - begin) * done, finish)
        done += share
        one.end = min(begin + (finish - begin) * done, finish)
    run[-1].end = finish
