"""What every engine's output goes through: sane times, readable lengths, doubts marked. Nothing said is taken away."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from verbatim.adapters.transcription.alignment import pieces_of, spread
from verbatim.adapters.transcription.api import OnSegment, Segment, Word
from verbatim.adapters.transcription.doubt import Evidence, judge, parted
from verbatim.adapters.transcription.speech import SpeechMap
from verbatim.adapters.transcription.writing import glue, tidy

MAX_SEGMENT_SECONDS = 30.0
_STRAYED_SECONDS = 1.0
"""A word may stand a little outside its segment; further away its time is wrong."""
_SPOKEN = re.compile(r"\w")
SENTENCE_END = (".", "?", "!", "…", "。", "？", "！", "؟", "।", "၊", "။", "។", "།", "۔")  # noqa: RUF001  meant so
_BEHIND_A_SENTENCE = "\"'”’»)]」』）】"  # noqa: RUF001  same

Piece = tuple[str, Word]
"""A word with the space that stands before it."""

_NOTHING_KNOWN = Evidence()


class SegmentSink:
    """Takes an engine's raw segments in order, hands on the clean ones and keeps them.

    `duration` bounds all times, unless more was heard (`reach`). Segments keep the times that the engine gave them and
    may overlap; they are no longer than about 30 s, and their text is their words with the engine's spaces. `speech`
    is filled by whoever listens for voices, before the segments of that stretch come.
    """

    def __init__(self, duration: float, on_segment: OnSegment) -> None:
        self.segments: list[Segment] = []
        self.speech = SpeechMap()
        self._duration = duration
        self._on_segment = on_segment
        self._same = 0

    def reach(self, seconds: float) -> None:
        """Say that there is sound up to here, whatever the file claims about its length."""
        self._duration = max(self._duration, seconds)

    def add(
        self,
        start: float,
        end: float,
        words: Sequence[Word] | str,
        *,
        language: str = "",  # noqa: ARG002  spaces and sentence ends are a matter of the letters
        confidence: float | None = None,
        speaker: str | None = None,
        evidence: Evidence = _NOTHING_KNOWN,
        text: str | None = None,
    ) -> None:
        """Take one segment; words given as plain text are spread evenly over its time.

        `text` tells the spaces between words that come without any.
        """
        begin = self._clamp(start, 0.0)
        finish = self._clamp(end, begin)
        is_timed = not isinstance(words, str)
        pieces = self._timed(_pieces(words, text, begin, finish), begin, finish)
        known = replace(evidence, confidence=confidence if evidence.confidence is None else evidence.confidence)
        known = replace(known, timed=is_timed)
        parts = [
            piece
            for first, last in parted([word for _, word in pieces], self.speech, known)
            for piece in _split_long(pieces[first:last])
        ]
        for part in parts:
            whole = (begin, finish) if len(parts) == 1 else None
            self._emit(part, whole, speaker, known)

    def _emit(
        self, pieces: list[Piece], whole: tuple[float, float] | None, speaker: str | None, evidence: Evidence
    ) -> None:
        text = "".join(space + word.text for space, word in pieces).strip()
        if not _SPOKEN.search(text):
            return
        words = tuple(word for _, word in pieces)
        start, end = words[0].start, words[-1].end
        if whole is not None and whole[1] - whole[0] <= MAX_SEGMENT_SECONDS:
            start, end = min(start, round(whole[0], 3)), max(end, round(whole[1], 3))
        probabilities = [word.confidence for word in words if word.confidence is not None]
        mean = sum(probabilities) / len(probabilities) if probabilities else evidence.confidence
        is_same = bool(self.segments) and self.segments[-1].text.casefold() == text.casefold()
        self._same = self._same + 1 if is_same else 0
        doubt, folded = judge(words, text, self._same, self.speech, replace(evidence, confidence=mean))
        segment = Segment(
            start=start,
            end=end,
            text=text,
            confidence=None if mean is None else round(mean, 4),
            words=words,
            speaker=speaker,
            doubt=None if doubt is None else doubt.value,
            folded=folded,
        )
        self.segments.append(segment)
        self._on_segment(segment)

    def _timed(self, pieces: Sequence[Piece], begin: float, finish: float) -> list[Piece]:
        """Words in order, inside the recording and not far from their segment."""
        found: list[Piece] = []
        low, high = max(0.0, begin - _STRAYED_SECONDS), finish + _STRAYED_SECONDS
        reached = 0.0
        for space, word in pieces:
            start = self._clamp(word.start, begin)
            start = max(reached, start if low <= start <= high else min(max(start, begin), finish))
            end = self._clamp(word.end, start)
            end = max(start, end if end <= high else finish)
            reached = start
            found.append((space, Word(word.text, round(start, 3), round(end, 3), _probability(word.confidence))))
        return found

    def _clamp(self, seconds: float, low: float) -> float:
        if not math.isfinite(seconds):
            return low
        return float(max(low, min(seconds, self._duration)))  # engines hand over numpy's floats too


def _pieces(words: Sequence[Word] | str, text: str | None, begin: float, finish: float) -> list[Piece]:
    """Words with the spaces before them: as the text has them, as the words bring them, else as their letters want."""
    if isinstance(words, str):
        line = tidy(words)
        return pieces_of(line, spread(line, begin, finish))
    if text is not None:
        return pieces_of(tidy(text), [replace(word, text=tidy(word.text)) for word in words if word.text.strip()])
    brings_spaces = any(word.text.strip() and word.text != word.text.strip() for word in words)
    found: list[Piece] = []
    behind, before = "", ""
    for word in words:
        bare = tidy(word.text)
        if not bare:
            behind = " " if brings_spaces else behind
            continue
        space = tidy_space(behind + word.text[: len(word.text) - len(word.text.lstrip())])
        found.append((space if brings_spaces else glue(before, bare), replace(word, text=bare)))
        behind, before = word.text[len(word.text.rstrip()) :], bare
    return found


def tidy_space(space: str) -> str:
    """Make one of several spaces; a wide one stays wide."""
    return "" if not space else "\u3000" if space == "\u3000" else " "


def _probability(value: float | None) -> float | None:
    return round(min(max(value, 0.0), 1.0), 4) if value is not None and math.isfinite(value) else None


def _split_long(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces of a readable length: cut behind a sentence, else in the longest pause, else anywhere."""
    parts: list[list[Piece]] = []
    rest = pieces
    while rest and rest[-1][1].end - rest[0][1].start > MAX_SEGMENT_SECONDS:
        fitting = sum(1 for _, word in rest if word.end - rest[0][1].start <= MAX_SEGMENT_SECONDS)
        cut = _best_cut([word for _, word in rest], fitting)
        parts.append(rest[:cut])
        rest = rest[cut:]
    if rest:
        parts.append(rest)
    return parts


def _best_cut(words: list[Word], fitting: int) -> int:
    if fitting <= 1 or fitting >= len(words):
        return min(len(words), 1)
    candidates = range(max(1, fitting // 2), fitting + 1)
    sentences = [i for i in candidates if ends_sentence(words[i - 1].text)]
    if sentences:
        return sentences[-1]
    return max(candidates, key=lambda i: (words[i].start - words[i - 1].end, i))


def ends_sentence(word: str) -> bool:
    """Say whether a sentence ends behind a word, with or without a closing quote."""
    return word.rstrip(_BEHIND_A_SENTENCE).endswith(SENTENCE_END)
