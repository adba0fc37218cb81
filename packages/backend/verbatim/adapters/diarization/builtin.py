"""The diarizer that needs no download: it learns the voices of a recording from the recording itself.

Speech is found, cut into windows, grouped into voices, and then every moment goes to the voice that explains it best.
Enough for two to six distinct voices; alike ones in a noisy room need a diarizer with a learned model.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from verbatim.adapters.diarization import voice_activity
from verbatim.adapters.diarization.api import Diarization, DiarizationRequest, Report, Turn, Voice
from verbatim.adapters.diarization.clustering import Windows, cluster, windows_of
from verbatim.adapters.diarization.decoding import Blocks, first_owners, settle
from verbatim.adapters.diarization.features import FRAME, FRAMES_PER_SECOND, RATE, Array, Features, measure
from verbatim.adapters.diarization.overlaps import speakers_at_once
from verbatim.adapters.diarization.remarks import Remark, remarks
from verbatim.adapters.diarization.voice_activity import STEP, speech_probability, speech_spans
from verbatim.adapters.media import decode_mono16k, probe
from verbatim.adapters.media.source import Source

MODEL = "builtin-1"
"""Grows when what is measured changes: voices of different models cannot be compared."""

_PART = 60 * RATE // (FRAME * STEP) * FRAME * STEP
_MAX_OVERLAP_SAMPLES = 4 * 3600 * RATE
"""Of longer recordings the sound is not kept, which overlaps are found from."""

_LISTENING = 0.8
_LEAST_TURN = 0.1
_ONLY_ONE, _REMARK = 0.95, 0.6
"""How sure it is who speaks where nobody else was found, and of a remark by somebody who says nothing else."""


class BuiltinDiarizer:
    """Blocking, and no lighter than it is: about a hundredth of the recording's length on one processor."""

    name = "builtin"

    def diarize(self, request: DiarizationRequest, report: Report) -> Diarization:
        for step in listen(request.path, request.sound, request.speakers):
            if isinstance(step, Diarization):
                return step
            report(step)
        return Diarization(self.name)


def load() -> None:
    """Load all that is loaded late otherwise: by doing everything once, with noise that comes in two colours."""
    voice_activity.load()
    numbers = np.random.default_rng(1)
    bright = numbers.normal(0, 3_000, 4 * RATE)
    dark = np.convolve(numbers.normal(0, 9_000, 4 * RATE), np.ones(8) / 8, "same")
    swell = np.abs(np.sin(np.arange(16 * RATE) * np.pi / RATE))  # without pauses nothing is taken for speech
    sound = (np.concatenate([bright, dark, bright, dark]) * swell).astype(np.int16)
    heard = measure(sound.astype(np.float32) / 32_768)
    diarize_features(heard, np.ones(len(sound) // STEP, np.float32), sound, 2)
    diarize_features(heard, np.ones(len(sound) // STEP, np.float32), sound, None)


def listen(source: Source, sound: str, speakers: int | None) -> Iterator[float | Diarization]:
    """Yield the share that is done, again and again, and at last who speaks when.

    Raises:
        MediaError: as `decode_mono16k`.
    """
    length = max(probe(source).duration_seconds, 0.1)
    sounds: list[Array] = []
    parts: list[Features] = []
    probabilities: list[Array] = []
    done = 0
    for part in _parts(source, sound):
        loud = part.astype(np.float32) / 32_768
        parts.append(measure(loud))
        probabilities.append(speech_probability(loud))
        done += len(part)
        if done <= _MAX_OVERLAP_SAMPLES:
            sounds.append(part)
        yield min(_LISTENING, _LISTENING * done / RATE / length)
    if not parts:
        yield Diarization(BuiltinDiarizer.name)
        return
    kept = np.concatenate(sounds) if done <= _MAX_OVERLAP_SAMPLES else None
    yield diarize_features(Features.joined(parts), np.concatenate(probabilities), kept, speakers)


def _parts(source: Source, choice: str) -> Iterator[Array]:
    """The sound in parts of about a minute, each a whole number of frames and of the detector's steps."""
    pending: list[Array] = []
    size = 0
    for chunk in decode_mono16k(source, choice):
        pending.append(chunk)
        size += len(chunk)
        if size >= _PART:
            joined = np.concatenate(pending)
            yield joined[:_PART]
            pending, size = [joined[_PART:]], size - _PART
    if size:
        joined = np.concatenate(pending)
        yield np.pad(joined, (0, -size % FRAME))


def diarize_features(features: Features, probability: Array, sound: Array | None, speakers: int | None) -> Diarization:
    """Say who speaks when. With `sound` (int16, 16 kHz) also where two speak at once."""
    spans = speech_spans(probability, features.loudness)
    windows = windows_of(spans, features)
    blocks = Blocks.of(spans, features)
    if not windows.spans or not len(blocks.edges):
        return Diarization(BuiltinDiarizer.name)
    owners = cluster(windows, speakers)
    voices = int(owners.max()) + 1
    said = remarks(windows, owners, None if speakers is None else speakers - voices)
    speaking, certain = _who_speaks(blocks, first_owners(blocks, windows.spans, owners, len(features.cepstra)), sound)
    for remark in said:
        owners[remark.windows] = remark.voice
    speaking, certain = _with_remarks(blocks, speaking, certain, said)
    found = [
        turn
        for voice, (speaks, sure) in enumerate(zip(speaking, certain, strict=True))
        for turn in _turns(blocks, speaks, voice, sure)
    ]
    return _ordered(found, windows, owners)


def _who_speaks(blocks: Blocks, owners: Array, sound: Array | None) -> tuple[list[Array], list[Array]]:
    """Return for each voice in which blocks it speaks, and how sure that is."""
    voices = int(owners.max()) + 1
    if voices == 1:
        return [np.ones(len(owners), dtype=bool)], [np.full(len(owners), _ONLY_ONE)]
    settled, scores = settle(blocks, owners, voices)
    speaking = [settled == voice for voice in range(voices)]
    if sound is not None:
        speaking = speakers_at_once(blocks, settled, voices, sound)
    return speaking, [_certainty(scores, voice) for voice in range(voices)]


def _with_remarks(
    blocks: Blocks, speaking: list[Array], certain: list[Array], said: list[Remark]
) -> tuple[list[Array], list[Array]]:
    """Give the blocks of remarks to those who make them."""
    count = len(blocks.edges)
    for remark in said:
        while len(speaking) <= remark.voice:
            speaking, certain = [*speaking, np.zeros(count, dtype=bool)], [*certain, np.full(count, _REMARK)]
        first, last = (round(moment * FRAMES_PER_SECOND) for moment in remark.span)
        inside = (blocks.edges[:, 0] >= first) & (blocks.edges[:, 1] <= last)
        speaking = [speaks & ~inside for speaks in speaking]
        speaking[remark.voice] = speaking[remark.voice] | inside
    return speaking, certain


def _certainty(scores: Array, voice: int) -> Array:
    """How much better than any other voice this one explains each block, as a probability."""
    others = np.delete(scores, voice, axis=1).max(axis=1)
    return np.asarray(1 / (1 + np.exp(-np.clip(scores[:, voice] - others, -30, 30))))


def _turns(blocks: Blocks, speaks: Array, voice: int, certain: Array) -> list[Turn]:
    found: list[tuple[int, int, list[float]]] = []
    for (first, last), sure in zip(blocks.edges[speaks].tolist(), certain[speaks].tolist(), strict=True):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], last, [*found[-1][2][-2000:], sure])
        else:
            found.append((first, last, [sure]))
    return [
        Turn(first / FRAMES_PER_SECOND, last / FRAMES_PER_SECOND, voice, round(float(np.mean(sures)), 3))
        for first, last, sures in found
        if (last - first) / FRAMES_PER_SECOND >= _LEAST_TURN
    ]


def _ordered(turns: list[Turn], windows: Windows, owners: Array) -> Diarization:
    """Number the voices in order of their first word; those without a turn are left out."""
    turns = sorted(turns, key=lambda turn: (turn.start, turn.end))
    heard = list(dict.fromkeys(turn.voice for turn in turns))
    number = {voice: place for place, voice in enumerate(heard)}
    return Diarization(
        BuiltinDiarizer.name,
        tuple(Turn(turn.start, turn.end, number[turn.voice], turn.confidence) for turn in turns),
        tuple(_voice(windows.described[owners == voice], windows.described, turns, voice) for voice in heard),
    )


def _voice(mine: Array, everything: Array, turns: list[Turn], voice: int) -> Voice:
    rows = mine if len(mine) else everything
    spread = rows.std(axis=0) if len(rows) > 2 else everything.std(axis=0)  # noqa: PLR2004 - two say nothing of it
    return Voice(
        MODEL,
        tuple(round(float(value), 4) for value in rows.mean(axis=0)),
        tuple(round(float(value), 4) for value in spread),
        round(sum(turn.end - turn.start for turn in turns if turn.voice == voice), 2),
    )
