"""Sound as one channel of whole numbers, in constant memory and with the clock of the player."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from verbatim.adapters.media.channels import Rows
from verbatim.adapters.media.choice import Choice, check_choice, parse_choice
from verbatim.adapters.media.errors import DamagedMedia, MediaError
from verbatim.adapters.media.joined import pieces
from verbatim.adapters.media.mixing import Mixer
from verbatim.adapters.media.source import Source, audio_streams, foreign, open_media
from verbatim.adapters.media.tracks import track_rows
from verbatim.core.cage.file import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]
else:
    np = lazy("numpy")
    Samples = "NDArray[np.int16]"

SAMPLE_RATE = 16_000
_FULL_SCALE = 32_768


def decode_mono16k(source: Source, sound: str = "mix") -> Iterator[Samples]:
    """Yield the sound as int16 samples, 16 kHz mono, one second at a time (the last chunk is shorter).

    All tracks and channels are mixed so that none is lost, unless `sound` chooses some; see `parse_choice`. Damaged
    parts in the middle are skipped. Where time stamps jump (a paused browser recording, a lost part) silence is put
    in, so that sample n is what a player plays at n / 16,000 s.

    Raises:
        MediaError: as `probe`; DamagedMedia when not one frame can be decoded, NoSuchSound, UnknownSound.
    """
    return decode(source, parse_choice(sound), SAMPLE_RATE)


def decode(source: Source, choice: Choice, rate: int) -> Iterator[Samples]:
    """As `decode_mono16k`, at any rate."""
    kept: list[Samples] = []
    size = 0
    empty = True
    for piece in _joined(foreign(source), choice, rate):
        empty = False
        kept.append(np.rint(piece * _FULL_SCALE).clip(-_FULL_SCALE, _FULL_SCALE - 1).astype(np.int16))
        size += len(piece)
        if size < rate:
            continue
        joined = np.concatenate(kept)
        whole = size - size % rate
        for start in range(0, whole, rate):
            yield joined[start : start + rate]
        kept = [joined[whole:].copy()]
        size -= whole
    if size:
        yield np.concatenate(kept)
    if empty:
        raise DamagedMedia("The file is damaged: none of its sound can be decoded.")


def _joined(file: ForeignFile, choice: Choice, rate: int) -> Iterator[NDArray[np.float32]]:
    """One recording after the other, where several were joined; what cannot be read behind the first is left out."""
    first, *others = pieces(file)
    yield from _recording(first, choice, rate)
    for other in others:
        with suppress(MediaError):
            yield from _recording(other, choice, rate)


def _recording(file: ForeignFile, choice: Choice, rate: int) -> Iterator[NDArray[np.float32]]:
    with open_media(file) as container:
        channels = [stream.codec_context.channels for stream in audio_streams(container)]
    check_choice(choice, channels)
    numbers = range(len(channels)) if choice.track is None else [choice.track - 1]
    if choice.channel is not None:
        numbers = [number for number in numbers if channels[number] >= choice.channel]
    tracks = [_chosen(track_rows(file, number, rate), choice.channel) for number in numbers]
    if len(tracks) == 1 and (choice.channel is not None or channels[numbers[0]] == 1):
        yield from _single(tracks[0], rate)
        return
    yield from _mixed(Mixer(rate), tracks)


def _single(track: Iterator[Rows], rate: int) -> Iterator[NDArray[np.float32]]:
    """One channel needs no mixing, unless it becomes several on the way."""
    for rows in track:
        if len(rows) == 1:
            yield rows[0]
            continue
        mixer = Mixer(rate)
        yield mixer.mix(rows)
        yield from _mixed(mixer, [track])
        return


def _mixed(mixer: Mixer, tracks: list[Iterator[Rows]]) -> Iterator[NDArray[np.float32]]:
    while rows := [found for track in tracks if (found := next(track, None)) is not None]:
        size = max(one.shape[1] for one in rows)
        yield mixer.mix(np.concatenate([np.pad(one, ((0, 0), (0, size - one.shape[1]))) for one in rows]))
    yield mixer.finish()


def _chosen(track: Iterator[Rows], channel: int | None) -> Iterator[Rows]:
    for rows in track:
        if channel is None:
            yield rows
        else:
            yield rows[channel - 1 : channel] if channel <= len(rows) else np.zeros((1, rows.shape[1]), np.float32)
