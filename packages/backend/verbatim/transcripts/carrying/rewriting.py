"""Putting corrections into lines: what each line says afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from verbatim.adapters.transcription.writing import glue, spaced_tokens
from verbatim.transcripts.carrying.corrections import Correction
from verbatim.transcripts.carrying.lines import Line, Said, spoken
from verbatim.transcripts.carrying.placing import Place

_END: Final = re.compile(r"[^\w]*$")

Placed = tuple[Place, Correction]


@dataclass
class _Word:
    """A word of the text that is made: null when it is taken out."""

    line: str
    space: str | None
    text: str | None
    put_before: str = ""
    put_behind: str = ""


def apart(placed: Iterable[Placed]) -> tuple[list[Placed], list[Correction]]:
    """Return what can be put in side by side, and what is about the same words as another."""
    ordered = sorted(placed, key=lambda one: (one[0].start, one[0].end))
    clashing: set[int] = set()
    widest = 0
    for number, (place, _) in enumerate(ordered[1:], start=1):
        if ordered[number - 1][0].end > ordered[widest][0].end or number == 1:
            widest = number - 1
        if place.start < ordered[widest][0].end or place == ordered[number - 1][0]:
            clashing |= {number, widest, number - 1} if place == ordered[number - 1][0] else {number, widest}
    good = [one for number, one in enumerate(ordered) if number not in clashing]
    return good, [ordered[number][1] for number in sorted(clashing)]


def rewritten(lines: Sequence[Line], placed: Sequence[Placed]) -> tuple[dict[str, str], list[Placed]]:
    """Return what lines say after corrections, those that change; and the corrections that were put in.

    A line of which nothing is left has an empty text: it shall go. A correction is left out that would empty a line
    while its words stand in another.
    """
    whole = spoken(lines)
    while True:
        words = [_Word(line.id, word.space, word.text) for line in lines for word in line.words]
        for place, correction in placed:
            _put(words, whole, place, correction)
        texts = _texts(words, {words[at].line for place, _ in placed for at in _touched(place, len(words))})
        empty = {line for line, text in texts.items() if not text}
        stay = [one for one in placed if not (one[1].text and any(words[at].line in empty for at in _within(one[0])))]
        if len(stay) == len(placed):
            return texts, stay
        placed = stay


def _within(place: Place) -> range:
    return range(place.start, place.end)


def _touched(place: Place, count: int) -> Iterable[int]:
    return _within(place) or [at for at in (place.start - 1, place.start) if 0 <= at < count]


def _put(words: list[_Word], whole: Sequence[Said], place: Place, correction: Correction) -> None:
    if place.start == place.end:
        left = place.start > 0 and (correction.joins_left or place.start == len(words))
        if left:
            words[place.start - 1].put_behind = correction.text
        else:
            words[place.start].put_before = correction.text
        return
    heard = whole[place.start : place.end]
    text = _with_end_of(heard[-1].text, correction)
    tokens = spaced_tokens(text)
    if len(tokens) == len(heard):
        for number, (at, (space, token)) in enumerate(zip(_within(place), tokens, strict=True)):
            words[at].text = token
            if number and words[at].space is not None:
                words[at].space = space
        return
    for at in _within(place):
        words[at].text = None
    words[place.start].text = text or None


def _with_end_of(heard: str, correction: Correction) -> str:
    """Return what somebody wrote with the comma or full stop that stands here, where they left theirs as it was."""
    text = correction.text
    if text and _ending(correction.heard) == _ending(text) and text[: -len(_ending(text)) or None]:
        return text[: len(text) - len(_ending(text))] + _ending(heard)
    return text


def _ending(text: str) -> str:
    found = _END.search(text)
    return found.group() if found else ""


def _texts(words: Sequence[_Word], changed: set[str]) -> dict[str, str]:
    texts = dict.fromkeys((word.line for word in words if word.line in changed), "")
    for word in words:
        if word.line in changed:
            texts[word.line] = _joined(texts[word.line], word)
    return texts


def _joined(text: str, word: _Word) -> str:
    for piece, space in ((word.put_before, word.space), (word.text, None if word.put_before else word.space)):
        if piece:
            text += (glue(text, piece) if space is None else space) * bool(text) + piece
    if word.put_behind:
        text += glue(text, word.put_behind) * bool(text) + word.put_behind
    return text
