"""From segments to cues: which words are shown together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from verbatim.adapters.transcription.alignment import pieces_of, spread
from verbatim.adapters.transcription.api import Word
from verbatim.adapters.transcription.postprocess import ends_sentence
from verbatim.adapters.transcription.writing import glue, tidy
from verbatim.transcripts.schemas import SegmentResponse
from verbatim.transcripts.subtitles.breaks import chunks
from verbatim.transcripts.subtitles.lines import CLAUSE_END, fits, laid_out
from verbatim.transcripts.subtitles.rules import SubtitleRules
from verbatim.transcripts.subtitles.timing import Cue, timed
from verbatim.transcripts.subtitles.width import columns

_OVERLAP_SECONDS = 0.05
_JOINED_SECONDS = 2.0
"""A pause as long as this always ends a cue."""
_PAUSE_SECONDS = 0.4
_COST_OF_A_CUE = 1.0
_COST_OF_A_CLAUSE = 0.7
_COST_OF_A_PAUSE = 0.4
_COST_OF_A_SPACE = 2.5
_COST_OF_A_SEGMENT = 3.0
"""Two segments in one cue: only where one is too short for a cue of its own."""
_COST_AT_A_SEGMENT = 0.2
_COST_OF_A_FLASH = 4.0
_COST_PER_MISSING_SECOND = 6.0
_COST_OF_SPEED = 4.0


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What is not broken: its text with the space before it, and its time. `opens` tells that a segment begins."""

    text: str
    start: float
    end: float
    opens: bool
    width: int
    space: int


@dataclass
class _Stream:
    """What one speaker says without somebody else between."""

    speaker: str | None
    chunks: list[_Chunk] = field(default_factory=list)


def make_cues(segments: Sequence[SegmentResponse], rules: SubtitleRules, *, named: bool) -> list[Cue]:
    """Return the cues of a transcript in order of time. `named` puts the speaker's name in front of each
    segment.
    """
    found: list[Cue] = []
    streams = list(_streams(segments, rules))
    for stream, following in zip(streams, _next_words(streams), strict=True):
        label = _label(stream.speaker, rules) if named else ""
        taken = columns(label) + 1 if label else 0
        for first, last in _best_cuts(stream.chunks, rules, taken, following):
            members = stream.chunks[first:last]
            texts = [chunk.text for chunk in members]
            labelled = bool(label) and members[0].opens
            shown = [label, " " + texts[0].lstrip(), *texts[1:]] if labelled else texts
            lines = laid_out(shown, rules.line_length, rules.lines, labelled=labelled)
            found.append(Cue(members[0].start, members[-1].end, tuple(lines), stream.speaker))
    return timed(found, rules)


def _label(speaker: str | None, rules: SubtitleRules) -> str:
    if not speaker:
        return ""
    name, room = one_paragraph(speaker), rules.line_length - 12
    while columns(name) > room:
        name = name[:-1] if columns(name) <= room + 1 and not name.endswith("…") else name.rstrip("…")[:-1] + "…"
    return f"{name}:"


def _streams(segments: Sequence[SegmentResponse], rules: SubtitleRules) -> Iterator[_Stream]:
    stream: _Stream | None = None
    for segment in sorted(segments, key=lambda one: (one.start_time, one.segment_index)):
        pieces = list(_chunks(segment, rules))
        if not pieces:
            continue
        last = stream.chunks[-1] if stream is not None else None
        is_new = last is None or pieces[0].start < last.end - _OVERLAP_SECONDS
        if stream is None or is_new or stream.speaker != segment.speaker:
            if stream is not None:
                yield stream
            stream = _Stream(segment.speaker)
        elif last is not None:
            space = glue(last.text, pieces[0].text)
            head = pieces[0]
            pieces[0] = _Chunk(space + head.text, head.start, head.end, head.opens, head.width, len(space))
        stream.chunks.extend(pieces)
    if stream is not None:
        yield stream


def _chunks(segment: SegmentResponse, rules: SubtitleRules) -> Iterator[_Chunk]:
    text = one_paragraph(segment.text)
    # A player takes an arrow for the beginning of a cue; it may be in a word as well.
    words = [Word(one_paragraph(word["text"]), word["start"], word["end"]) for word in segment.words or ()]
    words = words or spread(text, segment.start_time, segment.end_time)
    times: list[tuple[float, float]] = []
    for space, word in pieces_of(text, words):
        step = (word.end - word.start) / max(1, len(word.text))
        times.extend([(word.start, word.start)] * len(space))
        times.extend((word.start + i * step, word.start + (i + 1) * step) for i in range(len(word.text)))
    position = 0
    reached = segment.start_time
    for chunk in chunks(text, rules.line_length):
        bare = chunk.strip()
        first = position + len(chunk) - len(chunk.lstrip())
        position += len(chunk)
        start = max(reached, times[first][0])
        reached = max(start, times[position - 1][1])
        yield _Chunk(chunk, start, reached, first == 0, columns(bare), len(chunk) - len(chunk.lstrip()))


def _next_words(streams: Sequence[_Stream]) -> list[float]:
    """Return for each stream when its speaker goes on after somebody else; infinity for never."""
    found = [float("inf")] * len(streams)
    later: dict[str | None, float] = {}
    for index in range(len(streams) - 1, -1, -1):
        stream = streams[index]
        found[index] = later.get(stream.speaker, float("inf"))
        later[stream.speaker] = stream.chunks[0].start
    return found


def _best_cuts(parts: Sequence[_Chunk], rules: SubtitleRules, taken: int, following: float) -> list[tuple[int, int]]:
    """Find the partition into cues that costs least, each cue being as long as it may be or shorter."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for last in range(1, len(parts) + 1):
        found = (float("inf"), last - 1)
        for first in range(last - 1, -1, -1):
            room = parts[last].start if last < len(parts) else following
            cost = _cost(parts, first, last, rules, taken, room)
            if cost is None:
                break
            if best[first][0] + cost < found[0]:
                found = (best[first][0] + cost, first)
        best.append(found)
    cuts: list[tuple[int, int]] = []
    last = len(parts)
    while last > 0:
        first = best[last][1]
        cuts.append((first, last))
        last = first
    return cuts[::-1]


def _cost(
    parts: Sequence[_Chunk], first: int, last: int, rules: SubtitleRules, taken: int, until: float
) -> float | None:
    """Return what a cue of these chunks costs that may stay `until` the next one; None when neither it nor a longer
    one is possible.
    """
    members = parts[first:last]
    start, end = members[0].start, members[-1].end
    widths, spaces = [chunk.width for chunk in members], [chunk.space for chunk in members]
    if taken and members[0].opens:
        widths, spaces = [taken - 1, *widths], [0, 1, *spaces[1:]]
    if len(members) > 1 and (
        end - start > rules.max_seconds
        or not fits(widths, spaces, rules.line_length, rules.lines)
        or members[1].start - members[0].end >= _JOINED_SECONDS
    ):
        return None
    letters = sum(widths) + sum(spaces)
    needed = max(rules.min_seconds, letters / rules.speed)
    seconds = min(max(end - start, needed), max(until - start, 0.001), rules.max_seconds)
    cost = _COST_OF_A_CUE + _end_cost(parts, last)
    cost += sum(_COST_OF_A_SEGMENT for chunk in members[1:] if chunk.opens)
    cost += sum(2 * (two.start - one.end) for one, two in pairwise(members) if two.start - one.end > _PAUSE_SECONDS)
    if seconds < rules.min_seconds:
        cost += _COST_OF_A_FLASH + _COST_PER_MISSING_SECOND * (rules.min_seconds - seconds)
    return cost + _COST_OF_SPEED * max(0.0, letters / seconds / rules.speed - 1)


def _end_cost(parts: Sequence[_Chunk], last: int) -> float:
    """Return what it costs to end a cue here: nothing behind a sentence, most inside a clause."""
    text = parts[last - 1].text
    if last == len(parts) or ends_sentence(text):
        return 0.0
    costs = [_COST_OF_A_SPACE]
    if text.endswith(CLAUSE_END):
        costs.append(_COST_OF_A_CLAUSE)
    if parts[last].start - parts[last - 1].end >= _PAUSE_SECONDS:
        costs.append(_COST_OF_A_PAUSE)
    if parts[last].opens:
        costs.append(_COST_AT_A_SEGMENT)
    return min(costs)


def one_paragraph(text: str) -> str:
    """Return text that cannot be taken for the frame of a cue: an empty line ends one and an arrow starts one."""
    return tidy(text).replace("-->", "→")
