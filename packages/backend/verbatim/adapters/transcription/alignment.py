"""Times for words that have none: after a person edited a text, or when an engine gave only text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from verbatim.adapters.transcription.api import Word

# Chinese, Japanese and Korean ideographs and syllables stand alone; everything else is a word between spaces.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_IDEOGRAPHS}][^\w\s]*|[^\s{_IDEOGRAPHS}]+")
_NOT_SPOKEN = re.compile(r"[^\w]+")


def tokenize(text: str) -> list[str]:
    """Split into the words of a transcript, punctuation attached."""
    return _TOKEN.findall(text)


def spread(text: str, start: float, end: float, confidence: float | None = None) -> list[Word]:
    """Words of a text over a stretch of time, each as long as its letters."""
    return _spread(tokenize(text), start, end, confidence)


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
    tokens = tokenize(new_text)
    old = list(_monotonic(old_words, low, high))
    matcher = SequenceMatcher(
        a=[_spoken(word.text) for word in old], b=[_spoken(token) for token in tokens], autojunk=False
    )
    result: list[Word] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        new = tokens[j1:j2]
        if kind == "equal":
            pairs = zip(old[i1:i2], new, strict=True)
            result.extend(Word(token, word.start, word.end, word.confidence) for word, token in pairs)
        elif i2 - i1 == len(new):
            pairs = zip(old[i1:i2], new, strict=True)
            result.extend(Word(token, word.start, word.end) for word, token in pairs)
        elif new:
            gap_start = old[i1 - 1].end if i1 > 0 else low
            gap_end = old[i2].start if i2 < len(old) else high
            if i1 < i2:
                gap_start, gap_end = old[i1].start, old[i2 - 1].end
            result.extend(_spread(new, gap_start, gap_end, None))
    return result


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
