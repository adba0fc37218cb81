"""Where somebody speaks, by a voice detector that runs beside every engine."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media import SAMPLE_RATE, Block, blocks, decode_caged
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
else:
    np = lazy("numpy")

Stretch = tuple[float, float]

_MIN_SILENCE_MS = 300
_PAD_MS = 60
_MIN_SPEECH_MS = 200
_JOINED_SECONDS = 0.3
_BLOCK_SECONDS = 300.0


class SpeechMap:
    """The stretches of speech in a recording, found block after block, in order."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self.known_until = 0.0

    def listen(self, block: Block) -> None:
        """Look for speech in one block."""
        self.add(speech_in(block), block.end)

    def add(self, found: Iterable[Stretch], known_until: float) -> None:
        """Take stretches after those that are there; up to ``known_until`` there are no others."""
        for start, end in found:
            if self.stretches and start - self.stretches[-1][1] <= _JOINED_SECONDS:
                self.stretches[-1] = (self.stretches[-1][0], max(end, self.stretches[-1][1]))
            else:
                self.stretches.append((start, end))
        self.known_until = max(self.known_until, known_until)

    def is_silent(self, start: float, end: float) -> bool:
        """Say whether nobody speaks from ``start`` to ``end``; False too where nobody has listened."""
        if end > self.known_until:
            return False
        following = bisect_left(self.stretches, (end, end)) - 1
        return following < 0 or self.stretches[following][1] <= start


def listen_to(path: Path) -> SpeechMap:
    """Look for speech in a whole file."""
    speech = SpeechMap()
    for block in blocks(decode_caged(path), _BLOCK_SECONDS):
        speech.listen(block)
    return speech


def speech_in(block: Block) -> list[Stretch]:
    """Return the stretches of speech in a block, in seconds of the recording."""
    from faster_whisper.vad import VadOptions, get_speech_timestamps  # noqa: PLC0415  only in the engine's process

    options = VadOptions(
        min_speech_duration_ms=_MIN_SPEECH_MS, min_silence_duration_ms=_MIN_SILENCE_MS, speech_pad_ms=_PAD_MS
    )
    found = get_speech_timestamps(block.samples.astype(np.float32) / 32_768, options)
    return [
        (round(block.start + int(one["start"]) / SAMPLE_RATE, 3), round(block.start + int(one["end"]) / SAMPLE_RATE, 3))
        for one in found
    ]


def uncovered(speech: Sequence[Stretch], text: Iterable[Stretch], *, margin: float, shortest: float) -> list[Stretch]:
    """Return the stretches of speech for which there is no text.

    Text is taken to reach ``margin`` seconds to both sides, since neither times of words nor a detector are exact; what
    is left and shorter than ``shortest`` is no speech that somebody would miss.
    """
    covered = sorted((start - margin, end + margin) for start, end in text)
    found: list[Stretch] = []
    for start, end in speech:
        reached = start
        for begin, finish in covered:
            if finish <= reached:
                continue
            if begin >= end:
                break
            if begin - reached >= shortest:
                found.append((round(reached, 3), round(begin, 3)))
            reached = max(reached, finish)
        if end - reached >= shortest:
            found.append((round(reached, 3), round(end, 3)))
    return found
