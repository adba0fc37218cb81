"""Where a correction of one transcript belongs in another of the same recording: by time, and by the words beside it.

A place is certain when the engine wrote the same there as before, within two seconds, beside words that are known from
before, and nowhere else near. Everything else is for a person to decide.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from verbatim.transcripts.carrying.corrections import AROUND, Correction
from verbatim.transcripts.carrying.lines import Said, bare_words, joined

NEAR_SECONDS: Final = 2.0
"""Two engines tell the time of a word as exactly as this."""


_LONGEST: Final = 30.0
"""No word is longer than so many seconds."""


@dataclass(frozen=True)
class Place:
    """Words of a text that a correction is about: from one on to behind the last. Both are the same between two."""

    start: int
    end: int


@dataclass(frozen=True)
class Beside:
    """How many words before and after a place are as they were, and whether these are all that are known."""

    before: int
    after: int
    is_full: bool

    @property
    def is_known(self) -> bool:
        return (self.before > 0 and self.after > 0) or max(self.before, self.after) > 1


class Text:
    """The words of a transcript in which corrections are placed."""

    def __init__(self, words: Sequence[Said]) -> None:
        self.words = words
        self._bare = [word.bare for word in words]
        self._by_start = sorted(range(len(words)), key=lambda place: words[place].start)
        self._starts = [words[place].start for place in self._by_start]

    def place_of(self, correction: Correction) -> Place | None:
        """Return the one place that a correction belongs to; None when there is none, or when there may be several."""
        return self._only(correction, bare_words(correction.heard))

    def says_it_already(self, correction: Correction) -> bool:
        """Say whether the engine wrote by itself what somebody had corrected."""
        wanted = bare_words(correction.text)
        if wanted == bare_words(correction.heard):
            place = self.place_of(correction)
            return place is not None and joined(self.words[place.start : place.end]) == correction.text
        return self._only(correction, wanted) is not None and self.place_of(correction) is None

    def within(self, start: float, end: float) -> list[Said]:
        """Return the words that are said in a stretch of time, in order."""
        low, high = bisect_left(self._starts, start - _LONGEST), bisect_right(self._starts, end)
        return [self.words[at] for at in sorted(self._by_start[low:high]) if start <= self.words[at].middle <= end]

    def _only(self, correction: Correction, wanted: tuple[str, ...]) -> Place | None:
        before = bare_words(correction.before)[-AROUND:]
        after = bare_words(correction.after)[:AROUND]
        known: list[tuple[Place, Beside]] = []
        for start in self._near(correction):
            if tuple(self._bare[start : start + len(wanted)]) != wanted:
                continue
            place = Place(start, start + len(wanted))
            beside = self._beside(place, before, after)
            if beside.is_known or beside.is_full:
                known.append((place, beside))
        full = [place for place, beside in known if beside.is_full]
        if len(full) == 1:
            return full[0]
        if len(known) != 1 or (not wanted and not _both(known[0][1])):
            return None
        return known[0][0]

    def _near(self, correction: Correction) -> Iterator[int]:
        low = bisect_left(self._starts, correction.start - NEAR_SECONDS)
        high = bisect_right(self._starts, correction.start + NEAR_SECONDS)
        yield from sorted(self._by_start[low:high])
        if self.words and high == len(self.words):
            yield len(self.words)  # behind the last word

    def _beside(self, place: Place, before: Sequence[str], after: Sequence[str]) -> Beside:
        here = self._bare[max(0, place.start - len(before)) : place.start]
        left = _alike(reversed(here), reversed(before))
        right = _alike(self._bare[place.end : place.end + len(after)], after)
        ends = len(before) == AROUND or place.start == len(before)
        begins = len(after) == AROUND or len(self._bare) - place.end == len(after)
        return Beside(left, right, ends and begins and left == len(before) and right == len(after))


def _both(beside: Beside) -> bool:
    return beside.before > 0 and beside.after > 0


def _alike(one: Iterator[str] | Sequence[str], other: Iterator[str] | Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
