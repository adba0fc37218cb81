"""Conversations of up to six voices, made of spoken sentences, and how wrong an answer to "who speaks when" is."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from verbatim.adapters.media import decode_mono16k

RATE = 16_000
VOICES = ("kal", "rms", "awb", "slt", "slt_low", "awb_low")
UNHEARD = ("lp", "pc", "nsh", "linda", "m7", "reader")
"""Voices from which nothing about telling voices apart was learned: other machines, and somebody who reads aloud."""

_FOLDER = Path(__file__).parent.parent / "fixtures" / "audio" / "voices"
_HUNDREDTH = RATE // 100
_PAUSE = 45

Sound = NDArray[np.float32]
Spoken = tuple[float, float, str]
"""From, to and by whom, in seconds."""


@cache
def sentences(voice: str) -> list[Sound]:
    """Return the sentences that a voice says, without the silence around them."""
    heard = np.concatenate(list(decode_mono16k(_FOLDER / f"{voice}.ogg")))
    sound: Sound = (heard / 32_768).astype(np.float32)
    blocks = sound[: len(sound) // _HUNDREDTH * _HUNDREDTH].reshape(-1, _HUNDREDTH)
    loud = np.flatnonzero(np.sqrt(np.square(blocks).mean(axis=1)) > 0.01)
    parts = np.split(loud, np.flatnonzero(np.diff(loud) > _PAUSE) + 1)
    return [sound[part[0] * _HUNDREDTH : (part[-1] + 1) * _HUNDREDTH] for part in parts if len(part) > 20]


@dataclass(frozen=True)
class Conversation:
    """Sound of 16 kHz, and who really speaks when."""

    sound: Sound
    spoken: list[Spoken]

    @property
    def seconds(self) -> float:
        return len(self.sound) / RATE

    def write(self, path: Path) -> Path:
        """Write it as WAV."""
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((np.clip(self.sound, -1, 1) * 32_767).astype("<i2").tobytes())
        return path


def conversation(voices: Sequence[str], seconds: float, *, seed: int = 1, overlap: float = 0.2) -> Conversation:
    """Let people talk in turns; a share of the turns begins before the one before has ended, and some agree aloud."""
    chance = np.random.default_rng(seed)
    sound = np.zeros(int((seconds + 40) * RATE), np.float32)
    spoken: list[Spoken] = []
    gain = {voice: chance.uniform(0.5, 1.0) for voice in voices}

    def say(voice: str, at: int, sentence: Sound) -> int:
        sound[at : at + len(sentence)] += sentence * gain[voice]
        spoken.append((at / RATE, (at + len(sentence)) / RATE, voice))
        return at + len(sentence)

    now, last = RATE // 2, ""
    while now < seconds * RATE:
        last = str(chance.choice([voice for voice in voices if voice != last] or list(voices)))
        end, length = now, 0
        for _ in range(int(chance.integers(1, 4))):
            sentence = sentences(last)[int(chance.integers(len(sentences(last))))]
            end, length = say(last, now, sentence), len(sentence)
            now = end + int(chance.uniform(0.1, 0.5) * RATE)
        what = chance.random()
        if what < overlap and len(voices) > 1:
            now = end - int(min(chance.uniform(0.4, 1.6) * RATE, length * 0.6))
        elif what < overlap * 1.5 and len(voices) > 1:
            other = str(chance.choice([voice for voice in voices if voice != last]))
            agreed = say(other, end - length // 2, min(sentences(other), key=len))
            now = max(end, agreed) + int(chance.uniform(0.1, 0.6) * RATE)
        else:
            now = end + int(chance.uniform(0.05, 0.9) * RATE)
    whole = int((max(end for _, end, _ in spoken) + 0.5) * RATE)
    noise = chance.normal(0, 0.002, whole).astype(np.float32)
    return Conversation(sound[:whole] + noise, spoken)


@dataclass(frozen=True)
class Errors:
    """Shares of the time that people speak (two at once count twice): not heard, heard in silence, given to somebody
    else; and how many voices there are and were found.
    """

    missed: float
    invented: float
    confused: float
    voices: int
    found: int

    @property
    def rate(self) -> float:
        """The diarization error rate, without any tolerance at the borders and with overlaps."""
        return self.missed + self.invented + self.confused


def errors(truth: Sequence[Spoken], answer: Sequence[tuple[float, float, Any]]) -> Errors:
    """Compare in steps of a hundredth of a second, with the names of both sides matched as well as can be."""
    length = int(max([end for _, end, _ in [*truth, *answer]], default=0) * 100) + 1
    real, found = _grid(truth, length), _grid(answer, length)
    shared = real.astype(np.int64) @ found.astype(np.int64).T
    speaking, heard = real.sum(axis=0), found.sum(axis=0)
    whole = max(1, int(speaking.sum()))
    right = _best_match(shared)
    return Errors(
        float(np.maximum(speaking - heard, 0).sum() / whole),
        float(np.maximum(heard - speaking, 0).sum() / whole),
        float((np.minimum(speaking, heard).sum() - right) / whole),
        len(real),
        len(found),
    )


def _grid(spoken: Sequence[tuple[float, float, Any]], length: int) -> NDArray[np.bool_]:
    names = sorted({str(name) for _, _, name in spoken})
    grid = np.zeros((len(names), length), dtype=bool)
    for start, end, name in spoken:
        grid[names.index(str(name)), round(start * 100) : round(end * 100)] = True
    return grid


def _best_match(shared: NDArray[np.int64]) -> int:
    """The most that can be right when each real voice is one found voice at most; there are few of either."""
    rows, columns = shared.shape

    @cache
    def best(row: int, taken: int) -> int:
        if row == rows:
            return 0
        without = best(row + 1, taken)
        free = [column for column in range(columns) if not taken >> column & 1]
        return max([without, *(int(shared[row, c]) + best(row + 1, taken | 1 << c) for c in free)])

    return best(0, 0)
