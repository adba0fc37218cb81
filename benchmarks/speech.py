"""Transcripts' text in quantity: words as often as in a language, and names that hardly ever occur."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

SEGMENTS = 400
"""Segments of one transcript; with about 95 letters each that is 38 kB, an hour of speech."""

_VOCABULARY = 60_000
_WORDS = 18
NAME_EVERY = 20
"""Segments among which one names somebody, the first."""
_NAMES = 400_000
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aeiou"
_SYLLABLES = [consonant + vowel for consonant in _CONSONANTS for vowel in _VOWELS]
_QUANTILES = 2**22
_CHINESE_EVERY, _CHINESE_FIRST = 40, 10
_CHINESE_LETTERS = 38
_CHINESE_VOCABULARY = 8_000
_IDEOGRAPHS = 2_500


def word(rank: int) -> str:
    """Return the word with this place in the order of frequency; the most frequent are the shortest."""
    letters = ""
    rank += len(_SYLLABLES)  # no word of one syllable: titles and prefixes would match it
    while rank:
        rank, syllable = divmod(rank, len(_SYLLABLES))
        letters += _SYLLABLES[syllable]
    return letters


def chinese_word(rank: int) -> str:
    """Return a word of two characters with this place in the order of frequency."""
    first, second = rank * 7_919 % _IDEOGRAPHS, rank * 104_729 % (_IDEOGRAPHS - 1)
    return chr(0x4E00 + first) + chr(0x4E00 + second)


def chinese_phrases(count: int) -> list[str]:
    """Return words with the first character of the one behind them, as the first transcript has them."""
    said = next(Speech().transcripts(1))[_CHINESE_FIRST]
    return [said[2 * place : 2 * place + 3] for place in range(count)]


def name(number: int) -> str:
    """Return a name that occurs about twice in 40,000 transcripts; no other word begins like it."""
    return f"{word(number * 2_654_435_761 % 2**32)}q{number % 10}"


class Speech:
    """The same text each time."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(20210104)
        self._words = np.array([word(rank) for rank in range(_VOCABULARY)], dtype=object)
        self._names = np.array([name(number) for number in range(_NAMES)], dtype=object)
        # Zipf's law: the word in place n is 1/n as frequent as the first.
        weights = 1 / np.arange(1, _VOCABULARY + 1)
        shares = np.cumsum(weights / weights.sum())
        self._by_quantile = np.searchsorted(shares, (np.arange(_QUANTILES) + 0.5) / _QUANTILES).astype(np.uint16)

    def transcripts(self, count: int) -> Iterator[list[str]]:
        """Yield the texts of the segments of one transcript after the other."""
        for _ in range(count):
            chosen = self._chosen(SEGMENTS)
            self._name(chosen[::NAME_EVERY])
            texts = [" ".join(words) for words in chosen.tolist()]
            for at in range(_CHINESE_FIRST, SEGMENTS, _CHINESE_EVERY):
                # The smaller of two chances: the first words occur more often than the last.
                ranks = self._random.integers(0, _CHINESE_VOCABULARY, (2, _CHINESE_LETTERS // 2)).min(axis=0)
                texts[at] = "".join(map(chinese_word, ranks.tolist())) + "。"
            yield texts

    def named(self, count: int) -> Iterator[list[str]]:
        """Yield the texts of only those segments of a transcript that name somebody."""
        for _ in range(count):
            chosen = self._chosen(SEGMENTS // NAME_EVERY)
            self._name(chosen)
            yield [" ".join(words) for words in chosen.tolist()]

    def _chosen(self, segments: int) -> Any:
        return self._words[self._by_quantile[self._random.integers(0, _QUANTILES, (segments, _WORDS))]]

    def _name(self, segments: Any) -> None:
        places = self._random.integers(0, _WORDS, len(segments))
        segments[np.arange(len(places)), places] = self._names[self._random.integers(0, _NAMES, len(places))]
