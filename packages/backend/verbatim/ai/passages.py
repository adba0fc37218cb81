"""Which lines a model is shown when it cannot read all of them: those that have most to do with the question."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

from verbatim.adapters.llm.api import Line
from verbatim.adapters.llm.key_sentences import words_in
from verbatim.adapters.llm.prompts import shown
from verbatim.adapters.llm.tokens import tokens_of

_AROUND: Final = 700
"""Tokens of the rules and the question around the lines."""
_NEIGHBOURS: Final = (-1, 0, 1)
"""A line is shown with what was said before and after it."""


def fitting(lines: Sequence[Line], question: str, room: int) -> list[int]:
    """Return the places of as many lines as fit into ``room`` tokens, in their order; all of them if they do."""
    room = max(200, room - _AROUND - tokens_of(question))
    sizes = [tokens_of(shown([line], place)) + 1 for place, line in enumerate(lines)]
    if sum(sizes) <= room:
        return list(range(len(lines)))
    chosen: set[int] = set()
    for place in _by_relevance(lines, question):
        wanted = {place + step for step in _NEIGHBOURS if 0 <= place + step < len(lines)} - chosen
        size = sum(sizes[one] for one in wanted)
        if size > room:
            continue
        chosen |= wanted
        room -= size
    return sorted(chosen) or [0]


def _by_relevance(lines: Sequence[Line], question: str) -> list[int]:
    """Return places by how many of the question's words a line has, rare ones first."""
    sentences = [set(words_in(line.text)) for line in lines]
    holding = Counter(word for one in sentences for word in one)
    asked = set(words_in(question)) & holding.keys()
    worth = {word: math.log(1 + len(lines) / holding[word]) for word in asked}
    scores = [sum(worth[word] for word in one & asked) for one in sentences]
    return sorted(range(len(lines)), key=lambda place: (-scores[place], place))
