"""The words of a text as both databases index them, so that both find the same.

Words are runs of letters and digits in folded form (`letters`). Where a script does not put blanks between words,
each character is indexed together with the next one: whatever stands inside a sentence is found by the pairs in it.
"""

from __future__ import annotations

import re
import unicodedata

from verbatim.core.letters import UNSPACED, fold

MAX_WORD_LENGTH = 100
"""Characters by which words are known; what follows is not told apart."""

MOST_PLACES = 255
LAST_PLACE = 16_383
"""PostgreSQL's limits for the places of one word and of all words in a text."""


def _marks() -> str:
    """Return the vowels and tones that belong to the letter before them, in scripts without blanks."""
    blocks = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x19DF), (0x1A20, 0x1AAF))
    more = ((0x1B00, 0x1B4F), (0x302A, 0x302F), (0x3099, 0x309A), (0xA980, 0xA9FF), (0xAA60, 0xAADF))
    codes = (code for first, last in (*blocks, *more) for code in range(first, last + 1))
    return "".join(chr(code) for code in codes if unicodedata.category(chr(code))[0] == "M")


MARKS = _marks()
_UNITS = re.compile(f"[{UNSPACED}][{MARKS}]*")
_RUNS = re.compile(f"([{UNSPACED}{MARKS}]+)|[^{UNSPACED}{MARKS} ]+")


def runs_of(folded: str) -> list[tuple[str, bool]]:
    """Return the words of a folded text, and whether each is of a script without blanks."""
    if folded.isascii():
        return [(word, False) for word in folded.split()]
    found = ((run.group().lstrip(MARKS), run.group(1) is not None) for run in _RUNS.finditer(folded))
    return [(word, unspaced) for word, unspaced in found if any(map(str.isalnum, word))]


def pairs_of(run: str) -> list[str]:
    """Return each character of a run with the next one, the last one alone."""
    units = _UNITS.findall(run)
    return [first + second for first, second in zip(units, [*units[1:], ""], strict=True)]


def first_characters(run: str, number: int) -> str:
    """Return a run's first characters, with the marks on them."""
    return "".join(_UNITS.findall(run)[:number])


def index_words(text: str) -> list[str]:
    """Return the words of a text in their order, as they are indexed."""
    words: list[str] = []
    for run, unspaced in runs_of(fold(text)):
        words += pairs_of(run) if unspaced else [run]
    return [word[:MAX_WORD_LENGTH] for word in words]


def as_tsvector(words: list[str]) -> str:
    """Write words as PostgreSQL reads a text index's entry; they are letters and digits, so quoting is safe."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(words, 1):
        found = places.setdefault(word, [])
        if len(found) < MOST_PLACES:
            found.append(str(min(place, LAST_PLACE)))
    return " ".join(f"'{word}':{','.join(found)}" for word, found in places.items())
