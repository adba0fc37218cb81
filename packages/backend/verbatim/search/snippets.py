"""The piece of a text that shows a hit, with every hit in it marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verbatim.core.letters import UNSPACED, fold_in_place
from verbatim.search.query import MAX_TERM_LENGTH, Term
from verbatim.search.words import MARKS


@dataclass(frozen=True)
class SnippetPart:
    """A piece of a snippet; ``hit`` marks what was looked for."""

    text: str
    hit: bool


def snippet(text: str, terms: tuple[Term, ...], *, length: int = 240) -> list[SnippetPart]:
    """Return the piece of `text` around the first hit, with every hit marked."""
    folded, starts, ends = fold_in_place(text)
    patterns = [_pattern(term) for term in dict.fromkeys(terms)]
    hits = [hit.start() for pattern in patterns if (hit := pattern.search(folded)) is not None]
    first_hit = starts[min(hits)] if hits else 0
    start = _window_start(text, first_hit, length)
    end = min(len(text), start + length)
    spans = sorted(_spans(patterns, folded, (starts, ends), first_hit, end))
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
    patterns: list[re.Pattern[str]], folded: str, places: tuple[Sequence[int], Sequence[int]], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield where in the text there are hits inside a window; looking ends with it, however long the text is."""
    starts, ends = places
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    for pattern in patterns:
        for match in pattern.finditer(folded, first):
            if match.start() > last:
                break
            yield starts[match.start()], ends[match.end() - 1]


def _window_start(text: str, hit: int, length: int) -> int:
    if hit < length * 2 // 3:
        return 0
    start = text.rfind(" ", max(0, hit - length * 2 // 3), hit - length // 3)
    return start + 1 if start > 0 else max(0, hit - length // 3)


_LETTER = f"[^ {UNSPACED}{MARKS}]"


def _pattern(term: Term) -> re.Pattern[str]:
    """Return what a term looks like in a folded text: words between blanks, characters wherever they stand."""
    body = ""
    for number, run in enumerate(term.runs):
        if run.unspaced:
            before = f"(?<![{UNSPACED}{MARKS}])" if number and term.runs[number - 1].unspaced else ""
            body += before + re.escape(run.letters)
            is_last = number == len(term.runs) - 1
            body += f"[{MARKS}]*" if is_last and term.prefix else f"(?![{MARKS}])"
            body += "" if is_last else f"(?![{UNSPACED}])"
        else:
            rest = f"{_LETTER}*" if len(run.letters) == MAX_TERM_LENGTH or _goes_on(term, number) else ""
            body += f"(?<!{_LETTER}){re.escape(run.letters)}{rest}(?!{_LETTER})"
        body += "" if number == len(term.runs) - 1 else " *"
    others = "".join(f"|(?<!{_LETTER}){re.escape(form)}(?!{_LETTER})" for form in term.forms)
    return re.compile(body + others)


def _goes_on(term: Term, number: int) -> bool:
    return term.prefix and number == len(term.runs) - 1
