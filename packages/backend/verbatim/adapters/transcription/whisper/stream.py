"""Sound of any length for Whisper, without joints.

Whisper hears thirty seconds at once, begins the next window where its last words ended, and is told what it wrote
before. A long recording is read in blocks, because its features would fill the memory. Were each block heard for
itself, words on its edges would be lost, and a hint other than Whisper's own makes it write what nobody said. So what a
block leaves over is heard together with the next one, from the place and with the hint with which Whisper would have
gone on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from verbatim.adapters.media import SAMPLE_RATE, Block, Samples
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
else:
    np = lazy("numpy")

WINDOW = 30 * SAMPLE_RATE
"""Samples that the model hears at once."""

_PER_FRAME = SAMPLE_RATE // 100
_UNSURE = 3 * SAMPLE_RATE
"""Only what follows tells whether the last seconds are a pause within speech or the end of it."""
_CONTEXT = 10 * SAMPLE_RATE
"""What the detector hears again of what came before, since it listens for longer than a moment."""
_FORGETS_ABOVE = 0.5
"""The temperature from which Whisper's text is no hint for what follows, by its own rule."""

Listen = Callable[[Any, list[int]], Any]
"""Transcribe sound, with a hint in tokens of Whisper; returns its segments, whose times are those of that sound."""


class Stream:
    """Takes one block after the other; `only_voices` leaves out where nobody speaks."""

    def __init__(self, *, only_voices: bool) -> None:
        self._only_voices = only_voices
        self._waiting: Samples = np.zeros(0, np.int16)
        self._begin = 0
        self._settled = 0
        self._sound: Samples = np.zeros(0, np.int16)
        self._kept: list[list[int]] = []
        self._hint: list[int] = []

    def take(self, block: Block, *, last: bool) -> None:
        """Add a block to what is to be heard; behind the `last` one nothing comes."""
        self._waiting = np.concatenate((self._waiting, block.samples))
        end = self._begin + len(self._waiting)
        until = end if last or not self._only_voices else max(self._settled, end - _UNSURE)
        for start, stop in self._voices():
            start, stop = max(start, self._settled), min(stop, until)  # noqa: PLW2901 - the part not yet taken
            if start < stop:
                part = self._waiting[start - self._begin : stop - self._begin]
                self._sound = np.concatenate((self._sound, part))
                self._kept.append([start, stop])
        self._settled = until
        begin = max(self._begin, until - _CONTEXT)
        self._waiting = self._waiting[begin - self._begin :].copy()
        self._begin = begin

    def _voices(self) -> list[tuple[int, int]]:
        """Return where somebody speaks in what is waiting, in samples of the recording."""
        if not self._only_voices:
            return [(self._begin, self._begin + len(self._waiting))]
        from faster_whisper.vad import VadOptions, get_speech_timestamps  # noqa: PLC0415  only in the engine's process

        found = get_speech_timestamps(self._waiting.astype(np.float32) / 32_768, VadOptions())
        return [(self._begin + int(one["start"]), self._begin + int(one["end"])) for one in found]

    def heard(self, listen: Listen, *, last: bool) -> Iterator[Any]:
        """Yield the segments of all whole windows, of the `last` block all segments, with times of the recording."""
        whole = len(self._sound) - WINDOW
        if not len(self._sound) or (whole < 0 and not last):
            return
        end = 0
        warm = False
        window = -1
        for segment in listen(self._sound.astype(np.float32) / 32_768, self._hint):
            begin = int(segment.seek) * _PER_FRAME
            if warm and begin != window:
                self._hint = []
            if begin > whole and not last:
                self._leave(begin)
                return
            warm, window = float(segment.temperature) > _FORGETS_ABOVE, begin
            self._hint = [*self._hint, *segment.tokens]
            end = int(float(segment.end) * SAMPLE_RATE)
            yield self._placed(segment)
        if warm:
            self._hint = []
        self._leave(max(end, whole) if not last else len(self._sound))

    def _placed(self, segment: Any) -> Any:
        from faster_whisper.transcribe import restore_speech_timestamps  # noqa: PLC0415  only in the engine's process

        chunks = [{"start": start, "end": stop} for start, stop in self._kept]
        [placed] = restore_speech_timestamps([segment], chunks, SAMPLE_RATE)
        return placed

    def _leave(self, count: int) -> None:
        """Forget so many samples of what was heard."""
        self._sound = self._sound[count:].copy()
        while self._kept and count:
            start, stop = self._kept[0]
            gone = min(count, stop - start)
            count -= gone
            self._kept[0][0] += gone
            if self._kept[0][0] == stop:
                self._kept.pop(0)
