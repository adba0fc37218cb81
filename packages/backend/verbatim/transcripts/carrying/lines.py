"""A transcript as lines of words with their times: what corrections are found in, and placed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from verbatim.adapters.transcription.alignment import pieces_of
from verbatim.adapters.transcription.api import Word
from verbatim.adapters.transcription.writing import glue, spaced_tokens
from verbatim.transcripts.history.content import SEGMENTS, Fields, Key
from verbatim.transcripts.word_times import as_words

_NOT_SPOKEN = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A word of a line: as it is written, the space before it (None for the first), how it is compared, and when it is
    said, in seconds.
    """

    text: str
    space: str | None
    bare: str
    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


@dataclass(frozen=True)
class Line:
    """A segment with its words. ``speaker`` is the id of who speaks; ``author`` who wrote its text last."""

    id: str
    start: float
    end: float
    text: str
    words: tuple[Said, ...]
    speaker: str | None = None
    author: str | None = None
    checked_by: str | None = None
    decision: str | None = None
    doubt: str | None = None

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2

    @property
    def bare(self) -> list[str]:
        return [word.bare for word in self.words]


def bare(token: str) -> str:
    """Return the part of a word that one hears; a lone sign is compared as it stands."""
    return _NOT_SPOKEN.sub("", token.casefold()) or token


def bare_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are compared."""
    return tuple(bare(token) for _, token in spaced_tokens(text))


def line_of(identity: str, row: Fields) -> Line:
    """Return a segment's row as it is kept, with its words, as a line."""
    return Line(
        id=identity,
        start=row["start_time"],
        end=row["end_time"],
        text=row["text"],
        words=words_of(row["text"], row["words"] or [], row["start_time"], row["end_time"]),
        speaker=row["speaker_id"],
        author=row["edited_by"],
        checked_by=row["checked_by"],
        decision=row["decision"],
        doubt=row["doubt"],
    )


def words_of(text: str, stored: Sequence[dict[str, Any]], start: float, end: float) -> tuple[Said, ...]:
    """Return the words of a text with the times that are stored; where none are, they share `start` to `end`."""
    words = as_words(stored)
    if words:
        pieces = pieces_of(text, words)
    else:
        tokens = spaced_tokens(text)
        each = (end - start) / max(1, len(tokens))
        times = [(start + each * place, start + each * (place + 1)) for place in range(len(tokens))]
        pieces = [(space, Word(token, *time)) for (space, token), time in zip(tokens, times, strict=True)]
    return tuple(
        Said(word.text, space if place else None, bare(word.text), word.start, word.end)
        for place, (space, word) in enumerate(pieces)
    )


def lines_of(rows: dict[Key, Fields]) -> list[Line]:
    """Return the lines of a version in order."""
    segments = [(row["segment_index"], int(key[1]), row) for key, row in rows.items() if key[0] == SEGMENTS]
    return [line_of(str(identity), row) for _, identity, row in sorted(segments, key=lambda one: one[:2])]


def spoken(lines: Iterable[Line]) -> list[Said]:
    """Return all words in order."""
    return [word for line in lines for word in line.words]


def joined(words: Sequence[Said]) -> str:
    """Return words as they stand in the text; what begins a line of its own is put beside the last."""
    text = ""
    for word in words:
        if text:
            text += glue(text, word.text) if word.space is None else word.space
        text += word.text
    return text
