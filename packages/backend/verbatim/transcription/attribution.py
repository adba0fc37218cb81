"""Whose words are they: segments of an engine and turns of a diarizer become segments that one person speaks each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from verbatim.adapters.diarization.api import Diarization, Turn
from verbatim.adapters.transcription.api import Segment, Word
from verbatim.transcripts.pieces import text_pieces

DEFAULT_SPEAKER = "Speaker 1"
"""Who speaks when nobody tells people apart: one name, to be corrected once for the whole transcript."""

_SENTENCE_END = (".", "?", "!", "…", "。", "？", "！", "؟", "।")  # noqa: RUF001  meant so
_PAUSE = 0.3
"""Seconds of silence around a word that make it somebody's own remark."""

_NEAR = 1.0
"""A word this many seconds from the nearest turn still is of that turn: diarizers leave out quiet beginnings."""

_LONGEST_TURN = 120.0
_DOUBTFUL = 0.5


@dataclass(frozen=True)
class Attributed:
    """Segments with their speaker, how sure each speaker is (0..1; None where nobody says), and which voice of the
    diarizer each speaker is.
    """

    segments: tuple[Segment, ...]
    confidences: tuple[float | None, ...]
    voices: dict[str, int]


def label(voice: int) -> str:
    """Return what a voice is called until people name it."""
    return f"Speaker {voice + 1}"


def attribute(segments: Sequence[Segment], found: Diarization) -> Attributed:
    """Give each word to a voice, and split segments where the voice changes. No word and no time is changed.

    The numbers of the voices follow the text: whoever speaks the first word is number one.
    """
    if not found.turns:
        return Attributed(tuple(segments), (None,) * len(segments), {})
    turns = _Turns(found.turns)
    parts: list[tuple[Segment, int, float | None]] = []
    for segment in segments:
        if not segment.words:
            voice, sure = turns.best(segment.start, segment.end)
            parts.append((segment, voice, sure))
        else:
            parts += _by_voice(segment, turns)
    parts.sort(key=lambda part: part[0].start)
    order = {voice: place for place, voice in enumerate(dict.fromkeys(voice for _, voice, _ in parts))}
    return Attributed(
        tuple(replace(segment, speaker=label(order[voice])) for segment, voice, _ in parts),
        tuple(sure for _, _, sure in parts),
        {label(place): voice for voice, place in order.items()},
    )


def _by_voice(segment: Segment, turns: _Turns) -> list[tuple[Segment, int, float | None]]:
    words = segment.words
    judged = [turns.best(word.start, word.end) for word in words]
    voices = smooth(words, [voice for voice, _ in judged])
    runs = [list(run) for _, run in groupby(range(len(words)), key=lambda place: voices[place])]
    texts = text_pieces(segment.text, [word.text for word in words], [run[0] for run in runs])
    found = []
    for text, run in zip(texts, runs, strict=True):
        own = words[run[0] : run[-1] + 1]
        start = segment.start if run[0] == 0 else own[0].start
        end = segment.end if run[-1] == len(words) - 1 else max(own[-1].end, own[0].start)
        sures = [sure for place in run if (sure := _agreed(judged[place], voices[place])) is not None]
        part = segment if len(runs) == 1 else replace(segment, start=start, end=end, text=text, words=own)
        found.append((part, voices[run[0]], round(sum(sures) / len(sures), 3) if sures else None))
    return found


def _agreed(judged: tuple[int, float | None], voice: int) -> float | None:
    """How sure it is that a word is of the voice it was given to in the end."""
    return judged[1] if judged[0] == voice else _DOUBTFUL


def smooth(words: Sequence[Word], voices: Sequence[int]) -> list[int]:
    """Return voices without islands of one word, and with changes where sentences end.

    A word alone between words of others stays its own only when it is a remark: a sentence, or with a pause before and
    after.
    """
    found = list(voices)
    for place in range(1, len(found) - 1):
        if found[place - 1] == found[place + 1] != found[place] and not _is_remark(words, place):
            found[place] = found[place - 1]
    for place in range(1, len(found)):
        if found[place] == found[place - 1] or _ends(words[place - 1]):
            continue
        # A change in the middle of a sentence: its last word, or the first of the next one, fell to the wrong side.
        if place >= 2 and _ends(words[place - 2]) and found[place - 2] == found[place - 1]:  # noqa: PLR2004
            found[place - 1] = found[place]
        elif _ends(words[place]) and (place + 1 == len(found) or found[place + 1] == found[place]):
            found[place] = found[place - 1]
    return found


def _is_remark(words: Sequence[Word], place: int) -> bool:
    before, word, after = words[place - 1 : place + 2]
    alone = word.start - before.end >= _PAUSE and after.start - word.end >= _PAUSE
    return alone or (_ends(before) and _ends(word))


def _ends(word: Word) -> bool:
    return word.text.rstrip("\"'”’)]»").endswith(_SENTENCE_END)  # noqa: RUF001  typographic quotes are meant


class _Turns:
    """Turns by time, cut so that none is long and all that matter to a moment lie near each other."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = sorted((part for turn in turns for part in _cut(turn)), key=lambda turn: turn.start)
        self._starts = [turn.start for turn in self._turns]

    def best(self, start: float, end: float) -> tuple[int, float | None]:
        """Return the voice that speaks most from `start` to `end`, else the nearest, and how sure that is."""
        end = max(end, start + 0.01)
        first = bisect_left(self._starts, start - _LONGEST_TURN)
        last = bisect_left(self._starts, end)
        shares: dict[int, float] = {}
        sures: dict[int, float | None] = {}
        for turn in self._turns[first:last]:
            shared = min(end, turn.end) - max(start, turn.start)
            if shared > 0:
                shares[turn.voice] = shares.get(turn.voice, 0.0) + shared
                sures[turn.voice] = turn.confidence
        if not shares:
            return self._nearest(start, end, first, last)
        # Of two who speak at once the surer one: an engine mostly hears the louder.
        voice = max(shares, key=lambda one: (round(shares[one], 2), sures[one] or 0.0))
        share = shares[voice] / sum(shares.values())
        sure = sures[voice]
        return voice, round(share if sure is None else share * sure, 3)

    def _nearest(self, start: float, end: float, first: int, last: int) -> tuple[int, float | None]:
        around = self._turns[max(0, first - 1) : last + 1] or self._turns

        def away(turn: Turn) -> float:
            return max(turn.start - end, start - turn.end, 0.0)

        nearest = min(around, key=away)
        return nearest.voice, _DOUBTFUL if away(nearest) <= _NEAR else 0.0


def _cut(turn: Turn) -> list[Turn]:
    parts = []
    start = turn.start
    while turn.end - start > _LONGEST_TURN:
        parts.append(replace(turn, start=start, end=start + _LONGEST_TURN))
        start += _LONGEST_TURN
    return [*parts, replace(turn, start=start)]
