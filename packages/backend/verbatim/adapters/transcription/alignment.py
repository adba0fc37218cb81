"""Times for words that have none: after a person edited a text, or when an engine gave only text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verbatim.adapters.transcription.api import Word
from verbatim.adapters.transcription.writing import spaced_tokens, tokenize

__all__ = ["aligned", "pieces_of", "realign", "spread", "tokenize"]

_NOT_SPOKEN = re.compile(r"[^\w]+")


def spread(text: str, start: float, end: float, confidence: float | None = None) -> list[Word]:
    """Words of a text over a stretch of time, each as long as its letters."""
    return _spread(tokenize(text), start, end, confidence)


def pieces_of(text: str, words: Sequence[Word]) -> list[tuple[str, Word]]:
    """Return each word with the space that stands before it in the text.

    Text and words of a segment say the same, and the text says where spaces are. Words that do not stand in the text
    (somebody's program has written them) are spread anew over the time of the given ones.
    """
    found: list[tuple[str, Word]] = []
    reached = 0
    for word in words:
        position = text.find(word.text, reached)
        if position < 0 or text[reached:position].strip():
            break
        found.append((text[reached:position], word))
        reached = position + len(word.text)
    if len(found) == len(words) and words and not text[reached:].strip():
        return found
    start, end = (words[0].start, words[-1].end) if words else (0.0, 0.0)
    return [
        (space, word)
        for (space, _), word in zip(spaced_tokens(text), realign(words, text, start=start, end=end), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a word, as fine as `tokenize` cuts; `number` tells whose, `index` which, `last` that none follows."""

    word: Word
    number: int
    index: int
    last: bool = True


def realign(
    old_words: Sequence[Word], new_text: str, *, start: float | None = None, end: float | None = None
) -> list[Word]:
    """Give the words of an edited text their times.

    Words that are still there keep time and confidence (a changed comma or capital is no change), changed and
    new ones share the time between their neighbours and have no confidence. The result is monotonic and lies
    inside `start`..`end`, by default the extent of the old words.
    """
    return [word for word, _ in aligned(old_words, new_text, start=start, end=end)]


def aligned(
    old_words: Sequence[Word], new_text: str, *, start: float | None = None, end: float | None = None
) -> list[tuple[Word, int | None]]:
    """Return the words of `realign`, each with the place of the old word that it still is; None for another word."""
    low = start if start is not None else (old_words[0].start if old_words else 0.0)
    high = max(low, end if end is not None else (old_words[-1].end if old_words else low))
    tokens = spaced_tokens(new_text)
    old = list(_parts(_monotonic(old_words, low, high)))
    result: list[_Timed] = []
    for kind, i1, i2, j1, j2 in _differences([_spoken(p.word.text) for p in old], [_spoken(t) for _, t in tokens]):
        new = tokens[j1:j2]
        if kind == "equal":
            for part, (space, token) in zip(old[i1:i2], new, strict=True):
                same = part.word
                result.append((space, Word(token, same.start, same.end, same.confidence), part, part))
        elif i2 - i1 == len(new):
            pairs = zip(old[i1:i2], new, strict=True)
            result += [
                (space, Word(token, part.word.start, part.word.end), None, None) for part, (space, token) in pairs
            ]
        elif new:
            gap_start = old[i1 - 1].word.end if i1 > 0 else low
            gap_end = old[i2].word.start if i2 < len(old) else high
            if i1 < i2:
                gap_start, gap_end = old[i1].word.start, old[i2 - 1].word.end
            spoken = _spread([token for _, token in new], gap_start, gap_end, None)
            result += [(space, word, None, None) for (space, _), word in zip(new, spoken, strict=True)]
    return [(word, _whole(first, last)) for _, word, first, last in _rejoined(result)]


_Timed = tuple[str, Word, _Part | None, _Part | None]
"""A word with the space before it, and the first and the last of the old parts that it still consists of."""


def _whole(first: _Part | None, last: _Part | None) -> int | None:
    """Return the number of the old word of which all parts are there."""
    return first.number if first and last and first.index == 0 and last.last else None


def _differences(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Return how to make one list of words of another. What is alike at both ends is so, however words repeat."""
    most = min(len(old), len(new))
    head = next((place for place in range(most) if old[place] != new[place]), most)
    rest = most - head
    tail = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    inner = SequenceMatcher(a=old[head : len(old) - tail], b=new[head : len(new) - tail], autojunk=False)
    if head:
        yield "equal", 0, head, 0, head
    for kind, i1, i2, j1, j2 in inner.get_opcodes():
        yield kind, i1 + head, i2 + head, j1 + head, j2 + head
    if tail:
        yield "equal", len(old) - tail, len(old), len(new) - tail, len(new)


def _parts(words: Iterator[Word]) -> Iterator[_Part]:
    for number, word in enumerate(words):
        tokens = tokenize(word.text)
        if len(tokens) <= 1:
            yield _Part(word, number, 0)
            continue
        fine = _spread(tokens, word.start, word.end, word.confidence)
        for index, part in enumerate(fine):
            yield _Part(part, number, index, index == len(fine) - 1)


def _rejoined(result: list[_Timed]) -> Iterator[_Timed]:
    """Put the parts of a word that nobody changed together again, where they still stand beside each other."""
    whole: _Timed | None = None
    for space, word, part, _ in result:
        if whole is not None:
            before = whole[3]
            if part and before and not space and (part.number, part.index) == (before.number, before.index + 1):
                joined = Word(whole[1].text + word.text, whole[1].start, word.end, word.confidence)
                whole = (whole[0], joined, whole[2], part)
                continue
            yield whole
        whole = (space, word, part, part)
    if whole is not None:
        yield whole


def _spoken(token: str) -> str:
    """The part of a word that one hears; a lone dash is compared as it stands."""
    return _NOT_SPOKEN.sub("", token.casefold()) or token


def _monotonic(words: Sequence[Word], low: float, high: float) -> Iterator[Word]:
    reached = low
    for word in words:
        begin = min(max(word.start, reached), high)
        reached = min(max(word.end, begin), high)
        yield Word(word.text, begin, reached, word.confidence)


def _spread(tokens: Sequence[str], start: float, end: float, confidence: float | None) -> list[Word]:
    weights = [len(token) + 1 for token in tokens]
    total = sum(weights)
    length = max(0.0, end - start)
    words: list[Word] = []
    done = 0
    for token, weight in zip(tokens, weights, strict=True):
        begin = min(start + length * done / total, start + length)
        done += weight
        words.append(Word(token, begin, min(start + length * done / total, start + length), confidence))
    return words
