"""Finding what a model quotes in what was said, word by word. What is not there is never shown as a quote.

Words are compared without case, accents of composition and punctuation. What is said twice is only linked to a place
that the model itself named: nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from verbatim.adapters.llm.api import Line, Note
from verbatim.ai.quotation import quotations_in

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*|[\u3040-\u30ff\u3400-\u9fff]")
_UNSPACED: Final = re.compile(r"([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff])")
_FEWEST_WORDS: Final = 4
"""So many words of a sentence that is not marked as a quote, and is one, are said to be one."""


@dataclass(frozen=True)
class Spoken:
    """A word: how it compares, in which line it stands, and where there it begins and ends."""

    word: str
    place: int
    start: int
    end: int


def words_of(text: str, place: int = 0) -> list[Spoken]:
    """Return the words of a line."""
    found = []
    for match in _WORD.finditer(text):
        whole = match.group()
        parts = _UNSPACED.finditer(whole) if _UNSPACED.search(whole) else None
        if parts is None:
            found.append(Spoken(_alike(whole), place, match.start(), match.end()))
            continue
        found += [
            Spoken(_alike(one), place, match.start() + offset, match.start() + offset + 1)
            for offset, one in enumerate(whole)
        ]
    return found


def _alike(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace("\u2019", "'").casefold()


@dataclass(frozen=True)
class Citation:
    """A line that a sentence rests on. ``quote`` are its own words, as they stand there; None: it is only named."""

    place: int
    quote: str | None = None


@dataclass(frozen=True)
class Checked:
    """A sentence and what became of it: its citations, and whether it quotes what nobody said."""

    text: str
    citations: tuple[Citation, ...]
    unfound: bool


class Transcribed:
    """The words of all lines, to look quotes up in."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._words = [word for place, line in enumerate(lines) for word in words_of(line.text, place)]
        self._at: dict[str, list[int]] = {}
        for index, word in enumerate(self._words):
            self._at.setdefault(word.word, []).append(index)

    def check(self, note: Note) -> Checked:
        """Return a sentence with its quotes in the words of the transcript."""
        citations = dict.fromkeys(Citation(place) for place in note.cited)
        quoted = quotations_in(note.text)
        if not quoted.spans and not quoted.stray:
            found = self._find(note.text, note.cited) if len(words_of(note.text)) >= _FEWEST_WORDS else []
            return Checked(note.text, _merged(citations, found), unfound=False)
        text, unfound, offset = note.text, quoted.stray, 0
        for start, end in quoted.spans:
            found = self._find(note.text[start:end], note.cited)
            unfound = unfound or not found
            citations |= dict.fromkeys(found)
            if found:  # as it was said, not as the model wrote it
                said = " ".join(one.quote or "" for one in found)
                text = text[: start + offset] + said + text[end + offset :]
                offset += len(said) - (end - start)
        return Checked(text, _merged({}, list(citations)), unfound)

    def _find(self, quote: str, cited: Sequence[int]) -> list[Citation]:
        """Return where these words stand: in the lines that were named, else in the only place where they do. They are
        one person's, without anything between: two ends put together are nobody's words.
        """
        wanted = [one.word for one in words_of(quote)]
        if not wanted:
            return []
        size = len(wanted)
        runs = [
            self._words[start : start + size]
            for start in self._at.get(wanted[0], ())
            if [one.word for one in self._words[start : start + size]] == wanted
            and self._is_said_at_once(self._words[start : start + size])
        ]
        named = [run for run in runs if run[0].place in cited]
        chosen = named[0] if named else runs[0] if len(runs) == 1 else None
        return [] if chosen is None else self._parts(chosen)

    def _is_said_at_once(self, run: list[Spoken]) -> bool:
        lines = [self._lines[place] for place in sorted({one.place for one in run})]
        return all(after.goes_on_from(before) for before, after in pairwise(lines))

    def _parts(self, run: list[Spoken]) -> list[Citation]:
        found = []
        for place in sorted({one.place for one in run}):
            inside = [one for one in run if one.place == place]
            found.append(Citation(place, self._lines[place].text[inside[0].start : inside[-1].end]))
        return found


def _merged(named: dict[Citation, None], found: Sequence[Citation]) -> tuple[Citation, ...]:
    """Return citations without those that only name a line which is also quoted."""
    quoted = {one.place for one in found if one.quote is not None}
    return tuple(one for one in dict.fromkeys([*named, *found]) if one.quote is not None or one.place not in quoted)
