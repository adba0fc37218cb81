"""What people made of a transcript: the places in which it says something else than the engine wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import Final

from verbatim.transcripts.carrying.lines import Line, Said, joined, spoken

AROUND: Final = 3
"""So many words on each side say where a correction belongs."""

SHOWN: Final = 8
"""So many words on each side are shown to people."""

COSTLY: Final = 4_000_000
"""Two texts whose lengths multiplied are more are one correction as a whole: comparing them would take minutes."""


class Kind(StrEnum):
    """What was corrected: words, a segment that somebody added, or who speaks."""

    WORDS = "words"
    ADDED = "added"
    SPEAKER = "speaker"


@dataclass(frozen=True)
class Correction:
    """One correction. ``heard`` is what the engine wrote and ``text`` what somebody made of it; for speakers ``text``
    is their name. Times are seconds of the recording. ``before`` and ``after`` are what stands beside it.

    ``joins_left``: what was put in belongs to the line of the words before it.
    """

    kind: Kind
    start: float
    end: float
    heard: str
    text: str
    before: str
    after: str
    author: str | None
    joins_left: bool = True


@dataclass(frozen=True)
class Earlier:
    """A transcript that people corrected: as the engine wrote it, as it is, and what was still to be decided in it.

    ``names`` are those that people gave its speakers, by id, ``labels`` the engine's; ``new_names`` those of the
    speakers of the transcript that comes after it.
    """

    then: Sequence[Line]
    now: Sequence[Line]
    names: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    new_names: Mapping[str, str] = field(default_factory=dict)
    waiting: Sequence[Correction] = ()


Pair = tuple[Line | None, Line | None]
"""The same line in both texts; None where it came or went."""

Hunk = tuple[int, int, int, int]
"""Where words differ: from and behind the last in the one text, and in the other."""


def corrections(then: Sequence[Line], now: Sequence[Line]) -> list[Correction]:
    """Return in which words a text differs from what the engine wrote, in order."""
    texts = _Texts(spoken(then), spoken(now))
    found: list[Correction] = []
    i = j = 0
    for block in _blocks(_paired(then, now)):
        old = [word for line, _ in block if line is not None for word in line.words]
        lines = [line for _, line in block if line is not None]
        new = spoken(lines)
        for i1, i2, j1, j2 in _hunks([one.text for one in old], [one.text for one in new]):
            found += _of_hunk(texts, (i + i1, i + i2, j + j1, j + j2), lines, j)
        i += len(old)
        j += len(new)
    return found


def _paired(then: Sequence[Line], now: Sequence[Line]) -> list[Pair]:
    in_now = {line.id: place for place, line in enumerate(now)}
    pairs: list[Pair] = []
    reached = 0
    for line in then:
        place = in_now.get(line.id, -1)
        if place < reached:
            pairs.append((line, None))
            continue
        pairs += [(None, one) for one in now[reached:place]]
        pairs.append((line, now[place]))
        reached = place + 1
    return pairs + [(None, one) for one in now[reached:]]


def _blocks(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Yield lines that have to be looked at together: words of one that came or went may stand in its neighbours."""
    block: list[Pair] = []
    for pair in pairs:
        if block and not _tied(block[-1], pair):
            yield block
            block = []
        block.append(pair)
    if block:
        yield block


def _tied(one: Pair, other: Pair) -> bool:
    if None not in one and None not in other:
        return False
    return not (_is_same(one) or _is_same(other)) and (_meet(one[0], other[1]) or _meet(one[1], other[0]))


def _meet(one: Line | None, other: Line | None) -> bool:
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def _is_same(pair: Pair) -> bool:
    old, new = pair
    return old is not None and new is not None and old.text == new.text


def _hunks(old: list[str], new: list[str]) -> Iterator[Hunk]:
    """Yield where two lists of words differ. What is alike at both ends is so, however words repeat."""
    most = min(len(old), len(new))
    head = next((place for place in range(most) if old[place] != new[place]), most)
    rest = most - head
    tail = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    if not a or not b or len(a) * len(b) > COSTLY:
        if a or b:
            yield head, head + len(a), head, head + len(b)
        return
    for kind, i1, i2, j1, j2 in SequenceMatcher(a=a, b=b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield head + i1, head + i2, head + j1, head + j2


@dataclass(frozen=True)
class _Texts:
    """All words of both texts."""

    then: list[Said]
    now: list[Said]


def _of_hunk(texts: _Texts, hunk: Hunk, lines: Sequence[Line], offset: int) -> Iterator[Correction]:
    i1, i2, j1, j2 = hunk
    of_words = [(line, place == 0) for line in lines for place, _ in enumerate(line.words)]
    put_in = of_words[j1 - offset : j2 - offset]
    whole = [list(group) for _, group in groupby(put_in, key=lambda one: one[0].id)]
    before, after = joined(texts.then[max(0, i1 - SHOWN) : i1]), joined(texts.then[i2 : i2 + SHOWN])
    if i1 == i2 and all(len(group) == len(group[0][0].words) for group in whole):
        for (line, _), *_rest in whole:
            yield Correction(Kind.ADDED, line.start, line.end, "", line.text, before, after, line.author)
        return
    start, end = _times(texts, hunk)
    author = put_in[0][0].author if put_in else next((line.author for line in lines if line.author), None)
    yield Correction(
        Kind.WORDS,
        start,
        end,
        joined(texts.then[i1:i2]),
        joined(texts.now[j1:j2]),
        before,
        after,
        author,
        joins_left=not (put_in and put_in[0][1]),
    )


def _times(texts: _Texts, hunk: Hunk) -> tuple[float, float]:
    """Return when the words were said that are no more; of words that were put in, when those are said."""
    i1, i2, j1, j2 = hunk
    if i1 < i2:
        return texts.then[i1].start, max(texts.then[i1].start, texts.then[i2 - 1].end)
    return texts.now[j1].start, max(texts.now[j1].start, texts.now[j2 - 1].end)
