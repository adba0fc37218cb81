"""When cues are shown: as long as their words, longer where reading takes longer and there is time for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbatim.transcripts.subtitles.rules import SubtitleRules
from verbatim.transcripts.subtitles.width import columns

GAP_SECONDS = 0.08
"""Two pictures of film: without them a change of cues is not seen."""
_CLOSED_SECONDS = 0.5
"""A shorter gap flickers; the earlier cue stays until the next one."""
_LINGER_SECONDS = 3.0
_EARLY_SECONDS = 0.5
_LATE_SECONDS = 1.5
_SHORTEST = 0.02


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines to be shown from `start` to `end`, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str | None

    @property
    def letters(self) -> int:
        return max(sum(map(columns, self.lines)), sum(map(len, self.lines))) + len(self.lines) - 1


def timed(cues: Sequence[Cue], rules: SubtitleRules) -> list[Cue]:
    """Give cues their final times; those of one speaker do not overlap."""
    found = [_in_bounds(cue, rules) for cue in sorted(cues, key=lambda cue: (cue.start, cue.end))]
    found = _apart(found, rules)
    previous: dict[str | None, float] = {}
    for index, cue in enumerate(found):
        own_next = next((later.start for later in found[index + 1 :] if later.speaker == cue.speaker), float("inf"))
        any_next = next((later.start for later in found[index + 1 :] if later.start >= cue.end), float("inf"))
        found[index] = _stretched(cue, rules, own_next, any_next, previous.get(cue.speaker, 0.0))
        previous[cue.speaker] = found[index].end
    return sorted(found, key=lambda cue: (cue.start, cue.end))


def _in_bounds(cue: Cue, rules: SubtitleRules) -> Cue:
    return replace(cue, end=min(max(cue.end, cue.start + _SHORTEST), cue.start + rules.max_seconds))


def _apart(cues: Sequence[Cue], rules: SubtitleRules) -> list[Cue]:
    """Let a cue end where the speaker's next one begins; where that leaves it no time, the next one waits a little."""
    found: list[Cue] = []
    last: dict[str | None, int] = {}
    for cue in cues:
        now = cue
        if cue.speaker in last:
            before = found[last[cue.speaker]]
            if before.end > cue.start:
                wanted = min(before.end, before.start + rules.min_seconds)
                start = max(cue.start, min(wanted, cue.start + _LATE_SECONDS), before.start + _SHORTEST)
                found[last[cue.speaker]] = replace(before, end=min(before.end, start))
                length = max(cue.end - cue.start, _SHORTEST)
                now = replace(cue, start=start, end=max(cue.end, start + min(length, rules.min_seconds)))
        last[cue.speaker] = len(found)
        found.append(now)
    return found


def _stretched(cue: Cue, rules: SubtitleRules, own_next: float, any_next: float, previous: float) -> Cue:
    needed = min(max(rules.min_seconds, cue.letters / rules.speed), rules.max_seconds)
    limit = min(own_next, max(any_next, cue.start + rules.min_seconds))
    room = limit - GAP_SECONDS if limit - GAP_SECONDS - cue.start >= rules.min_seconds else limit
    end = cue.end
    if end - cue.start < needed:
        end = min(cue.start + needed, room, max(cue.end + _LINGER_SECONDS, cue.start + rules.min_seconds))
    if 0 < any_next - end < _CLOSED_SECONDS or end > room:
        end = (
            min(room, max(cue.start + rules.max_seconds, end))
            if end > room
            else min(room, cue.start + rules.max_seconds)
        )
    end = max(end, cue.start + _SHORTEST)
    start = cue.start
    if end - start < needed:
        start = max(start - _EARLY_SECONDS, previous + GAP_SECONDS, end - needed, 0.0)
        start = min(start, cue.start)
    return replace(cue, start=start, end=min(end, own_next) if own_next > start else end)
