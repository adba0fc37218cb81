"""Where a text stands in another: whole words or parts, with or without capitals and accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Pattern:
    """What is looked for. ``accents``: é is not e; ``case``: A is not a."""

    text: str
    whole_words: bool = False
    case: bool = False
    accents: bool = True

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where it begins and ends in a text, from left to right, none inside another."""
        folded, origins = self._folded(text)
        wanted, _ = self._folded(self.text)
        reached = 0
        while wanted and (found := folded.find(wanted, reached)) >= 0:
            start, end = origins[found], origins[found + len(wanted)]
            whole = origins[found] != origins[found - 1] if found else True
            ends = found + len(wanted) == len(folded) or origins[found + len(wanted) - 1] != end
            if whole and ends and self._fits(text, start, end):
                yield start, end
                reached = found + len(wanted)
            else:
                reached = found + 1

    def replaced(self, text: str, by: str) -> str:
        """Return a text with something else in each of these places."""
        parts, reached = [], 0
        for start, end in self.places(text):
            parts += [text[reached:start], by]
            reached = end
        return "".join([*parts, text[reached:]])

    def _folded(self, text: str) -> tuple[str, list[int]]:
        """Return a text as it is compared, and for each of its signs (and the end) where that comes from."""
        signs: list[str] = []
        origins: list[int] = []
        for place, letter in enumerate(text):
            folded = letter if self.accents else _bare(letter)
            folded = folded if self.case else folded.casefold()
            if not folded and signs:
                continue  # an accent of its own belongs to the letter before
            signs.append(folded)
            origins += [place] * len(folded)
        return "".join(signs), [*origins, len(text)]

    def _fits(self, text: str, start: int, end: int) -> bool:
        if not self.whole_words:
            return True
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (_joins(before, text[start]) or _joins(after, text[end - 1]))


def _bare(letter: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", letter) if not unicodedata.combining(one))


def _joins(beside: str, edge: str) -> bool:
    """Say whether a letter goes on beside the edge of what was found."""
    return bool(beside) and beside.isalnum() and edge.isalnum()
