"""What somebody typed, as words to look for. Any text is a query; nothing in it is an operator but quotes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

MAX_TERMS = 32
"""Words beyond this many are ignored: nobody means them, and each costs an index look-up."""

MAX_TERM_LENGTH = 100

_PARTS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True)
class Term:
    """Words that must follow each other. The last one may be unfinished when ``prefix`` is set."""

    words: tuple[str, ...]
    prefix: bool = False


def _in_word(character: str) -> bool:
    # Marks are the vowels of Hindi or Thai and, in decomposed text, the accents of the letter before them.
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def words_of(text: str) -> list[str]:
    """Return the words in a text, in composed form (NFC); an accent without a letter is none."""
    runs = groupby(unicodedata.normalize("NFC", text), _in_word)
    words = ("".join(run) for is_word, run in runs if is_word)
    return [word for word in words if any(map(str.isalnum, word))]


def parse_query(text: str) -> tuple[Term, ...]:
    """Return the terms that must all occur. The last word typed also matches longer words, unless it is quoted."""
    terms: list[Term] = []
    count = 0
    for match in _PARTS.finditer(text):
        quoted, plain = match.groups()
        found = words_of(quoted if quoted is not None else plain)
        words = tuple(word[:MAX_TERM_LENGTH] for word in found[: MAX_TERMS - count])
        if not words:
            continue
        count += len(words)
        ends_here = plain is not None and match.end() == len(text.rstrip()) and _in_word(plain[-1])
        terms.append(Term(words, prefix=ends_here))
        if count >= MAX_TERMS:
            break
    return tuple(terms)


@dataclass(frozen=True)
class SnippetPart:
    """A piece of a snippet; ``hit`` marks what was looked for."""

    text: str
    hit: bool


def snippet(text: str, terms: tuple[Term, ...], *, length: int = 240) -> list[SnippetPart]:
    """Return the piece of `text` around the first hit, with every hit marked."""
    folded, origins = _fold(text)
    patterns = [_pattern(term) for term in dict.fromkeys(terms)]
    hits = [hit.start() for pattern in patterns if (hit := pattern.search(folded)) is not None]
    first_hit = origins[min(hits)] if hits else 0
    start = _window_start(text, first_hit, length)
    end = min(len(text), start + length)
    spans = sorted(_spans(patterns, folded, origins, first_hit, end))
    parts: list[SnippetPart] = []
    at = start
    for first, last in spans:
        if first < at or last > end:
            continue
        if first > at:
            parts.append(SnippetPart(text[at:first], hit=False))
        parts.append(SnippetPart(text[first:last], hit=True))
        at = last
    if at < end:
        parts.append(SnippetPart(text[at:end], hit=False))
    if start > 0:
        parts.insert(0, SnippetPart("… ", hit=False))
    if end < len(text):
        parts.append(SnippetPart(" …", hit=False))
    return parts


def _spans(
    patterns: list[re.Pattern[str]], folded: str, origins: list[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield where in the text there are hits inside a window; looking ends with it, however long the text is."""
    first, last = bisect_left(origins, start), bisect_left(origins, end)
    for pattern in patterns:
        for match in pattern.finditer(folded, first):
            if match.start() > last:
                break
            yield origins[match.start()], origins[match.end()]


def _window_start(text: str, hit: int, length: int) -> int:
    if hit < length * 2 // 3:
        return 0
    start = text.rfind(" ", 0, hit - length // 3)
    return start + 1 if start > 0 else max(0, hit - length // 3)


def _pattern(term: Term) -> re.Pattern[str]:
    body = r"[\W_]+".join(re.escape(_fold(word)[0]) for word in term.words)
    rest = r"[^\W_]*" if term.prefix else ""
    return re.compile(rf"(?<![^\W_]){body}{rest}(?![^\W_])")


def _fold(text: str) -> tuple[str, list[int]]:
    """Return `text` without case and accents, and for each of its characters and its end where that stood in `text`."""
    if text.isascii():
        return text.lower(), list(range(len(text) + 1))
    folded: list[str] = []
    origins: list[int] = []
    for position, character in enumerate(text):
        for letter in unicodedata.normalize("NFD", character).casefold():
            if unicodedata.category(letter)[0] != "M":
                folded.append(letter)
                origins.append(position)
    return "".join(folded), [*origins, len(text)]
