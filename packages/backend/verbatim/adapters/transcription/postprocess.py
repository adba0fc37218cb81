"""What every engine's output goes through: sane times, one text per segment, no hallucinated loops."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from verbatim.adapters.transcription.alignment import spread
from verbatim.adapters.transcription.api import OnSegment, Segment, Word
from verbatim.adapters.transcription.languages import written_without_spaces

MAX_SEGMENT_SECONDS = 30.0
_MAX_SAME_SEGMENTS = 3
_MAX_SAME_SHORT = 10
_SHORT_WORDS = 3
_MAX_PHRASE = 12
_MAX_SAME_WORD = 6
_MAX_SAME_PHRASE = 4
_SPOKEN = re.compile(r"\w")
_SENTENCE_END = (".", "?", "!", "…", "。", "？", "！", "؟", "।")  # noqa: RUF001  meant so


class SegmentSink:
    """Takes an engine's raw segments in order, hands on the clean ones and keeps them.

    `duration` bounds all times. Whatever an engine says, the segments handed on have monotonic times inside
    it, are no longer than about 30 s, and their text is exactly their words joined.
    """

    def __init__(self, duration: float, on_segment: OnSegment) -> None:
        self.segments: list[Segment] = []
        self._duration = duration
        self._on_segment = on_segment
        self._reached = 0.0
        self._same = 0

    def add(
        self,
        start: float,
        end: float,
        words: Sequence[Word] | str,
        *,
        language: str,
        confidence: float | None = None,
        speaker: str | None = None,
    ) -> None:
        """Take one segment; words given as plain text are spread evenly over its time."""
        begin = self._clamp(start, 0.0)
        finish = self._clamp(end, begin)
        raw = spread(words, begin, finish) if isinstance(words, str) else words
        spoken = [w for w in (self._clean_word(w, begin, finish) for w in raw) if w is not None]
        for part in _split_long(collapse_loops(spoken)):
            self._emit(part, language, confidence, speaker)

    def _emit(self, words: list[Word], language: str, confidence: float | None, speaker: str | None) -> None:
        text = ("" if written_without_spaces(language) else " ").join(word.text for word in words)
        if not _SPOKEN.search(text) or self._is_loop(text):
            return
        timed: list[Word] = []
        for word in words:
            begin = max(word.start, self._reached)
            self._reached = max(word.end, begin)
            timed.append(Word(word.text, round(begin, 3), round(self._reached, 3), word.confidence))
        known = [word.confidence for word in timed if word.confidence is not None]
        mean = sum(known) / len(known) if known else confidence
        segment = Segment(
            start=timed[0].start,
            end=timed[-1].end,
            text=text,
            confidence=None if mean is None else round(mean, 4),
            words=tuple(timed),
            speaker=speaker,
        )
        self.segments.append(segment)
        self._on_segment(segment)

    def _is_loop(self, text: str) -> bool:
        """Engines sometimes say one sentence for ever; people rarely do so more than a few times."""
        same = bool(self.segments) and self.segments[-1].text.casefold() == text.casefold()
        self._same = self._same + 1 if same else 1
        is_short = len(text.split()) <= _SHORT_WORDS
        return self._same > (_MAX_SAME_SHORT if is_short else _MAX_SAME_SEGMENTS)

    def _clean_word(self, word: Word, begin: float, finish: float) -> Word | None:
        text = " ".join(word.text.split())
        if not text:
            return None
        start = min(self._clamp(word.start, begin), finish)
        confidence = word.confidence
        if confidence is not None:
            confidence = round(min(max(confidence, 0.0), 1.0), 4) if math.isfinite(confidence) else None
        return Word(text, start, min(self._clamp(word.end, start), max(finish, start)), confidence)

    def _clamp(self, seconds: float, low: float) -> float:
        if not math.isfinite(seconds):
            return low
        return float(max(low, min(seconds, self._duration)))  # engines hand over numpy's floats too


def collapse_loops(words: Sequence[Word]) -> list[Word]:
    """Keep one of a word or phrase that is repeated immediately more often than people do."""
    spoken = [word.text.casefold().strip(".,!?…") for word in words]
    kept: list[Word] = []
    position = 0
    while position < len(words):
        for size in range(1, min(_MAX_PHRASE, (len(words) - position) // 2) + 1):
            times = _repeats(spoken, position, size)
            if times > (_MAX_SAME_WORD if size == 1 else _MAX_SAME_PHRASE):
                kept.extend(words[position : position + size])
                position += size * times
                break
        else:
            kept.append(words[position])
            position += 1
    return kept


def _repeats(spoken: Sequence[str], position: int, size: int) -> int:
    phrase = spoken[position : position + size]
    times = 1
    while spoken[position + times * size : position + (times + 1) * size] == phrase:
        times += 1
    return times


def _split_long(words: list[Word]) -> list[list[Word]]:
    """Pieces of a readable length: cut behind a sentence, else in the longest pause, else anywhere."""
    parts: list[list[Word]] = []
    rest = words
    while rest and rest[-1].end - rest[0].start > MAX_SEGMENT_SECONDS:
        fitting = sum(1 for word in rest if word.end - rest[0].start <= MAX_SEGMENT_SECONDS)
        cut = _best_cut(rest, fitting)
        parts.append(rest[:cut])
        rest = rest[cut:]
    if rest:
        parts.append(rest)
    return parts


def _best_cut(words: list[Word], fitting: int) -> int:
    if fitting <= 1 or fitting >= len(words):
        return min(len(words), 1)
    candidates = range(max(1, fitting // 2), fitting + 1)
    sentences = [i for i in candidates if words[i - 1].text.endswith(_SENTENCE_END)]
    if sentences:
        return sentences[-1]
    return max(candidates, key=lambda i: (words[i].start - words[i - 1].end, i))
