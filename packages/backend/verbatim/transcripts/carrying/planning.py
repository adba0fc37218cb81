"""What becomes of the corrections of one transcript in the next: worked out without the database, in a thread."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from verbatim.transcripts.carrying.corrections import Correction, Earlier, Kind, corrections
from verbatim.transcripts.carrying.lines import Line, bare_words, spoken
from verbatim.transcripts.carrying.placing import Text
from verbatim.transcripts.carrying.rewriting import Placed, apart, rewritten
from verbatim.transcripts.carrying.voices import Given, Voices

SAME_SECONDS: Final = 1.0
"""Lines with the same words that begin and end as near as this are the same line."""


@dataclass
class Plan:
    """What is to be done: texts of lines (an empty one: it goes), lines to add, who speaks, marks; and what is left.

    ``speakers`` are the ids of lines with who speaks, ``marks`` who checked a line and what was decided on it.
    """

    texts: dict[str, str] = field(default_factory=dict)
    authors: dict[str, str | None] = field(default_factory=dict)
    added: list[Correction] = field(default_factory=list)
    speakers: dict[str, Given] = field(default_factory=dict)
    marks: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    carried: list[Correction] = field(default_factory=list)
    left: list[Correction] = field(default_factory=list)

    @property
    def changes_something(self) -> bool:
        return bool(self.texts or self.added or self.speakers or self.marks)


class _Times:
    """When lines are said, to ask for any stretch of time whether one is."""

    def __init__(self, lines: Sequence[Line]) -> None:
        ordered = sorted(lines, key=lambda line: line.start)
        self._starts = [line.start for line in ordered]
        self._ends = list(accumulate((line.end for line in ordered), max))

    def meet(self, start: float, end: float) -> bool:
        """Say whether a line shares some of this time."""
        begun = bisect_left(self._starts, end)
        return begun > 0 and self._ends[begun - 1] > start


def plan(earlier: Earlier, new: Sequence[Line]) -> Plan:
    """Work out what becomes of corrections in a new transcript."""
    made = Plan()
    text = Text(spoken(new))
    times = _Times(new)
    placed: list[Placed] = []
    for one in [*corrections(earlier.then, earlier.now), *earlier.waiting]:
        if one.kind is Kind.SPEAKER:
            made.left.append(one)
        elif one.kind is Kind.ADDED:
            _add(made, text, times, one)
        elif text.says_it_already(one):
            continue
        elif (place := text.place_of(one)) is None:
            made.left.append(one)
        else:
            placed.append((place, one))
    _rewrite(made, new, placed)
    _give_speakers(made, earlier, new)
    _mark(made, earlier.now, new)
    return made


def _add(made: Plan, text: Text, times: _Times, one: Correction) -> None:
    there = text.within(one.start, one.end)
    if tuple(word.bare for word in there) == bare_words(one.text):
        return
    if there or times.meet(one.start, one.end):
        made.left.append(one)
        return
    made.added.append(one)
    made.carried.append(one)


def _rewrite(made: Plan, new: Sequence[Line], placed: Sequence[Placed]) -> None:
    good, clashing = apart(placed)
    made.texts, put_in = rewritten(new, good)
    done = {place for place, _ in put_in}  # no two have one place, but many may say the same
    made.carried += [one for _, one in put_in]
    made.left += [*clashing, *(one for place, one in good if place not in done)]
    line_of = [line.id for line in new for _ in line.words]
    for place, one in put_in:
        for at in (place.start - 1, *range(place.start, place.end), place.start):
            if 0 <= at < len(line_of) and line_of[at] in made.texts:
                made.authors[line_of[at]] = one.author or made.authors.get(line_of[at])


def _give_speakers(made: Plan, earlier: Earlier, new: Sequence[Line]) -> None:
    voices = Voices(earlier, new)
    for change in voices.changes():
        certain, doubtful = voices.lines_for(change)
        given = voices.given(change.speaker)
        if given is None or doubtful:
            made.left.append(change.correction)
            continue
        wrong = [line.id for line in certain if not voices.is_given(line, given)]
        if wrong:
            made.speakers |= dict.fromkeys(wrong, given)
            made.carried.append(change.correction)


def _mark(made: Plan, now: Sequence[Line], new: Sequence[Line]) -> None:
    """Keep that somebody checked a line, or decided on a doubtful one, where it says the same at the same time."""
    marked: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in now:
        if line.checked_by is not None or line.decision is not None:
            marked[bare_words(line.text)].append(line)
    for line in new if marked else ():
        text = made.texts.get(line.id, line.text)
        for old in marked.get(bare_words(text), []):
            near = abs(old.start - line.start) <= SAME_SECONDS and abs(old.end - line.end) <= SAME_SECONDS
            decision = old.decision if line.doubt is not None else None
            if near and text and (old.checked_by is not None or decision is not None):
                made.marks[line.id] = (old.checked_by, decision)
