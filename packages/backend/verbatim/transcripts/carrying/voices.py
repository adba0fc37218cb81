"""Who speaks, as people corrected it, and which lines of another transcript that is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from verbatim.transcripts.carrying.corrections import Correction, Earlier, Kind
from verbatim.transcripts.carrying.lines import Line

_MOST: Final = 0.8
"""Share of a line's time that must lie in another, for the same to be said in both."""

_SLIGHT: Final = 0.2
"""Share of a line's time below which it is no matter of the other's."""

_THEIRS: Final = 0.6
"""Share of a speaker's time in which another is heard who is the same."""

_LONGEST: Final = 120.0
"""No line is looked for further back than so many seconds."""


@dataclass(frozen=True)
class VoiceChange:
    """Somebody gave a line to a speaker."""

    line: Line
    speaker: str
    correction: Correction


class Voices:
    """The speakers of both transcripts."""

    def __init__(self, earlier: Earlier, new: Sequence[Line]) -> None:
        self._earlier = earlier
        self._new = sorted(new, key=lambda line: line.start)
        self._starts = [line.start for line in self._new]
        self._same = self._who_is_who()

    def changes(self) -> Iterator[VoiceChange]:
        """Yield the lines that people gave to a speaker, of those of whom it is known who spoke before."""
        then = {line.id: line for line in self._earlier.then}
        ordered = sorted(self._earlier.then, key=lambda line: line.start)
        starts = [line.start for line in ordered]
        for line in self._earlier.now:
            before = then.get(line.id) or _at(ordered, starts, line.middle)
            if before is None or line.speaker is None or before.speaker == line.speaker:
                continue
            name = self._earlier.names.get(line.speaker) or self._earlier.labels.get(line.speaker, "")
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

    def called(self, speaker: str) -> str | None:
        """Return by what a speaker is given in the new transcript: the name people gave them, or the id of who is heard
        in their place; None when nobody can tell.
        """
        return self._earlier.names.get(speaker) or self._same.get(speaker)

    def name_of(self, speaker: str | None) -> str | None:
        """Return what a speaker of the new transcript is called by people."""
        return self._earlier.new_names.get(speaker or "")

    def _beside(self, old: Line) -> Iterator[tuple[Line, float]]:
        """Yield the new lines at the time of an old one, with the share of their time that lies in it."""
        at = bisect_left(self._starts, old.start - _LONGEST)
        for line in self._new[at:]:
            if line.start >= old.end:
                return
            shared = min(line.end, old.end) - max(line.start, old.start)
            if shared > 0:
                yield line, shared / max(line.end - line.start, 0.001)

    def _who_is_who(self) -> dict[str, str]:
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
