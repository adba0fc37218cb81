"""Who speaks, as people corrected it, and which lines of another transcript that is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from verbatim.transcripts.carrying.corrections import Correction, Earlier, Kind
from verbatim.transcripts.carrying.lines import Line

_MOST: Final = 0.8
"""Share of a line's time that must lie in another, for the same to be said in both."""

_SLIGHT: Final = 0.2
"""Share of a line's time below which it is no matter of the other's."""

_THEIRS: Final = 0.6
"""Share of a speaker's time in which another is heard who is the same."""

UNNAMED: Final = "Unnamed speaker"
"""What somebody is called to whom neither people nor the engine gave a name."""


@dataclass(frozen=True)
class Given:
    """Who speaks by what people say: somebody with a name, or who is heard in the new transcript as `voice`; with
    neither, nobody knows who.
    """

    name: str | None = None
    voice: str | None = None


NOBODY: Final = Given()


@dataclass(frozen=True)
class VoiceChange:
    """Somebody gave a line to a speaker, or took it from one: then it is None."""

    line: Line
    speaker: str | None
    correction: Correction


class Voices:
    """The speakers of both transcripts."""

    def __init__(self, earlier: Earlier, new: Sequence[Line]) -> None:
        self._earlier = earlier
        self._new = sorted(new, key=lambda line: line.start)
        self._starts = [line.start for line in self._new]
        self._longest = max((line.end - line.start for line in self._new), default=0.0)

    def changes(self) -> Iterator[VoiceChange]:
        """Yield the lines that people gave to a speaker, of those of whom it is known who spoke before."""
        then = {line.id: line for line in self._earlier.then}
        ordered = sorted(self._earlier.then, key=lambda line: line.start)
        starts = [line.start for line in ordered]
        for line in self._earlier.now:
            before = then.get(line.id) or _at(ordered, starts, line.middle)
            if before is None or before.speaker == line.speaker or (line.speaker is None and line.id not in then):
                continue
            name = "" if line.speaker is None else self._shown(line.speaker)
            yield VoiceChange(
                line,
                line.speaker,
                Correction(Kind.SPEAKER, line.start, line.end, line.text, name, "", "", line.author),
            )

    def lines_for(self, change: VoiceChange) -> tuple[list[Line], bool]:
        """Return the lines in which the same is said, and whether another shares so much with it that it is open whose
        that is.
        """
        certain: list[Line] = []
        doubtful = False
        for line, share in self._beside(change.line):
            if share >= _MOST:
                certain.append(line)
            elif share > _SLIGHT:
                doubtful = True
        return certain, doubtful or not certain

    def given(self, speaker: str | None) -> Given | None:
        """Return who a speaker is in the new transcript: by the name people gave them, or who is heard in their place;
        None when nobody can tell.
        """
        if speaker is None:
            return NOBODY
        name = self._earlier.names.get(speaker)
        same = None if name else self._same.get(speaker)
        return Given(name, same) if name or same else None

    def is_given(self, line: Line, given: Given) -> bool:
        """Say whether a line of the new transcript is theirs already."""
        if given.name is not None:
            return self._earlier.new_names.get(line.speaker or "") == given.name
        return line.speaker == given.voice

    def _shown(self, speaker: str) -> str:
        return self._earlier.names.get(speaker) or self._earlier.labels.get(speaker) or UNNAMED

    def _beside(self, old: Line) -> Iterator[tuple[Line, float]]:
        """Yield the new lines at the time of an old one, with the share of their time that lies in it."""
        at = bisect_left(self._starts, old.start - self._longest)
        for place in range(at, len(self._new)):
            line = self._new[place]
            if line.start >= old.end:
                return
            shared = min(line.end, old.end) - max(line.start, old.start)
            if shared > 0:
                yield line, shared / max(line.end - line.start, 0.001)

    @cached_property
    def _same(self) -> dict[str, str]:
        """Who is heard in the place of an earlier speaker; worked out where somebody gave a line to another."""
        shared: dict[tuple[str, str], float] = defaultdict(float)
        whole: dict[str, float] = defaultdict(float)
        for old in self._earlier.then:
            for line, share in self._beside(old):
                if old.speaker is not None and line.speaker is not None:
                    seconds = share * (line.end - line.start)
                    shared[old.speaker, line.speaker] += seconds
                    whole[old.speaker] += seconds
        return {old: new for (old, new), seconds in shared.items() if seconds >= _THEIRS * whole[old]}


def _at(lines: Sequence[Line], starts: Sequence[float], moment: float) -> Line | None:
    """Return the line during which a moment is."""
    at = bisect_left(starts, moment) - 1
    return lines[at] if at >= 0 and lines[at].end >= moment else None
