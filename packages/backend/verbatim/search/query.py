"""What somebody typed, as words to look for. Any text is a query; nothing in it is an operator but quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_TERMS = 32
"""Words beyond this many are ignored: nobody means them, and each costs an index look-up."""

MAX_TERM_LENGTH = 100

_PARTS = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Term:
    """Words that must follow each other. The last one may be unfinished when ``prefix`` is set."""

    words: tuple[str, ...]
    prefix: bool = False


def parse_query(text: str) -> tuple[Term, ...]:
    """Return the terms that must all occur. The last word typed also matches longer words, unless it is quoted."""
    terms: list[Term] = []
    count = 0
    for match in _PARTS.finditer(text):
        quoted, plain = match.groups()
        words = tuple(word[:MAX_TERM_LENGTH] for word in _WORD.findall(quoted if quoted is not None else plain))
        words = words[: MAX_TERMS - count]
        if not words:
            continue
        count += len(words)
        ends_here = plain is not None and match.end() == len(text.rstrip()) and plain[-1:].isalnum()
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
    spans = [(match.start(), match.end()) for pattern in map(_pattern, terms) for match in pattern.finditer(text)]
    spans.sort()
    start = _window_start(text, spans[0][0] if spans else 0, length)
    end = min(len(text), start + length)
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


def _window_start(text: str, hit: int, length: int) -> int:
    if hit < length * 2 // 3:
        return 0
    start = text.rfind(" ", 0, hit - length // 3)
    return start + 1 if start > 0 else max(0, hit - length // 3)


def _pattern(term: Term) -> re.Pattern[str]:
    body = r"\W+".join(re.escape(word) for word in term.words)
    return re.compile(rf"\b{body}\w*" if term.prefix else rf"\b{body}\b", re.IGNORECASE)
