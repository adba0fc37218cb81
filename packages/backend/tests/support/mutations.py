"""Files that were good once: mutations of twenty kinds, made the same way each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from support.made_media import claiming_mp4, encode, plain_wav, rows, speech

KINDS = (
    ("wav", "wav", "pcm_s16le", 16_000),
    ("g722", "wav", "g722", 16_000),
    ("mp3", "mp3", "libmp3lame", 16_000),
    ("mp2", "mp2", "mp2", 48_000),
    ("m4a", "mp4", "aac", 16_000),
    ("mov", "mov", "pcm_s16le", 16_000),
    ("ogg", "ogg", "libopus", 48_000),
    ("webm", "webm", "libopus", 48_000),
    ("mkv", "matroska", "flac", 16_000),
    ("flac", "flac", "flac", 16_000),
    ("aac", "adts", "aac", 16_000),
    ("wma", "asf", "wmav2", 44_100),
    ("avi", "avi", "libmp3lame", 44_100),
    ("ts", "mpegts", "mp2", 48_000),
    ("flv", "flv", "libmp3lame", 44_100),
    ("au", "au", "pcm_mulaw", 8_000),
    ("ac3", "ac3", "ac3", 48_000),
    ("aiff", "aiff", "pcm_s16be", 16_000),
    ("caf", "caf", "alac", 44_100),
    ("wv", "wv", "wavpack", 44_100),
)


def seeds(folder: Path) -> list[tuple[str, bytes]]:
    """Make a good file of each kind, a second long, and some that claim much."""
    made = []
    for name, muxer, codec, rate in KINDS:
        path = encode(folder / name, muxer, codec, [rows(speech(1))], rate=rate)
        made.append((name, path.read_bytes()))
    six = plain_wav(folder / "six", rows(*[speech(1)] * 6)).read_bytes()
    return [*made, ("six", six), ("claims", claiming_mp4(1_000_000)), ("claims", claiming_mp4(4_000_000, 4))]


def mutated(good: list[tuple[str, bytes]], count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield that many mutations of the files in turn."""
    chance = random.Random(seed)  # noqa: S311  the same ones each time
    for number in range(count):
        name, data = good[number % len(good)]
        yield name, _mutate(bytearray(data), chance)


def _mutate(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        # The beginning holds what a file claims of itself.
        at = at % 512 if chance.random() < 0.6 else at
        match chance.randrange(7):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                data[at : at + 4] = chance.choice([b"\xff" * 4, b"\x7f\xff\xff\xff", bytes(4), b"\0\0\0\1"])
            case 2:
                data[at : at + 64] = chance.randbytes(64)
            case 3:
                del data[at : at + chance.randint(1, 400)]
            case 4:
                data[at:at] = data[at : at + chance.randint(1, 2_000)]
            case 5:
                data = data[: max(1, at)] if chance.random() < 0.3 else data
            case _:
                data[at:at] = chance.randbytes(chance.randint(1, 300))
        data = data or bytearray(b"\0")
    return bytes(data)
