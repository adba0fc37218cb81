"""Cutting the text of a segment at words, with every letter and space of it on one side or the other."""

from __future__ import annotations

from collections.abc import Sequence

from verbatim.adapters.transcription.writing import glue


def text_pieces(text: str, words: Sequence[str], starts: Sequence[int]) -> list[str]:
    """Return the text in pieces that begin with the words at `starts`, of which the first is 0.

    Words are looked for in the text, so that spaces stay; they are joined only when they do not stand in it.
    """
    places = word_places(text, words)
    ends = [*starts[1:], len(words)]
    if places is None:
        return [_joined(words[start:end]) for start, end in zip(starts, ends, strict=True)]
    cuts = [0, *(places[start] for start in starts[1:]), len(text)]
    return [text[cut : cuts[number + 1]].strip() for number, cut in enumerate(cuts[:-1])]


def word_places(text: str, words: Sequence[str]) -> list[int] | None:
    """Where each word begins in the text; None when one is not there."""
    found: list[int] = []
    reached = 0
    for word in words:
        place = text.find(word, reached)
        if place < 0:
            return None
        found.append(place)
        reached = place + len(word)
    return found


def _joined(words: Sequence[str]) -> str:
    text = ""
    for word in words:
        text += (glue(text, word) if text and word else "") + word
    return text
