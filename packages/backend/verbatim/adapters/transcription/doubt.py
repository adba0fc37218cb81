"""Which text looks like an engine's invention, by evidence. It is marked, never taken away.

Words repeat because people repeat them: votes, roll calls, announcements, digits. So sameness alone says nothing. A
word with a plausible stretch of time of its own was spoken. Evidence against it is that nobody speaks there, that there
are more words than the time can hold, or that the text repeats itself while the engine itself held it for unlikely.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from verbatim.adapters.transcription.api import Word
from verbatim.adapters.transcription.speech import SpeechMap
from verbatim.adapters.transcription.writing import is_unspaced, tokenize

LOOP_RATIO = 2.4
"""Text that packs better than this repeats itself; the limit at which Whisper distrusts its own text."""
UNLIKELY = 0.37
"""Mean probability of a word; e to the power of -1, the other limit of Whisper."""
NO_SPEECH = 0.6
LETTERS_PER_SECOND = 35.0
"""Nobody speaks faster: auctioneers reach 25."""
SIGNS_PER_SECOND = 15.0
"""The same in scripts that write a syllable with one sign."""
SLACK_SECONDS = 0.5
WINDOW = 8
FEWEST = 5
RUN_WORDS = 12
"""Fewer doubtful words than this beside others are words whose times are not exact, and stay in their sentence."""
MARGIN_SECONDS = 0.3
WORD_MARGIN_SECONDS = 1.0
SAME_SEGMENTS = 3
SAME_SHORT = 10
SHORT_WORDS = 3


class Doubt(StrEnum):
    """Why a text looks invented."""

    NO_SPEECH = "no_speech"
    TOO_FAST = "too_fast"
    REPETITION = "repetition"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the engine says about a segment. `timed` tells that its words have times of their own."""

    confidence: float | None = None
    compression_ratio: float | None = None
    no_speech: float | None = None
    timed: bool = True

    @property
    def is_unlikely(self) -> bool:
        return self.confidence is not None and self.confidence < UNLIKELY

    def repeats(self, text: str) -> bool:
        """Say whether the text repeats itself."""
        ratio = self.compression_ratio
        return (compression_ratio(text) if ratio is None else ratio) > LOOP_RATIO


def compression_ratio(text: str) -> float:
    """Return how many times smaller a text becomes when it is packed."""
    data = text.encode()
    return len(data) / len(zlib.compress(data)) if data else 0.0


def parted(words: Sequence[Word], speech: SpeechMap, evidence: Evidence) -> list[tuple[int, int]]:
    """Return where to part the words of a segment, so that doubtful words do not stand in one segment with others."""
    if not evidence.timed:
        return [(0, len(words))]
    fast = _too_fast(words)
    silent = [speech.is_silent(w.start - WORD_MARGIN_SECONDS, w.end + WORD_MARGIN_SECONDS) for w in words]
    runs: list[tuple[int, int, bool]] = []
    for doubtful, group in groupby(range(len(words)), lambda i: fast[i] or silent[i]):
        members = list(group)
        is_marked = doubtful and len(members) >= RUN_WORDS
        if runs and runs[-1][2] == is_marked:
            runs[-1] = (runs[-1][0], members[-1] + 1, is_marked)
        else:
            runs.append((members[0], members[-1] + 1, is_marked))
    return [(start, end) for start, end, _ in runs]


def judge(
    words: Sequence[Word], text: str, same_before: int, speech: SpeechMap, evidence: Evidence
) -> tuple[Doubt | None, bool]:
    """Say why a segment is doubtful, and whether to fold it: when nobody speaks there and something else tells against
    it too. ``same_before`` is how often the same text stood right before it.
    """
    start, end = words[0].start, words[-1].end
    limit = SAME_SHORT if len(tokenize(text)) <= SHORT_WORDS else SAME_SEGMENTS
    repeats = evidence.repeats(text) or same_before >= limit
    fast = all(_too_fast(words)) if words else False
    silent = speech.is_silent(start - MARGIN_SECONDS, end + MARGIN_SECONDS)
    if end > speech.known_until:  # nobody has listened; the engine may have
        silent = evidence.is_unlikely and (evidence.no_speech or 0.0) > NO_SPEECH
    if silent:
        return Doubt.NO_SPEECH, repeats or fast or evidence.is_unlikely
    if fast:
        return Doubt.TOO_FAST, False
    if repeats and evidence.is_unlikely:
        return Doubt.REPETITION, False
    return None, False


def shortest_time(text: str) -> float:
    """Return in how many seconds a text can be said, at the very fastest."""
    signs = sum(map(is_unspaced, text))
    return (len(text) - signs) / LETTERS_PER_SECOND + signs / SIGNS_PER_SECOND


def _too_fast(words: Sequence[Word]) -> list[bool]:
    """Tell of each word whether it stands among more words than their time can hold, and is too short itself."""
    found = [False] * len(words)
    size = min(WINDOW, len(words))
    if size < FEWEST:
        return found
    needed = [shortest_time(word.text) for word in words]
    # Some engines tell only when a word begins: the next one's beginning is then the end of this one.
    ends = [max(one.end, two.start) for one, two in pairwise(words)] + [words[-1].end]
    short = [needed[i] > ends[i] - words[i].start for i in range(len(words))]
    for first in range(len(words) - size + 1):
        last = first + size
        if sum(needed[first:last]) > ends[last - 1] - words[first].start + SLACK_SECONDS:
            for i in range(first, last):
                found[i] = found[i] or short[i]
    return found
