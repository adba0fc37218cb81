"""Times for words that have none: after a person edited a text, or when an engine gave only text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from verbatim.adapters.transcription.api import Word
from verbatim.adapters.transcription.writing import spaced_tokens, tokenize

__all__ = ["pieces_of", "realign", "spread", "tokenize"]

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
    """A piece of a word, as fine as `tokenize` cuts; `number` tells whose, `index` which."""

    word: Word
    number: int
    index: int


def realign(
    old_words: Sequence[Word], new_text: str, *, start: float | None = None, end: float | None = None
) -> list[Word]:
    """Give the words of an edited text their times.

    Words that are still there keep time and confidence (a changed comma or capital is no change), changed and
    new ones share the time between their neighbours and have no confidence. The result is monotonic and lies
    inside `start`..`end`, by default the extent of the old words.
    """
    low = start if start is not None else (old_words[0].start if old_words else 0.0)
    high = max(low, end if end is not None else (old_words[-1].end if old_words else low))
    tokens = spaced_tokens(new_text)
    old = list(_parts(_monotonic(old_words, low, high)))
    matcher = SequenceMatcher(
        a=[_spoken(part.word.text) for part in old], b=[_spoken(token) for _, token in tokens], autojunk=False
    )
    result: list[tuple[str, Word, _Part | None]] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        new = tokens[j1:j2]
        if kind == "equal":
            for part, (space, token) in zip(old[i1:i2], new, strict=True):
                same = part.word
                result.append((space, Word(token, same.start, same.end, same.confidence), part))
        elif i2 - i1 == len(new):
            pairs = zip(old[i1:i2], new, strict=True)
            result.extend((space, Word(token, part.word.start, part.word.end), None) for part, (space, token) in pairs)
        elif new:
            gap_start = old[i1 - 1].word.end if i1 > 0 else low
            gap_end = old[i2].word.start if i2 < len(old) else high
            if i1 < i2:
                gap_start, gap_end = old[i1].word.start, old[i2 - 1].word.end
            spoken = _spread([token for _, token in new], gap_start, gap_end, None)
            result.extend((space, word, None) for (space, _), word in zip(new, spoken, strict=True))
    return [word for _, word, _ in _rejoined(result)]


def _parts(words: Iterator[Word]) -> Iterator[_Part]:
    for number, word in enumerate(words):
        tokens = tokenize(word.text)
        if len(tokens) <= 1:
            yield _Part(word, number, 0)
            continue
        fine = _spread(tokens, word.start, word.end, word.confidence)
        for index, part in enumerate(fine):
            yield _Part(part, number, index)


def _rejoined(
    result: list[tuple[str, Word, _Part | None]],
) -> Iterator[tuple[str, Word, _Part | None]]:
    """Put the parts of a word that nobody changed together again, where they still stand beside each other."""
    whole: tuple[str, Word, _Part | None] | None = None
    for space, word, part in result:
        if whole is not None:
            before = whole[2]
            if part and before and not space and (part.number, part.index) == (before.number, before.index + 1):
                joined = Word(whole[1].text + word.text, whole[1].start, word.end, word.confidence)
                whole = (whole[0], joined, part)
                continue
            yield whole
        whole = (space, word, part)
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
