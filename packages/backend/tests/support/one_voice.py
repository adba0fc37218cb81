"""Recordings in which one person speaks, in the ways in which one person sounds like several."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from support.conversations import RATE, Conversation, Sound, sentences

Random = np.random.Generator


def alone(voice: str, way: str, seconds: float, *, seed: int = 1) -> Conversation:
    """Let a voice talk for some seconds, in one of `WAYS`; its sentences come in any order, again and again."""
    chance = np.random.default_rng(seed)
    longest = 6.0 if way == "with long pauses" else 0.9
    parts: list[Sound] = [np.zeros(RATE // 2, np.float32)]
    left: list[Sound] = []
    while sum(map(len, parts)) < seconds * RATE:
        left = left or [sentences(voice)[place] for place in chance.permutation(len(sentences(voice)))]
        parts += [_said(left.pop(), way, chance), np.zeros(int(chance.uniform(0.15, longest) * RATE), np.float32)]
    sound = np.concatenate(parts)
    sound = WAYS[way](sound, chance) + chance.normal(0, 0.001, len(sound)).astype(np.float32)
    return Conversation(np.clip(sound, -1, 1).astype(np.float32), [(0.5, len(sound) / RATE, voice)])


def _said(sentence: Sound, way: str, chance: Random) -> Sound:
    """A sentence as loud as it happens to be, where that changes."""
    if way == "loud and quiet":
        return (sentence * 10 ** (chance.uniform(-14, 3) / 20)).astype(np.float32)
    if way == "calling out" and chance.random() < 1 / 3:
        sharper = np.append(np.float32(0), np.diff(sentence))
        found: Sound = np.clip(2 * (sentence + 0.2 * sharper), -1, 1).astype(np.float32)
        return found
    return sentence


def _band(sound: Sound, lowest: float, highest: float) -> Sound:
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hertz < lowest) | (hertz > highest)] = 0
    return np.fft.irfft(spectrum, len(sound)).astype(np.float32)


def _telephone(sound: Sound, _: Random) -> Sound:
    """300 to 3400 Hz, in the 8 bits of mu-law."""
    heard = np.clip(_band(sound, 300, 3_400), -1, 1)
    steps = np.round(128 * np.sign(heard) * np.log1p(255 * np.abs(heard)) / np.log(256)) / 128
    found: Sound = (np.sign(steps) * (256 ** np.abs(steps) - 1) / 255).astype(np.float32)
    return found


def _room(sound: Sound, chance: Random) -> Sound:
    echo = chance.normal(size=RATE // 3) * np.exp(-np.arange(RATE // 3) / (RATE / 18))
    echo[0] = 3
    size = len(sound) + len(echo)
    heard = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(echo / np.linalg.norm(echo), size), size)
    return heard[: len(sound)].astype(np.float32)


def _street(sound: Sound, chance: Random) -> Sound:
    """Noise that is louder the deeper, 12 dB below the voice."""
    spectrum = np.fft.rfft(chance.normal(size=len(sound)))
    noise = np.fft.irfft(spectrum / np.sqrt(np.arange(len(spectrum)) + 1), len(sound))
    found: Sound = (sound + noise / noise.std() * sound[np.abs(sound) > 0.01].std() / 4).astype(np.float32)
    return found


def _hiss(sound: Sound, chance: Random) -> Sound:
    level = sound[np.abs(sound) > 0.01].std() / 6
    return (sound + chance.normal(0, level, len(sound))).astype(np.float32)


def _going_away(sound: Sound, _: Random) -> Sound:
    return (sound * np.geomspace(1, 0.1, len(sound))).astype(np.float32)


def _as_it_is(sound: Sound, _: Random) -> Sound:
    return sound


WAYS: dict[str, Callable[[Sound, Random], Sound]] = {
    "as it is": _as_it_is,
    "with long pauses": _as_it_is,
    "loud and quiet": _as_it_is,
    "calling out": _as_it_is,
    "going away": _going_away,
    "in the street": _street,
    "with hiss": _hiss,
    "over a telephone": _telephone,
    "in a room": _room,
}
